"""Records are what dataclasses would make of them, without the time that takes at the start."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import pytest

from wizard.model.frozen import field, frozen, is_record, names_of, replace, required_of, values_of

ROOT = Path(__file__).parents[2]


@frozen
class Server:
    """One to try."""

    name: str
    vcpus: int = 2
    tags: Mapping[str, str] = field(default_factory=dict, hash=False)
    secret: str = field(default="", compare=False, repr=False)


@frozen
class Fleet:
    """One that keeps what it works out."""

    servers: tuple[Server, ...]

    @cached_property
    def vcpus(self) -> int:
        return sum(server.vcpus for server in self.servers)


@frozen
class Disk:
    """One that fills in what was not said."""

    size: int
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", self.label or f"{self.size} GiB")


@frozen(eq=False)
class Volume:
    """One that is only itself."""

    name: str = "front"


@frozen
class Nothing:
    """One without values."""


def test_values_come_by_place_or_by_name() -> None:
    assert Server("web", 4).vcpus == Server(vcpus=4, name="web").vcpus == 4
    assert (Disk(8).label, Disk(8, "root").label) == ("8 GiB", "root")
    assert Server("web").tags == {}
    assert Server("web").tags is not Server("db").tags
    assert Server("web", tags={"team": "a"}).tags == {"team": "a"}


def test_a_value_that_is_missing_or_unknown_is_named() -> None:
    with pytest.raises(
        TypeError, match=r"Server\.__init__\(\) missing 1 required positional argument: 'name'"
    ):
        Server()  # type: ignore[call-arg]  # the fault that is looked for
    with pytest.raises(TypeError, match="unexpected keyword argument 'cpus'"):
        Server("web", cpus=4)  # type: ignore[call-arg]  # the fault that is looked for


def test_equal_values_make_equal_records_and_one_key() -> None:
    assert Server("web", secret="a") == Server("web", secret="b")
    assert Server("web") != Server("db")
    same_values: object = ("web", 2, {})
    assert Server("web") != same_values
    assert Server("web", tags={"a": "b"}) != Server("web")
    assert {Server("web", secret="a"): 1}[Server("web", secret="b")] == 1
    assert hash(Server("web", tags={"a": "b"})) == hash(Server("web")), "left out of the hash"
    assert Fleet((Server("web"),)) == Fleet((Server("web"),))
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_one_may_be_equal_only_to_itself() -> None:
    volume = Volume()
    assert volume == volume  # noqa: PLR0124  # that is the question
    assert volume != Volume()
    assert len({volume, Volume()}) == 2


def test_nothing_changes_once_it_is_made() -> None:
    for record, name in ((Server("web"), "name"), (Fleet(()), "servers"), (Server("web"), "misspelt")):
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            setattr(record, name, "db")
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            delattr(record, name)
    fleet = Fleet((Server("web"), Server("db")))
    assert (fleet.vcpus, fleet.vcpus) == (4, 4)


def test_it_says_what_it_is() -> None:
    assert repr(Server("web", secret="a")) == "Server(name='web', vcpus=2, tags={})"


def test_another_with_some_values_changed() -> None:
    assert replace(Server("web", secret="a"), vcpus=4) == Server("web", 4)
    assert replace(Server("web", secret="a"), vcpus=4).secret == "a"


def test_it_can_be_copied_and_sent_to_another_process() -> None:
    for record in (Server("web", 4, {"a": "b"}, "c"), Fleet((Server("web"),))):
        for other in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
            assert other == record
            assert values_of(other) == values_of(record)


def test_whoever_knows_dataclasses_knows_it() -> None:
    server = Server("web", 4)
    assert dataclasses.is_dataclass(server)
    assert [each.name for each in dataclasses.fields(Server)] == list(names_of(Server))
    assert dataclasses.asdict(server) == values_of(server)
    assert dataclasses.replace(server, vcpus=8).vcpus == 8
    match server:
        case Server(name, vcpus):
            assert (name, vcpus) == ("web", 4)
    assert required_of(Server) == ("name",)
    assert (is_record(Server), is_record(str)) == (True, False)


def test_one_default_for_all_must_not_change() -> None:
    with pytest.raises(ValueError, match="default_factory"):

        @frozen
        class _Wrong:
            values: list[str] = []  # noqa: RUF012  # the fault that is looked for


def test_nothing_is_compiled_for_what_is_never_made() -> None:
    program = (
        "import sys; from wizard.model.ec2.launch import Launch; a = 'dataclasses' in sys.modules;"
        "Launch(); print(a, 'dataclasses' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
