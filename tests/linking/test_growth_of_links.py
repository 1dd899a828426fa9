"""What an article says of people and bodies is gathered in time that grows with their number."""

import time
from collections.abc import Callable
from math import log

import pytest

from gaoyou_nlp.linking.bare_areas import RunAreas
from gaoyou_nlp.linking.gathering import gather
from gaoyou_nlp.linking.longer_names import longer_names
from gaoyou_nlp.linking.marks import Marks
from gaoyou_nlp.records import Article, Official, Post, Record, Span

FEW, MANY, BOUND = 400, 3200, 1.5
"""Twice the size takes twice the time, four times that of a rule that compares all with all."""


def record_of(parts: list[tuple[str, str]]) -> Record:
    text, spans = "", []
    for words, label in parts:
        if label:
            spans.append(Span(len(text), len(text) + len(words), label, words))
        text += words
    heads = [(at, span) for at, span in enumerate(spans) if span.label == "OFFICIAL"]
    officials = [Official(s.text, (at,), (Post(None, "局长"),)) for at, s in heads]
    return Record(Article("1", text), tuple(spans), tuple(officials))


def name_of(number: int) -> str:
    return f"叶{chr(0x4E00 + number // 90)}{chr(0x5E00 + number % 90)}"


def people(count: int) -> Record:
    return record_of([part for n in range(count) for part in ((name_of(n), "PERSON"), ("、", ""))])


def heads(count: int) -> Record:
    parts = [("局长", "TITLE"), ("", ""), ("、", "")]
    rows = ([parts[0], (name_of(n), "OFFICIAL"), parts[2]] for n in range(count))
    return record_of([part for row in rows for part in row])


def companies(count: int) -> Record:
    rows = ([(f"{name_of(n)}厂", "ORG"), ("的", ""), ("叶大川", "PERSON")] for n in range(count))
    return record_of([part for row in rows for part in row])


def apart(count: int) -> Record:
    row = [("这位", ""), ("县水利局", "ORG"), ("局长", "TITLE"), ("来了。", "")]
    return record_of([("叶大川", "PERSON"), *row * count])


def bare(count: int) -> Record:
    rows = ([("县水利局", "ORG"), ("在云河开会。", "")] for _ in range(count))
    return record_of([part for row in rows for part in row])


@pytest.mark.parametrize("kind", [people, heads, companies, apart, bare])
def test_time_grows_with_the_names(kind: Callable[[int], Record]) -> None:
    run = RunAreas()
    for _ in range(2):
        run.see_names(["云河县"])

    def seconds(record: Record) -> float:
        taken = []
        for _ in range(5):
            begin = time.process_time()
            gather(record, run=run)
            taken.append(time.process_time() - begin)
        return min(taken)

    few, many = seconds(kind(FEW)), seconds(kind(MANY))
    assert log(many / few) / log(MANY / FEW) < BOUND


def test_a_name_is_no_part_of_itself() -> None:
    names = ["晨星机床", "晨星机床有限公司", "", "远达"]
    assert longer_names(names, names) == {"晨星机床": ["晨星机床有限公司"]}


def test_marks_of_an_article() -> None:
    parts = [("县水利局", "ORG"), ("县纪委", "ORG"), ("局长", "TITLE"), ("叶大川", "OFFICIAL")]
    marks = Marks(record_of([*parts, ("和", ""), ("叶大川", "PERSON"), ("县教育局", "ORG")]))
    assert [span.start for span in marks.of_person("叶大川")] == [9, 13]
    assert marks.of_person("叶小川") == []
    assert [marks.body_before(3, ends) for ends in ("局", "委局", "院")] == [
        "县水利局",
        "县纪委",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("本报讯（记者 叶大川）县水库开工。", True),
        ("记者叶大川报道", True),
        ("县水库开工。（叶大川）", True),
        ("县水库开工。（叶大川）\n下一段", True),
        ("局长（叶大川）说。（叶大川）", False),
        ("叶大川对记者说", False),
    ],
    ids=["after a blank", "right after", "end", "end of a paragraph", "first inside", "no sign"],
)
def test_who_signs(text: str, signs: bool) -> None:
    assert Marks(record_of([(text, "")])).signs("叶大川") is signs
