# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "scikit-learn"]
# [tool.toolcrib]
# module = "pypi:scikit-learn"
# ///
"""A small network is one step of a pipeline like any other model; its sizes are arguments."""

import numpy as np
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rooms = np.loadtxt("rooms.csv", delimiter=",", skiprows=1)
x, y, x_test, y_test = rooms[:300, :2], rooms[:300, 2], rooms[300:, :2], rooms[300:, 2]

network = MLPClassifier(
    hidden_layer_sizes=16, activation="tanh", learning_rate_init=0.02, max_iter=1000, random_state=0
)
model = make_pipeline(StandardScaler(), network).fit(x, y)

losses = network.loss_curve_
print(f"{len(x)} rooms to learn from, {len(x_test)} to test with")
print(f"the loss fell to less than 1/{min(4, int(losses[0] / losses[-1]))}")
print(f"right on the test: at least {min(95, int(100 * model.score(x_test, y_test)))} %")
