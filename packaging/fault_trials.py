"""Put a fault into the running program and see whether a test notices: a plugin of pytest.

The suite is collected and its knowledge loaded once; each trial is a fork in which the code of the
faulty function is exchanged, so that it takes hardly longer than its tests.
"""

# ruff: noqa: SLF001  # pytest has no public way to run an item again, nor Python to find what is cached

from __future__ import annotations

import functools
import gc
import os
import resource
import select
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from inspect import CO_OPTIMIZED
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest
from mutant import Mutant
from test_notes import ROOT

_MEMORY = 6 << 30
_IN_PLACE = ("<listcomp>", "<setcomp>", "<dictcomp>", "<genexpr>")
HANGS = "no end"
_UNSOUND = 20
_BROKEN = "cannot try: "


class RunsAtImport(Exception):  # it is no error
    """The fault stands in what runs when its module is imported, and can not be exchanged later."""


@dataclass(frozen=True)
class Trial:
    """tests: in their order. seconds: of CPU, after which it counts as hanging. reload: the knowledge, too."""

    mutant: Mutant
    tests: tuple[str, ...]
    seconds: float
    reload: bool


class FaultTrials:
    """told: gets for each trial the test that noticed, HANGS, "" if none did, or None if it runs at import."""

    def __init__(self, trials: Sequence[Trial], jobs: int, told: Callable[[Trial, str | None], None]) -> None:
        self._trials = list(trials)
        self._jobs = jobs
        self._told = told
        self._items: dict[str, pytest.Item] = {}
        self._functions: dict[CodeType, list[FunctionType]] = {}
        self._kept: list[functools._lru_cache_wrapper[object]] = []
        self._sound: dict[str, bool] = {}
        self._conftest: Any = None
        self._knowledge: object = None

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests."""
        self._items = {item.nodeid: item for item in session.items}
        self._trials = [
            replace(trial, tests=tuple(test for test in trial.tests if test in self._items))
            for trial in self._trials
        ]
        self._load(session)
        # What was frozen is not among the objects.
        gc.unfreeze()
        for each in gc.get_objects():
            if isinstance(each, FunctionType) and each.__code__.co_filename.startswith(str(ROOT / "wizard")):
                self._functions.setdefault(each.__code__, []).append(each)
            elif isinstance(each, functools._lru_cache_wrapper) and each.__module__.startswith("wizard"):
                self._kept.append(each)
        gc.collect()
        gc.freeze()
        waiting, running = list(reversed(self._trials)), dict[int, tuple[int, Trial]]()
        while waiting or running:
            while waiting and len(running) < self._jobs:
                trial = waiting.pop()
                try:
                    swaps = list(self._swaps(trial.mutant))
                except RunsAtImport:
                    self._told(trial, None)
                    continue
                pid, pipe = self._fork(session, trial, swaps)
                running[pipe] = pid, trial
            for pipe in select.select(list(running), [], [])[0] if running else ():
                pid, trial = running.pop(pipe)
                said = self._end(pid, pipe)
                if said in self._items and not self._is_sound(session, said):
                    fewer = tuple(test for test in trial.tests if test != said)
                    waiting.append(Trial(trial.mutant, fewer, trial.seconds, trial.reload))
                else:
                    self._told(trial, said)
        return True

    def _load(self, session: pytest.Session) -> None:
        """What the tests' own fixture loads for each run is loaded once for all trials."""
        plugins = session.config.pluginmanager.get_plugins()
        self._conftest = next(each for each in plugins if hasattr(each, "load_knowledge"))
        self._knowledge = self._conftest.load_knowledge(self._conftest.resources())

    def _is_sound(self, session: pytest.Session, test: str) -> bool:
        """Whether a test passes without a fault, too."""
        if test not in self._sound:
            trial = Trial(self._trials[0].mutant, (test,), 300, reload=False)
            self._sound[test] = not self._end(*self._fork(session, trial, []))
            if list(self._sound.values()).count(False) > _UNSOUND:
                raise RuntimeError(f"{test} and others fail without a fault, too")
        return self._sound[test]

    def _swaps(self, mutant: Mutant) -> Iterator[tuple[FunctionType, CodeType]]:
        path = str(ROOT / mutant.file)
        before = compile((ROOT / mutant.file).read_text(encoding="utf-8"), path, "exec", dont_inherit=True)
        after = compile(mutant.source(), path, "exec", dont_inherit=True)
        for old, new in _changed(before, after):
            if old not in self._functions:
                raise RunsAtImport
            for function in self._functions[old]:
                yield function, new
            # What it made when it ran at import, as a question's options, is exchanged as well.
            for made, instead in _inside(old, new):
                for function in self._functions.get(made, ()):
                    yield function, instead

    def _fork(
        self, session: pytest.Session, trial: Trial, swaps: Sequence[tuple[FunctionType, CodeType]]
    ) -> tuple[int, int]:
        read, write = os.pipe()
        pid = os.fork()
        if pid:
            os.close(write)
            return pid, read
        os.close(read)
        try:
            said = self._try(session, trial, swaps)
        except BaseException as problem:  # noqa: BLE001  # told to the process that forked
            said = f"{_BROKEN}{type(problem).__name__}: {problem}"
        os.write(write, said.encode() or b"-")
        os._exit(0)

    def _end(self, pid: int, pipe: int) -> str:
        said = b"".join(iter(lambda: os.read(pipe, 4096), b"")).decode()
        os.close(pipe)
        os.waitpid(pid, 0)
        shutil.rmtree(_folder(pid), ignore_errors=True)
        if said.startswith(_BROKEN):
            raise RuntimeError(said)
        return said.removeprefix("-") if said else HANGS

    def _try(
        self, session: pytest.Session, trial: Trial, swaps: Sequence[tuple[FunctionType, CodeType]]
    ) -> str:
        os.setpgrp()
        resource.setrlimit(resource.RLIMIT_CPU, (int(trial.seconds) + 1, int(trial.seconds) + 5))
        resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):
            os.dup2(nowhere, stream)
        for function, code in swaps:
            function.__code__ = code
        for kept in self._kept:
            kept.cache_clear()
        folder = _folder(os.getpid())
        folder.mkdir()
        session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]  # made by its plugin
        items = [self._items[test] for test in trial.tests]
        if not items:
            return ""
        if not trial.reload:
            self._conftest.load_knowledge = lambda *_: self._knowledge
        session.testsfailed = 0
        for item, following in zip(items, [*items[1:], None], strict=True):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                return item.nodeid
        return ""


def _folder(pid: int) -> Path:
    return Path(tempfile.gettempdir()) / f"fault-{pid}"


def _changed(before: CodeType, after: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The functions that differ. before, after: what a module or a class runs at import."""
    if _own(before) != _own(after):
        raise RunsAtImport
    for old, new in zip(_inner(before), _inner(after), strict=True):
        if not old.co_flags & CO_OPTIMIZED:
            yield from _changed(old, new)
        elif old != new and old.co_name in _IN_PLACE:
            raise RunsAtImport
        elif old != new:
            yield old, new


def _inside(before: CodeType, after: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """The functions within a function that differ; none where they cannot be told apart."""
    if len(_inner(before)) == len(_inner(after)):
        for old, new in zip(_inner(before), _inner(after), strict=True):
            if old != new:
                yield old, new
                yield from _inside(old, new)


def _own(code: CodeType) -> tuple[object, ...]:
    return code.co_code, code.co_names, tuple(repr(c) for c in code.co_consts if not isinstance(c, CodeType))


def _inner(code: CodeType) -> list[CodeType]:
    return [each for each in code.co_consts if isinstance(each, CodeType)]
