"""以 before a surname and 国 behind 主席 are no parts of names: 以甘主席为首, 主席国文莱."""

from __future__ import annotations

import pytest

from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.no_names import is_no_name

NO_NAMES = """
OFFICIAL 在[以甘]主席为首的领导下
OFFICIAL [以钱]书记为核心的班子
OFFICIAL [以甘]总理为代表的一方
OFFICIAL [以甘立群]同志为组长的小组
OFFICIAL 跟着[以杜]主任为首的专班
PERSON [以钱永年]同志为榜样
ORG 东盟轮值主席[国文莱发展部]部长到会
ORG 主席[国甲国外交部]发布公报
GPE 轮值主席[国文莱]主持
"""
NAMES = """
OFFICIAL 在[甘]主席领导下
OFFICIAL 由[甘立群]主席主持
OFFICIAL 以[甘]主席为首的领导下
PERSON 以[甘立群]同志为组长
ORG 主席[国务委员会]到会
ORG 轮值主席国[文莱发展部]部长到会
ORG 县[国土局]局长到会
GPE 担任主席国的[文莱]主持
"""


def _read(case: str) -> tuple[str, Span]:
    label, marked = case.split(" ", 1)
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return text, Span(start, end, label, text[start:end])


@pytest.mark.parametrize("case", NO_NAMES.strip().splitlines())
def test_no_names(case: str) -> None:
    assert is_no_name(*_read(case))


@pytest.mark.parametrize("case", NAMES.strip().splitlines())
def test_names(case: str) -> None:
    assert not is_no_name(*_read(case))
