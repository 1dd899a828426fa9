"""A name fills a cell beside a cell with a post."""

from __future__ import annotations

import pytest

from gaoyou_nlp.rules.propose import propose

CASES = [
    ("孙志强\t县住建局局长\t13800000000", ["孙志强"]),
    ("县住建局局长\t孙志强", ["孙志强"]),
    ("单位\t姓名\t职务\n县教育局\t罗军\t局长\n县水利局\t马明均\t副局长", ["罗军", "马明均"]),
    ("欧阳志远\t县长", ["欧阳志远"]),
    ("高度\t局长", []),  # a word
    ("金湖县\t县长", []),  # an area
    ("单位\t职务\n县教育局\t局长", []),
    ("阶段\t县长\t3亿元", []),  # no surname
    ("罗军  副县长  分管农业", ["罗军"]),
    ("罗军　县委书记", ["罗军"]),
    ("罗军 县委书记", []),  # one blank parts no cells
    ("罗军\t男\t1970年3月", []),  # no post beside
    ("罗军出席\t县委书记讲话", []),  # the name does not fill its cell
    ("罗军\n县委书记", []),  # another line
    ("罗军\t县委书记讲话", []),  # the post does not end its cell
    ("", []),
]


@pytest.mark.parametrize(
    ("text", "names"), [pytest.param(*case, id=case[0] or "empty") for case in CASES]
)
def test_names_in_cells(text: str, names: list[str]) -> None:
    assert [span.text for span in propose(text) if span.rule == "person.cell"] == names
