"""Areas that a text names without a mark."""
# ruff: noqa: E501

import pytest

from gaoyou_nlp.linking.bare_areas import RunAreas, area_of_words
from gaoyou_nlp.linking.gathering import gather
from gaoyou_nlp.records import Article, Record, Span


def record(text: str, **labels: str) -> Record:
    """A record whose spans are found by their words."""
    spans = (Span(text.index(w), text.index(w) + len(w), label, w) for w, label in labels.items())
    return Record(Article("1", text), tuple(sorted(spans, key=lambda span: span.start)))


def run(*areas: str) -> RunAreas:
    """A run in which two articles name each area."""
    found = RunAreas()
    for _ in range(2):
        found.see_names(areas)
    return found


RUN = {
    "a short name before what it does": ("青阜稻浪千重，县水利局说", {"县水利局": "ORG"}, "青阜县"),
    "people of the county": ("青阜人没有忘，县水利局说", {"县水利局": "ORG"}, "青阜县"),
    "a full name without a mark": ("青阜县表彰会上，县水利局说", {"县水利局": "ORG"}, "青阜县"),
    "marked as something else": ("青阜稻浪，县水利局说", {"青阜": "PERSON", "县水利局": "ORG"}, "青阜县"),
    "at the beginning of a project": ("青阜南桥工程由县水利局承建", {"青阜南桥工程": "PROJECT", "县水利局": "ORG"}, "青阜县"),
    "bodies of another level": ("青阜稻浪千重，区水利局说", {"区水利局": "ORG"}, None),
    "part of a personal name": ("县水利局李青阜说", {"县水利局": "ORG", "李青阜": "OFFICIAL"}, None),
    "part of a word": ("从来安全第一，县水利局说", {"县水利局": "ORG"}, None),
    "a university": ("青阜大学师生到访，县水利局说", {"青阜大学": "ORG", "县水利局": "ORG"}, None),
    "two counties of the run": ("青阜与来安结对，县水利局说", {"县水利局": "ORG"}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", RUN)
def test_areas_that_the_run_is_about(case: str) -> None:
    text, labels, wanted = RUN[case]
    main = run("青阜县", "来安县").named_in(record(text, **labels)).main
    assert (main and main.name) == wanted


WORDS = {
    "a county of the table": ("来安稻浪千重，县水利局说", {"县水利局": "ORG"}, "来安县"),
    "no local body": ("来安稻浪千重，记者看到", {}, None),
    "a verb and a name": ("新任县水利局局长白慕云说", {"县水利局": "ORG", "白慕云": "OFFICIAL"}, None),
    "a word and a verb": ("胡子长了一寸，市水利局说", {"市水利局": "ORG"}, None),
    "inside the name of a company": ("青岛啤酒落户，市水利局说", {"青岛啤酒": "ORG", "市水利局": "ORG"}, None),
}  # fmt: skip


@pytest.mark.parametrize("case", WORDS)
def test_short_names_that_are_no_words(case: str) -> None:
    text, labels, wanted = WORDS[case]
    main = area_of_words(record(text, **labels)).main
    assert (main and main.name) == wanted


def test_an_area_that_few_articles_name_is_not_what_the_run_is_about() -> None:
    many = RunAreas()
    for _ in range(200):
        many.see_names(["青阜县"])
    for _ in range(3):
        many.see_names(["来安县", "中国区"])
    assert [area.name for area in many.areas] == ["青阜县"]


def test_an_area_of_the_article_goes_before_one_of_the_run() -> None:
    text = "云河县水利局说，青阜县来人学习，县财政局接待"
    one = record(text, 云河县水利局="ORG", 青阜县="GPE", 县财政局="ORG")
    found = gather(one, run=run("青阜县"))
    assert found.bodies["县财政局"].full == "云河县财政局"


def test_an_area_that_is_not_that_of_the_bodies_gives_way() -> None:
    text = "来宾见证签约。青阜稻浪千重，县水利局说"
    found = gather(record(text, 来宾="GPE", 县水利局="ORG"), run=run("青阜县"))
    assert found.bodies["县水利局"].full == "青阜县水利局"
    assert found.setting.source == "run"


MAIN = {
    "a county beside its prefecture": ({"扬州市高邮市水利局": "ORG", "高邮市": "GPE"}, "高邮市"),
    "one district of a city that is named more often": (
        {"杭州市水利局": "ORG", "杭州市财政局": "ORG", "杭州市": "GPE", "滨江区": "GPE"},
        "杭州市",
    ),
}


@pytest.mark.parametrize("case", MAIN)
def test_what_an_article_is_about(case: str) -> None:
    labels, wanted = MAIN[case]
    main = gather(record("，".join(labels), **labels)).setting.main
    assert main is not None
    assert main.name == wanted
