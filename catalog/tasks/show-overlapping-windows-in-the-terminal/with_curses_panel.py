# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:curses.panel"
# ///
"""Panels know which window covers which, so what comes to light is drawn by itself."""

import curses
from curses import panel


def show(screen):
    screen.refresh()
    panels = {}
    for number, name in enumerate(["prices", "orders", "help"], 1):
        window = curses.newwin(6, 30, 2 * number, 6 * number)
        window.box()
        window.addstr(1, 2, f"{number} {name}")
        panels[str(number)] = panel.new_panel(window)
        panels[str(number)].set_userptr(name)

    while True:
        panel.update_panels()
        curses.doupdate()
        match panel.top_panel().window().getkey():
            case key if key in panels:
                panels[key].top()
            case "x":
                panel.top_panel().hide()
            case "q":
                break

    names, top = [], panel.top_panel()
    while top:
        names.append(top.userptr())
        top = top.below()
    return names


print("from the top:", ", ".join(curses.wrapper(show)))
