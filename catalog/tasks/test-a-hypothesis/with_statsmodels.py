# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas", "statsmodels"]
# [tool.toolcrib]
# module = "pypi:statsmodels"
# ///
"""The tests stand beside the models, each for data as it comes: samples, groups, counts."""

import pandas as pd
from statsmodels.stats.oneway import anova_oneway
from statsmodels.stats.proportion import proportions_chisquare
from statsmodels.stats.weightstats import ttest_ind

grams = pd.read_csv("loaves.csv").groupby("oven")["grams"]
ovens = [weights for _, weights in grams]
loaves = pd.read_csv("burnt.csv")

t, p_two, _ = ttest_ind(ovens[0], ovens[1])
anova = anova_oneway(ovens, use_var="equal")
chi2, p_burnt, _ = proportions_chisquare(loaves["burnt"], loaves["baked"])
for test, statistic, p in [
    ("ovens A and B weigh the same: t", t, p_two),
    ("all ovens weigh the same: F", anova.statistic, anova.pvalue),
    ("both thermostats burn as many: chi squared", chi2, p_burnt),
]:
    print(f"{test} = {statistic:.2f}, p = {p:.3f}, {'reject' if p < 0.05 else 'keep'}")
