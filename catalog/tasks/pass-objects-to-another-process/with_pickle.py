# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pickle"
# ///
"""Both ends are this program, so they may trust each other's pickles and need no format."""

import pickle
import subprocess
import sys
from datetime import date
from fractions import Fraction

if sys.argv[1:] == ["child"]:
    shares = pickle.load(sys.stdin.buffer)
    pickle.dump({day: sum(parts) for day, parts in shares.items()}, sys.stdout.buffer)
    sys.exit()

shares = {
    date(2026, 3, 14): [Fraction(1, 3), Fraction(1, 6)],
    date(2026, 3, 15): [Fraction(1, 4), Fraction(1, 2)],
}
command = [sys.executable, __file__, "child"]
child = subprocess.run(command, input=pickle.dumps(shares), stdout=subprocess.PIPE, check=True)
for day, share in pickle.loads(child.stdout).items():
    print(f"{day:%d %B}: {share} of the field is ploughed")
