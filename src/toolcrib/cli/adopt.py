"""`crib adopt`: lists become a catalog of one's own."""

from pathlib import Path

import click

from toolcrib.app.check import check, load
from toolcrib.app.clock import utc_now
from toolcrib.app.project import project_settings
from toolcrib.cli.output import talk
from toolcrib.errors import ExitCode


@click.command("adopt")
@click.argument("files", nargs=-1, required=True)
@click.option(
    "--into",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of the new catalog.",
)
@click.option("--offline", is_flag=True, help="Do not ask the package index.")
def command(files: tuple[str, ...], folder: Path, *, offline: bool) -> int:
    """Turn lists into a catalog of your own.

    Each module that the lists name gets a file with its shelf, what they say it is for, and where
    they say so; each list becomes a collection, each example in Python the draft of a task. What is
    wrong is named in ADOPTED.md.

    \b
    Examples:
      crib adopt awesome.md course.md --into mine
      crib --catalog mine list
    """
    from toolcrib.app.adopt import adopt
    from toolcrib.app.adopted import PAGE, write_catalog
    from toolcrib.app.names import knowledge

    target = project_settings(Path.cwd()).check.target
    texts = [load(path) for path in dict.fromkeys(files)]
    today = utc_now().date().isoformat()
    checked = check(texts, target, today, online=not offline)
    adopted = adopt(checked.report, knowledge(target))
    write_catalog(folder, adopted)
    talk(
        f"{folder}: {len(adopted.modules)} modules, {len(adopted.collections)} collections, "
        f"{len(adopted.drafts)} drafts of tasks"
    )
    if adopted.wrong:
        talk(f"{len(adopted.wrong)} places need a look: {folder / PAGE}")
    talk(f"next: crib --catalog {folder} list")
    return ExitCode.UNFINISHED if checked.unfinished else ExitCode.OK
