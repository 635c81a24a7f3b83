"""What stands here is what one imports, not what one installs.

`pip install yaml` fails, and `pip install dotenv` installs something else: distributions and the
modules in them have names of their own. A list that is read by somebody who wants to install should
give the distribution, and may give the import name beside it. An entry that shows how to install it
(`pip install PyYAML`, a link to the page of PyYAML) does give it; that it is "via PyYAML" does not
say so.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.model.module import normalised
from toolcrib.rules.rule import Rule, first_choice, of_mentions


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say which distribution has the import name."""
    identity = judged.identity
    shown = f"pypi:{normalised(judged.mention.install)}" in identity.candidates
    if identity.state is State.IMPORT_NAME and not shown:
        install = first_choice(identity)
        yield f"{judged.mention.written} is an import name: install {install}", install


RULE = Rule(
    code="TC103",
    level=Level.WARNING,
    summary="import name where the install name differs",
    check=of_mentions(judge),
    repairs=True,
)
