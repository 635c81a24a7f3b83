# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pydoc"
# ///
"""render_doc is what help() shows, as a string; plaintext leaves out the bold type of a terminal."""

import pydoc

import cellar

title = "From the manual of the cellar: %s"
print(pydoc.render_doc(cellar.litres, title, renderer=pydoc.plaintext).rstrip())
