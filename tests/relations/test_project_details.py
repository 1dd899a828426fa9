"""Place, builder, capacity and days of projects: each case gives a text and all that is read."""

from __future__ import annotations

from datetime import date

import pytest

from gaoyou_nlp.corpora.markup import parse_markup
from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.records import Event, Said, Span
from gaoyou_nlp.relations.project_details import with_details
from gaoyou_nlp.relations.projects import relate_projects

TODAY = "2022-06-20"

PLACES = {
    "位于": ("[恒岳纸业项目|PROJECT]位于[云河县|GPE]，占地30亩。", "云河县"),
    "an address": (
        "[恒岳纸业项目|PROJECT]选址[云河县|GPE]城东工业园内，占地30亩。",
        "云河县城东工业园",
    ),
    "a town and a village": (
        "[恒岳纸业项目|PROJECT]落户[云河县|GPE][沙坪镇|GPE][罗河村|GPE]。",
        "云河县沙坪镇罗河村",
    ),
    "a zone": ("[恒岳纸业项目|PROJECT]坐落于[云河经济开发区|ORG]。", "云河经济开发区"),
    "a field": ("[恒岳纸业项目|PROJECT]，建设地点：[沙坪镇|GPE]东风路18号。", "沙坪镇东风路18号"),
    "before the name": ("位于[沙坪镇|GPE]的[恒岳纸业项目|PROJECT]开工。", "沙坪镇"),
    "right before the name": ("走进[沙坪镇|GPE][恒岳纸业项目|PROJECT]工地。", "沙坪镇"),
    "the next sentence": (
        "[恒岳纸业项目|PROJECT]开工。该项目位于[沙坪镇|GPE]，占地30亩。",
        "沙坪镇",
    ),
    "an address without areas": (
        "[云岭大桥|PROJECT]位于东风路与人民路交叉口，全长3公里。",
        "东风路与人民路交叉口",
    ),
    "a street office without areas": ("[云岭大桥|PROJECT]位于沙坪街道，全长3公里。", "沙坪街道"),
    "a rank is no place": ("[恒岳纸业项目|PROJECT]建设进度位于全县前列。", None),
    "another sentence": ("[恒岳纸业项目|PROJECT]开工。县政府位于[沙坪镇|GPE]。", None),
    "the next project": ("[恒岳纸业项目|PROJECT]开工，[云岭大桥|PROJECT]位于[沙坪镇|GPE]。", None),
    "between places": ("[云岭大桥|PROJECT]位于[沙坪镇|GPE]、[云山镇|GPE]交界处。", None),
    "a bank of a river": ("[云岭大桥|PROJECT]位于通道西岸。", None),
    "a list": (
        "[恒岳纸业项目|PROJECT]、[云岭大桥|PROJECT]分别位于[沙坪镇|GPE]和[云山镇|GPE]。",
        None,
    ),
    "an area elsewhere": ("[云河县|GPE]召开会议，[恒岳纸业项目|PROJECT]开工。", None),
}

BUILDERS = {
    "由 and 投资建设": (
        "[恒岳纸业项目|PROJECT]由[江苏恒岳纸业有限公司|ORG]投资建设，占地30亩。",
        "江苏恒岳纸业有限公司",
    ),
    "由 and 承建": ("[云岭大桥|PROJECT]由[罗河路桥集团|ORG]承建。", "罗河路桥集团"),
    "two of them": (
        "[云岭大桥|PROJECT]由[罗河路桥集团|ORG]和[云河建工集团|ORG]共同承建。",
        "罗河路桥集团和云河建工集团",
    ),
    "with a sum": (
        "[恒岳纸业项目|PROJECT]由[恒岳集团|ORG]投资5亿元建设。",
        "恒岳集团",
    ),
    "a field": ("[云岭大桥|PROJECT]，建设单位：[县交通运输局|ORG]。", "县交通运输局"),
    "a field with 为": ("[云岭大桥|PROJECT]的项目业主为[县城投集团|ORG]。", "县城投集团"),
    "before the name": ("[恒岳集团|ORG]投资建设的[恒岳纸业项目|PROJECT]开工。", "恒岳集团"),
    "before the name with a sum": (
        "[恒岳集团|ORG]投资5亿元建设的[恒岳纸业项目|PROJECT]开工。",
        "恒岳集团",
    ),
    "the next sentence": (
        "[恒岳纸业项目|PROJECT]开工。项目由[恒岳集团|ORG]投资兴建。",
        "恒岳集团",
    ),
    "who leads is no builder": ("[云岭大桥|PROJECT]由[县交通运输局|ORG]牵头协调。", None),
    "who visits is no builder": ("[县交通运输局|ORG]调研[云岭大桥|PROJECT]。", None),
    "another project": (
        "[云岭大桥|PROJECT]开工，[沙坪大桥|PROJECT]由[罗河路桥集团|ORG]承建。",
        None,
    ),
    "a list": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]分别由[罗河路桥集团|ORG]和[恒岳集团|ORG]承建。",
        None,
    ),
    "advice": ("[云岭大桥|PROJECT]由[省交通厅|ORG]批准建设。", None),
}

