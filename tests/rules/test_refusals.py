"""Words beside a candidate that make it no area or no body: every row, and their opposites."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules import refusals
from gaoyou_nlp.rules.decide import by_rank
from gaoyou_nlp.rules.organisations.units_behind import with_unit
from gaoyou_nlp.rules.ranks import RANKS
from gaoyou_nlp.rules.trim import trim

TABLES = {
    "GPE": "rules/no_places.tsv",
    "ORG": "rules/no_bodies.tsv",
    "PROJECT": "rules/no_projects.tsv",
}
ROWS = [
    pytest.param(label, row, id=f"{label}-{row[-1]}")
    for label, name in TABLES.items()
    for row in table(name)
]


def _span(marked: str, label: str) -> tuple[str, Span]:
    start, end = marked.index("["), marked.index("]") - 1
    text = re.sub(r"[\[\]]", "", marked)
    return text, Span(start, end, label, text[start:end])


@pytest.mark.parametrize(("label", "row"), ROWS)
def test_row_refuses_its_example(
    label: str, row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    text, span = _span(row[-1], label)
    assert refusals.is_other(text, span)
    rest = tuple(other for other in table(TABLES[label]) if other is not row)
    refusals._rows.cache_clear()
    monkeypatch.setattr(refusals, "table", lambda _: rest)
    assert not refusals.is_other(text, span)
    refusals._rows.cache_clear()


@pytest.mark.parametrize(
    "marked",
    [
        "GPE 列车到达[临沂]，北站外下雨",
        "GPE 家住[临沂]东街",
        "GPE [临沂]国际交流增多",
        "GPE 开通到[绵阳]的客运班车",
        "GPE [镇江]、九江等地",
        "GPE [黑龙江]、吉林两省",
        "GPE 全国百强县[临沂]",
        "GPE 查看[临沂]市区的工地",
        "GPE 健康的[临沂]人",
        "GPE 一行人到[美国]访问",
        "ORG [教育部]发文",
        "ORG [教育部]门户网站",
        "ORG 由市、县[财政局]拨付",
        "ORG [临沂学校]开学",
        "ORG 各市教育局，[省财政厅]配合",
        "ORG 各市（含直管县）教育局、[云河新区公共服务局]",
        "ORG [临沂法院]开庭",
        "ORG [云河省第四地质勘查队]",
        "ORG 各乡镇、[县工商局]负责人",
        "ORG [云河空军]招飞",
        "ORG [临沂高新区]管委会",
        "ORG 走访[沙坪乡人民政府]",
        "ORG [骨科]副主任杨怡",
        "ORG [云岭大学联合党委]",
        "ORG [四家子信用社]主任",
        "ORG 获评[云河研究]》杂志",
        "ORG 国际标准化组织（[ISO]）",
        "ORG [Gap]宣布",
        "ORG [省科技创新领导小组]",
        "ORG [中国致公党]第九次全国代表大会",
        "GPE [中国]最具实力的企业",
        "GPE 支援[湖北]医疗队",
        "GPE [临沂]第三中学",
        "GPE 从[临沂]——绵阳出发",
        "GPE 到[古田]开会议事",
        "GPE 文明[临沂]人",
        "GPE 对[鸡西]、绵阳等口岸",
        "PROJECT [江西昌云高速公路]开工",
        "PROJECT [云岭大桥（二期）工程]",
        "GPE 家住[临沂]南关社区",
        "PROJECT 古城、[临沂云岭旅游区]等项目",
        "PROJECT [云岭高铁]开工",
        "PROJECT [云岭医院综合楼改造项目]开工",
    ],
)
def test_names_that_stand(marked: str) -> None:
    label, text = marked.split(" ", 1)
    assert not refusals.is_other(*_span(text, label))


@pytest.mark.parametrize(
    "marked",
    [
        "受雨影响，[桂江]、连江、绥江等14条河流涨水",
        "受雨影响，桂江、[连江]、绥江等14条河流涨水",
        "受雨影响，桂江、连江、[绥江]等14条河流涨水",
        "覆盖[黄山]、九华山等重点景区",
        "开放天岭、[都河]、磨云等12个口岸",
        "经[天岭]、都河、磨云等车站",
    ],
)
def test_rivers_and_hills_in_a_list(marked: str) -> None:
    assert refusals.is_other(*_span(marked, "GPE"))


def test_list_that_each_opens() -> None:
    assert refusals.is_other(*_span("各市（含直管县）教育局、[财政局]、商务局", "ORG"))
    assert refusals.is_other(*_span("各县（市）[财政局]", "ORG"))


@pytest.mark.parametrize(
    "marked",
    [pytest.param(row[-1], id=row[-1]) for row in table("organisations/units_behind.tsv")],
)
def test_unit_behind_a_body(marked: str) -> None:
    text, span = _span(marked.replace("|", ""), "ORG")
    short = Span(span.start, marked.index("|") - 1, "ORG", "")
    assert with_unit(text, short).text == span.text


@pytest.mark.parametrize(
    "marked",
    [
        "[临沂市第一医院]南区域医疗中心",
        "[临沂市第一医院]内科医生",
        "[临沂市教育局]依法处理",
        "[县人民医院]抽出内科大夫",
        "[临沂市教育局]财务处理",
        "[教育部]党组书记",
        "[市卫生局]党总支书记",
        "[云岭大学]关系良好",
        "[九三学社]省内社员",
        "[国务院]第九次常务会议",
    ],
)
def test_body_without_unit(marked: str) -> None:
    text, span = _span(marked, "ORG")
    assert with_unit(text, span) is span


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("实施细则.[docx 云河省科技厅]", "云河省科技厅"),
        ("被上诉[人云河恒岳有限公司]", "云河恒岳有限公司"),
        ("与[原云河证券交易所]合并", "云河证券交易所"),
        ("以下称[两恒岳公司]", "恒岳公司"),
        ("同意[和巡察工作组]意见", "巡察工作组"),
        ("第四条[中省科技厅]", "省科技厅"),
        ("[云河医学院亦]备课", "云河医学院"),
        ("[市发改委委]会同", "市发改委"),
        ("[省委领导小组(指挥部])", "省委领导小组"),
        ("[恒岳（上海）公司]", "恒岳（上海）公司"),
        ("[原平市委]", "原平市委"),
        ("[和平区政府]", "和平区政府"),
        ("收到[人民法院]通知", "人民法院"),
        ("是[归口县政府办公室]管理的机构", "县政府办公室"),
        ("其他[如云河股份]上涨", "云河股份"),
        ("[如东集团]开业", "如东集团"),
        ("还将[和恒岳集团]合作", "恒岳集团"),
        ("[HYB亦]发布声明", "HYB"),
    ],
)
def test_edges_of_a_body(marked: str, whole: str) -> None:
    text, span = _span(marked, "ORG")
    trimmed = trim(text, span)
    assert trimmed is not None
    assert trimmed.text == whole


def test_builder_is_no_part_of_what_is_built() -> None:
    text, span = _span("支持[清河县医院建设儿童诊疗中心]", "PROJECT")
    trimmed = trim(text, span)
    assert trimmed is not None
    assert trimmed.text == "儿童诊疗中心"
    text, span = _span("支持[清河县医院建设项目二期]", "PROJECT")
    assert trim(text, span) == span


def test_no_names_inside_titles_of_documents() -> None:
    text = "印发《云河省财政厅关于支持临沂的意见》"
    both = [Span(3, 9, "ORG", "云河省财政厅", "a"), Span(13, 15, "GPE", "临沂", "b")]
    assert by_rank(text, both, RANKS) == []


def test_what_a_body_takes_in_is_none_by_itself() -> None:
    text = "清河县医院神经内科"
    both = [Span(0, 5, "ORG", "清河县医院", "a"), Span(5, 9, "ORG", "神经内科", "b")]
    assert [s.text for s in by_rank(text, both, RANKS)] == ["清河县医院神经内科"]
