# /// script
# requires-python = ">=3.11"
# dependencies = ["PyQt6"]
# [tool.toolcrib]
# module = "pypi:pyqt6"
# ///
"""An animation changes any property of a widget, and style sheets say how all of them look."""

from pathlib import Path

from PyQt6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

STYLE = """
QWidget { background: #1a3359; color: white; font-size: 20px; }
#water { background: #338ccc; border: 0 solid #66b366; border-width: 0 20px; }
QPushButton { background: #cc4033; border: 0; font-size: 15px; }
"""


def touch() -> None:
    """Touch the ferry, as a passenger would."""
    print(sign.text())
    QTest.mouseClick(ferry, Qt.MouseButton.LeftButton)


def land() -> None:
    sign.setText(f"Landed at x = {ferry.x()}")
    print(sign.text())
    QTest.qWait(100)
    Path("out").mkdir(exist_ok=True)
    window.screen().grabWindow(window.winId()).save("out/window.png")
    app.quit()


app = QApplication([])
app.setStyleSheet(STYLE)
window = QWidget(windowTitle="Ferry")
window.resize(480, 240)
water = QLabel(objectName="water")
ferry = QPushButton("Ferry", water)
ferry.setGeometry(20, 66, 120, 48)
sign = QLabel(f"Touch the ferry at x = {ferry.x()}", alignment=Qt.AlignmentFlag.AlignCenter)
sign.setFixedHeight(60)
layout = QVBoxLayout(window, spacing=0)
layout.setContentsMargins(0, 0, 0, 0)
layout.addWidget(sign)
layout.addWidget(water)

crossing = QPropertyAnimation(ferry, b"pos", endValue=QPoint(340, 66), duration=500)
crossing.setEasingCurve(QEasingCurve.Type.InOutQuad)
crossing.finished.connect(land)
ferry.clicked.connect(crossing.start)
window.show()
QTimer.singleShot(200, touch)
app.exec()
