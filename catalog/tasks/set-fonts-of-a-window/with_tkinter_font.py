# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.font"
# ///
"""Widgets hold a font by its name, so a change of the font changes all of them at once."""

from pathlib import Path
from tkinter import Tk, font, ttk

from PIL import ImageGrab

WIDTH = 300
TITLE = "Harbour Museum"


def visit() -> None:
    low = clock.winfo_height()
    default.configure(size=18)
    root.update()
    print("the clock is", "higher" if clock.winfo_height() > low else "as high", "than before")
    left, top = root.winfo_rootx(), root.winfo_rooty()
    box = (left, top, left + root.winfo_width(), top + root.winfo_height())
    Path("out").mkdir(exist_ok=True)
    ImageGrab.grab(box, xdisplay="").save("out/fonts.png")
    root.destroy()


root = Tk()
default, fixed = font.nametofont("TkDefaultFont"), font.nametofont("TkFixedFont")
for name, one in (("default", default), ("fixed", fixed)):
    same = one.measure("iiiiii") == one.measure("MMMMMM")
    print(f"{name}: i is {'as wide as' if same else 'narrower than'} M")

large = default.copy()
large.configure(size=40, weight="bold")
print("40 points are", "too wide" if large.measure(TITLE) > WIDTH else "narrow enough")
while large.measure(TITLE) > WIDTH:
    large.configure(size=large.cget("size") - 1)
print("two thirds of it fit" if 20 <= large.cget("size") < 30 else "another size fits")

ttk.Label(root, text=TITLE, font=large).pack(padx=12, pady=6)
clock = ttk.Label(root, text="open until 18:00", font=default)
clock.pack(padx=12, pady=6)
ttk.Label(root, text="adult  9.00\nchild  5.00", font=fixed).pack(padx=12, pady=6)
root.after(300, visit)
root.mainloop()
