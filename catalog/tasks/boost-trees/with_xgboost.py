# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas", "scikit-learn", "xgboost"]
# [tool.uv]
# override-dependencies = ["nvidia-nccl-cu12; python_version < '3'"]
# [tool.toolcrib]
# module = "pypi:xgboost"
# ///
"""Each tree corrects those before it, until the rows held back say that it no longer helps."""

import pandas as pd
from sklearn.metrics import mean_absolute_error
from xgboost import XGBRegressor

hours = pd.read_csv("rides.csv")
rides = hours.pop("rides")
train, check, test = slice(0, 360), slice(360, 450), slice(450, 600)

single = XGBRegressor(n_estimators=1, learning_rate=1, max_depth=4)
single.fit(hours[train], rides[train])
boosted = XGBRegressor(
    n_estimators=1000,
    learning_rate=0.1,
    max_depth=4,
    early_stopping_rounds=20,
    importance_type="total_gain",
)
boosted.fit(hours[train], rides[train], eval_set=[(hours[check], rides[check])], verbose=False)

for name, model in [("a single tree", single), ("boosted trees", boosted)]:
    error = mean_absolute_error(rides[test], model.predict(hours[test]))
    print(f"{name}: wrong by about {round(error, -1):.0f} rides an hour")
importance = pd.Series(boosted.feature_importances_, index=hours.columns)
print(f"most important: {importance.idxmax()}")
