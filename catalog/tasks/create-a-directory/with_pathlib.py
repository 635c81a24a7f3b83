# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""mkdir never passes over what is there, unless told so; parents=True makes those too."""

from pathlib import Path

project = Path("project")
project.mkdir()
for _ in range(2):
    print(f"{project}: {', '.join(path.name for path in project.iterdir()) or 'nothing'}")
    try:
        (project / "new_folder").mkdir()
    except FileExistsError:
        print("new_folder exists already")
    else:
        print("made new_folder")

for _ in range(2):
    (project / "archive/2026/03").mkdir(parents=True, exist_ok=True)
print(f"{project}: {', '.join(sorted(path.name for path in project.iterdir()))}")
