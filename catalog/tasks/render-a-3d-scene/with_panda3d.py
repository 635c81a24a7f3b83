# /// script
# requires-python = ">=3.11"
# dependencies = ["panda3d"]
# [tool.toolcrib]
# module = "pypi:panda3d"
# ///
"""All that is seen hangs in one tree; each step draws it, and a traverser finds what met in it."""

from pathlib import Path

from direct.showbase.ShowBase import ShowBase
from panda3d import core

core.loadPrcFileData("", "win-size 480 270\naudio-library-name null\nmultisamples 4")
base = ShowBase()


def place(model: str, x: float, y: float = 0, z: float = 0) -> core.NodePath:
    node = base.loader.loadModel(model)
    node.reparentTo(base.render)
    node.setPos(x, y, z)
    return node


base.setBackgroundColor(0.5, 0.7, 0.9, 1)
base.disableMouse()  # else it moves the camera
base.camera.setPosHpr(0, -14, 5, 0, -20, 0)
for light, colour in (core.DirectionalLight("sun"), 0.9), (core.AmbientLight("sky"), 0.4):
    light.setColor((colour, colour, colour, 1))
    base.render.setLight(base.render.attachNewNode(light))
base.render.find("sun").setHpr(-30, -50, 0)
table = place("box", -6, -2, -1.2)
table.setScale(12, 5, 0.2)
table.setTextureOff(1)
table.setColor(0.55, 0.35, 0.2, 1)
smiley, frowney = place("smiley", -3.95), place("frowney", 2)
speeds = {smiley: 0.0, frowney: 0.0}
base.accept("space", lambda: speeds.update({smiley: 0.1}))
traverser, met = core.CollisionTraverser(), core.CollisionHandlerQueue()
for ball in speeds:
    shape = ball.attachNewNode(core.CollisionNode("shape"))
    shape.node().addSolid(core.CollisionSphere(0, 0, 0, 1))
    traverser.addCollider(shape, met)

for frame in range(1, 61):
    if frame == 11:  # when somebody presses the space bar
        base.messenger.send("space")
    for ball, speed in speeds.items():
        ball.setX(ball.getX() + speed)
    traverser.traverse(base.render)
    if met.entries:
        speeds = {smiley: 0.0, frowney: 0.1}
        print(f"frame {frame}: smiley meets frowney at x = {smiley.getX():.2f}, score 1")
    base.taskMgr.step()
Path("out").mkdir(exist_ok=True)
base.win.saveScreenshot("out/scene.png")
print(f"{frame} frames: smiley at x = {smiley.getX():.2f}, frowney at x = {frowney.getX():.2f}")
