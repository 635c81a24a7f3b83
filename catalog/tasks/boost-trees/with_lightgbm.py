# /// script
# requires-python = ">=3.11"
# dependencies = ["lightgbm", "pandas", "scikit-learn"]
# [tool.toolcrib]
# module = "pypi:lightgbm"
# ///
"""It grows the leaf that helps most, and callbacks stop it by the rows held back."""

import lightgbm as lgb
import pandas as pd
from sklearn.metrics import mean_absolute_error

hours = pd.read_csv("rides.csv")
rides = hours.pop("rides")
train, check, test = slice(0, 360), slice(360, 450), slice(450, 600)
learn = lgb.Dataset(hours[train], rides[train])
held_back = learn.create_valid(hours[check], rides[check])

common = {"objective": "regression", "max_depth": 4, "min_child_samples": 5, "verbose": -1}
single = lgb.train(common | {"learning_rate": 1}, learn, num_boost_round=1)
boosted = lgb.train(
    common | {"learning_rate": 0.1},
    learn,
    num_boost_round=1000,
    valid_sets=[held_back],
    callbacks=[lgb.early_stopping(20, verbose=False)],
)

for name, model in [("a single tree", single), ("boosted trees", boosted)]:
    error = mean_absolute_error(rides[test], model.predict(hours[test]))
    print(f"{name}: wrong by about {round(error, -1):.0f} rides an hour")
importance = pd.Series(boosted.feature_importance("gain"), index=hours.columns)
print(f"most important: {importance.idxmax()}")
