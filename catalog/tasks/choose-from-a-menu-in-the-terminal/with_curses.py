# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:curses"
# ///
"""curses reads single keys and writes anywhere, and its wrapper puts the terminal right again."""

import curses

DISHES = {"Onion soup": 7.50, "Ratatouille": 14.00, "Apple tart": 6.50}


def order(screen: curses.window) -> list[str]:
    """Let somebody move with the arrows, mark with the space bar, and end with Enter."""
    curses.curs_set(0)
    dishes = list(DISHES)
    here, marked = 0, set()
    while True:
        for row, dish in enumerate(dishes):
            box = "[x]" if dish in marked else "[ ]"
            screen.addstr(row, 2, f"{box} {dish}", curses.A_REVERSE if row == here else 0)
        match screen.getkey():
            case "KEY_DOWN":
                here = min(here + 1, len(dishes) - 1)
            case "KEY_UP":
                here = max(here - 1, 0)
            case " ":
                marked ^= {dishes[here]}
            case "\n":
                return [dish for dish in dishes if dish in marked]


ordered = curses.wrapper(order)
for dish in ordered:
    print(f"{dish:12} {DISHES[dish]:6.2f}")
print(f"{'to pay':12} {sum(DISHES[dish] for dish in ordered):6.2f}")
