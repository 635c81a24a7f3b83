"""toolcrib: ask for a task, get a Python module that was proven to do it."""

__version__ = "0.1.0"
