"""Programs and data as marked-up text, coloured by classes of the style sheet."""

import functools
import html
import itertools

from markupsafe import Markup, escape
from pygments.lexer import Lexer
from pygments.lexers import TextLexer, get_lexer_for_filename
from pygments.token import STANDARD_TYPES, Token, _TokenType
from pygments.util import ClassNotFound

_LONGEST = 64 * 1024
"""Characters that are coloured; a longer text stays plain."""

COLOURED = frozenset(
    (
        *("bp", "c", "c1", "ch", "cm", "cp", "fm", "k", "kc", "kd", "kn", "l", "m", "mf", "mh"),
        *("mi", "nb", "nc", "nf", "nt", "ow", "s", "s1", "s2", "sa", "sb", "sd", "se", "sh", "si"),
    )
)
"""Kinds of tokens, by their short names in pygments, that the style sheet sets apart.

All others are plain text: an element for each bracket and each name would be most of a page.
"""


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
    runs = itertools.groupby(lexer.get_tokens(text), lambda token: _class(token[0]))
    parts = [_span(name, "".join(value for _, value in tokens)) for name, tokens in runs]
    return Markup("".join(parts))  # noqa: S704 -- each part is escaped


@functools.cache
def _class(kind: _TokenType) -> str:
    """Return the short name of a kind of tokens, or nothing where it is plain text."""
    while kind not in STANDARD_TYPES:
        kind = kind.parent or Token
    name = STANDARD_TYPES[kind]
    return name if name in COLOURED else ""


def _span(name: str, text: str) -> str:
    escaped = html.escape(text)
    return f'<span class="c-{name}">{escaped}</span>' if name else escaped
