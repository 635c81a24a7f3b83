# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.simpledialog"
# ///
"""The dialog checks what is typed, kind and limits, and asks again until it fits."""

from pathlib import Path
from tkinter import Tk, simpledialog

from PIL import ImageGrab


def press(*keys: str) -> None:
    """Press keys in the dialog, as a person would."""
    for key in keys:
        root.tk.call("event", "generate", root.tk.call("focus"), f"<Key-{key}>")


def answer(*keys: str) -> None:
    """Click into the dialog first, and press keys."""
    root.winfo_children()[-1].focus_lastfor().focus_force()
    press(*keys)


def photograph() -> None:
    root.update()
    dialog = root.tk.call("winfo", "toplevel", root.tk.call("focus"))
    asked = ("rootx", "rooty", "width", "height")
    left, top, width, height = (int(root.tk.call("winfo", what, dialog)) for what in asked)
    Path("out").mkdir(exist_ok=True)
    box = (left, top, left + width, top + height)
    ImageGrab.grab(box, xdisplay="").save("out/question.png")


root = Tk()
root.withdraw()

root.after(500, answer, *"Ines", "Return")
guest = simpledialog.askstring("Table", "Who is coming?")
print("a table for", guest)

root.after(500, answer, *"12", "Return")
root.after(1000, press, "Return")  # closes the warning
root.after(1500, answer, "BackSpace", "BackSpace", "4")
root.after(1700, photograph)
root.after(2000, press, "Return")
seats = simpledialog.askinteger("Table", "How many seats, at most 8?", minvalue=1, maxvalue=8)
print(f"{seats} seats, {8 - seats} are still free")

root.after(500, answer, "Escape")
wish = simpledialog.askstring("Table", "Any wishes?")
print("no answer to the last question" if wish is None else f"wish: {wish}")
