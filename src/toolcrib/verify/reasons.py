"""Why something cannot be installed, in one line."""

import re

NO_WHEELS = "no wheels that fit: "
"""What stands before the names of distributions that lack wheels, where it is several or long."""

_LONGEST = 240
_MOST_NAMES = 5
_ASKED = "you require"
_NAME = r"([A-Za-z][\w.-]*)(?:\[[^]]*\])?(?:[<>=!]\S*)?"
_WITHOUT = re.compile(
    rf"{_NAME}(?: (?:has|have)| cannot be used because it has) no (?:usable wheels|wheels with)"
)
_SIMPLE = re.compile(rf"(?:all versions of )?{_NAME} (?:has|have) no [^:]*")
_ALSO = re.compile(
    r"^(?P<fact>.*?) and (only the following versions of|only \S+ is available|you require)\b"
)
_WANTING = re.compile(r"\b(has no|have no|there is no version|was not found)\b")
_CONCLUSION = re.compile(r",? we can conclude that ")
_STEP = re.compile(r"(?:^|(?<=\. )|(?<=\) ))(?:And because|Because) ")


class CannotInstallError(Exception):
    """There is no set of wheels, or one is not what its lock says; why, in a line or two."""


def one_line(said: str) -> str:
    """Distil into one line why uv could not do what it was asked for.

    Of a proof it is the last fact that leads to the end, or the names of all that has no wheels;
    hints are left out.
    """
    text = said.partition("\nhint:")[0]
    fault, _, causes = text.partition("cause:")
    last = re.split(r"\n\s*cause:", causes)[-1] if causes else fault
    last = " ".join(last.split())
    if _CONCLUSION.search(last):
        return shortened(_fact(last))
    first = " ".join(fault.removeprefix("error:").split())
    return shortened(f"{first}: {last}" if causes and last != first else last or first)


def _fact(proof: str) -> str:
    """Return the last step of a proof that says more than what was asked for."""
    steps = [_CONCLUSION.split(step)[0].strip(" ,") for step in _STEP.split(proof) if step]
    known = [step for step in steps if not step.startswith("we know from")]
    telling = [step for step in known if not step.startswith(_ASKED)] or known or steps
    fact = telling[-1]
    match = _ALSO.match(fact)
    if match and _WANTING.search(match["fact"]):
        fact = match["fact"]
        if _SIMPLE.fullmatch(fact) or ("no wheels" not in fact and "no usable" not in fact):
            return fact
    if names := dict.fromkeys(_WITHOUT.findall(proof)):
        return NO_WHEELS + _listed(tuple(names))
    asked = steps[-1].removeprefix(_ASKED).strip()
    if steps[-1] in telling or asked in fact:
        return fact
    return f"{match['fact'] if match else fact}, and {steps[-1]}"


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "")


def shortened(text: str) -> str:
    """Return a text in one line of bounded length."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
