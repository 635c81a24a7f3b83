# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas", "matplotlib"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""A table draws itself: each chart is one call that names the columns, on matplotlib's axes."""

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

table = pd.read_csv("ice-cream.csv", index_col="month")

figure, (line, bar, scatter) = plt.subplots(1, 3, figsize=(12, 4), layout="constrained")
titles = {"title": "Temperature", "xlabel": "", "ylabel": "°C", "xticks": range(len(table))}
table[["day", "night"]].plot(ax=line, color=["tab:red", "tab:blue"], **titles)
titles = {"title": "Ice cream sold", "xlabel": "", "ylabel": "cones"}
table["cones"].plot.bar(ax=bar, color="tab:orange", width=0.8, rot=0, **titles)
titles = {"title": "The warmer, the more", "xlabel": "°C by day", "ylabel": "cones"}
table.plot.scatter("day", "cones", ax=scatter, color="tab:green", **titles)

Path("out").mkdir(exist_ok=True)
figure.savefig("out/chart.png", dpi=100)

for axes in figure.axes:
    x0, y0, x1, y1 = axes.dataLim.extents
    print(f"{axes.get_title()}: x {x0:g} to {x1:g}, y {y0:g} to {y1:g}")
height, width, _ = plt.imread("out/chart.png").shape
print(f"{width} x {height} pixels")
