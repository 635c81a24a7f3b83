# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib", "pandas", "scipy"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""A table draws itself, by group or by column, which does for a first look at the data."""

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd

flats = pd.read_csv("flats.csv")
rent, area = flats["rent"], flats["area"]

figure, (boxes, bars, trend) = plt.subplots(1, 3, figsize=(13, 4), layout="constrained")
drawn = flats.boxplot("rent", by="district", ax=boxes, grid=False, return_type="dict")["rent"]
rent.plot.hist(bins=range(600, 2500, 300), alpha=0.5, ax=bars)
rent.plot.kde(ind=range(600, 2401, 10), secondary_y=True, ax=bars)
flats.plot.scatter("area", "rent", ax=trend)
slope = area.cov(rent) / area.var()
trend.axline((area.mean(), rent.mean()), slope=slope)
figure.suptitle("")
boxes.set(title="Rent by district", xlabel="", ylabel="€ a month")
bars.set(title="How many flats at which rent", xlabel="€ a month", ylabel="flats")
trend.set(title="Rent by area", xlabel="m²", ylabel="€ a month")
Path("out").mkdir(exist_ok=True)
figure.savefig("out/flats.png", dpi=80)

names = [label.get_text() for label in boxes.get_xticklabels()]
print(f"{len(drawn['medians'])} boxes, with medians")
for name, line in zip(names, drawn["medians"]):
    print(f"  {name}: {line.get_ydata()[0]:.0f}")
print("heights of the bars:", *(f"{bar.get_height():.0f}" for bar in bars.patches))
print(f"the line rises by {slope:.2f} for a square metre")
