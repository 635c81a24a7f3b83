# /// script
# requires-python = ">=3.11"
# dependencies = ["opencv-python"]
# [tool.toolcrib]
# module = "pypi:opencv-python"
# ///
"""Each step is one call on an array, and blurring first keeps the grain from giving edges."""

from pathlib import Path

import cv2

picture = cv2.GaussianBlur(cv2.imread("biscuits.jpg"), (0, 0), sigmaX=2)
edges = cv2.Canny(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), 40, 80)
outlines, _ = cv2.findContours(edges, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)

shapes = []
for hull in map(cv2.convexHull, outlines):
    x, y, width, height = cv2.boundingRect(hull)
    share = cv2.contourArea(hull) / (width * height)  # a triangle fills half of its box
    shape = "triangular" if share < 0.65 else "round" if share < 0.9 else "square"
    centre = (x + width // 2, y + height // 2)
    shapes.append((shape, round(centre[0], -1), round(centre[1], -1)))
    cv2.drawMarker(picture, centre, (255, 255, 255))
cv2.drawContours(picture, outlines, -1, (0, 0, 255), 2)

Path("out").mkdir(exist_ok=True)
cv2.imwrite("out/marked.png", picture)
print(len(shapes), "shapes")
for shape, x, y in sorted(shapes):
    print(f"{shape} at {x}, {y}")
