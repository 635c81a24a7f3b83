# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib"]
# [tool.toolcrib]
# module = "pypi:matplotlib"
# ///
"""The methods of the axes say which chart they draw on, so several fit in one picture."""

import csv
from pathlib import Path

import matplotlib.pyplot as plt

with open("ice-cream.csv", encoding="utf-8", newline="") as file:
    rows = list(csv.DictReader(file))
months = [row["month"] for row in rows]
night = [float(row["night"]) for row in rows]
day = [float(row["day"]) for row in rows]
cones = [int(row["cones"]) for row in rows]

figure, (line, bar, scatter) = plt.subplots(1, 3, figsize=(12, 4), layout="constrained")
line.plot(months, day, color="tab:red", label="day")
line.plot(months, night, color="tab:blue", label="night")
line.set(title="Temperature", ylabel="°C")
line.legend()
bar.bar(months, cones, color="tab:orange")
bar.set(title="Ice cream sold", ylabel="cones")
scatter.scatter(day, cones, color="tab:green")
scatter.set(title="The warmer, the more", xlabel="°C by day", ylabel="cones")

Path("out").mkdir(exist_ok=True)
figure.savefig("out/chart.png", dpi=100)

for axes in figure.axes:
    x0, y0, x1, y1 = axes.dataLim.extents
    print(f"{axes.get_title()}: x {x0:g} to {x1:g}, y {y0:g} to {y1:g}")
height, width, _ = plt.imread("out/chart.png").shape
print(f"{width} x {height} pixels")
