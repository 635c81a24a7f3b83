"""What a module offers: the public names that were read from it as installed."""

from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value


class Exported(Value, frozen=True, kw_only=True):
    """The public classes, exceptions, functions and methods of a module, by where they lie.

    The keys are what is imported (`sklearn.preprocessing`); `methods` are those of classes that lie
    at the top. `version` is that of the distribution, or of Python for the standard library.
    """

    module: ModuleId
    version: str
    python: str
    names: dict[str, tuple[str, ...]]
    methods: tuple[str, ...] = ()
