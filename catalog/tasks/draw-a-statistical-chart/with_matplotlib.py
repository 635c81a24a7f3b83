# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib", "numpy", "pandas", "scipy"]
# [tool.toolcrib]
# module = "pypi:matplotlib"
# ///
"""What is computed, density and trend, is one's own; in turn every line is under control."""

from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from scipy.stats import gaussian_kde

flats = pd.read_csv("flats.csv")
area, rent = flats["area"], flats["rent"]
groups = dict(list(rent.groupby(flats["district"])))

figure, (boxes, bars, trend) = plt.subplots(1, 3, figsize=(13, 4), layout="constrained")
drawn = boxes.boxplot(groups.values(), tick_labels=groups, medianprops={"linewidth": 3})
boxes.set(title="Rent by district", ylabel="€ a month")
heights, *_ = bars.hist(rent, bins=range(600, 2500, 300), alpha=0.5, edgecolor="white")
x = np.linspace(rent.min(), rent.max(), 200)
bars.plot(x, gaussian_kde(rent)(x) * rent.size * 300, color="tab:blue")
bars.set(title="How many flats at which rent", xlabel="€ a month", ylabel="flats")
slope, _ = np.polyfit(area, rent, deg=1)
trend.scatter(area, rent, alpha=0.6)
trend.axline((area.mean(), rent.mean()), slope=slope)
trend.set(title="Rent by area", xlabel="m²", ylabel="€ a month")
Path("out").mkdir(exist_ok=True)
figure.savefig("out/flats.png", dpi=80)

print(f"{len(drawn['medians'])} boxes, with medians")
for name, line in zip(groups, drawn["medians"]):
    print(f"  {name}: {line.get_ydata()[0]:.0f}")
print("heights of the bars:", *(f"{height:.0f}" for height in heights))
print(f"the line rises by {slope:.2f} for a square metre")
