"""First and last days of posts, and every change that a post can have."""

from __future__ import annotations

from datetime import date

import pytest
from test_cues import unmarked

from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.relations.officials import relate_officials
from gaoyou_nlp.relations.spells import with_spells

# Each post as: title change, first day, last day.
CASES = {
    "任命": (
        "2022年3月4日，[县人大常委会|ORG]决定任命[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]。",
        ["局长 appointed 2022-03-04 day .. -"],
    ),
    "免去": (
        "2022年3月4日，会议决定免去[甘立群|OFFICIAL]的[县教育局|ORG][局长|TITLE]职务。",
        ["局长 removed - .. 2022-03-04 day"],
    ),
    "one decision, two people": (
        "3月4日，会议任命[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]，"
        "免去[钱永年|OFFICIAL]的[县财政局|ORG][局长|TITLE]职务。",
        ["局长 appointed 2022-03-04 day .. -", "局长 removed - .. 2022-03-04 day"],
    ),
    "当选": (
        "2022年1月8日，[甘立群|OFFICIAL]当选[云河县|GPE][县长|TITLE]。",
        ["县长 elected 2022-01-08 day .. -"],
    ),
    "辞去": (
        "[甘立群|OFFICIAL]2022年5月辞去[云河县|GPE][副县长|TITLE]职务。",
        ["副县长 resigned - .. 2022-05-31 month"],
    ),
    "不再担任": (
        "2022年5月，[甘立群|OFFICIAL]不再担任[县教育局|ORG][局长|TITLE]。",
        ["局长 removed - .. 2022-05-31 month"],
    ),
    "提名": (
        "3月4日，会议提名[甘立群|OFFICIAL]为[云河县|GPE][副县长|TITLE]人选。",
        ["副县长 nominated - .. -"],
    ),
    "拟任": (
        "3月4日公示，[甘立群|OFFICIAL]拟任[县教育局|ORG][局长|TITLE]。",
        ["局长 proposed - .. -"],
    ),
    "原": (
        "3月4日，[县教育局|ORG]原[局长|TITLE][甘立群|OFFICIAL]受审。",
        ["局长 former - .. -"],
    ),
    "时任": (
        "2016年3月，时任[县教育局|ORG][局长|TITLE][甘立群|OFFICIAL]签了字。",
        ["局长 former - .. -"],
    ),
    "兼": (
        "[甘立群|OFFICIAL]2021年8月起兼任[县总工会|ORG][主席|TITLE]。",
        ["主席 - 2021-08-01 month .. -"],
    ),
    "代": (
        "3月4日，[云河县|GPE][代县长|TITLE][甘立群|OFFICIAL]到会。",
        ["代县长 acting - .. -"],
    ),
    "起任": (
        "[甘立群|OFFICIAL]2021年3月起任[县教育局|ORG][局长|TITLE]。",
        ["局长 - 2021-03-01 month .. -"],
    ),
    "a range": (
        "2016年3月至2019年5月，[甘立群|OFFICIAL]任[县教育局|ORG][局长|TITLE]。",
        ["局长 former 2016-03-01 month .. 2019-05-31 month"],
    ),
    "曾任 with a range": (
        "[甘立群|OFFICIAL]2016年3月至2019年5月曾任[县教育局|ORG][局长|TITLE]。",
        ["局长 former - .. -"],
    ),
    "a curriculum vitae": (
        "[甘立群|OFFICIAL]，男，汉族。\n2016年3月至2019年5月　[县教育局|ORG][局长|TITLE]\n"
        "2019年5月至今　[县财政局|ORG][局长|TITLE]",
        [
            "局长 former 2016-03-01 month .. 2019-05-31 month",
            "局长 - 2019-05-01 month .. -",
        ],
    ),
    "two posts held together": (
        "2016年3月至2019年5月，[甘立群|OFFICIAL]任[县教育局|ORG][党组书记|TITLE]、[局长|TITLE]。",
        [
            "党组书记 former 2016-03-01 month .. 2019-05-31 month",
            "局长 former 2016-03-01 month .. 2019-05-31 month",
        ],
    ),
    "one post after the other": (
        "2016年3月至2019年5月，[甘立群|OFFICIAL]任[县教育局|ORG][副局长|TITLE]、[局长|TITLE]。",
        ["副局长 former - .. -", "局长 former - .. -"],
    ),
    "who did something on a day": (
        "2022年3月4日，[县教育局|ORG][局长|TITLE][甘立群|OFFICIAL]到会。",
        ["局长 - - .. -"],
    ),
    "who does something in a time": (
        "2022年1月至3月，[县教育局|ORG][局长|TITLE][甘立群|OFFICIAL]带队检查。",
        ["局长 - - .. -"],
    ),
    "while in office": (
        "2018年5月，[甘立群|OFFICIAL]任[县教育局|ORG][局长|TITLE]期间受贿。",
        ["局长 - - .. -"],
    ),
    "to be appointed": (
        "[甘立群|OFFICIAL]将于2022年9月出任[县教育局|ORG][局长|TITLE]。",
        ["局长 appointed - .. -"],
    ),
    "several one after the other": (
        "2010年至2016年，[甘立群|OFFICIAL]历任[县教育局|ORG][副局长|TITLE]、[局长|TITLE]。",
        ["副局长 former - .. -", "局长 former - .. -"],
    ),
    "born": (
        "[甘立群|OFFICIAL]，1970年5月出生，现任[县教育局|ORG][局长|TITLE]。",
        ["局长 - - .. -"],
    ),
    "another sentence": (
        "2022年3月4日，会议召开。任命[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]。",
        ["局长 appointed - .. -"],
    ),
    "no value": (
        "日前，会议任命[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]。",
        ["局长 appointed - .. -"],
    ),
}


@pytest.mark.parametrize(("marked", "wanted"), CASES.values(), ids=CASES)
def test_days_of_posts(marked: str, wanted: list[str]) -> None:
    text, spans, _ = unmarked(marked)
    decided, officials = relate_officials(text, spans)
    dates = find_dates(text, date(2022, 6, 20))
    found = []
    for official in with_spells(text, decided, dates, officials):
        for post in official.posts:
            events = (post.started, post.ended)
            said = ["-" if e is None else f"{e.day} {e.grain}" for e in events]
            assert all(e is None or text[e.start : e.end] == e.text for e in events)
            found.append(f"{post.title} {post.change or '-'} {' .. '.join(said)}")
    assert found == wanted
