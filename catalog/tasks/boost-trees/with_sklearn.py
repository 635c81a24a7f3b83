# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas", "scikit-learn"]
# [tool.toolcrib]
# module = "pypi:scikit-learn"
# ///
"""Boosted trees are among its models, and it asks any model which column its errors hang on."""

import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.inspection import permutation_importance
from sklearn.metrics import mean_absolute_error
from sklearn.tree import DecisionTreeRegressor

hours = pd.read_csv("rides.csv")
rides = hours.pop("rides")
train, test = slice(0, 450), slice(450, 600)

single = DecisionTreeRegressor(max_depth=4, random_state=0)
single.fit(hours[train], rides[train])
boosted = HistGradientBoostingRegressor(
    max_iter=1000, max_depth=4, early_stopping=True, n_iter_no_change=20, random_state=0
)
boosted.fit(hours[train], rides[train])

for name, model in [("a single tree", single), ("boosted trees", boosted)]:
    error = mean_absolute_error(rides[test], model.predict(hours[test]))
    print(f"{name}: wrong by about {round(error, -1):.0f} rides an hour")
shuffled = permutation_importance(boosted, hours[test], rides[test], random_state=0)
importance = pd.Series(shuffled.importances_mean, index=hours.columns)
print(f"most important: {importance.idxmax()}")
