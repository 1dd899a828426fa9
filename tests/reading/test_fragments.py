"""Mark-up inside the text of a record: comments."""

import pytest

from gaoyou_nlp.reading.fragments import strip_markup


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>县<!-- 甲 -->长</p>", "县长"),
        ("<p>县<!-- <p>甲</p> -- > -->长</p>", "县长"),
        ("<p>县<!---->长<!-- 甲 --></p>", "县长"),
        (f"<p>县<!--{'甲' * 200_000}-->长</p>", "县长"),
        ("<p>县<!-- 长</p>", "县<!-- 长"),
        ("<p>县<!-- 甲 -->长<!-- 乙</p>", "县长<!-- 乙"),
    ],
    ids=["a comment", "tags inside", "empty", "a long one", "no end", "the last without end"],
)
def test_comments_go(text: str, plain: str) -> None:
    found, source = strip_markup(text)
    assert found == plain
    assert source.to_source(0, 1) == (3, 4)
