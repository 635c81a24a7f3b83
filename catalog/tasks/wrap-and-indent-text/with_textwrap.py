# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:textwrap"
# ///
"""It breaks between words alone, and gives each paragraph a first and a second indent."""

import textwrap
from pathlib import Path

LETTER = """\
    Dear readers,
      see you on Thursday.
    """

notice = Path("notice.txt").read_text(encoding="utf-8")
print(textwrap.fill(notice, width=40))
print(textwrap.fill(notice, width=30, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(notice, width=40, placeholder=" …"))
print(textwrap.indent(textwrap.dedent(LETTER), "> "), end="")
