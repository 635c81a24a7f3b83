# /// script
# requires-python = ">=3.11,<3.12"
# dependencies = ["numpy", "torch==2.13.0"]
# [tool.toolcrib]
# module = "pypi:torch"
# ///
"""The training is a loop of plain Python, so every step of it can be watched and changed."""

import numpy as np
import torch
from torch import nn

rooms = torch.tensor(np.loadtxt("rooms.csv", delimiter=",", skiprows=1), dtype=torch.float32)
inputs = (rooms[:, :2] - rooms[:300, :2].mean(dim=0)) / rooms[:300, :2].std(dim=0)
x, y, x_test, y_test = inputs[:300], rooms[:300, 2:], inputs[300:], rooms[300:, 2:]

torch.manual_seed(0)
network = nn.Sequential(nn.Linear(2, 16), nn.Tanh(), nn.Linear(16, 1))
loss_of = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(network.parameters(), lr=0.02)
losses = []
for _ in range(500):
    optimizer.zero_grad()
    loss = loss_of(network(x), y)
    loss.backward()
    optimizer.step()
    losses.append(loss.item())

with torch.no_grad():
    right = ((network(x_test) > 0) == (y_test > 0)).float().mean().item()
print(f"{len(x)} rooms to learn from, {len(x_test)} to test with")
print(f"the loss fell to less than 1/{min(4, int(losses[0] / losses[-1]))}")
print(f"right on the test: at least {min(95, int(100 * right))} %")
