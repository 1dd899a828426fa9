"""Whether the fields of a record hold what their types say: JSON of others may hold anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from gaoyou_nlp.errors import quoted

_Check = Callable[[Any], bool]

_LARGEST = 2**53
"""Whole numbers up to here are the same in JSON, tables and databases."""


def check_fields(found: Any) -> None:
    """Refuse a record, or a part of one, with a field of another type than its own.

    Parameters:
        found: A record, an article, a span, or another dataclass of ``gaoyou_nlp.records``.

    Raises:
        ValueError: Naming the first field that is wrong.

    Examples:
        >>> from gaoyou_nlp.records import Span
        >>> check_fields(Span(0, 2, "GPE", "高邮"))
        >>> check_fields(Span(0, 2, "GPE", "高邮", score="0.9"))
        Traceback (most recent call last):
        ...
        ValueError: the field 'score' of a Span cannot be '0.9'
    """
    kind: Any = type(found)
    for name, fits in _checks(kind):
        value = getattr(found, name)
        if not fits(value):
            raise ValueError(f"the field {name!r} of a {kind.__name__} cannot be {quoted(value)}")


@cache
def _checks(kind: Any) -> tuple[tuple[str, _Check], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, _check_of(hints[field.name])) for field in fields(kind))


def _check_of(hint: Any) -> _Check:
    """Build what tells whether a value is of a type; parts that are dataclasses are looked into."""
    plain = {kind for kind in _alternatives(hint) if isinstance(kind, type)}
    tuples = [kind for kind in _alternatives(hint) if get_origin(kind) is tuple]
    parts = {kind for kind in plain if is_dataclass(kind)}
    exact = plain - parts | ({int} if float in plain else set())
    of_tuples = [_tuple_check(kind) for kind in tuples]

    def fits(value: Any) -> bool:
        kind = type(value)
        if kind in parts:
            check_fields(value)
            return True
        if kind is tuple:
            return any(check(value) for check in of_tuples)
        return kind in exact and (kind is not int or abs(value) <= _LARGEST)

    return fits


def _alternatives(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, UnionType):
        for one in get_args(hint):
            yield from _alternatives(one)
    else:
        yield hint


def _tuple_check(hint: Any) -> _Check:
    kinds = get_args(hint)
    if kinds[-1] is Ellipsis:
        every = _check_of(kinds[0])
        return lambda value: all(map(every, value))
    checks = [_check_of(kind) for kind in kinds]
    return lambda value: (
        len(value) == len(checks)
        and all(check(one) for check, one in zip(checks, value, strict=True))
    )
