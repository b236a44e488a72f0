"""The images window with many images: `python -m tests.benchmarks.images`, from the top of the checkout.

A hundred thousand images of a saved reply, and 38 Regions of 200 images each from an endpoint on
loopback in a process of its own. Off screen. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import gc
import gettext
import itertools
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.aws.records import image
from tests.benchmarks.__main__ import milliseconds, row
from tests.benchmarks.aws import IMAGES as PER_REGION
from tests.benchmarks.aws import PLAIN, REGIONS, SERVER, run

if TYPE_CHECKING:
    from wizard.gui.images.window import ImagesWindow

SAVED = 100_000
NAMES = ("ubuntu-jammy-22.04-app", "amzn2-ami-hvm-web", "RHEL-8.6_HVM-db", "CentOS 6 batch", "debian-12-ci")
KINDS: tuple[dict[str, object], ...] = (
    {},
    {"Architecture": "arm64"},
    {"VirtualizationType": "paravirtual", "EnaSupport": None},
    {"EnaSupport": None},
    {"BootMode": "uefi"},
    {"RootDeviceType": "instance-store"},
    {"Platform": "windows", "PlatformDetails": "Windows"},
)


def opened() -> ImagesWindow:
    """The real images window."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from wizard.app import open_window

    QApplication.instance() or QApplication(["benchmark"])
    window = open_window(gettext.NullTranslations())
    window.show()
    QTest.qWait(800)
    # As the program does once its window is ready.
    gc.collect()
    gc.freeze()
    window.images.show()
    # A person looks at the window before pressing a button; the program gets ready meanwhile.
    QTest.qWait(2000)
    return window.images.window


def saved(images: ImagesWindow, folder: Path) -> Iterator[str]:
    """A saved reply on screen; then filter as one types, and sort."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from wizard.report.images.columns import COLUMNS

    file, chance = folder / "images.json", random.Random(1)
    records = (
        image(n, **{**chance.choice(KINDS), "Name": f"{chance.choice(NAMES)}-{n}"}) for n in range(SAVED)
    )
    file.write_text('{"Images": [' + ",".join(json.dumps(record) for record in records) + "]}")
    panel = images.panel

    def show() -> None:
        panel.controller.show_file(file)
        images.repaint()
        QApplication.processEvents()

    yield row(f"{SAVED:,} images of a file, judged and drawn", f"{milliseconds(show) / 1000:.2f} s")
    QTest.qWait(3000)
    words = ("u", "ub", "ubuntu", "ubuntu 9", "ubuntu 99", "zzz", "")

    def narrow(text: str) -> None:
        panel.browser.filter.narrow(text)
        images.repaint()
        QApplication.processEvents()

    times = [milliseconds(partial(narrow, text)) for text in words]
    yield row("the same, filtered as one types", f"{max(times):.0f} ms at most")

    def sort(column: str) -> None:
        panel.browser.arrange((column, True))
        images.repaint()
        QApplication.processEvents()

    slowest = max((milliseconds(partial(sort, c.id)), c.id) for c in COLUMNS)
    yield row("the same, sorted by any column", f"{slowest[0]:.0f} ms at most ({slowest[1]})")
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield row("resident memory at most", f"{used} MB")


def asked(images: ImagesWindow) -> Iterator[str]:
    """All Regions of an account, and how long the event loop was ever held up."""
    from PySide6.QtCore import QElapsedTimer, QTimer
    from PySide6.QtTest import QTest

    from wizard.gui.aws_service import Request

    panel, clock, gaps = images.panel, QElapsedTimer(), [0.0]
    timer = QTimer(images, interval=10)

    def tick() -> None:
        gaps.append(clock.nsecsElapsed() / 1e6)
        clock.restart()

    timer.timeout.connect(tick)
    for turn in ("first", "second"):
        began = time.perf_counter()
        first: list[float] = []
        panel.controller.loader.grown.connect(
            lambda began=began, first=first: (
                first.append(time.perf_counter() - began) if panel.controller.loader.images else None
            )
        )
        clock.start()
        timer.start()
        panel.controller.ask([Request("default")])
        while panel.controller.loader.asking:
            QTest.qWait(5)
        timer.stop()
        took = time.perf_counter() - began
        found = len(panel.controller.loader.images)
        assert found == REGIONS * PER_REGION, found
        what = f"{REGIONS} Regions x {PER_REGION} images, {turn} time"
        yield row(what, f"{took:.2f} s, first rows {first[0]:.2f} s, held up {max(gaps):.0f} ms at most")
        gaps[:] = [0.0]


def main() -> None:
    """Measure and print, with settings and accounts of the person out of the way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = home
        (Path(home) / ".aws").mkdir()
        keys = "[default]\naws_access_key_id = AKIAEXAMPLE000000001\naws_secret_access_key = x\n"
        (Path(home) / ".aws" / "credentials").write_text(keys)
        server = subprocess.Popen(
            [sys.executable, "-c", SERVER % (PER_REGION, REGIONS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert server.stdout is not None
        os.environ["AWS_ENDPOINT_URL"] = server.stdout.readline().strip()
        try:
            plain = statistics.median(run(PLAIN, dict(os.environ))[0] for _ in range(3))
            print(row("the plain boto3 loop, 8 threads, a process", f"{plain:.2f} s"), flush=True)
            images = opened()
            for line in itertools.chain(asked(images), saved(images, Path(home))):
                print(line, flush=True)
            images.panel.controller.leave()
        finally:
            server.communicate("")


if __name__ == "__main__":
    main()
