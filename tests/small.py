"""A small catalog on disk, for tests that write receipts."""

from pathlib import Path

HEADER = """\
# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:{module}"
# ///
\"\"\"Why one does it so.\"\"\"
"""


def write_catalog(folder: Path, tasks: dict[str, tuple[str, str, str]]) -> Path:
    """Write a catalog: for each task its module, code and expected output; return its folder."""
    catalog = folder / "catalog"
    (catalog / "modules/std").mkdir(parents=True, exist_ok=True)
    (catalog / "catalog.toml").write_text('name = "small"\n')
    (catalog / "categories.toml").write_text('[text]\ntitle = "Text"\n')
    for name, (module, code, expected) in tasks.items():
        entry = f'name = "{module}"\npurpose = "It does."\ncategories = ["text"]\n'
        (catalog / f"modules/std/{module}.toml").write_text(entry)
        task = catalog / "tasks" / name
        task.mkdir(parents=True, exist_ok=True)
        (task / "task.toml").write_text(f'title = "Do {name}"\ncategory = "text"\n')
        (task / "expected.txt").write_text(expected)
        (task / f"with_{module}.py").write_text(HEADER.format(module=module) + code)
    return catalog
