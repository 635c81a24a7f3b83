# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.ttk"
# ///
"""A Treeview is the table; a heading has a command, and moving rows puts them in order."""

from pathlib import Path
from tkinter import Tk, ttk

from PIL import ImageGrab

PEAKS = [("Snowdon", 1085), ("Matterhorn", 4478), ("Scafell", 964), ("Brocken", 1141)]


def sort(column: str, kind: type, *, down: bool = False) -> None:
    rows = sorted(table.get_children(), key=lambda row: kind(table.set(row, column)), reverse=down)
    for place, row in enumerate(rows):
        table.move(row, "", place)
    table.heading(column, command=lambda: sort(column, kind, down=not down))


def show() -> None:
    print(*(table.set(row, "Peak") for row in table.get_children()))


def click(x: int) -> None:
    table.event_generate("<Button-1>", x=x, y=10)
    table.event_generate("<ButtonRelease-1>", x=x, y=10)
    table.update()


def visit() -> None:
    """Click on the heights once, then once more; then photograph the window."""
    show()
    for _ in range(2):
        click(200)
        show()
    root.update()
    left, top = root.winfo_rootx(), root.winfo_rooty()
    box = (left, top, left + root.winfo_width(), top + root.winfo_height())
    Path("out").mkdir(exist_ok=True)
    ImageGrab.grab(box, xdisplay="").save("out/table.png")
    root.destroy()


root = Tk()
table = ttk.Treeview(root, columns=["Peak", "Metres"], show="headings", height=len(PEAKS))
for column, kind, width, anchor in (("Peak", str, 150, "w"), ("Metres", int, 90, "e")):
    table.heading(column, text=column, anchor=anchor, command=lambda c=column, k=kind: sort(c, k))
    table.column(column, width=width, anchor=anchor)
for peak in PEAKS:
    table.insert("", "end", values=peak)
table.pack(padx=12, pady=12)
root.after(300, visit)
root.mainloop()
