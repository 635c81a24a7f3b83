# /// script
# requires-python = ">=3.11"
# dependencies = ["matplotlib", "pandas", "seaborn"]
# [tool.toolcrib]
# module = "pypi:seaborn"
# ///
"""Each chart is one call that is told the table and the names of its columns."""

from pathlib import Path

import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns

flats = pd.read_csv("flats.csv")

sns.set_theme(style="whitegrid")
figure, (boxes, bars, trend) = plt.subplots(1, 3, figsize=(13, 4), layout="constrained")
sns.boxplot(flats, x="district", y="rent", hue="district", ax=boxes)
sns.histplot(flats, x="rent", bins=range(600, 2500, 300), kde=True, ax=bars)
sns.regplot(flats, x="area", y="rent", seed=0, ax=trend)
boxes.set(title="Rent by district", xlabel="", ylabel="€ a month")
bars.set(title="How many flats at which rent", xlabel="€ a month", ylabel="flats")
trend.set(title="Rent by area", xlabel="m²", ylabel="€ a month")
Path("out").mkdir(exist_ok=True)
figure.savefig("out/flats.png", dpi=80)

names = [label.get_text() for label in boxes.get_xticklabels()]
medians = [line.get_ydata()[0] for box in boxes.containers for line in box.medians]
print(f"{len(medians)} boxes, with medians")
for name, median in zip(names, medians):
    print(f"  {name}: {median:.0f}")
print("heights of the bars:", *(f"{bar.get_height():.0f}" for bar in bars.patches))
(x0, *_, x1), (y0, *_, y1) = trend.lines[0].get_data()
print(f"the line rises by {(y1 - y0) / (x1 - x0):.2f} for a square metre")
