# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.messagebox"
# ///
"""Each question waits for its answer and returns it, so the program reads like a talk."""

from pathlib import Path
from tkinter import Tk, messagebox

from PIL import ImageGrab


def press(*keys: str) -> None:
    """Press keys in the dialog, as a person would."""
    for key in keys:
        root.tk.call("event", "generate", root.tk.call("focus"), f"<Key-{key}>")


def visit() -> None:
    """Photograph the question, and say yes."""
    root.update()
    dialog = root.tk.call("winfo", "toplevel", root.tk.call("focus"))
    asked = ("rootx", "rooty", "width", "height")
    left, top, width, height = (int(root.tk.call("winfo", what, dialog)) for what in asked)
    Path("out").mkdir(exist_ok=True)
    box = (left, top, left + width, top + height)
    ImageGrab.grab(box, xdisplay="").save("out/question.png")
    press("Return")


root = Tk()
root.withdraw()
drafts = ["letter", "poem", "list"]

root.after(500, visit)
question = f"Delete {len(drafts)} drafts for good?"
if messagebox.askyesno("Drafts", question, detail=", ".join(drafts), icon="warning"):
    drafts.clear()
print(f"{len(drafts)} drafts are left")

root.after(500, press, "Escape")
answer = messagebox.askyesnocancel("Closing", "Save the new page first?")
print({True: "saved", False: "thrown away", None: "the page stays open"}[answer])

root.after(500, press, "Return")
print("the error was closed with", messagebox.showerror("Saving", "The disk is full."))
