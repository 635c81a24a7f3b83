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


def walk(length: float, step: int) -> list[float]:
    """Walk along one side, and return the lengths of its lines."""
    if step == 0:
        turtle.forward(length)
        return [length]
    lines = []
    for angle in (60, -120, 60, 0):
        lines += walk(length / 3, step - 1)
        turtle.left(angle)
    return lines


turtle.setup(800, 240)
turtle.screensize(700, 180)  # smaller than the window, which needs no scroll bars then
turtle.tracer(0)  # show the drawing once it is done
turtle.hideturtle()
turtle.color("navy", "lightcyan")
for step in range(4):
    turtle.penup()
    turtle.goto(200 * step - 381, 47)
    turtle.pendown()
    turtle.begin_fill()
    lines = []
    for _ in range(3):
        lines += walk(162, step)
        turtle.right(120)
    turtle.end_fill()
    print(f"step {step}: {len(lines)} lines, {sum(lines):.0f} long")

turtle.update()
canvas = turtle.getcanvas()
left, top = canvas.winfo_rootx(), canvas.winfo_rooty()
Path("out").mkdir(exist_ok=True)
ImageGrab.grab((left, top, left + 800, top + 240), xdisplay="").save("out/snowflakes.png")
