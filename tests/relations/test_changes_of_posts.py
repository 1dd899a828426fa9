"""Posts that are given, taken, laid down or changed, and the people who change them."""

from __future__ import annotations

import pytest
from test_cues import unmarked, written

from gaoyou_nlp.relations.officials import relate_officials

CASES = {
    "免去": (
        "免去[甘立群|OFFICIAL]的[市财政局|ORG][党组书记|TITLE]、[局长|TITLE]职务。",
        "甘立群: 市财政局/党组书记 removed; 市财政局/局长 removed",
    ),
    "免去其": (
        "[甘立群|OFFICIAL]任[市财政局|ORG][局长|TITLE]，免去其[市审计局|ORG][党组书记|TITLE]、[局长|TITLE]职务。",
        "甘立群: 市财政局/局长 appointed; 市审计局/党组书记 removed; 市审计局/局长 removed",
    ),
    "plain 任 says nothing more": (
        "[甘立群|OFFICIAL]任[市财政局|ORG][局长|TITLE]已有三年。",
        "甘立群: 市财政局/局长",
    ),
    "不再担任": (
        "[甘立群|OFFICIAL]同志不再担任[云河县|GPE][县长|TITLE]职务。",
        "甘立群: 云河县/县长 removed",
    ),
    "被免职": (
        "[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]日前被免职。",
        "甘立群: 县水利局/局长 removed",
    ),
    "辞去 and 接任": (
        "[甘立群|OFFICIAL]辞去[县人民政府|ORG][副县长|TITLE]职务，由[钱永年|OFFICIAL]接任[县水利局|ORG][局长|TITLE]。",
        "甘立群: 县人民政府/副县长 resigned / 钱永年: 县水利局/局长 appointed",
    ),
    "免去 does not reach the next clause": (
        "会议免去[甘立群|OFFICIAL]的[县水利局|ORG][局长|TITLE]职务后，[县长|TITLE][钱永年|OFFICIAL]讲话。",
        "甘立群: 县水利局/局长 removed / 钱永年: /县长",
    ),
    "当选": (
        "[甘立群|OFFICIAL]当选[县政协|ORG][主席|TITLE]，[钱永年|OFFICIAL]、[杜若梅|OFFICIAL]当选[副主席|TITLE]。",
        "甘立群: 县政协/主席 elected / 钱永年: 县政协/副主席 elected / "
        "杜若梅: 县政协/副主席 elected",
    ),
    "现任 and 拟任": (
        "[甘立群|OFFICIAL]，女，1979年4月生，现任[罗河镇|GPE][党委书记|TITLE]，拟任[县总工会|ORG][党组书记|TITLE]，提名[主席|TITLE]人选。",
        "甘立群: 罗河镇/党委书记; 县总工会/党组书记 proposed; 县总工会/主席 nominated",
    ),
    "原 holds on inside the unit": (
        "[县供销社|ORG][原党委书记|TITLE]、[理事长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县供销社/原党委书记 former; 县供销社/理事长 former",
    ),
    "原 ends with the unit": (
        "[县水利局|ORG][原党组书记|TITLE]、[局长|TITLE]，[县政协|ORG][副主席|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县水利局/原党组书记 former; 县水利局/局长 former; 县政协/副主席",
    ),
    "原 before the unit": (
        "原[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]受审",
        "甘立群: 县水利局/局长 former",
    ),
    "代": (
        "[县委|ORG][副书记|TITLE]、[代县长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县委/副书记; /代县长 acting",
    ),
    "利用担任": (
        "被告人[甘立群|OFFICIAL]利用担任[云河县|GPE][罗河镇|GPE][镇长|TITLE]的职务便利",
        "甘立群: 罗河镇/镇长 former",
    ),
    "lines under headings": (
        "任命：⏎[甘立群|OFFICIAL]为[县水利局|ORG][局长|TITLE]；⏎[钱永年|OFFICIAL]为[县审计局|ORG][局长|TITLE]。⏎"
        "免去：⏎[杜若梅|OFFICIAL]的[县水利局|ORG][局长|TITLE]职务。⏎[县长|TITLE][周万里|OFFICIAL]到会。",
        "甘立群: 县水利局/局长 appointed / 钱永年: 县审计局/局长 appointed / "
        "杜若梅: 县水利局/局长 removed / 周万里: /县长",
    ),
    "who replaces whom": (
        "[甘立群|OFFICIAL]接替[钱永年|PERSON]担任[县教育局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 appointed",
    ),
    "who is promoted leaves": (
        "[县教育局|ORG][局长|TITLE][甘立群|OFFICIAL]升任[县政府|ORG][副县长|TITLE]",
        "甘立群: 县教育局/局长 former; 县政府/副县长 appointed",
    ),
    "who is promoted stays on the committee": (
        "[县委|ORG][常委|TITLE][甘立群|OFFICIAL]升任[县政府|ORG][县长|TITLE]",
        "甘立群: 县委/常委; 县政府/县长 appointed",
    ),
    "posts that later ones follow": (
        "[甘立群|OFFICIAL]，男，2016年任[县教育局|ORG][局长|TITLE]，2021年任[县财政局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 former; 县财政局/局长",
    ),
    "a post from year to year": (
        "[甘立群|OFFICIAL]，男，2016年至2019年任[县教育局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 former",
    ),
    "a candidate who is elected": (
        "[县法院|ORG][院长|TITLE]候选人[甘立群|OFFICIAL]高票当选",
        "甘立群: 县法院/院长 elected",
    ),
    "a decision before a colon": (
        "会上宣布了决定：[甘立群|OFFICIAL]任[县委|ORG][书记|TITLE]",
        "甘立群: 县委/书记 appointed",
    ),
    "who acts for a post": (
        "[甘立群|OFFICIAL]代理[县政府|ORG][县长|TITLE]",
        "甘立群: 县政府/县长 acting",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_changes_of_posts(name: str) -> None:
    marked, posts = CASES[name]
    text, spans, wanted = unmarked(marked)
    decided, officials = relate_officials(text, spans)
    assert written(officials) == posts
    assert list(decided) == wanted
