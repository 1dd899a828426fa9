"""Entries of a list in a text: leftmost, longest, Latin ones as whole words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.language.matcher import Matcher


@pytest.mark.parametrize(
    ("surfaces", "text", "found"),
    [
        (["TCL"], "TCL和XTCL", [(0, 3)]),
        (["高邮", "高邮市"], "高邮市高邮", [(0, 3), (3, 5)]),
        (["a市", "a市b"], "a市bc", [(0, 2)]),
        (["市b", "a市b1"], "a市b12市b", [(5, 7)]),
        (["", "高"], "高邮", [(0, 1)]),
        ([], "高邮", []),
        (["𠮷市"], "在𠮷市", [(1, 3)]),
    ],
    ids=["whole word", "longest", "shorter", "none is whole", "empty", "no list", "astral"],
)
def test_find(surfaces: list[str], text: str, found: list[tuple[int, int]]) -> None:
    assert list(Matcher(surfaces).find(text)) == found


def is_whole(text: str, start: int, end: int) -> bool:
    """Say it again, character by character."""
    edges = [text[at - 1 : at + 1] for at in (start, end) if 0 < at < len(text)]
    return not any(edge.isascii() and edge.isalnum() for edge in edges)


@given(st.lists(st.text("高邮市a1", min_size=1, max_size=4)), st.text("高邮市a1，", max_size=30))
def test_matches_are_leftmost_and_longest(surfaces: list[str], text: str) -> None:
    expected, at = [], 0
    while at < len(text):
        ends = [at + len(s) for s in surfaces if text.startswith(s, at)]
        whole = [end for end in ends if is_whole(text, at, end)]
        if whole:
            expected.append((at, max(whole)))
        at = max(whole, default=at + 1)
    assert list(Matcher(surfaces).find(text)) == expected
