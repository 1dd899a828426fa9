"""Patterns that are compiled when they are first used."""

import importlib
import pkgutil
import re
from types import ModuleType

import pytest

from gaoyou_nlp.language import lazy_re

ROOMS = ("rules", "money", "language", "relations", "figures", "statements", "dates", "linking")


def modules_of(room: str) -> list[ModuleType]:
    folder = importlib.import_module(f"gaoyou_nlp.{room}")
    found = pkgutil.walk_packages(folder.__path__, f"{folder.__name__}.")
    return [importlib.import_module(module.name) for module in found]


def test_a_pattern_has_the_methods_of_a_compiled_one() -> None:
    lazy, eager = lazy_re.compile("([市县])长", lazy_re.IGNORECASE), re.compile("([市县])长", re.I)
    for method in ("search", "match", "fullmatch"):
        found, expected = getattr(lazy, method)("县长"), getattr(eager, method)("县长")
        assert found.groups() == expected.groups()
    assert lazy.findall("市长县长") == eager.findall("市长县长")
    assert lazy.sub("-", "市长好") == eager.sub("-", "市长好")
    assert lazy.split("a县长b") == eager.split("a县长b")
    assert (lazy.pattern, lazy.flags, lazy.groups) == (eager.pattern, eager.flags, eager.groups)


def test_a_pattern_that_is_none_is_told_when_it_is_used() -> None:
    pattern = lazy_re.compile("(")
    with pytest.raises(re.error, match="missing"):
        pattern.search("")


@pytest.mark.parametrize("room", ROOMS)
def test_all_patterns_of_a_room_compile(room: str) -> None:
    for module in modules_of(room):
        for value in vars(module).values():
            if isinstance(value, lazy_re._LazyPattern):
                assert value.groups >= 0
