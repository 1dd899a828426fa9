"""Every case of cases.tsv: the statements of a text; every row of the table of verbs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from statement_notation import readings, unmark

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.statements import KINDS, Statement, find_statements

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
VERBS = table("statements/verbs.tsv")


def test_names_of_cases_are_unique() -> None:
    assert len({name for name, *_ in CASES}) == len(CASES) > 90


@pytest.mark.parametrize(
    ("marked", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_case(marked: str, expected: str) -> None:
    text, spans = unmark(marked)
    assert readings(text, find_statements(text, spans)) == expected


def test_the_whole_record() -> None:
    text = "叶大川来到工地。“通车了！”他说。"
    assert find_statements(text, [Span(0, 3, "OFFICIAL", "叶大川")]) == [
        Statement(
            start=9,
            end=13,
            text="通车了！",
            kind="direct",
            speaker="叶大川",
            speaker_start=14,
            speaker_end=15,
            span=0,
            verb_start=15,
            verb_end=16,
            rule="direct.after.pronoun",
        )
    ]


@pytest.mark.parametrize(("verb", "example"), VERBS, ids=[verb for verb, _ in VERBS])
def test_verb(verb: str, example: str) -> None:
    said = re.search("<(.*)>", example)
    who = re.search("{(.*)}", example)
    assert said is not None
    assert who is not None
    text, spans = unmark(example.replace("<", "").replace(">", ""))
    found = find_statements(text, spans)
    assert [(s.speaker, s.text) for s in found] == [(who[1], said[1])]
    assert text[found[0].verb_start : found[0].verb_end] == verb


def test_a_verb_stands_once() -> None:
    assert len({verb for verb, _ in VERBS}) == len(VERBS)


def test_rules_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "statements.md").read_text(encoding="utf-8")
    rules = {
        rule
        for case in CASES
        for rule in re.findall(r" ((?:direct|reported|interview)[a-z.]*) \d+: ", case[2])
    }
    how = r"\.(?:pronoun|meeting|role|post|several)$"
    parts = {re.sub(how, "", rule) for rule in rules}
    parts |= {end for rule in rules for end in re.findall(how, rule)}
    assert len(rules) > 10
    assert {part for part in parts if f"`{part}`" not in page} == set()
    assert {kind for kind in KINDS if f"`{kind}`" not in page} == set()
