"""Programs and data as marked-up text, coloured by classes of the style sheet."""

import functools

from markupsafe import Markup, escape
from pygments import highlight as _highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import TextLexer, get_lexer_for_filename
from pygments.util import ClassNotFound

_LONGEST = 64 * 1024
"""Characters that are coloured; a longer text stays plain."""

_FORM = HtmlFormatter(nowrap=True, classprefix="c-")


@functools.lru_cache(maxsize=256)
def _lexer(name: str) -> Lexer:
    """Return what reads files of a name; finding it takes longer than reading most of them."""
    found: Lexer
    try:
        found = get_lexer_for_filename(name, stripnl=False)
    except ClassNotFound:
        found = TextLexer(stripnl=False)
    return found


@functools.lru_cache(maxsize=4096)
def highlight(text: str, name: str) -> Markup:
    """Return a text with its syntax marked, as the file's name says what it is."""
    if len(text) > _LONGEST:
        return escape(text)
    lexer = _lexer(name.rpartition("/")[2])
    # What pygments gives is escaped: it is made for pages.
    return Markup(_highlight(text, lexer, _FORM))  # noqa: S704 -- pygments has escaped it
