# /// script
# requires-python = ">=3.11"
# dependencies = ["PyQt6"]
# [tool.toolcrib]
# module = "pypi:pyqt6"
# ///
"""A palette is made of one colour for buttons, and the Fusion style draws all widgets from it."""

from pathlib import Path

from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QColor, QPalette
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QCheckBox, QPushButton, QSlider, QVBoxLayout, QWidget


def tell() -> None:
    mode = "Dark" if app.palette().window().color().lightness() < 128 else "Light"
    print(f"{mode} mode, brightness {slider.value()} %")


def change_mode(light: bool) -> None:
    app.setPalette(QPalette(QColor("#f0f0f0" if light else "#303030")))


def photograph(file: str) -> None:
    QTest.qWait(200)
    window.screen().grabWindow(window.winId()).save(file)


def visit() -> None:
    """Save in dark mode; then switch to light mode, more brightness, and save again."""
    Path("out").mkdir(exist_ok=True)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    photograph("out/dark.png")
    QTest.keyClick(switch, Qt.Key.Key_Space)
    for _ in range(5):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    photograph("out/light.png")
    app.quit()


app = QApplication(["lamp", "-style", "fusion"])
window = QWidget(windowTitle="Lamp")
switch = QCheckBox("Light mode")
switch.toggled.connect(change_mode)
slider = QSlider(Qt.Orientation.Horizontal, maximum=100, singleStep=10, value=30)
button = QPushButton("Save")
button.clicked.connect(tell)
layout = QVBoxLayout(window, spacing=24)
layout.setContentsMargins(40, 24, 40, 24)
for widget in (switch, slider, button):
    layout.addWidget(widget)
change_mode(light=False)
window.show()
QTimer.singleShot(200, visit)
app.exec()
