"""What stands here is what one imports, not what one installs.

`pip install yaml` fails, and `pip install dotenv` installs something else: distributions and the
modules in them have names of their own. A list that is read by somebody who wants to install should
give the distribution, and may give the import name beside it.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Page
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, first_choice, of_mentions


def judge(judged: Judged, _: Page) -> Iterator[tuple[str, str]]:
    """Say which distribution has the import name."""
    identity = judged.identity
    if identity.state is State.IMPORT_NAME:
        install = first_choice(identity)
        yield f"{judged.mention.written} is an import name: install {install}", install


RULE = Rule(
    code="TC103",
    level=Level.WARNING,
    summary="import name where the install name differs",
    check=of_mentions(judge),
)
