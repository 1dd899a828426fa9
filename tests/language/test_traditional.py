"""Traditional characters: told from simplified ones, and read as such without moving an offset."""

import pytest

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.language.traditional import is_traditional, original, simplify

TEXTS = {
    # text: (whether it is traditional, what it is read as)
    "縣財政局局長孫志強陪同。": (True, "县财政局局长孙志强陪同。"),
    "县财政局局长孙志强陪同。": (False, "县财政局局长孙志强陪同。"),
    "會後，記者採訪了廠長於漢明。": (True, "会后，记者采访了厂长于汉明。"),
    "县文联主席甯小芸介绍了全县文艺工作的情况。": (
        False,
        "县文联主席甯小芸介绍了全县文艺工作的情况。",
    ),
    "县文联主席劉昇介绍了今年以来全县文艺创作和惠民演出工作的总体情况。": (
        False,
        "县文联主席劉昇介绍了今年以来全县文艺创作和惠民演出工作的总体情况。",
    ),
    "皇后区代表团到乾县，与于姓乡亲座谈。": (False, "皇后区代表团到乾县，与于姓乡亲座谈。"),
    "𠮷田鎮黨委書記馬國慶到場。": (True, "𠮷田镇党委书记马国庆到场。"),
    "縣": (False, "縣"),
    "": (False, ""),
    "GDP 3.5%": (False, "GDP 3.5%"),
    "县水库昨日开工，这是今年的第一项水利工程，建成后受益人口将达三万，全县供水有了保证。\n"
    "鄉長趙啟東講話。\n周敏作报告，并对下一阶段工作提出要求，各镇负责人参加。": (
        False,
        "县水库昨日开工，这是今年的第一项水利工程，建成后受益人口将达三万，全县供水有了保证。\n"
        "乡长赵启东讲话。\n周敏作报告，并对下一阶段工作提出要求，各镇负责人参加。",
    ),
}


@pytest.mark.parametrize("text", TEXTS)
def test_texts(text: str) -> None:
    assert (is_traditional(text), simplify(text)) == TEXTS[text]


def test_simplified_text_is_handed_back_itself() -> None:
    text = "".join(["县水务局", "局长陈一鸣"])
    assert simplify(text) is text
    one_name = "县文联主席甯小芸" + "介绍了情况。"
    assert simplify(one_name) is one_name


def test_the_table_is_one_to_one_and_settles_at_once() -> None:
    rows = table("language/traditional.tsv")
    assert {(len(row[0]), len(row[1]), row[2] in ("only", "both")) for row in rows} == {
        (1, 1, True)
    }
    only = {row[0] for row in rows if row[2] == "only"}
    assert [row[:2] for row in rows if row[1] in only] == [("薴", "苧")]
    assert {row[0] for row in rows} >= set("縣長書記國會萬億為裏臺黨鎮")


def test_values_are_found_again_in_the_text() -> None:
    text = "縣政府縣長後天到縣后街"
    reading = "县政府县长后天到县后街"
    values = ("县政府", "县长", "县府", "后街", "后天", "外省", "")
    assert [original(value, text, reading) for value in values] == [
        "縣政府",
        "縣長",
        "縣府",
        "后街",
        "後天",
        "外省",
        "",
    ]
