"""The count of words in patterns: docstrings do not count, nor do single characters."""

import doctest
from pathlib import Path

from training import count_alternatives


def test_examples_of_the_script() -> None:
    assert doctest.testmod(count_alternatives).failed == 0


def test_strings_of_the_code_count(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text('"""市长|县长"""\nX = "镇长|乡长"\n\n\ndef f():\n    "区长|州长"\n', "utf-8")
    assert list(count_alternatives.patterns(path)) == [(2, "镇长|乡长")]
