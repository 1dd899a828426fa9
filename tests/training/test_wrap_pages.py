"""Wrapping changes where lines end, and nothing else."""

from __future__ import annotations

import doctest

import pytest

from training import wrap_pages
from training.wrap_pages import WIDTH, wrapped

LONG = "word " * 30


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"```\n{LONG}\n```", id="code"),
        pytest.param(f"* item\n\n  ```\n  {LONG}\n  ```", id="code in an item"),
        pytest.param(f"| {LONG} | b |\n|---|---|", id="table"),
        pytest.param(f"# {LONG}", id="heading"),
        pytest.param(f"short\n{LONG}  \nend", id="a break that is meant"),
        pytest.param("x" * 150, id="one word"),
        pytest.param("a short line\nand another", id="short lines"),
        pytest.param("word " * 19 + "wordy 1. more of it", id="a line would begin an item"),
    ],
)
def test_what_stays(text: str) -> None:
    assert wrapped(text) == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{LONG}end\n\nnext", id="paragraph"),
        pytest.param(f"* {LONG}end\n* next", id="item"),
        pytest.param(f"  1. {LONG}end\n     and more", id="inner item"),
    ],
)
def test_what_is_filled(text: str) -> None:
    lines = wrapped(text)
    assert lines.split() == text.split()
    assert max(map(len, lines.split("\n"))) <= WIDTH
    assert wrapped(lines) == lines


def test_examples_of_the_script() -> None:
    assert doctest.testmod(wrap_pages).failed == 0
