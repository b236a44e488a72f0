"""What rules can tell apart about launches: launches of equal signature are judged alike."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from operator import attrgetter, getitem
from typing import Any

from wizard.model.ec2.fact import all_facts
from wizard.model.ec2.launch import Launch
from wizard.model.ec2.operating_system import OperatingSystem
from wizard.model.rules.predicates import Clause

_KEPT = 10_000
# As many as the catalogue of systems keeps. Each set of answers makes new ones, which are looked up once and no more.
_SYSTEMS = 1_000


class Signatures:
    """Reduces a launch to a short tuple.

    The value of a fact counts where it has few, or where a rule compares it with another fact. Of
    all others the answers of the rules' tests count: a hundred thousand AMIs have a hundred usage
    operations, and for the rules there are three kinds of them.
    """

    def __init__(self, clauses: Sequence[Clause], same: Iterable[str] = ()) -> None:
        """same: facts of the request that are the same for every launch to come."""
        facts = _Facts(clauses, same)
        self._image = _Part("image.", facts)
        self._os = _Part("os.", facts)
        self._request = _Part("launch.", facts)
        # Many launches share a system, and rules ask much about it.
        self._systems: dict[int, tuple[OperatingSystem, Hashable]] = {}

    def of(self, launch: Launch) -> Hashable:
        """What the rules see of a launch: launches of equal signature fare alike."""
        return self._system(launch.os), self._image.of(launch.image), self._request.of(launch)

    def _system(self, system: OperatingSystem) -> Hashable:
        known = self._systems.get(id(system))
        if known is None:
            if len(self._systems) >= _SYSTEMS:
                self._systems.clear()
            # Of a guessed system the rules speak more carefully. The system is kept as well, so that
            # no other can come to be at its address.
            known = self._systems[id(system)] = (system, (system.guess is None, self._os.of(system)))
        return known[1]


class _Facts:
    """What is asked of facts: which are compared with others, and the tests of each alone."""

    def __init__(self, clauses: Iterable[Clause], same: Iterable[str]) -> None:
        self.compared: set[str] = set()
        self.tests: dict[str, list[Clause]] = {}
        for clause in clauses:
            if len(clause.facts) > 1:
                self.compared.update(clause.facts)
            else:
                self.tests.setdefault(clause.facts[0], []).append(clause)
        self.paths = sorted(self.compared.union(self.tests) - set(same))


class _Part:
    """The facts of one holder: an image, an operating system, or the request itself."""

    def __init__(self, prefix: str, facts: _Facts) -> None:
        own = [path for path in facts.paths if path.startswith(prefix)]
        values = [path for path in own if path in facts.compared or all_facts()[path].closed]
        tested = [path for path in own if path not in values]
        self._values = _read([path.removeprefix(prefix) for path in values])
        self._tested = _read([path.removeprefix(prefix) for path in tested])
        self._kinds = [_Kinds(path, facts.tests[path]) for path in tested]

    def of(self, holder: object) -> Hashable:
        if not self._kinds:
            return self._values(holder)
        return self._values(holder), *map(getitem, self._kinds, self._tested(holder))


class _Kinds(dict[Hashable, int]):
    """A number for each value of a fact, the same for values on which every test agrees."""

    def __init__(self, path: str, clauses: Sequence[Clause]) -> None:
        self._path = path
        self._clauses = clauses
        self._numbers: dict[tuple[bool | None, ...], int] = {}

    def __missing__(self, value: Hashable) -> int:
        answers = tuple(clause.ask({self._path: value}) for clause in self._clauses)
        if len(self) >= _KEPT:
            self.clear()
        number = self[value] = self._numbers.setdefault(answers, len(self._numbers))
        return number


def _read(names: Sequence[str]) -> Callable[[object], tuple[Any, ...]]:
    """A function that reads these attributes as a tuple."""
    if not names:
        return lambda _: ()
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda holder: (read(holder),)
