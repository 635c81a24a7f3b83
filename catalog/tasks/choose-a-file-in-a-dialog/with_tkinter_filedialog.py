# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.filedialog"
# ///
"""The dialogs need a Tk, but no window of the program: withdraw hides the empty one."""

from pathlib import Path
from tkinter import Tk, filedialog

from PIL import ImageGrab

TABLES = [("Tables", "*.csv"), ("All files", "*")]


def press(*keys: str) -> None:
    """Press keys in the dialog, as a person would."""
    for key in keys:
        root.tk.call("event", "generate", root.tk.call("focus"), f"<Key-{key}>")


def visit() -> None:
    """Photograph the dialog, and choose a file by its name."""
    root.update()
    dialog = root.tk.call("winfo", "toplevel", root.tk.call("focus"))
    asked = ("rootx", "rooty", "width", "height")
    left, top, width, height = (int(root.tk.call("winfo", what, dialog)) for what in asked)
    Path("out").mkdir(exist_ok=True)
    box = (left, top, left + width, top + height)
    ImageGrab.grab(box, xdisplay="").save("out/dialog.png")
    press(*"tides", "period", *"csv", "Return")


root = Tk()
root.withdraw()

root.after(500, visit)
name = filedialog.askopenfilename(title="Open a table", filetypes=TABLES)
lines = Path(name).read_text(encoding="utf-8").splitlines()
print(f"{Path(name).name}: {len(lines) - 1} days")

root.after(500, press, *"spring", "Return")
copy = filedialog.asksaveasfilename(title="Save as", filetypes=TABLES, defaultextension=".csv")
Path(copy).write_text("\n".join(lines[:3]) + "\n", encoding="utf-8")
print(f"{Path(copy).name}: {len(lines[:3]) - 1} days")

root.after(500, press, "Escape")
print("opened" if filedialog.askopenfilename() else "no file was chosen")
