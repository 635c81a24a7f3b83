# /// script
# requires-python = ">=3.11"
# dependencies = ["customtkinter", "pillow"]
# [tool.toolcrib]
# module = "pypi:customtkinter"
# ///
"""One call changes the mode of the whole window, and every widget has its colours for both."""

from pathlib import Path

import customtkinter as ctk
from PIL import ImageGrab


def tell() -> None:
    print(f"{ctk.get_appearance_mode()} mode, brightness {slider.get():g} %")


def photograph(file: str) -> None:
    window.update()
    left, top = window.winfo_rootx(), window.winfo_rooty()
    box = (left, top, left + window.winfo_width(), top + window.winfo_height())
    ImageGrab.grab(box, xdisplay="").save(file)


def visit() -> None:
    """Save in dark mode; then switch to light mode, more brightness, and save again."""
    Path("out").mkdir(exist_ok=True)
    button.invoke()
    photograph("out/dark.png")
    switch.toggle()
    slider.set(80)
    button.invoke()
    photograph("out/light.png")
    window.destroy()


ctk.set_appearance_mode("dark")
window = ctk.CTk()
window.title("Lamp")
switch = ctk.CTkSwitch(window, text="Light mode", onvalue="light", offvalue="dark")
switch.configure(command=lambda: ctk.set_appearance_mode(switch.get()))
slider = ctk.CTkSlider(window, from_=0, to=100, number_of_steps=10)
slider.set(30)
button = ctk.CTkButton(window, text="Save", corner_radius=16, command=tell)
for widget in (switch, slider, button):
    widget.pack(padx=40, pady=14)
window.after(200, visit)
window.mainloop()
