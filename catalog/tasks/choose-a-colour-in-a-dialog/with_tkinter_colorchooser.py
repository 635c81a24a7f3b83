# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.colorchooser"
# ///
"""One call shows the dialog, and gives the colour as numbers and as widgets take it."""

from pathlib import Path
from tkinter import Label, Tk, colorchooser

from PIL import ImageGrab

DIALOG = ".__tk__color"


def choose(colour: str) -> None:
    """Type a colour into the dialog, photograph it, and press OK."""
    entry = f"{DIALOG}.top.sel.ent"
    root.tk.call(entry, "delete", 0, "end")
    root.tk.call(entry, "insert", 0, colour)
    root.tk.call("raise", DIALOG)
    root.tk.call("focus", "-force", entry)
    root.tk.call("event", "generate", entry, "<Return>")
    root.update()
    asked = ("rootx", "rooty", "width", "height")
    left, top, width, height = (int(root.tk.call("winfo", what, DIALOG)) for what in asked)
    Path("out").mkdir(exist_ok=True)
    box = (left, top, left + width, top + height)
    ImageGrab.grab(box, xdisplay="").save("out/dialog.png")
    root.tk.call(f"{DIALOG}.bot.ok", "invoke")


root = Tk()
sign = Label(root, text="Ferry to the island", background="#3377aa")
sign.pack()

root.after(500, choose, "#ffcc00")
(red, green, blue), colour = colorchooser.askcolor(sign["background"], title="Colour of the sign")
sign["background"] = colour
print(f"red {red}, green {green}, blue {blue}: the sign is {sign['background']} now")

root.after(500, root.tk.call, f"{DIALOG}.bot.cancel", "invoke")
_, colour = colorchooser.askcolor(sign["background"])
print("cancelled, so it stays" if colour is None else f"changed to {colour}")
