"""Posts by kind: whose unit, who takes over, lists of people, lives told in order."""

from __future__ import annotations

import pytest
from test_cues import unmarked, written

from gaoyou_nlp.relations.officials import relate_officials

UNITS = {
    "a town of secretary and head": (
        "[罗河镇|GPE][党委副书记|TITLE]、[镇长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 罗河镇/党委副书记; 罗河镇/镇长",
    ),
    "the committee of a county is not the county": (
        "[云河县委|ORG][副书记|TITLE]、[县长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 云河县委/副书记; /县长",
    ),
    "a body named for what it studies": (
        "[云河县委|ORG]学习贯彻[大会精神领导小组|ORG][组长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 云河县委学习贯彻大会精神领导小组/组长",
    ),
    "a body of all that studies": (
        "中央学习贯彻[大会精神领导小组|ORG][组长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 中央学习贯彻大会精神领导小组/组长",
    ),
    "an office that studies nothing": (
        "会议学习贯彻文件，[县委办公室|ORG][主任|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县委办公室/主任",
    ),
    "a town of two people": (
        "[罗河镇|GPE][党委书记|TITLE][甘立群|OFFICIAL]、[镇长|TITLE][钱永年|OFFICIAL]",
        "甘立群: 罗河镇/党委书记 / 钱永年: 罗河镇/镇长",
    ),
    "several posts of a list of people": (
        "[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]，[党组成员|TITLE]、[副局长|TITLE][钱永年|OFFICIAL]",
        "甘立群: 县水利局/局长 / 钱永年: 县水利局/党组成员; 县水利局/副局长",
    ),
    "a county post beside a bureau": (
        "[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]，[党组成员|TITLE]、[副县长|TITLE][钱永年|OFFICIAL]",
        "甘立群: 县水利局/局长 / 钱永年: /党组成员; /副县长",
    ),
    "judges of a court": (
        "任命[甘立群|OFFICIAL]为[县法院|ORG][副院长|TITLE]，[钱永年|OFFICIAL]为[审判员|TITLE]",
        "甘立群: 县法院/副院长 appointed / 钱永年: 县法院/审判员 appointed",
    ),
    "the sentence before": (
        "[县医院|ORG]新开门诊。[院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 县医院/院长",
    ),
    "the sentence before names two": (
        "[县医院|ORG]和[罗河医院|ORG]结对。[院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: /院长",
    ),
    "the paragraph before": (
        "[县医院|ORG]新开门诊。⏎[院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: /院长",
    ),
    "somebody named between": (
        "[县医院|ORG]接诊[钱永年|PERSON]。[院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: /院长",
    ),
    "counties are not taken from the sentence before": (
        "客商来自[罗县|GPE]。[县长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: /县长",
    ),
    "a unit that was not found ends like one named": (
        "[罗河研究院|ORG]建成，研究院[院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 罗河研究院/院长",
    ),
    "another unit that was not found": (
        "[罗河研究院|ORG]建成，科学院[院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: /院长",
    ),
    "a short name in brackets": (
        "[县住建局质量安全监督站|ORG]（以下简称“[质安站|ORG]”）[站长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县住建局质量安全监督站/站长",
    ),
    "a surname behind 的": (
        "[县水利局|ORG]的[甘|OFFICIAL][局长|TITLE]和[县林业局|ORG]的[钱|OFFICIAL][书记|TITLE]来了",
        "甘: 县水利局/局长 / 钱: 县林业局/书记",
    ),
    "a full name behind 的": (
        "[罗河镇|GPE]的[甘立群|OFFICIAL][镇长|TITLE]来了",
        "甘立群: 罗河镇/镇长",
    ),
    "an area behind 的 that lends nothing": (
        "[罗河镇|GPE]的[甘|OFFICIAL][局长|TITLE]来了",
        "甘: /局长",
    ),
    "a member of the council of state": (
        "[中央政治局|ORG][常委|TITLE]、[国务委员|TITLE][甘立群|OFFICIAL]",
        "甘立群: 中央政治局/常委; /国务委员",
    ),
    "the council of state": (
        "[国务院|ORG][副总理|TITLE]、[国务委员|TITLE][甘立群|OFFICIAL]",
        "甘立群: 国务院/副总理; 国务院/国务委员",
    ),
    "a list without marks": (
        "[甘立群|OFFICIAL][交通局|ORG][党组书记|TITLE][李永年交通局|ORG][局长|TITLE]",
        "甘立群: 交通局/党组书记",
    ),
    "a body in quotes": (
        "“[罗河研究中心|ORG]”[主任|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 罗河研究中心/主任",
    ),
    "a group whose head the title keeps": (
        "[省纪委驻省水利厅纪检|ORG][组长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 省纪委驻省水利厅纪检组/组长",
    ),
    "a group that is whole": (
        "[省纪委驻省水利厅纪检组|ORG][组长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 省纪委驻省水利厅纪检组/组长",
    ),
    "an institute whose head the title keeps": (
        "[罗河农业研究|ORG][副院长|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 罗河农业研究院/副院长",
    ),
    "a list of deputies of a national body": (
        "[全国政协文史委员会|ORG]开会。[全国政协文史委员会|ORG][副主任|TITLE][甘立群|OFFICIAL]、[钱永年|OFFICIAL]到场",
        "甘立群: 全国政协文史委员会/副主任 / 钱永年: 全国政协文史委员会/副主任",
    ),
    "of which county": (
        "[甘立群|OFFICIAL]原是[罗河县|GPE]的[县委|ORG][书记|TITLE]",
        "甘立群: 县委/书记 former",
    ),
    "该镇": (
        "[罗河镇|GPE][镇长|TITLE][甘立群|OFFICIAL]升任该镇[党委书记|TITLE]",
        "甘立群: 罗河镇/镇长 former; 罗河镇/党委书记 appointed",
    ),
}
HOLDERS = {
    "passing roles of other bodies": (
        "[县委|ORG][副书记|TITLE]、[省援建指挥部|ORG]指挥长[甘立群|OFFICIAL]到场",
        "甘立群: 县委/副书记",
    ),
    "a role amid posts": (
        "[省学会|ORG][理事长|TITLE]、[省技术体系|ORG]首席专家、[罗河大学|ORG][副校长|TITLE][甘立群|OFFICIAL]授课",
        "甘立群: 省学会/理事长; 罗河大学/副校长",
    ),
    "somebody without a name behind a comma": (
        "[县政协|ORG][主席|TITLE][钱永年|OFFICIAL]，[县委|ORG][常委|TITLE]、[县总工会|ORG][主席|TITLE]，及各局参加",
        "钱永年: 县政协/主席",
    ),
    "a post that goes to somebody": (
        "[县水利局|ORG][局长|TITLE]一职由[副局长|TITLE][甘立群|OFFICIAL]代理",
        "甘立群: 县水利局/局长 acting; 县水利局/副局长",
    ),
    "what somebody does is no post": (
        "[钱永年|PERSON]说，变压器由[县水利局|ORG][局长|TITLE]盯着",
        "",
    ),
    "who follows": (
        "接任[县水利局|ORG][局长|TITLE]的是[原副局长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县水利局/局长 appointed; 县水利局/原副局长 former",
    ),
    "a comma ends what is said": (
        "[甘立群|OFFICIAL]不再担任[局长|TITLE]，[副局长|TITLE][钱永年|OFFICIAL]主持工作",
        "甘立群: /局长 removed / 钱永年: /副局长",
    ),
    "what should have come": (
        "[县长|TITLE][甘立群|OFFICIAL]本应被提拔为[县委|ORG][书记|TITLE]",
        "甘立群: /县长",
    ),
    "who is none": (
        "[县长|TITLE][钱永年|OFFICIAL]说，[甘立群|PERSON]不是[局长|TITLE]",
        "钱永年: /县长",
    ),
    "who is one and no other": (
        "[甘立群|OFFICIAL]是[县财政局|ORG][局长|TITLE]，不是[县长|TITLE]",
        "甘立群: 县财政局/局长",
    ),
    "who never was one": (
        "[甘立群|PERSON]从未担任[县财政局|ORG][局长|TITLE]",
        "",
    ),
    "who declines": (
        "[甘立群|PERSON]婉拒出任[县文联|ORG][主席|TITLE]",
        "",
    ),
    "who pretends": (
        "[甘立群|PERSON]冒充[县公安局|ORG][局长|TITLE]行骗",
        "",
    ),
    "who applies": (
        "[甘立群|PERSON]竞聘[县中学|ORG][校长|TITLE]",
        "",
    ),
    "who congratulates": (
        "[甘立群|PERSON]致电祝贺阿的么当选连任[罗国|GPE][总统|TITLE]",
        "",
    ),
    "who nominates": (
        "[甘立群|PERSON]提名阿的么为[县财政局|ORG][局长|TITLE]",
        "",
    ),
    "who is nominated": (
        "[甘立群|OFFICIAL]被提名为[县财政局|ORG][局长|TITLE]",
        "甘立群: 县财政局/局长 nominated",
    ),
    "who is appointed": (
        "[甘立群|OFFICIAL]被任命担任[县财政局|ORG][局长|TITLE]",
        "甘立群: 县财政局/局长 appointed",
    ),
    "who congratulates somebody found": (
        "[县长|TITLE][钱永年|OFFICIAL]祝贺[甘立群|OFFICIAL]当选[县文联|ORG][主席|TITLE]",
        "钱永年: /县长 / 甘立群: 县文联/主席 elected",
    ),
    "whose driver": (
        "[甘立群|PERSON]是[县水利局|ORG][局长|TITLE]的司机",
        "",
    ),
    "who may become one": (
        "[甘立群|PERSON]是[县水利局|ORG][局长|TITLE]的合适人选",
        "",
    ),
    "two headlines in a line": (
        "[钱永年|OFFICIAL]当选[罗国|GPE][总理|TITLE] [甘立群|PERSON]致贺电",
        "钱永年: 罗国/总理 elected",
    ),
    "his wife": (
        "[甘立群|PERSON]的妻子是[县医院|ORG][院长|TITLE]",
        "",
    ),
    "his former superior": (
        "[甘立群|PERSON]的老上级是[县公安局|ORG][局长|TITLE]",
        "",
    ),
    "his post": (
        "[甘立群|OFFICIAL]的职务是[县公安局|ORG][局长|TITLE]",
        "甘立群: 县公安局/局长",
    ),
    "an area that was not found behind 原": (
        "原云河县[县长|TITLE]、[沙坪市|GPE][副市长|TITLE][甘立群|OFFICIAL]出席",
        "甘立群: /县长 former; 沙坪市/副市长 former",
    ),
    "现 at the edge of an area behind 原": (
        "原云河县[县长|TITLE]、[现沙坪市|GPE][副市长|TITLE][甘立群|OFFICIAL]出席",
        "甘立群: /县长 former; 沙坪市/副市长",
    ),
    "现 at the edge of an area": (
        "[现沙坪市|GPE][副市长|TITLE][甘立群|OFFICIAL]出席",
        "甘立群: 沙坪市/副市长",
    ),
    "an area that begins with 原": (
        "[原平市|GPE][副市长|TITLE][甘立群|OFFICIAL]出席",
        "甘立群: 原平市/副市长",
    ),
    "who holds it still": (
        "[甘立群|OFFICIAL]仍是[县财政局|ORG][局长|TITLE]",
        "甘立群: 县财政局/局长",
    ),
    "who serves somebody": (
        "[联合国|ORG][秘书长|TITLE][发言人|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 联合国/发言人",
    ),
    "a surname before its title": (
        "“[甘|OFFICIAL][镇长|TITLE][赞罗河|PERSON]”是个账号",
        "甘: /镇长",
    ),
    "he": (
        "[甘立群|OFFICIAL]起得早。他当过[县水利局|ORG][副局长|TITLE]",
        "甘立群: 县水利局/副局长 former",
    ),
    "he of two": (
        "[钱永年|PERSON]找[甘立群|PERSON]。他当过[县水利局|ORG][副局长|TITLE]",
        "",
    ),
}
LIVES = {
    "a range before the name": (
        "2016年3月至2019年5月，[甘立群|OFFICIAL]任[县教育局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 former",
    ),
    "rows of a life": (
        "[甘立群|OFFICIAL]，男，1970年生。⏎1995.07—1999.04 [县教育局|ORG][科员|TITLE]",
        "甘立群: 县教育局/科员 former",
    ),
    "后任": (
        "[甘立群|OFFICIAL]先任[县教育局|ORG][局长|TITLE]，后任[县财政局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 former; 县财政局/局长",
    ),
    "a second post held at once": (
        "[甘立群|OFFICIAL]任[县教育局|ORG][局长|TITLE]，现兼任[县团委|ORG][书记|TITLE]",
        "甘立群: 县教育局/局长; 县团委/书记",
    ),
    "a clause of the past": (
        "[甘立群|OFFICIAL]曾在外地工作，当[县教育局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 former",
    ),
    "由 and 调任": (
        "[甘立群|OFFICIAL]由[县教育局|ORG][局长|TITLE]调任[县财政局|ORG][局长|TITLE]",
        "甘立群: 县教育局/局长 former; 县财政局/局长 appointed",
    ),
    "a spell of years before posts that are no unit's": (
        "[甘立群|OFFICIAL]，男，1953年5月出生。⏎1979年5月至1981年6月，工程队技术员、统计员、施工队[队长|TITLE]；",
        "甘立群: /队长 former",
    ),
    "a spell that goes on": (
        "[甘立群|OFFICIAL]，男，1953年5月出生。⏎1979年5月至今，[县教育局|ORG][局长|TITLE]；",
        "甘立群: 县教育局/局长",
    ),
}
CHANGES = {
    "one verb, several clauses": (
        "决定任命：[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]；[钱永年|OFFICIAL]为[县财政局|ORG][局长|TITLE]。"
        "免去：[杜若梅|OFFICIAL]的[县教育局|ORG][局长|TITLE]职务；[周万里|OFFICIAL]的[县财政局|ORG][局长|TITLE]职务。",
        "甘立群: 县教育局/局长 appointed / 钱永年: 县财政局/局长 appointed / "
        "杜若梅: 县教育局/局长 removed / 周万里: 县财政局/局长 removed",
    ),
    "a clause with a verb of its own": (
        "任命[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]；[钱永年|OFFICIAL]任[县财政局|ORG][局长|TITLE]已三年",
        "甘立群: 县教育局/局长 appointed / 钱永年: 县财政局/局长",
    ),
    "同志任 beside 不再担任": (
        "[甘立群|OFFICIAL]同志不再担任[县委|ORG][书记|TITLE]职务。[钱永年|OFFICIAL]同志任[县委|ORG][书记|TITLE]。",
        "甘立群: 县委/书记 removed / 钱永年: 县委/书记 appointed",
    ),
    "numbered heads": (
        "一、任命⏎1．[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]；⏎二、免去⏎1．[钱永年|OFFICIAL]的[县教育局|ORG][局长|TITLE]职务",
        "甘立群: 县教育局/局长 appointed / 钱永年: 县教育局/局长 removed",
    ),
    "columns": (
        "姓名\t现任职务\t拟任职务⏎[甘立群|OFFICIAL]\t[县教育局|ORG][副局长|TITLE]\t[县财政局|ORG][局长|TITLE]",
        "甘立群: 县教育局/副局长; 县财政局/局长 proposed",
    ),
    "a row with other columns": (
        "姓名\t现任职务\t拟任职务⏎[甘立群|OFFICIAL]\t[县教育局|ORG][副局长|TITLE]",
        "甘立群: 县教育局/副局长",
    ),
    "人选 wins over 推选": (
        "[甘立群|OFFICIAL]被推选为[镇长|TITLE]人选",
        "甘立群: /镇长 nominated",
    ),
    "who is nominated holds a post": (
        "提名[副县长|TITLE][甘立群|OFFICIAL]为[县长|TITLE]候选人",
        "甘立群: /副县长; /县长 nominated",
    ),
    "who is appointed holds a post": (
        "任命[县委|ORG][常委|TITLE][甘立群|OFFICIAL]为[县财政局|ORG][局长|TITLE]",
        "甘立群: 县委/常委; 县财政局/局长 appointed",
    ),
    "who is removed holds a post": (
        "免去[副县长|TITLE][甘立群|OFFICIAL]的[县财政局|ORG][局长|TITLE]职务",
        "甘立群: /副县长; 县财政局/局长 removed",
    ),
    "who is elected holds a post": (
        "选举[县委|ORG][副书记|TITLE][甘立群|OFFICIAL]同志为[县政协|ORG][主席|TITLE]",
        "甘立群: 县委/副书记; 县政协/主席 elected",
    ),
    "who is appointed and no more": (
        "任命[县财政局|ORG][局长|TITLE][甘立群|OFFICIAL]，会议结束",
        "甘立群: 县财政局/局长 appointed",
    ),
    "a post that is not the one won": (
        "[县教育局|ORG][局长|TITLE][甘立群|OFFICIAL]当选[县文联|ORG][主席|TITLE]",
        "甘立群: 县教育局/局长; 县文联/主席 elected",
    ),
}
CASES = {**UNITS, **HOLDERS, **LIVES, **CHANGES}


