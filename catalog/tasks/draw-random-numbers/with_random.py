# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:random"
# ///
"""A generator with a seed of its own draws the same again, whatever else the program draws."""

from random import Random
from statistics import fmean

# The authors of the algorithm, the Mersenne Twister, published what it draws from this seed.
SEED = 0x00000456_00000345_00000234_00000123
GUESTS = ["Ana", "Ben", "Chloé", "Dov", "Eva"]
generator = Random(SEED)

print("numbers:", [generator.getrandbits(32) for _ in range(3)])
print("dice:", [generator.randint(1, 6) for _ in range(5)])
print("winner:", generator.choice(GUESTS))
seats = GUESTS.copy()
generator.shuffle(seats)
print("seats:", ", ".join(seats))
print("lottery:", sorted(generator.sample(range(1, 50), k=6)))

mean = fmean(generator.gauss(0, 1) for _ in range(100_000))
print(f"mean of 100,000 normal values: {abs(mean):.1f}")
print("the same seed, the same number:", Random(SEED).getrandbits(32))
