# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""mkdir never passes over what is there; makedirs makes the parents too, and can be told to."""

import os

os.mkdir("project")
os.chdir("project")
for _ in range(2):
    print(f"{os.path.basename(os.getcwd())}: {', '.join(os.listdir('.')) or 'nothing'}")
    try:
        os.mkdir("new_folder")
    except FileExistsError as error:
        print(error.filename, "exists already")
    else:
        print("made new_folder")

for _ in range(2):
    os.makedirs("archive/2026/03", exist_ok=True)
print(f"{os.path.basename(os.getcwd())}: {', '.join(sorted(os.listdir('.')))}")