@pytest.mark.parametrize("name", CASES)
def test_posts_of_a_kind(name: str) -> None:
    marked, posts = CASES[name]
    text, spans, wanted = unmarked(marked)
    decided, officials = relate_officials(text, spans)
    assert written(officials) == posts
    assert list(decided) == wanted


COMPANIES = {
    "a department of the company": "该公司企划部[部长|TITLE][甘立群|PERSON]说",
    "a department that was found": "该公司[企划部|ORG][部长|TITLE][甘立群|PERSON]说",
    "secretary and manager": "[党委书记|TITLE]、[总经理|TITLE][甘立群|PERSON]说",
    "an alliance": "[罗河产业联盟|ORG][秘书长|TITLE][甘立群|PERSON]说",
    "a credit union": "[云河县农村信用联社|ORG][主任|TITLE][甘立群|PERSON]说",
    "a union of supply": "[云河县供销联社|ORG][主任|TITLE][甘立群|OFFICIAL]说",
    "a bureau beside a company": (
        "[县水利局|ORG][局长|TITLE]、[罗河公司|ORG][董事长|TITLE][甘立群|OFFICIAL]"
    ),
    "an engineer of a bureau": "[县交通局|ORG][总工|TITLE][甘立群|OFFICIAL]说",
    "somebody of an office": "[县交通局|ORG][甘立群|OFFICIAL]介绍",
    "somebody of an office behind 的": "[县委组织部|ORG]的[甘立群|OFFICIAL]介绍",
    "somebody of a department of a company": "[罗河汽车公关部|ORG][甘立群|PERSON]介绍",
    "somebody of a ward": "[县医院泌尿外科|ORG][甘立群|PERSON]介绍",
    "a reporter of an office": "通讯员 [县公安局|ORG][甘立群|PERSON]",
    "the central bank": "[中国人民银行|ORG][副行长|TITLE][甘立群|OFFICIAL]说",
    "another bank": "[罗河银行|ORG][副行长|TITLE][甘立群|PERSON]说",
    "a leader of a group": "以[甘立群|OFFICIAL]同志为核心的领导班子",
}


@pytest.mark.parametrize("name", COMPANIES)
def test_who_is_an_official(name: str) -> None:
    text, spans, wanted = unmarked(COMPANIES[name])
    assert list(relate_officials(text, spans)[0]) == wanted
