# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter.scrolledtext"
# ///
"""A tag marks any part of the text, and see() scrolls to where one wants to be."""

from pathlib import Path
from tkinter import Tk
from tkinter.scrolledtext import ScrolledText

from PIL import ImageGrab

LOG = [
    f"minute {n:2} " + ("WARNING: water at the gate" if n % 7 == 0 else "all is quiet")
    for n in range(1, 41)
]


def mark(word: str) -> list[int]:
    """Mark all places of a word, and return their lines."""
    lines, start = [], "1.0"
    while start := log.search(word, start, "end"):
        end = f"{start}+{len(word)}c"
        log.tag_add("found", start, end)
        lines.append(int(start.partition(".")[0]))
        start = end
    return lines


def visit() -> None:
    print("warnings in lines", *mark("WARNING"))
    print("first line in sight:", log.index("@0,0").partition(".")[0])
    log.see("end")
    root.update()
    print("after scrolling:", log.index("@0,0").partition(".")[0])
    left, top = root.winfo_rootx(), root.winfo_rooty()
    box = (left, top, left + root.winfo_width(), top + root.winfo_height())
    Path("out").mkdir(exist_ok=True)
    ImageGrab.grab(box, xdisplay="").save("out/log.png")
    root.destroy()


root = Tk()
log = ScrolledText(root, width=44, height=12)
log.tag_configure("found", background="gold")
log.insert("end", "\n".join(LOG))
log.configure(state="disabled")
log.pack()
root.after(300, visit)
root.mainloop()