CAPACITIES = {
    "年产": ("[恒岳纸业项目|PROJECT]投产后可年产3万吨纸板，产值5亿元。", ["年产3万吨纸板"]),
    "年产 with the thing first": (
        "[恒岳纸业项目|PROJECT]达产后年产纸箱300万只。",
        ["年产纸箱300万只"],
    ),
    "in the name": ("[年产30万吨高强瓦楞纸生产线|PROJECT]投产。", ["年产30万吨高强瓦楞纸"]),
    "power": ("[罗河光伏电站|PROJECT]总装机容量50兆瓦。", ["总装机容量50兆瓦"]),
    "sewage": ("[城北污水处理厂|PROJECT]日处理能力达2万吨。", ["日处理能力达2万吨"]),
    "two": (
        "[恒岳纸业项目|PROJECT]年产纸板3万吨，年处理废纸5万吨。",
        ["年产纸板3万吨", "年处理废纸5万吨"],
    ),
    "产能": ("[恒岳纸业项目|PROJECT]设计产能12.5万吨。", ["设计产能12.5万吨"]),
    "output in money": ("[恒岳纸业项目|PROJECT]年产值5亿元，年产出3亿元。", []),
    "capacity use": ("[恒岳纸业项目|PROJECT]产能利用率80%。", []),
    "another project": ("[云岭大桥|PROJECT]开工，[恒岳纸业项目|PROJECT]年产3万吨。", []),
    "another sentence": ("[恒岳纸业项目|PROJECT]开工。全县年产粮食3万吨。", []),
    "what was made": ("[恒岳纸业项目|PROJECT]去年产量3万吨，年产量创新高，达5万吨。", []),
    "a device": ("[年产12万吨乙烯装置|PROJECT]开工。", ["年产12万吨乙烯"]),
    "land": ("[恒岳纸业项目|PROJECT]占地30亩。", []),
}

DAYS = {
    "a month": ("[云岭大桥|PROJECT]2021年3月开工建设。", ["开工 2021-03-01 month"]),
    "two stages": (
        "[云岭大桥|PROJECT]于2020年3月开工，2021年12月建成通车。",
        ["开工 2020-03-01 month", "竣工 2021-12-31 month"],
    ),
    "planned": ("[云岭大桥|PROJECT]计划2023年10月竣工。", ["竣工 2023-10-31 month planned"]),
    "预计": ("[恒岳纸业项目|PROJECT]预计2022年底投产。", ["投产 2022-12-31 month planned"]),
    "until": ("[恒岳纸业项目|PROJECT]2022年9月底前投产。", ["投产 2022-09-30 ten-day planned"]),
    "the day before the name": (
        "2022年6月18日，[云岭大桥|PROJECT]举行开工仪式。",
        ["开工 2022-06-18 day"],
    ),
    "a day without a year": ("6月18日上午，[云岭大桥|PROJECT]开工。", ["开工 2022-06-18 day"]),
    "before the name": ("2021年5月动工的[云岭大桥|PROJECT]进展顺利。", ["开工 2021-05-01 month"]),
    "a field": ("[云岭大桥|PROJECT]，开工日期：2021年3月5日。", ["开工 2021-03-05 day"]),
    "a list": (
        "2022年3月4日，[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]集中开工。",
        ["开工 2022-03-04 day"],
    ),
    "operation": ("[恒岳纸业项目|PROJECT]2021年6月正式投入使用。", ["投产 2021-06-30 month"]),
    "the next sentence": (
        "[恒岳纸业项目|PROJECT]签约。项目2021年8月开工。",
        ["开工 2021-08-01 month"],
    ),
    "denied": ("[云岭大桥|PROJECT]原计划2021年3月开工。", []),
    "not reached": ("[云岭大桥|PROJECT]未能在2021年3月开工。", []),
    "a visit": ("2022年6月18日，县长到[云岭大桥|PROJECT]调研，要求尽快开工。", []),
    "another project": ("[云岭大桥|PROJECT]进展顺利，[沙坪大桥|PROJECT]2021年3月开工。", []),
    "the rate": ("2022年6月，[云岭大桥|PROJECT]开工率100%。", []),
    "no value": ("[云岭大桥|PROJECT]日前开工。", []),
    "another event": ("2021年3月，县里签约[云岭大桥|PROJECT]。", []),
}


