"""The figures of the README as a table: `python -m tests.benchmarks`, from the top of the checkout.

Start-up is the time of whole processes, this program's and a bare QWizard of five empty pages in
turn; the rest is measured in this process, off screen. Nothing is asserted: machines differ.
"""

from __future__ import annotations

import gc
import gettext
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from wizard.model.frozen import replace

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "resources" / "sample" / "sample.amiwizard"
STARTS = 15
ANSWERS = 60
PDFS = 15
IMAGES = 100_000
NEEDS = 1000
SEEDS = (1, 2, 3)
FIRSTS = 20

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWizard, QWizardPage
class Bare(QWizard):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, application.quit)
application = QApplication(sys.argv)
wizard = Bare()
for _ in range(5):
    wizard.addPage(QWizardPage())
wizard.show()
application.exec()
del wizard
"""


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - began)


CATALOGUE = "from wizard.store.resources import load_knowledge; load_knowledge(whole=False).catalog"


def processes(*commands: list[str]) -> list[float]:
    """The median milliseconds of each command, run in turn; the first round only fills the disk cache."""
    rounds = [
        [
            milliseconds(partial(subprocess.run, command, cwd=ROOT, stdout=subprocess.DEVNULL))
            for command in commands
        ]
        for _ in range(STARTS + 1)
    ]
    return [statistics.median(each) for each in zip(*rounds[1:], strict=True)]


def start_up() -> Iterator[str]:
    """Process start to first painted window that takes answers, against bare Qt."""
    bare, own = processes([sys.executable, "-I", "-c", BARE], [sys.executable, "-m", "wizard", "--smoke"])
    yield row("start-up, bare QWizard", f"{bare:.0f} ms")
    yield row("start-up, window painted and answering", f"{own:.0f} ms, {own / bare:.2f} times bare")


def command_line() -> Iterator[str]:
    """`recommend` as a process, against Python alone and Python that reads the catalogue."""
    asked = [sys.executable, "-m", "wizard", "recommend", "--os", "ubuntu:24.04", "--vcpus", "2"]
    python, catalogue, own = processes(
        [sys.executable, "-c", "pass"], [sys.executable, "-c", CATALOGUE], asked
    )
    yield row("python -c pass; reading the catalogue as well", f"{python:.0f} ms; {catalogue:.0f} ms")
    yield row(
        "recommend on the command line",
        f"{own:.0f} ms, {own / python:.1f} and {own / catalogue:.1f} times those",
    )


def changed_answer() -> Iterator[str]:
    """One answer changed in the real window: judged over all types and drawn."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from wizard.app import open_window

    application = QApplication.instance() or QApplication(["benchmark"])
    window = open_window(gettext.NullTranslations())
    window.resize(1280, 800)
    window.show()
    window.session.go("size")
    QTest.qWait(500)

    def answer(number: int) -> None:
        window.session.answer("vcpus", {"minimum": number})
        window.repaint()
        application.processEvents()

    times = [milliseconds(partial(answer, n)) for n in range(1, ANSWERS + 1)]
    window.leave()
    yield row("one changed answer, judged and drawn", f"{statistics.median(times):.1f} ms median")


def sample_pdf() -> Iterator[str]:
    """The PDF of the sample answers."""
    from wizard.flow.answers import read_answers
    from wizard.flow.interpret import needs_of
    from wizard.model.recommend.advise import advise
    from wizard.report.content import build_report
    from wizard.report.pdf import render_pdf
    from wizard.store.resources import load_knowledge, resources

    knowledge = load_knowledge()
    answers = read_answers(SAMPLE.read_text(encoding="utf-8"), SAMPLE.name)

    def make() -> None:
        recommendation = advise(knowledge, needs_of(answers, knowledge))
        report = build_report(recommendation, knowledge, answers, gettext.NullTranslations(), knowledge.date)
        render_pdf(report, resources())

    first = milliseconds(make)
    times = [milliseconds(make) for _ in range(PDFS)]
    yield row(
        "PDF of the sample answers, in process",
        f"{statistics.median(times):.0f} ms median, {first:.0f} ms first",
    )


