from __future__ import annotations

import io
import sys

import pytest

from wizard.gui.shell.crash_handler import CrashHandler
from wizard.gui.user_error import UserError


def caught(net: CrashHandler, error: BaseException) -> None:
    net.catch(type(error), error, error.__traceback__)


def test_an_exception_becomes_a_problem_with_its_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[UserError] = []
    net = CrashHandler(shown.append)
    try:
        raise ValueError("<b>boom</b>")
    except ValueError as error:
        caught(net, error)
    assert "(ValueError)" in shown[0].cause
    assert "test_crash_handler.py" in shown[0].details
    assert "<b>boom</b>" in shown[0].details
    assert "<b>boom</b>" in capsys.readouterr().err


def test_a_second_one_while_the_dialog_is_open_makes_no_second_dialog(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown: list[UserError] = []

    def show(problem: UserError) -> None:
        shown.append(problem)
        caught(net, RuntimeError("again"))

    net = CrashHandler(show)
    caught(net, ValueError("first"))
    assert len(shown) == 1
    assert "again" in capsys.readouterr().err
    caught(net, ValueError("later"))
    assert len(shown) == 2


class Closed(io.StringIO):
    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")


@pytest.mark.parametrize("errors", [None, Closed()], ids=["no console", "a console that was closed"])
def test_without_a_console_the_dialog_is_shown_all_the_same(
    monkeypatch: pytest.MonkeyPatch, errors: io.StringIO | None
) -> None:
    shown: list[UserError] = []
    monkeypatch.setattr(sys, "stderr", errors)
    caught(CrashHandler(shown.append), ValueError("boom"))
    assert "(ValueError)" in shown[0].cause


def test_ctrl_c_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[UserError] = []
    caught(CrashHandler(shown.append), KeyboardInterrupt())
    assert not shown
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_net_is_spread_under_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", None)
    net = CrashHandler(lambda _: None)
    net.spread()
    assert sys.excepthook == net.catch