def read(marked: str) -> list[dict[str, object]]:
    """Read the projects of a text; every value stands where it says."""
    text, gold = parse_markup(marked)
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    dates = find_dates(text, date.fromisoformat(TODAY))
    projects = relate_projects(text, spans, [])
    found, _ = with_details(text, spans, [], dates, projects, TODAY)
    rows = []
    for project in found:
        parts: list[Said | Event | None] = [project.place, project.builder]
        for part in (*parts, *project.capacity, *project.dates):
            assert part is None or text[part.start : part.end] == part.text
        rows.append(
            {"place": project.place, "builder": project.builder}
            | {
                "capacity": [said.text for said in project.capacity],
                "dates": [
                    " ".join([e.kind, e.day, e.grain or "-", *["planned"] * e.planned])
                    for e in project.dates
                ],
            }
        )
    return rows


def said(row: dict[str, object], name: str) -> str | None:
    value = row[name]
    return value.text if isinstance(value, Said) else None


@pytest.mark.parametrize(("marked", "wanted"), PLACES.values(), ids=PLACES)
def test_a_place(marked: str, wanted: str | None) -> None:
    rows = read(marked)
    assert said(rows[0], "place") == wanted


@pytest.mark.parametrize(("marked", "wanted"), BUILDERS.values(), ids=BUILDERS)
def test_a_builder(marked: str, wanted: str | None) -> None:
    assert said(read(marked)[0], "builder") == wanted


@pytest.mark.parametrize(("marked", "wanted"), CAPACITIES.values(), ids=CAPACITIES)
def test_a_capacity(marked: str, wanted: list[str]) -> None:
    assert read(marked)[0]["capacity"] == wanted


@pytest.mark.parametrize(("marked", "wanted"), DAYS.values(), ids=DAYS)
def test_days(marked: str, wanted: list[str]) -> None:
    assert read(marked)[0]["dates"] == wanted


def test_the_day_of_a_list_is_that_of_each() -> None:
    rows = read("2022年3月4日，[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]集中开工。")
    assert [row["dates"] for row in rows] == [["开工 2022-03-04 day"]] * 2


@pytest.mark.parametrize(
    ("text", "today", "planned"),
    [
        ("[云岭大桥|PROJECT]2021年3月开工。", TODAY, False),
        ("[云岭大桥|PROJECT]2023年3月开工。", TODAY, True),
        ("[云岭大桥|PROJECT]2023年3月开工。", None, None),
        ("[云岭大桥|PROJECT]已于2021年3月开工。", None, False),
        ("[云岭大桥|PROJECT]计划今年开工，2023年建成通车。", None, True),
    ],
)
def test_what_is_still_to_come(text: str, today: str | None, planned: bool | None) -> None:
    text, gold = parse_markup(text)
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    dates = find_dates(text, None if today is None else date.fromisoformat(today))
    [bridge], _ = with_details(text, spans, [], dates, relate_projects(text, spans, []), today)
    assert [event.planned for event in bridge.dates] == [planned]
