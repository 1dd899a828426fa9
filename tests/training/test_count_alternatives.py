"""The count of words in patterns: docstrings do not count, nor do single characters."""

import doctest
from pathlib import Path

import pytest

from training import count_alternatives


def test_examples_of_the_script() -> None:
    assert doctest.testmod(count_alternatives).failed == 0


def test_strings_of_the_code_count(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text('"""市长|县长"""\nX = "镇长|乡长"\n\n\ndef f():\n    "区长|州长"\n', "utf-8")
    assert list(count_alternatives.patterns(path)) == [(2, "镇长|乡长")]


CEILINGS = {
    "rules": (440, 8),
    "relations": (665, 8),
    "figures": (205, 7),
    "statements": (135, 8),
    "money": (165, 8),
    "dates": (170, 8),
    "linking": (85, 7),
}
"""How many words may stand in the patterns of a room, and how many in one group of alternatives.

They only go down: what is over them belongs in a table of words (CONTRIBUTING.md says which).
"""


@pytest.mark.parametrize("room", CEILINGS)
def test_no_room_has_more_words_in_its_code(room: str) -> None:
    words, largest = count_alternatives.by_room()[room]
    most_words, most_in_group = CEILINGS[room]
    assert words <= most_words
    assert largest <= most_in_group
