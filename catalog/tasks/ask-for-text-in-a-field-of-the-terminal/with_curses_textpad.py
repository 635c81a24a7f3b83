# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:curses.textpad"
# ///
"""A Textbox edits what stands in its window, with the keys of Emacs; Enter ends a single line."""

import curses
from curses.textpad import Textbox, rectangle


def ask(screen):
    screen.addstr(1, 2, "Your ship:")
    rectangle(screen, 0, 13, 2, 34)
    screen.refresh()
    field = curses.newwin(1, 20, 1, 14)
    return Textbox(field).edit().strip()


print("berth 4 is kept for", curses.wrapper(ask))
