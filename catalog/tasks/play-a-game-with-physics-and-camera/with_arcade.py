# /// script
# requires-python = ">=3.11"
# dependencies = ["arcade>=3.3,<4"]
# [tool.toolcrib]
# module = "pypi:arcade"
# ///
"""A physics engine keeps the runner on the ground, and a camera that follows draws the level."""

import tomllib
from pathlib import Path

import arcade

arcade.hitbox.algo_default = arcade.hitbox.algo_bounding_box  # boxes of 40 pixels meet
LEVEL = tomllib.loads(Path("level.toml").read_text(encoding="utf-8"))


class Level(arcade.Window):
    def __init__(self) -> None:
        super().__init__(480, 270, "Run for coins")
        self.frame, self.eye, self.scene = 0, arcade.Camera2D(), arcade.Scene()
        for row, marks in enumerate(reversed(LEVEL["map"].splitlines())):
            for column, mark in enumerate(marks):
                if file := LEVEL["tiles"].get(mark):
                    tile = arcade.Sprite(file, 40 / 128, 20 + 40 * column, 20 + 40 * row)
                    self.scene.add_sprite(mark, tile)
        self.runner, self.coins = self.scene["@"][0], self.scene["o"]
        self.runner.change_x = 5
        walls = self.scene["="], self.scene["#"]
        self.physics = arcade.PhysicsEnginePlatformer(self.runner, None, 1, walls=walls)

    def on_key_press(self, symbol: int, modifiers: int) -> None:
        if symbol == arcade.key.SPACE and self.physics.can_jump():
            self.physics.jump(14)

    def on_update(self, delta_time: float) -> None:
        self.frame += 1
        if self.frame == 50:  # when somebody presses the space bar
            self.dispatch_event("on_key_press", arcade.key.SPACE, 0)
        self.physics.update()
        x, y = self.runner.position
        self.eye.position = max(240, x), 135
        for coin in arcade.check_for_collision_with_list(self.runner, self.coins):
            coin.kill()
            print(f"frame {self.frame}: a coin at ({x:g}, {y:g}), {len(self.coins)} left")
        if self.frame == 120:
            print(f"120 frames: runner at ({x:g}, {y:g}), camera at {self.eye.position.x:g}")
            arcade.exit()

    def on_draw(self) -> None:
        self.clear(arcade.color.SKY_BLUE)
        with self.eye.activate():
            self.scene.draw()


level = Level()
level.run()
level.on_draw()
Path("out").mkdir(exist_ok=True)
arcade.get_image().save("out/level.png")
