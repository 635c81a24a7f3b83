# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""A network is two products of matrices; its gradients, by the chain rule, are three more."""

import numpy as np

rooms = np.loadtxt("rooms.csv", delimiter=",", skiprows=1)
inputs = (rooms[:, :2] - rooms[:300, :2].mean(axis=0)) / rooms[:300, :2].std(axis=0)
x, y, x_test, y_test = inputs[:300], rooms[:300, 2:], inputs[300:], rooms[300:, 2:]

rng = np.random.default_rng(0)
w1, b1 = rng.normal(size=(2, 16)), np.zeros(16)
w2, b2 = rng.normal(size=(16, 1)) / 4, np.zeros(1)
losses = []
for _ in range(2000):
    hidden = np.tanh(x @ w1 + b1)
    chance = 1 / (1 + np.exp(-(hidden @ w2 + b2)))
    losses.append(-np.log(np.where(y, chance, 1 - chance)).mean())
    error = (chance - y) / len(y)
    back = error @ w2.T * (1 - hidden**2)
    w2 -= hidden.T @ error
    b2 -= error.sum(axis=0)
    w1 -= x.T @ back
    b1 -= back.sum(axis=0)

right = ((np.tanh(x_test @ w1 + b1) @ w2 + b2 > 0) == y_test).mean()
print(f"{len(x)} rooms to learn from, {len(x_test)} to test with")
print(f"the loss fell to less than 1/{min(4, int(losses[0] / losses[-1]))}")
print(f"right on the test: at least {min(95, int(100 * right))} %")
