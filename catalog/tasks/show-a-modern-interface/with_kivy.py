# /// script
# requires-python = ">=3.11"
# dependencies = ["kivy"]
# [tool.toolcrib]
# module = "pypi:kivy"
# ///
"""What ferry.kv says of one property in terms of another holds while an Animation changes it."""

import os
from pathlib import Path

os.environ["KIVY_NO_CONSOLELOG"] = "1"

from kivy.animation import Animation
from kivy.app import App
from kivy.clock import Clock
from kivy.core.window import Window

Window.size = 480, 240
Window.clearcolor = 0.1, 0.2, 0.35, 1


class FerryApp(App):
    """Its layout is in ferry.kv: Kivy finds the file by the name of the class."""

    def on_start(self) -> None:
        Clock.schedule_once(lambda _: Clock.schedule_once(self.touch, 0.5))  # once it is drawn

    def touch(self, _) -> None:
        """Touch the middle of the ferry, as a passenger would."""
        print(self.root.ids.sign.text)
        x, y = self.root.ids.ferry.center
        Window.dispatch("on_mouse_down", x, Window.height - y, "left", [])
        Window.dispatch("on_mouse_up", x, Window.height - y, "left", [])

    def cross(self, ferry) -> None:
        crossing = Animation(x=340, duration=0.5, t="in_out_quad")
        crossing.bind(on_complete=self.land)
        crossing.start(ferry)

    def land(self, *_) -> None:
        print(self.root.ids.sign.text)
        Clock.schedule_once(self.photograph, 0.5)

    def photograph(self, _) -> None:
        Path("out").mkdir(exist_ok=True)
        Path(Window.screenshot("out/window.png")).rename("out/window.png")
        self.stop()


FerryApp().run()
