"""What an entry says of its module: the clauses of its purpose, and what each is about.

Only text that states something plainly counts. Where it denies, compares or hedges in any of the
languages of lists, it may say the very truth, so nothing is made of it.
"""

import re

_CLAUSES = re.compile(r"[.;:!?](?:\s+|$)|[。；：！？，、،؛]|,\s+|\s[-–—]\s|\s*[()（）]\s*")
_SENTENCES = re.compile(r"[.;!?](?:\s+|$)|[。；！？]")
_DOUBT = re.compile(
    # No, not, without, cannot, never; unlike, instead of, than, alternative; before, once, soon.
    r"\b(?:not?|non|nor|neither|never|without|cannot|can[’']t|don[’']t|doesn[’']t|isn[’']t|won[’']t"
    r"|unlike|instead|rather|than|alternative|replac\w+|avoid\w*|except|insecure|unsafe|deprecated"
    r"|obsolete|legacy|wrapper|help\w*|similar|like|vs|versus|against|warning|careful|only if"
    r"|ne|pas|sans|jamais|plutôt|au lieu|contrairement|sauf|attention"
    r"|nicht|kein\w*|ohne|nie|statt|anstatt|anders|außer|unsicher\w*|als"
    r"|sin|nunca|ni|jamás|en lugar|excepto|não|sem|nem|em vez|senza|mai|invece|tranne|né"
    r"|niet|geen|zonder|nooit|in plaats|bez|zamiast|inte|utan|aldrig|istället|ikke|uden"
    r"|не|ни|без|нельзя|вместо|кроме|чем|ні|немає|замість|değil|yok|olmadan|yerine"
    r"|není|nejsou|nelze|neumí|než|místo|không|chưa|thay vì|tidak|bukan|tanpa|daripada"
    r"|μη|δεν|χωρίς|αντί)\b"
    r"|不|无|無|没|非(?!同期)|勿|别用|而不是|代替|替代|ない|なく|ません|せず|では無|代わり"
    r"|않|없|아니|말고|대신|못|لا |ليس|بدون|بدلا"
)
_LEAD = re.compile(
    r"(?:(?:an?|the|python[’']?s?|simple|basic|powerful|useful|and|or|also|it|is|are|be|can|module"
    r"|library|package|tools?|utilities|functions?|classes|support|client|used|provides?|allows?"
    r"|lets|you|makes|handles?|to|for|und|oder|et|ou|y|o|e|og|och|en|i|и|та|або|или|le|la|les|der"
    r"|die|das|zum|zur|für|um|modul|bibliothek|ermöglicht|pour|permet|de|d[’']|sert|à|utilisé"
    r"|bibliothèque|para|permite|módulo|biblioteca|se|usa|sirve|usado|serve|per|permette|di|modulo"
    r"|libreria|usato|voor|het|om|do|służy|moduł|pozwala|na|для|позволяет|модуль|библиотека"
    r"|используется|дозволяє|бібліотека|för|att|pro|slouží|k|untuk|để|用于|用來|用来)\s+)+"
)
_AND = frozenset(
    {"and", "or", "also", "und", "oder", "et", "ou", "y", "o", "e", "og", "och", "en", "i", "и"}
    | {"та", "або", "или", "dan", "và", "και"}
)
_TURN = re.compile(
    r"\b(?:to|for|with|by|from|in|that|which|who|used|using|via|before|after|when|where|if|into|as|on"
    r"|pour|avec|par|qui|que|avant|für|mit|durch|zum|zur|um|aus|bei|vor|der|die|das"
    r"|para|con|por|como|com|antes|per|che|prima|voor|met|door|die|dla|przez|z|przed|który"
    r"|для|с|из|через|перед|который|которые|з|із|який|för|med|av|som|pro|se|který|untuk|để"
    r"|im|dans|em|nel|w|v|в|у)\b"
)


def clauses(text: str) -> list[str]:
    """Return the clauses of a purpose in lower case; none where it denies or compares."""
    plain = text.casefold()
    if _DOUBT.search(plain):
        return []
    return [part.strip(" *_`\"'") for part in _CLAUSES.split(plain) if part.strip(" *_`\"'")]


def matter(clause: str, *, first: bool) -> str:
    """Return what a clause is about: up to where it says for what, with what or from where.

    "Used for" and its like may lead to the matter of the first clause; in a later one they speak of
    what is done with it elsewhere.
    """
    lead = _LEAD.match(clause)
    rest = clause[lead.end() :] if lead and (first or _joins(lead[0])) else clause
    turn = _TURN.search(rest)
    return rest[: turn.start()] if turn else rest


def _joins(lead: str) -> bool:
    return all(word in _AND for word in lead.split())


def opening(text: str) -> list[str]:
    """Return the first clause, and each sentence: a remark that stands by itself is one of them."""
    parts = clauses(text)
    whole = [part.strip() for part in _SENTENCES.split(text.casefold())] if parts else []
    return [part for part in dict.fromkeys((*parts[:1], *whole)) if part]
