"""Former posts that a text also names with fewer words: one post, told once."""

from __future__ import annotations

import pytest

from gaoyou_nlp.records import Post
from gaoyou_nlp.relations.officials import merge_posts

CASES = """
县教育局|局长|former; 教育局|局长 => 县教育局|局长|former
教育局|局长; 县教育局|局长|former => 县教育局|局长|former
沙坪省交通厅运输局|局长|former; 运输局|局长 => 沙坪省交通厅运输局|局长|former
沙坪村党支部|书记|former; |党支部书记 => 沙坪村党支部|书记|former
|原书记|former; |党支部书记 => |原书记|former
沙坪县委|原书记|former; 县委|书记 => 沙坪县委|原书记|former
县教育局|局长|former; 教育局|局长|appointed => 县教育局|局长|former; 教育局|局长|appointed
县教育局|局长|former; 水利局|局长 => 县教育局|局长|former; 水利局|局长
县教育局|局长|former; 教育局|党组书记 => 县教育局|局长|former; 教育局|党组书记
沙坪县|副县长|former; 沙坪县|县长 => 沙坪县|副县长|former; 沙坪县|县长
|原书记|former; |县委书记 => |原书记|former; |县委书记
县教育局|局长; 教育局|局长 => 县教育局|局长; 教育局|局长
"""


def _posts(written: str) -> list[Post]:
    """Read ``unit|title|change; …``."""
    rows = [(*item.split("|"), "")[:3] for item in written.split("; ")]
    return [Post(org or None, title, change or None) for org, title, change in rows]


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_former_post_with_fewer_words(case: str) -> None:
    given, wanted = case.split(" => ")
    assert list(merge_posts(_posts(given))) == _posts(wanted)
