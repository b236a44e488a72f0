"""Records: named values that nobody changes once they are made.

What `dataclasses.dataclass(frozen=True, slots=True)` makes, and to whoever asks it is one. But that writes and
compiles six functions for each class while it is imported, which was a quarter of a call of `recommend`. Here
all records share theirs but for `__init__`, and that is compiled when the first of the kind is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn, TypeVar, dataclass_transform, overload

if TYPE_CHECKING:
    # Type checkers know these two, and give them the types of the record's own values.
    from dataclasses import Field, field, replace

__all__ = ["field", "frozen", "is_record", "names_of", "replace", "required_of", "values_of"]

_Kind = TypeVar("_Kind")
_NONE: Any = object()


class _Part(NamedTuple):
    """What a class says of one value; the names are those of `dataclasses.field`."""

    default: object = _NONE
    default_factory: Callable[[], object] = _NONE
    repr: bool = True
    hash: bool = True
    compare: bool = True


if not TYPE_CHECKING:
    field = _Part

    def replace(record, /, **changes):
        """Another of the same kind, with some values changed."""
        return type(record)(**values_of(record) | changes)


@overload
def frozen(kind: type[_Kind], /) -> type[_Kind]: ...
@overload
def frozen(*, eq: bool) -> Callable[[type[_Kind]], type[_Kind]]: ...
@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(kind: type | None = None, /, *, eq: bool = True) -> Any:
    """Make a record of what the class annotates. eq: whether those with equal values are equal.

    It has no place for anything else, unless it keeps what it worked out in a `cached_property`.
    """
    base = _Value if eq else _Record
    return _made(kind, base) if kind else lambda kind: _made(kind, base)


def names_of(kind: Any) -> tuple[str, ...]:
    """The names of a record's values, in their order."""
    names: tuple[str, ...] = kind.__match_args__
    return names


def required_of(kind: Any) -> tuple[str, ...]:
    """Those that have no value of their own when none is given."""
    shape: _Shape = kind.__shape__
    return shape.required


def values_of(record: object) -> dict[str, Any]:
    """A record's values by their names."""
    return {name: getattr(record, name) for name in names_of(type(record))}


def is_record(kind: type) -> bool:
    """Whether the members of a class are records."""
    return issubclass(kind, _Record)


class _Fields:
    """What `dataclasses` knows its own by, made for who asks with functions of that module."""

    def __get__(self, _: object, kind: Any) -> dict[str, Field[Any]]:
        shape: _Shape = kind.__shape__
        kind.__dataclass_fields__ = fields = shape.fields(kind)
        return fields


class _Record:
    """What all records have."""

    __slots__ = ()
    __shape__: _Shape
    __dataclass_fields__ = _Fields()

    def __init__(self, *given: object, **named: object) -> None:
        kind: Any = type(self)
        kind.__init__ = self.__shape__.init(kind)
        kind.__init__(self, *given, **named)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        from dataclasses import FrozenInstanceError  # nobody waits for it but who is in the wrong

        raise FrozenInstanceError(f"{type(self).__qualname__}.{name}: a record does not change")

    def __delattr__(self, name: str) -> NoReturn:
        self.__setattr__(name, None)

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__shape__.shown)
        return f"{type(self).__qualname__}({shown})"

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(values_of(self).values())


class _Value(_Record):
    """What those have whose values say which they are."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        compared = self.__shape__.compared
        return compared(self) == compared(other)

    def __hash__(self) -> int:
        return hash(self.__shape__.hashed(self))


class _Shape:
    """Of which values records of a kind are made, and what follows from it, worked out when it is needed."""

    def __init__(self, parts: Mapping[str, _Part]) -> None:
        self._parts = parts

    @property
    def required(self) -> tuple[str, ...]:
        return tuple(
            name for name, part in self._parts.items() if part.default is part.default_factory is _NONE
        )

    @cached_property
    def shown(self) -> list[str]:
        return [name for name, part in self._parts.items() if part.repr]

    @cached_property
    def compared(self) -> Callable[[object], object]:
        return _values(name for name, part in self._parts.items() if part.compare)

    @cached_property
    def hashed(self) -> Callable[[object], object]:
        return _values(name for name, part in self._parts.items() if part.compare and part.hash)

    def init(self, kind: type) -> Callable[..., None]:
        """An `__init__` that puts each value where it belongs."""
        # No value's name begins like these.
        known: dict[str, Any] = {"__put": object.__setattr__, "__none": _NONE}
        head, body = ["self"], []
        for name, part in self._parts.items():
            value = name
            if part.default_factory is not _NONE:
                known[f"__new_{name}"] = part.default_factory
                head.append(f"{name}=__none")
                value = f"__new_{name}() if {name} is __none else {name}"
            elif part.default is not _NONE:
                known[f"__default_{name}"] = part.default
                head.append(f"{name}=__default_{name}")
            else:
                head.append(name)
            if slot := vars(kind).get(name):
                # Its own way takes half as long.
                known[f"__put_{name}"] = slot.__set__
                body.append(f"__put_{name}(self, {value})")
            else:
                body.append(f"__put(self, {name!r}, {value})")
        if hasattr(kind, "__post_init__"):
            body.append("self.__post_init__()")
        text = f"def __init__({', '.join(head)}):\n " + "\n ".join(body or ["pass"])
        exec(text, known)  # noqa: S102  # of the class's own names
        made: Callable[..., None] = known["__init__"]
        made.__qualname__ = f"{kind.__qualname__}.__init__"
        return made

    def fields(self, kind: type) -> dict[str, Field[Any]]:
        """The parts as `dataclasses` has them."""
        from dataclasses import MISSING, field, make_dataclass

        parts = []
        for name, part in self._parts.items():
            said: dict[str, Any] = {
                key: MISSING if value is _NONE else value for key, value in part._asdict().items()
            }
            parts.append((name, kind.__annotations__[name], field(**said)))
        twin: Any = make_dataclass(kind.__name__, parts, init=False, repr=False, eq=False)
        return dict(twin.__dataclass_fields__)


def _values(names: Iterable[str]) -> Callable[[object], object]:
    several = tuple(names)
    # One name alone would give its value instead of a tuple.
    if len(several) > 1:
        return attrgetter(*several)
    return lambda record: tuple(getattr(record, name) for name in several)


def _made(kind: type, base: type[_Record]) -> type:
    own = {name: value for name, value in vars(kind).items() if name not in {"__dict__", "__weakref__"}}
    parts = {name: _part(own.pop(name, _NONE)) for name in kind.__annotations__}
    own |= {"__match_args__": tuple(parts), "__shape__": _Shape(parts)}
    if not any(isinstance(each, cached_property) for each in own.values()):
        own["__slots__"] = tuple(parts)
    bases = [each for each in kind.__bases__ if each is not object]
    made = type(kind)(kind.__name__, (*bases, base), own)
    made.__qualname__ = kind.__qualname__
    return made


def _part(given: object) -> _Part:
    part = given if isinstance(given, _Part) else _Part(given)
    if type(part.default).__hash__ is None:
        raise ValueError(f"{part.default!r}: one for all records; expected a default_factory")
    return part
