# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "std:turtle"
# ///
"""A figure is told as a walk, forward and turn, and a function that calls itself makes it finer."""

import turtle
from pathlib import Path

from PIL import ImageGrab


def walk(pen: turtle.Turtle, length: float, step: int) -> list[float]:
    """Walk along one side, and return the lengths of its lines."""
    if step == 0:
        pen.forward(length)
        return [length]
    lines = []
    for angle in (60, -120, 60, 0):
        lines += walk(pen, length / 3, step - 1)
        pen.left(angle)
    return lines


screen = turtle.Screen()
screen.setup(800, 240)
screen.screensize(700, 180)  # smaller than the window, which needs no scroll bars then
screen.tracer(0)  # show the drawing once it is done
pen = turtle.Turtle(visible=False)
pen.color("navy", "lightcyan")
for step in range(4):
    pen.penup()
    pen.goto(200 * step - 381, 47)
    pen.pendown()
    pen.begin_fill()
    lines = []
    for _ in range(3):
        lines += walk(pen, 162, step)
        pen.right(120)
    pen.end_fill()
    print(f"step {step}: {len(lines)} lines, {sum(lines):.0f} long")

canvas = screen.getcanvas()
screen.update()
canvas.update()
left, top = canvas.winfo_rootx(), canvas.winfo_rooty()
Path("out").mkdir(exist_ok=True)
box = (left, top, left + canvas.winfo_width(), top + canvas.winfo_height())
ImageGrab.grab(box, xdisplay="").save("out/snowflakes.png")
