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


def land() -> None:
    sign.setText(f"Landed at x = {ferry.x()}")
    print(sign.text())
    QTest.qWait(100)
    Path("out").mkdir(exist_ok=True)
    window.screen().grabWindow(window.winId()).save("out/window.png")
    app.quit()


app = QApplication([])
app.setStyleSheet(Path("ferry.qss").read_text(encoding="utf-8"))
window = QWidget(windowTitle="Ferry")
window.resize(480, 240)
water = QLabel(objectName="water")
ferry = QPushButton("Ferry", water)
ferry.setGeometry(20, 66, 120, 48)
text = f"Touch the ferry at x = {ferry.x()}"
sign = QLabel(text, objectName="sign", alignment=Qt.AlignmentFlag.AlignCenter)
layout = QVBoxLayout(window, spacing=0)
layout.setContentsMargins(0, 0, 0, 0)
layout.addWidget(sign)
layout.addWidget(water)

crossing = QPropertyAnimation(ferry, b"pos", endValue=QPoint(340, 66), duration=500)
crossing.setEasingCurve(QEasingCurve.Type.InOutQuad)
crossing.finished.connect(land)
ferry.clicked.connect(crossing.start)
window.show()
print(sign.text())
QTimer.singleShot(200, lambda: QTest.mouseClick(ferry, Qt.MouseButton.LeftButton))
app.exec()
