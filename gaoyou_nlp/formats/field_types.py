"""Checks that the fields of a record have their declared types: JSON of others may hold anything.

A field is checked for all spans (dates, figures …) of a record at once: a column of values has few
types, which is quicker to see than the type of each value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from itertools import chain
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from gaoyou_nlp.errors import quoted

_Column = Sequence[Any]
_Check = Callable[[_Column], Iterator[Any]]
"""Yields those values of a column that do not fit."""

FAULTS = (ValueError, KeyError, TypeError, IndexError, AttributeError, ArithmeticError)
"""What building or checking a record from data of another form than expected raises."""
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
    _check_parts(type(found), (found,))


def fields_fit(found: Sequence[Any]) -> bool:
    """Say whether the fields of many records of one class have their types.

    One look at many is far quicker than a look at each; ``check_fields`` names what is wrong.

    Examples:
        >>> from gaoyou_nlp.records import Span
        >>> fields_fit([Span(0, 2, "GPE", "高邮"), Span(0, 2, "GPE", "高邮", score="0.9")])
        False
    """
    try:
        if found:
            _check_parts(type(found[0]), found)
    except FAULTS:
        return False
    return True


def _check_parts(kind: Any, parts: _Column) -> None:
    """Refuse dataclasses of one kind with a field of another type."""
    get, checks = _checks(kind)
    columns = zip(*map(get, parts), strict=True)
    for (name, exact, misfits), values in zip(checks, columns, strict=False):
        if exact.issuperset(map(type, values)):
            continue
        for value in misfits(values):
            raise ValueError(f"the field {name!r} of a {kind.__name__} cannot be {quoted(value)}")


@cache
def _checks(kind: Any) -> tuple[Callable[[Any], Any], list[tuple[str, frozenset[Any], _Check]]]:
    """A getter of all fields of a dataclass; name, plain types and full check of each field."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    checks = [(name, _exact(hints[name]) - {int}, _check_of(hints[name])) for name in names]
    return attrgetter(*names, "__class__"), checks  # of one name alone it would give no tuple


def _exact(hint: Any) -> frozenset[Any]:
    """The types of a hint that have no parts of their own."""
    plain = {kind for kind in _alternatives(hint) if isinstance(kind, type)}
    whole = {kind for kind in plain if not is_dataclass(kind)}
    return frozenset(whole | ({int} if float in plain else set()))


def _check_of(hint: Any) -> _Check:
    """Build what finds values of another type; parts that are dataclasses are looked into."""
    exact = _exact(hint)
    parts = {kind for kind in _alternatives(hint) if is_dataclass(kind)}
    of_tuples = [_tuple_check(kind) for kind in _alternatives(hint) if get_origin(kind) is tuple]

    def misfits(values: _Column) -> Iterator[Any]:
        kinds = set(map(type, values))
        for kind in kinds:
            found = [value for value in values if type(value) is kind] if len(kinds) > 1 else values
            if kind is int and kind in exact:
                if not (min(found) >= -_LARGEST and max(found) <= _LARGEST):
                    yield max(found, key=abs)
            elif kind is tuple and of_tuples:
                yield from of_tuples[0](found)
            elif kind in parts:
                _check_parts(kind, found)
            elif kind not in exact:
                yield found[0]

    return misfits


def _alternatives(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (Union, UnionType):
        for one in get_args(hint):
            yield from _alternatives(one)
    else:
        yield hint


def _tuple_check(hint: Any) -> _Check:
    """Build what finds tuples with a part of another type, or of another length."""
    kinds = get_args(hint)
    if kinds[-1] is Ellipsis:
        every = _check_of(kinds[0])
        return lambda values: every(list(chain.from_iterable(values)))
    checks = [_check_of(kind) for kind in kinds]

    def misfits(values: _Column) -> Iterator[Any]:
        yield from (value for value in values if len(value) != len(checks))
        for check, column in zip(checks, zip(*values, strict=True), strict=True):
            yield from check(column)

    return misfits
