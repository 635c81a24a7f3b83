# /// script
# requires-python = ">=3.11"
# dependencies = ["PySide6-Essentials"]
# [tool.toolcrib]
# module = "pypi:pyside6-essentials"
# ///
"""Signals join widgets to functions, and QTest types and clicks as a person would."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget


def greet() -> None:
    label.setText(f"Hello, {entry.text()}!")


def visit() -> None:
    """Type a name and press the button, as a visitor would; then photograph the window."""
    print(label.text())
    QTest.keyClicks(entry, "Ines")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    print(label.text())
    QTest.qWait(100)
    Path("out").mkdir(exist_ok=True)
    window.screen().grabWindow(window.winId()).save("out/window.png")
    app.quit()


app = QApplication([])
window = QWidget(windowTitle="Welcome")
label = QLabel("What is your name?", alignment=Qt.AlignmentFlag.AlignCenter)
entry = QLineEdit()
button = QPushButton("Greet")
button.clicked.connect(greet)

layout = QGridLayout(window, spacing=12)
layout.addWidget(label, 0, 0, 1, 2)
layout.addWidget(entry, 1, 0)
layout.addWidget(button, 1, 1)
window.show()

QTimer.singleShot(100, visit)
app.exec()
