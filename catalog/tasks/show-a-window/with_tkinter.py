# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:tkinter"
# ///
"""Variables tie the widgets to the program: what is typed arrives, what is set is shown."""

from pathlib import Path
from tkinter import StringVar, Tk, ttk

from PIL import ImageGrab


def greet() -> None:
    greeting.set(f"Hello, {name.get()}!")


def visit() -> None:  # types a name and presses the button; then takes a picture
    print(label["text"])
    entry.focus_force()
    for letter in "Ines":
        entry.event_generate(f"<Key-{letter}>")
    button.invoke()
    print(label["text"])
    root.update()
    left, top = root.winfo_rootx(), root.winfo_rooty()
    box = (left, top, left + root.winfo_width(), top + root.winfo_height())
    Path("out").mkdir(exist_ok=True)
    ImageGrab.grab(box, xdisplay="").save("out/window.png")
    root.destroy()


root = Tk()
root.title("Welcome")
name, greeting = StringVar(), StringVar(value="What is your name?")

label = ttk.Label(root, textvariable=greeting)
entry = ttk.Entry(root, textvariable=name)
button = ttk.Button(root, text="Greet", command=greet)
label.grid(row=0, columnspan=2, pady=12)
entry.grid(row=1, column=0, padx=12, pady=12)
button.grid(row=1, column=1, padx=12, pady=12)

root.after(100, visit)
root.mainloop()