def bulk() -> Iterator[str]:
    """Many images on all types, against asking rule by rule and type by type."""
    from wizard.model.ec2.image import Image, Platform
    from wizard.model.ec2.instance_type import Architecture, BootMode, RootDeviceType, VirtualizationType
    from wizard.model.ec2.launch import Launch
    from wizard.model.judging.judge import judge
    from wizard.store.resources import load_knowledge

    knowledge, chance = load_knowledge(), random.Random(1)
    image = Image(platform=Platform.LINUX_UNIX)
    images = [
        replace(
            image,
            image_id=f"ami-{number:017x}",
            architecture=chance.choice(list(Architecture)),
            virtualization_type=chance.choice(list(VirtualizationType)),
            boot_mode=chance.choice(list(BootMode)),
            ena_support=chance.random() < 0.8,
            tpm_support=chance.random() < 0.1,
            root_device_type=chance.choice(list(RootDeviceType)),
        )
        for number in range(IMAGES)
    ]
    launches = [Launch(image) for image in images]
    survey = knowledge.judge.survey
    took = milliseconds(lambda: [survey(launch).usable for launch in launches])
    pairs = [(chance.choice(launches), chance.choice(knowledge.catalog.types)) for _ in range(500)]
    each = milliseconds(lambda: [judge(knowledge.rulebook, launch, t) for launch, t in pairs]) / len(pairs)
    plain = each * IMAGES * len(knowledge.catalog.types)
    yield row(
        f"{IMAGES:,} images x {len(knowledge.catalog.types):,} types",
        f"{took / 1000:.2f} s, {plain / took:,.0f} times as fast as pair by pair",
    )


FIRST = """
import random, sys, time
from tests.benchmarks.random_answers import random_answers
from wizard.flow.interpret import needs_of
from wizard.model.recommend.advise import advise
from wizard.store.resources import load_knowledge
knowledge = load_knowledge()
needs = needs_of(random_answers(random.Random(int(sys.argv[1])), knowledge), knowledge)
began = time.process_time()
advise(knowledge, needs)
print(1000 * (time.process_time() - began))
"""


def random_needs() -> Iterator[str]:
    """Thousands of sets of needs, most of which nothing meets: the answer, or what to change."""
    from tests.benchmarks.random_answers import random_answers
    from wizard.flow.interpret import needs_of
    from wizard.model.recommend.advise import advise
    from wizard.store.resources import load_knowledge

    times, without = [], 0
    for seed in SEEDS:
        knowledge, chance = load_knowledge(), random.Random(seed)
        # The first answer has a row of its own; what it reads the window keeps out of the garbage collector.
        advise(knowledge, needs_of(random_answers(chance, knowledge), knowledge))
        gc.collect()
        gc.freeze()
        for _ in range(NEEDS):
            one = needs_of(random_answers(chance, knowledge), knowledge)
            began = time.process_time()
            answer = advise(knowledge, one)
            times.append(1000 * (time.process_time() - began))
            without += not answer.decision and not answer.relax
    times.sort()
    yield row(
        f"{len(times):,} random sets of needs",
        f"{statistics.median(times):.0f} ms median, {times[-1]:.0f} ms longest (CPU), {without} with no way out",
    )
    command = [sys.executable, "-c", FIRST]
    first = [float(subprocess.check_output([*command, str(seed)], cwd=ROOT)) for seed in range(FIRSTS)]
    yield row(
        "the first such answer of a process",
        f"{statistics.median(first):.0f} ms median, {max(first):.0f} ms longest of {FIRSTS} (CPU)",
    )


def row(what: str, figure: str) -> str:
    """A line of the table."""
    return f"| {what:<44} | {figure:<52} |"


def main() -> None:
    """Measure and print, with settings and answers of the person out of the way."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = home
        print(row("What", "Measured"))
        print(f"|{'-' * 46}|{'-' * 54}|")
        for measure in (start_up, command_line, changed_answer, sample_pdf, random_needs, bulk):
            for line in measure():
                print(line, flush=True)


if __name__ == "__main__":
    main()
