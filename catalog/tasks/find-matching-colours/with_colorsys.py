# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:colorsys"
# ///
"""In hue, lightness and saturation one number changes what one means; RGB would need all three."""

from colorsys import hls_to_rgb, hsv_to_rgb, rgb_to_hls


def hexed(colour):
    return "#" + "".join(f"{round(255 * part):02x}" for part in colour)


brand = "#3366cc"
h, l, s = rgb_to_hls(*(part / 255 for part in bytes.fromhex(brand[1:])))
print(f"{brand} has hue {h * 360:.0f}, lightness {l:.0%}, saturation {s:.0%}".replace("%", " %"))
print("lighter:", hexed(hls_to_rgb(h, 0.8, s)))
print("opposite:", hexed(hls_to_rgb((h + 0.5) % 1, l, s)))
print("rainbow:", *(hexed(hsv_to_rgb(step / 6, 1, 1)) for step in range(6)))
