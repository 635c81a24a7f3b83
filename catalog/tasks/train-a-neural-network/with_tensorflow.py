# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "tensorflow"]
# [tool.toolcrib]
# module = "pypi:tensorflow"
# ///
"""Keras is told the layers, the loss and the optimiser, and fit is the whole training."""

import numpy as np
import tensorflow as tf
from tensorflow.keras import Input, Sequential, layers, optimizers

rooms = np.loadtxt("rooms.csv", delimiter=",", skiprows=1)
x, y, x_test, y_test = rooms[:300, :2], rooms[:300, 2], rooms[300:, :2], rooms[300:, 2]

tf.keras.utils.set_random_seed(0)
scaling = layers.Normalization()
scaling.adapt(x)
network = Sequential([Input((2,)), scaling, layers.Dense(16, "tanh"), layers.Dense(1, "sigmoid")])
network.compile(optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
losses = network.fit(x, y, epochs=100, verbose=0).history["loss"]

_, right = network.evaluate(x_test, y_test, verbose=0)
print(f"{len(x)} rooms to learn from, {len(x_test)} to test with")
print(f"the loss fell to less than 1/{min(4, int(losses[0] / losses[-1]))}")
print(f"right on the test: at least {min(95, int(100 * right))} %")
