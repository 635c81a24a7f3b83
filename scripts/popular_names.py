"""Write the most downloaded projects of the index, with their ranks.

    python scripts/popular_names.py LIST DATE

LIST is a table with a header and tabs between its columns, of which `name` and
`rank_among_15000_most_downloaded` are read; DATE is the day or month that it tells of. The table is
how well a name is known: near names are ranked by it, and a name in it existed then. One
line a name: the name, a tab, its rank; a comment holds DATE.
"""

import csv
import sys
from pathlib import Path

from toolcrib.model.module import normalised

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src" / "toolcrib" / "identify" / "data" / "popular.tsv"


def main(path: str, date: str) -> None:
    """Read the list, and write the table."""
    with Path(path).open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ranks = {
            normalised(row["name"]): int(rank)
            for row in rows
            if (rank := row["rank_among_15000_most_downloaded"] or "").isdigit()
        }
    lines = (f"{name}\t{rank}\n" for name, rank in sorted(ranks.items()))
    TABLE.write_text(f"# {date}\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
