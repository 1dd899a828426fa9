"""Full names of bodies: each case gives spans, the publisher, and what the bodies are."""

from __future__ import annotations

import pytest

from gaoyou_nlp.corpora.markup import parse_markup
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Official, Post, Span
from gaoyou_nlp.relations.body_names import parse_body
from gaoyou_nlp.relations.units import Units, with_units

NAMES = {
    "市发改委": ("", "市", "发展和改革委员会"),
    "高邮市发改委": ("高邮市", "", "发展和改革委员会"),
    "江苏省扬州市高邮市水利局": ("高邮市", "", "水利局"),
    "扬州市邗江区水利局": ("扬州市邗江区", "", "水利局"),
    "中共云河县委": ("云河县", "", "委"),
    "中共云河县委员会": ("云河县", "", "委"),
    "云河县县委": ("云河县", "", "委"),
    "县委组织部": ("", "县", "委组织部"),
    "云山镇政府": ("云山镇", "", "人民政府"),
    "县人民政府": ("", "县", "人民政府"),
    "市政府办公室": ("", "市", "人民政府办公室"),
    "市场监管局": ("", "", "市场监督管理局"),
    "市市场监管局": ("", "市", "市场监督管理局"),
    "市政园林局": ("", "", "市政园林局"),
    "市政协": ("", "市", "政协"),
    "乡村振兴局": ("", "", "乡村振兴局"),
    "镇江市财政局": ("镇江市", "", "财政局"),
    "城市管理局": ("", "", "城市管理局"),
    "国家发改委": ("", "", "国家发展和改革委员会"),
    "城南经济新区": ("", "", "城南经济新区"),
    "恒岳集团": ("", "", "恒岳集团"),
}

# text, publisher, the bodies of all ORG spans with how their areas are known
BODIES = {
    "named in the text": (
        "[云河县|GPE]召开会议，[县委|ORG]书记甘立群讲话，[县发改委|ORG]汇报",
        None,
        ["云河县委 text", "云河县发展和改革委员会 text"],
    ),
    "by a body with its area": (
        "[云河县委|ORG]召开会议，[县教育局|ORG]汇报",
        None,
        ["云河县委 written", "云河县教育局 text"],
    ),
    "by the date line": (
        "本报高邮3月4日电 [市发改委|ORG]主任甘立群说",
        None,
        ["高邮市发展和改革委员会 dateline"],
    ),
    "by the page header": (
        "[市发改委|ORG]主任甘立群说",
        "高邮日报",
        ["高邮市发展和改革委员会 publisher"],
    ),
    "by the publisher": ("[县委|ORG]书记甘立群说", "阳新县人民政府", ["阳新县委 publisher"]),
    "the publisher before the text": (
        "[江阴市|GPE]客人到访，[市发改委|ORG]主任甘立群说",
        "高邮日报",
        ["高邮市发展和改革委员会 publisher"],
    ),
    "two areas of one level": (
        "[云河县|GPE]和[沙坪县|GPE]签约，[县委|ORG]书记甘立群讲话",
        None,
        ["县委"],
    ),
    "two levels": (
        "[罗河市|GPE][云河县|GPE]开会，[县委|ORG]书记甘立群、[市委|ORG]书记钱永年讲话",
        None,
        ["云河县委 text", "罗河市委 text"],
    ),
    "another level": ("[云河县|GPE]开会，[市委|ORG]书记甘立群讲话", None, ["市委"]),
    "named after the bare body": (
        "[县委|ORG]书记甘立群到[沙坪县|GPE]",
        None,
        ["县委"],
    ),
    "guests": (
        "[沙坪县委|ORG]书记钱永年率队来我县考察，[县委|ORG]书记甘立群陪同",
        None,
        ["沙坪县委 written", "县委"],
    ),
    "nothing said": ("[市发改委|ORG]主任甘立群说", None, ["市发展和改革委员会"]),
    "a paper of the province": ("[县委|ORG]书记甘立群说", "江苏日报", ["县委"]),
    "short and full form": (
        "[高邮市发展和改革委员会|ORG]主任甘立群说，[市发改委|ORG]和[发改委|ORG]",
        None,
        ["高邮市发展和改革委员会 written"] * 3,
    ),
    "a short form of the article": (
        "[云河县交通运输局|ORG]局长甘立群说，[县交通局|ORG]将努力",
        None,
        ["云河县交通运输局 written", "云河县交通运输局 written"],
    ),
    "two bodies that a short form may be": (
        "[云河县交通运输局|ORG]、[云河县交通管理局|ORG]和[县交通局|ORG]",
        None,
        ["云河县交通运输局 written", "云河县交通管理局 written", "云河县交通局 text"],
    ),
    "a company": ("[云河县|GPE]的[恒岳集团|ORG]董事长甘立群说", None, ["恒岳集团"]),
}


@pytest.mark.parametrize(("name", "parts"), NAMES.items(), ids=NAMES)
def test_the_parts_of_a_name(name: str, parts: tuple[str, str, str]) -> None:
    body = parse_body(name)
    assert (body.area, body.level, body.rest) == parts


@pytest.mark.parametrize(
    ("short", "full", "example"), table("relations/body_names.tsv"), ids=lambda row: row
)
def test_a_short_name(short: str, full: str, example: str) -> None:
    written, _, whole = example.partition(" = ")
    assert written.endswith(short)
    assert whole.endswith(full)
    assert parse_body(written) == parse_body(whole)


def test_each_short_name_stands_once_and_in_order() -> None:
    names = [row[0] for row in table("relations/body_names.tsv")]
    assert names == sorted(set(names))


@pytest.mark.parametrize(("marked", "publisher", "wanted"), BODIES.values(), ids=BODIES)
def test_the_bodies_of_an_article(marked: str, publisher: str | None, wanted: list[str]) -> None:
    text, gold = parse_markup(marked)
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    units = Units(text, spans, publisher)
    found = [units.of(span.text) for span in spans if span.label == "ORG"]
    assert [f"{unit.body} {unit.rule}".strip() for unit in found] == wanted
    assert all((unit.area is None) == (unit.rule == "") for unit in found)


def test_an_area_is_a_body_of_its_own() -> None:
    assert Units("", []).of("云河县").body == "云河县"
    assert Units("", []).of("云河县").area == "云河县"


def test_the_name_as_written_is_kept() -> None:
    official = Official("甘立群", (Post("市发改委", "主任"), Post(None, "副市长")))
    [found] = with_units(
        "市发改委主任甘立群", [Span(0, 4, "ORG", "市发改委")], [official], "高邮日报"
    )
    first, second = found.posts
    assert (first.org, first.body, first.area, first.area_rule) == (
        "市发改委", "高邮市发展和改革委员会", "高邮市", "publisher",
    )  # fmt: skip
    assert (second.org, second.body, second.area) == (None, None, None)
