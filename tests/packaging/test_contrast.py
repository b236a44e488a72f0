"""The gallery's high contrast is the one that people get: the style draws its edges too."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_ASK = """
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication, QPushButton

application = QApplication([])
palette = QPalette("black")
palette.setColor(QPalette.ColorRole.WindowText, "white")
application.setStyle("fusion")
button = QPushButton("Next")
button.setPalette(palette)

from scenes.contrast import PlatformContrast

def has_edge():
    QPixmapCache.clear()
    picture = button.grab().toImage()
    middle = picture.height() // 2
    return any(picture.pixelColor(x, middle).lightness() > 200 for x in range(4))

with PlatformContrast() as platform:
    told = [platform.known, has_edge()]
    platform.high = True
    told.append(has_edge())
print(*told, has_edge())
"""


def test_the_style_draws_edges_in_high_contrast_and_only_then() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "packaging")}
    command = [sys.executable, "-c", _ASK]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False", "True", "False"]
