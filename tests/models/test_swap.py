"""Variants of articles: other names, the same structure, spans exact."""

import random

import pytest
import spacy
from spacy.training import Example

from gaoyou_nlp.corpora.markup import GoldSpan, parse_markup, write_markup
from gaoyou_nlp.models.reader import OPT_KEY
from gaoyou_nlp.models.swap import Change, Mark, apply, build_swap_augmenter

MARKED = (
    "[清河县委|ORG][书记|TITLE][汪岳平|OFFICIAL]到[葛仙庄镇|GPE]的[恒安纸业有限公司|ORG]考察，"
    "[汪|OFFICIAL][书记|TITLE]说，[清河|GPE]要支持[恒安生活用纸项目|PROJECT]，投资[12.5亿元|MONEY]；"
    "[汪岳平|OFFICIAL]说，[12.5亿元|MONEY]不少。清河论坛[河北省|GPE][一二|OPT]。"
)


def variant(marked: str, **which: bool) -> tuple[str, list[tuple[str, str]]]:
    nlp = spacy.blank("zh")
    text, marks = parse_markup(marked)
    gold = nlp.make_doc(text)
    spans = [gold.char_span(m.start, m.end, m.label) for m in marks]
    unsure = [s for s in spans if s.label_ == "OPT"]
    gold.set_ents([s for s in spans if s.label_ != "OPT"], missing=unsure, default="outside")
    gold.spans[OPT_KEY] = unsure
    kinds = dict.fromkeys(("people", "places", "companies", "numbers"), False)
    augment = build_swap_augmenter(1.0, **{**kinds, **which})
    (made,) = augment(nlp, Example(nlp.make_doc(text), gold))
    assert made.predicted.text == made.reference.text
    doc = made.reference
    found = [*doc.ents, *doc.spans[OPT_KEY]]
    return doc.text, [(s.text, s.label_) for s in sorted(found, key=lambda s: s.start)]


@pytest.fixture(autouse=True)
def _seeded() -> None:
    random.seed(5)


def test_nothing_to_swap_changes_nothing() -> None:
    text, spans = variant(MARKED)
    assert text == parse_markup(MARKED)[0]
    assert spans == [(m.text, m.label) for m in parse_markup(MARKED)[1]]


def test_labels_and_their_order_stay() -> None:
    _, spans = variant(MARKED, people=True, places=True, companies=True, numbers=True)
    assert [label for _, label in spans] == [m.label for m in parse_markup(MARKED)[1]]


def test_a_person_has_one_new_name() -> None:
    _, spans = variant(MARKED, people=True)
    names = [text for text, label in spans if label == "OFFICIAL"]
    assert names[0] == names[2] != "汪岳平"
    assert names[1] == names[0][0]


def test_a_place_has_one_new_stem_everywhere() -> None:
    text, spans = variant(MARKED, places=True)
    stem = spans[0][0].removesuffix("县委")
    assert stem != "清河"
    assert (stem, "GPE") in spans
    assert f"{stem}论坛" in text
    assert ("河北省", "GPE") in spans
    assert "清河" not in text
    assert spans[3][0].endswith("镇")


def test_a_company_has_one_new_stem_in_its_projects_too() -> None:
    _, spans = variant(MARKED, companies=True)
    stem = next(t for t, _ in spans if t.endswith("有限公司")).removesuffix("纸业有限公司")
    assert stem != "恒安"
    assert (f"{stem}生活用纸项目", "PROJECT") in spans


def test_equal_amounts_stay_equal() -> None:
    _, spans = variant(MARKED, numbers=True)
    amounts = [text for text, label in spans if label == "MONEY"]
    assert amounts[0] == amounts[1] != "12.5亿元"
    assert amounts[0][2] == "."


def test_level_0_gives_the_example_itself() -> None:
    nlp = spacy.blank("zh")
    example = Example(nlp.make_doc("高邮"), nlp.make_doc("高邮"))
    assert list(build_swap_augmenter(0.0)(nlp, example)) == [example]


def test_marks_move_with_the_text() -> None:
    text, marks = apply(
        "甲乙丙丁戊",
        [Mark(0, 1, "A"), Mark(1, 3, "B"), Mark(4, 5, "C")],
        [Change(1, 2, "xyz"), Change(3, 4, "")],
    )
    spans = tuple(GoldSpan(m.start, m.end, m.label, text[m.start : m.end]) for m in marks)
    assert write_markup(text, spans) == "[甲|A][xyz丙|B][戊|C]"
