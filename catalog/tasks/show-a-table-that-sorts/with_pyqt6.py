# /// script
# requires-python = ">=3.11"
# dependencies = ["PyQt6"]
# [tool.toolcrib]
# module = "pypi:pyqt6"
# ///
"""setSortingEnabled makes the headings sort; a number is set as data, so as not to sort as text."""

from pathlib import Path

from PyQt6.QtCore import QPoint, Qt, QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

PEAKS = [("Snowdon", 1085), ("Matterhorn", 4478), ("Scafell", 964), ("Brocken", 1141)]


def show() -> None:
    print(*(table.item(row, 0).text() for row in range(table.rowCount())))


def visit() -> None:
    """Click on the heights once, then once more; then photograph the window."""
    show()
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 20, 10)
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
        show()
    QTest.qWait(200)
    Path("out").mkdir(exist_ok=True)
    table.screen().grabWindow(table.winId()).save("out/table.png")
    app.quit()


app = QApplication(["peaks", "-style", "fusion"])
table = QTableWidget(len(PEAKS), 2)
table.setHorizontalHeaderLabels(["Peak", "Metres"])
for row, peak in enumerate(PEAKS):
    for column, value in enumerate(peak):
        item = QTableWidgetItem()
        item.setData(Qt.ItemDataRole.DisplayRole, value)
        table.setItem(row, column, item)
table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
table.setSortingEnabled(True)
table.horizontalHeader().setStretchLastSection(True)
table.verticalHeader().hide()
table.resize(220, 148)
table.show()
QTimer.singleShot(300, visit)
app.exec()
