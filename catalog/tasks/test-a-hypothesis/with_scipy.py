# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas", "scipy"]
# [tool.toolcrib]
# module = "pypi:scipy"
# ///
"""scipy.stats has a function for each classical test, and each gives a statistic and its p."""

import pandas as pd
from scipy import stats

ovens = [weights for _, weights in pd.read_csv("loaves.csv").groupby("oven")["grams"]]
loaves = pd.read_csv("burnt.csv")
counts = [loaves["burnt"], loaves["baked"] - loaves["burnt"]]

for test, result in [
    ("ovens A and B weigh the same: t", stats.ttest_ind(ovens[0], ovens[1])),
    ("all ovens weigh the same: F", stats.f_oneway(*ovens)),
    (
        "both thermostats burn as many: chi squared",
        stats.chi2_contingency(counts, correction=False),
    ),
]:
    answer = "reject" if result.pvalue < 0.05 else "keep"
    print(f"{test} = {result.statistic:.2f}, p = {result.pvalue:.3f}, {answer}")
