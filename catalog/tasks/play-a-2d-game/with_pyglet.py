# /// script
# requires-python = ">=3.11"
# dependencies = ["pyglet"]
# [tool.toolcrib]
# module = "pypi:pyglet"
# ///
"""The window's handlers hear keys and draw one batch of shapes; what meets what is for us to say."""

from pathlib import Path

import pyglet
from pyglet.shapes import Circle, Rectangle, RoundedRectangle

RIGHT = pyglet.window.key.RIGHT
PLAYED = {21: "on_key_press", 71: "on_key_release"}  # when somebody presses the right arrow key
window = pyglet.window.Window(480, 270, "Apples")
batch = pyglet.graphics.Batch()
sky = Rectangle(0, 0, 480, 270, (135, 206, 235), batch=batch)
grass = Rectangle(0, 0, 480, 20, (34, 139, 34), batch=batch)
basket = RoundedRectangle(40, 20, 60, 30, 10, color=(139, 69, 19), batch=batch)
trees = [(270, 249), (410, 249), (130, 400), (350, 350)]
apples = {Circle(x, y, 10, color=(220, 20, 60), batch=batch) for x, y in trees}
board = pyglet.text.Label("Score 0", 12, 236, font_size=18, color=(25, 25, 112), batch=batch)
keys, score = pyglet.window.key.KeyStateHandler(), 0
window.push_handlers(keys, on_draw=batch.draw)

for frame in range(1, 121):
    pyglet.clock.tick()
    window.dispatch_events()
    if frame in PLAYED:
        window.dispatch_event(PLAYED[frame], RIGHT, 0)
    basket.x += 4 if keys[RIGHT] else 0
    for apple in set(apples):
        apple.y -= 2
        if basket.x < apple.x < basket.x + 60 and 20 < apple.y - 10 < 50:
            apples.remove(apple)
            apple.delete()
            score += 1
            board.text = f"Score {score}"
            print(f"frame {frame}: at x = {basket.x}, an apple caught, score {score}")
    window.draw(1 / 60)

Path("out").mkdir(exist_ok=True)
pyglet.image.get_buffer_manager().get_color_buffer().save("out/game.png")
print(f"{frame} frames, score {score}, {len(apples)} apples left")
