# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas", "statsmodels"]
# [tool.toolcrib]
# module = "pypi:statsmodels"
# ///
"""A formula names the columns, and the fitted model holds all that a report of it needs."""

import pandas as pd
import statsmodels.formula.api as smf

plots = pd.read_csv("plots.csv")
model = smf.ols("harvest ~ fertiliser + water", plots).fit()

for name, (low, high) in model.conf_int().iterrows():
    print(f"{name:<10}  {model.params[name]:7.2f}  from {low:7.2f} to {high:7.2f}")
print(f"R squared {model.rsquared:.3f}")
