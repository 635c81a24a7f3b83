"""A module of the standard library stands among those to install, or the reverse.

Whoever reads such a list installs what is there already, or looks in vain for what is not. Only
headings that say which they hold are judged, in the languages that lists are written in.
"""

import re
from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, of_mentions

_STANDARD = re.compile(
    r"standard (?:python )?librar|stdlib|\bbuilt[- ]?in|\bcore (?:python )?modules"
    r"|bibliothèque standard|modules? (?:standards?|intégrés?|natifs?)"
    r"|standardbibliothek|eingebaute"
    r"|bi?blioteca (?:estándar|est[aâ]ndar|padrão)|integrad[oa]s|embutid[oa]s|incorporad[oa]s"
    r"|libreria standard|moduli integrati|standaardbibliotheek|ingebouwde"
    r"|biblioteka standardowa|wbudowane|стандартн\w+ библиотек|встроенн"
    r"|标准库|標準函式庫|内置|內建|標準ライブラリ|組み込み|표준 라이브러리|내장",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"third[- ]?part|\bexternal|\bpip install|\bfrom pypi|\bto install\b"
    r"|\btierce|\btiers\b|\bexternes|à installer"
    r"|drittanbieter|\bexterne\b|de terceros|de terceiros|\bexternas\b|terze parti|\besterne\b"
    r"|van derden|zewnętrzne|сторонн|第三方|サードパーティ|外部ライブラリ|서드 ?파티|외부",
    re.IGNORECASE,
)


def judge(judged: Judged, _page: Sheet) -> Iterator[tuple[str, str]]:
    """Compare what the heading says with what the name is."""
    category, state = judged.mention.category, judged.identity.state
    standard = _STANDARD.search(category) is not None
    foreign = _FOREIGN.search(category) is not None
    written = judged.mention.written
    if standard == foreign:
        return
    if standard and state in (State.DISTRIBUTION, State.IMPORT_NAME) and judged.identity.id:
        yield f"{written} is not in the standard library, as its heading says", ""
    elif foreign and state is State.STDLIB:
        yield f"{written} is in the standard library: there is nothing to install", ""


RULE = Rule(
    code="TC204",
    level=Level.WARNING,
    summary="standard library among third-party modules, or the reverse",
    check=of_mentions(judge),
)
