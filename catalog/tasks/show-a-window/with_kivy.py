# /// script
# requires-python = ">=3.11"
# dependencies = ["kivy"]
# [tool.toolcrib]
# module = "pypi:kivy"
# ///
"""Kivy's own language tells which widget stands in which, and what a button does to them."""

import os
from pathlib import Path

os.environ["KIVY_NO_CONSOLELOG"] = "1"

from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window

Window.size = 360, 120


class WelcomeApp(App):
    """Its layout is in welcome.kv: Kivy finds the file by the name of the class."""

    def on_start(self) -> None:
        Clock.schedule_once(lambda _: Clock.schedule_once(self.visit, 0.5))  # once it is drawn

    def visit(self, _) -> None:
        """Type a name and press the button, as a visitor would; then photograph the window."""
        label, entry, button = (self.root.ids[name] for name in ("label", "entry", "button"))
        print(label.text)
        entry.focus = True
        Window.dispatch("on_textinput", "Ines")
        button.trigger_action(0)
        print(label.text)
        Clock.schedule_once(self.photograph, 0.5)

    def photograph(self, _) -> None:
        Path("out").mkdir(exist_ok=True)
        Path(Window.screenshot("out/window.png")).rename("out/window.png")
        self.stop()


WelcomeApp().run()
