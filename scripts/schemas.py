"""Write docs/schemas: the JSON of each command as JSON Schema, made of the types of its values.

PYTHONPATH=src python scripts/schemas.py
"""

import json
from pathlib import Path

from toolcrib.app.contracts import CONTRACTS, numbered

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "schemas"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of each file by its name."""
    texts = {}
    for name, kind in CONTRACTS.items():
        (schema,), parts = numbered([kind], "#/$defs/{name}")
        used = {part: value for part, value in parts.items() if part != kind.__name__}
        whole = {"$schema": DIALECT, **schema, "$defs": used}
        texts[f"{name}.json"] = json.dumps(whole, indent=1, ensure_ascii=False) + "\n"
    return texts


def main() -> None:
    """Write the files, and remove those of commands that are no more."""
    FOLDER.mkdir(exist_ok=True)
    texts = schemas()
    for path in FOLDER.glob("*.json"):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
