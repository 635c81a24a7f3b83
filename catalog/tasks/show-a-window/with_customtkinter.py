# /// script
# requires-python = ">=3.11"
# dependencies = ["customtkinter", "pillow"]
# [tool.toolcrib]
# module = "pypi:customtkinter"
# ///
"""Its widgets are named and placed as tkinter's are, and look as one expects of a window today."""

from pathlib import Path

import customtkinter as ctk
from PIL import ImageGrab


def greet() -> None:
    label.configure(text=f"Hello, {entry.get()}!")


def visit() -> None:
    """Type a name and press the button, as a visitor would; then photograph the window."""
    print(label.cget("text"))
    entry.focus_force()
    for letter in "Ines":
        root.focus_get().event_generate(f"<Key-{letter}>")
    button.invoke()
    print(label.cget("text"))
    root.update()
    left, top = root.winfo_rootx(), root.winfo_rooty()
    box = (left, top, left + root.winfo_width(), top + root.winfo_height())
    Path("out").mkdir(exist_ok=True)
    ImageGrab.grab(box, xdisplay="").save("out/window.png")
    root.destroy()


root = ctk.CTk()
root.title("Welcome")
label = ctk.CTkLabel(root, text="What is your name?")
entry = ctk.CTkEntry(root)
button = ctk.CTkButton(root, text="Greet", command=greet)
label.grid(row=0, columnspan=2, pady=12)
entry.grid(row=1, column=0, padx=12, pady=12)
button.grid(row=1, column=1, padx=12, pady=12)

root.after(100, visit)
root.mainloop()
