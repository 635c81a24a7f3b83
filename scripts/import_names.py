"""Write the table of import names that toolcrib ships.

    python scripts/import_names.py WHEELS...

WHEELS are folders of wheels, as `pip download` and `pip wheel` fill them. Sources: the file lists
of those wheels, and `scripts/import_names.txt`, which is by hand. A line by hand that a wheel
contradicts stops it: the wheel is right. What the wheels have confirmed before, with the versions
that did it, stays in the table until a newer wheel says otherwise, so that whoever has other wheels
adds to it. Each line of the table is an import name, a tab, and its distributions in their order,
each with its evidence: `=6.0.3` for the wheel of that version, `=` for the list by hand.
"""

import sys
import zipfile
from pathlib import Path

from toolcrib.identify.contents import contents
from toolcrib.identify.tables import rank
from toolcrib.model.module import normalised
from toolcrib.model.published import Contents, Listing
from toolcrib.net.archive import is_telling

ROOT = Path(__file__).resolve().parents[1]
BY_HAND = ROOT / "scripts" / "import_names.txt"
TABLE = ROOT / "src" / "toolcrib" / "identify" / "data" / "imports.tsv"

Table = dict[str, dict[str, str]]
"""Import name → distribution → version of the wheel that has it; empty when by hand."""


def main(folders: list[str]) -> None:
    """Merge what is there, what the wheels have, and what is written by hand."""
    wheels: dict[str, Contents] = {}
    for folder in folders:
        for path in sorted(Path(folder).glob("*.whl")):
            wheels[normalised(path.name.partition("-")[0])] = read(path)
    hand = by_hand()
    contradicted = sorted(contradictions(hand, wheels))
    if contradicted:
        raise SystemExit("\n".join(contradicted))
    table: Table = {name: dict.fromkeys(owners, "") for name, owners in hand.items()}
    for name, owners in existing().items():
        for owner, version in owners.items():
            if version and owner not in wheels:
                table.setdefault(name, {})[owner] = version
    for owner, found in sorted(wheels.items()):
        for name in (*found.imports, *found.private):
            table.setdefault(name, {})[owner] = found.version
            above = name.rpartition(".")[0]
            if above in hand and owner in hand[above]:
                table[above][owner] = found.version
    lines = (
        f"{name}\t{' '.join(written(owners, hand.get(name, [])))}\n"
        for name, owners in sorted(table.items())
    )
    TABLE.write_text("".join(lines), encoding="utf-8")


def written(owners: dict[str, str], first: list[str]) -> list[str]:
    """Return the distributions of a name with their evidence: by hand, then by downloads."""
    others = sorted((owner for owner in owners if owner not in first), key=rank)
    return [f"{owner}={owners[owner]}" for owner in (*first, *others)]


def read(path: Path) -> Contents:
    """Return what a wheel holds."""
    project, version = path.name.split("-")[:2]
    with zipfile.ZipFile(path) as archive:
        sizes = {member.filename: member.file_size for member in archive.infolist()}
        texts = {p: archive.read(p).decode("utf-8", "replace") for p in sizes if is_telling(p)}
    return contents(project, path.name, version, Listing(sizes=sizes, texts=texts))


def by_hand() -> dict[str, list[str]]:
    """Return the distributions of each name, the most usual first."""
    lines = BY_HAND.read_text(encoding="utf-8").splitlines()
    words = [line.split() for line in lines if line and not line.startswith("#")]
    return {name: owners for name, *owners in words}


def existing() -> Table:
    """Return the table as it is."""
    if not TABLE.is_file():
        return {}
    table: Table = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        name, _, owners = line.partition("\t")
        pairs = (owner.partition("=") for owner in owners.split())
        table[name] = {owner: version for owner, _, version in pairs}
    return table


def contradictions(hand: dict[str, list[str]], wheels: dict[str, Contents]) -> list[str]:
    """Return the lines by hand that the wheel of their distribution does not bear out."""
    wrong = []
    for name, owners in hand.items():
        for owner in owners:
            if owner not in wheels:
                continue
            names = (*wheels[owner].imports, *wheels[owner].private)
            if not any(within(one, name) or within(name, one) for one in names):
                wrong.append(f"{BY_HAND.name}: {owner} has no {name}: {', '.join(names)}")
    return wrong


def within(name: str, package: str) -> bool:
    """Return whether a name is that of a package or of something in it."""
    return f"{name}.".startswith(f"{package}.")


if __name__ == "__main__":
    main(sys.argv[1:])
