# /// script
# requires-python = ">=3.11"
# dependencies = ["pillow"]
# [tool.toolcrib]
# module = "pypi:pillow"
# ///
"""Each edit gives a new image, and the ending of a file name decides how it is saved."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

out = Path("out")
out.mkdir(exist_ok=True)

with Image.open("lighthouse.png") as picture:
    ImageOps.contain(picture, (96, 96)).save(out / "thumbnail.png")
    picture.crop((20, 10, 100, 130)).save(out / "tower.png")
    picture.rotate(90, expand=True).save(out / "turned.png")
    picture.convert("L").save(out / "grey.jpg")
    postcard = ImageOps.expand(picture, border=10, fill="white")

ImageDraw.Draw(postcard).text((130, 130), "Greetings!", fill="white", font_size=18)
postcard.save(out / "postcard.png")

for name in ("thumbnail.png", "tower.png", "turned.png", "postcard.png", "grey.jpg"):
    with Image.open(out / name) as picture:
        print(f"{name}: {picture.width} x {picture.height}, {picture.mode}, {picture.format}")
