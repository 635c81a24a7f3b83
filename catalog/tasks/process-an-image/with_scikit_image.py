# /// script
# requires-python = ">=3.11"
# dependencies = ["scikit-image"]
# [tool.toolcrib]
# module = "pypi:scikit-image"
# ///
"""regionprops measures each outline by name, so naming the shapes is one comparison."""

from pathlib import Path

from skimage import color, draw, feature, filters, io, measure, util

picture = filters.gaussian(io.imread("biscuits.jpg"), sigma=2, channel_axis=-1)
edges = feature.canny(color.rgb2gray(picture), sigma=0.5)

shapes = []
for region in measure.regionprops(measure.label(edges)):
    share = region.area_convex / region.area_bbox  # a triangle fills half of its box
    shape = "triangular" if share < 0.65 else "round" if share < 0.9 else "square"
    top, left, bottom, right = region.bbox
    centre = ((top + bottom) // 2, (left + right) // 2)
    shapes.append((shape, round(centre[1], -1), round(centre[0], -1)))
    picture[draw.disk(centre, 4)] = 1
picture[edges] = (1, 0, 0)

Path("out").mkdir(exist_ok=True)
io.imsave("out/marked.png", util.img_as_ubyte(picture))
print(len(shapes), "shapes")
for shape, x, y in sorted(shapes):
    print(f"{shape} at {x}, {y}")
