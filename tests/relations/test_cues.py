"""Every cue of the rules on posts, roles and projects is tested by the example beside it."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.labels import CHANGES, NAMES, STATUSES
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Official, Span
from gaoyou_nlp.relations.bodies import is_business, is_public
from gaoyou_nlp.relations.officials import relate_officials
from gaoyou_nlp.relations.projects import relate_projects
from gaoyou_nlp.relations.services import is_service


def unmarked(marked: str) -> tuple[str, list[Span], list[Span]]:
    """Return a text, its spans with all names as PERSON, and the spans as marked."""
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    wanted = [Span(s.start, s.end, s.label, s.text) for s in gold]
    given = [
        Span(s.start, s.end, "PERSON" if s.label in NAMES else s.label, s.text) for s in wanted
    ]
    return text, given, wanted


def written(officials: tuple[Official, ...]) -> str:
    """Return officials with posts in one line: 甘立群: 县水利局/局长 appointed; /县长."""
    return " / ".join(
        f"{o.name}: "
        + "; ".join(f"{p.org or ''}/{p.title}{f' {p.change}' * bool(p.change)}" for p in o.posts)
        for o in officials
    )


@pytest.mark.parametrize(("cue", "place", "change", "example"), table("relations/post_cues.tsv"))
def test_a_cue_of_posts(cue: str, place: str, change: str, example: str) -> None:
    text, spans, wanted = unmarked(example)
    decided, officials = relate_officials(text, spans)
    posts = [post for official in officials for post in official.posts]
    assert place in ("before", "behind", "heading", "title", "passes", "column")
    assert change in (*CHANGES, "held")
    assert re.search(cue, text) or "N" in cue
    assert list(decided) == wanted
    assert {post.change for post in posts} == {None if change == "held" else change}
    assert all(post.rule.partition(":")[0] in (place, "") for post in posts)


@pytest.mark.parametrize(("word", "kind", "example", "posts"), table("relations/post_words.tsv"))
def test_a_word_of_posts(word: str, kind: str, example: str, posts: str) -> None:
    text, spans, wanted = unmarked(example)
    decided, officials = relate_officials(text, spans)
    assert kind in ("states", "role")
    assert re.search(word, text)
    assert list(decided) == wanted
    assert written(officials) == posts


@pytest.mark.parametrize(("cue", "place", "label", "example"), table("relations/role_cues.tsv"))
def test_a_cue_of_roles(cue: str, place: str, label: str, example: str) -> None:
    text, spans, wanted = unmarked(example)
    assert place in ("before", "behind", "acts")
    assert re.search(cue, text)
    assert {span.label for span in wanted if span.label in NAMES} == {label}
    assert list(relate_officials(text, spans)[0]) == wanted


@pytest.mark.parametrize(("part", "kind", "example"), table("relations/body_kinds.tsv"))
def test_a_part_of_the_name_of_a_body(part: str, kind: str, example: str) -> None:
    assert re.search(f"(?:{part})$" if kind == "public" else part, example)
    assert is_business(example) is kind.endswith("business")
    assert is_public(example) or kind != "public"


def status_of(example: str) -> str | None:
    """Return the status of the project that stands in brackets."""
    before, _, rest = example.partition("[")
    name, _, after = rest.partition("]")
    span = Span(len(before), len(before) + len(name), "PROJECT", name)
    (project,) = relate_projects(before + name + after, [span], [])
    return project.status


@pytest.mark.parametrize(("cue", "status", "example"), table("relations/project_cues.tsv"))
def test_a_cue_of_projects(cue: str, status: str, example: str) -> None:
    assert status in STATUSES
    assert re.search(cue, example)
    assert status_of(example) == status


@pytest.mark.parametrize(("word", "status", "example"), table("relations/list_kinds.tsv"))
def test_a_kind_of_list(word: str, status: str, example: str) -> None:
    assert status in STATUSES
    assert word in example
    assert status_of(example) == status


@pytest.mark.parametrize(("word", "status", "example"), table("relations/headline_words.tsv"))
def test_a_word_of_headlines(word: str, status: str, example: str) -> None:
    assert status in STATUSES
    assert word in example
    assert status_of(example.replace("⏎", "\n")) == status


@pytest.mark.parametrize(("word", "kind", "example", "status"), table("relations/stage_words.tsv"))
def test_a_word_beside_a_cue(word: str, kind: str, example: str, status: str) -> None:
    assert kind in (
        *("noun", "since", "when", "other"),
        *("ended", "denied", "if", "planned", "done"),
        *("hoped", "work"),
    )
    assert re.search(word, example)
    assert status_of(example) == (None if status == "-" else status)


@pytest.mark.parametrize(
    ("word", "kind", "example", "status"), table("relations/subject_words.tsv")
)
def test_a_word_of_subjects(word: str, kind: str, example: str, status: str) -> None:
    assert kind in (
        *("part", "phase", "whole", "another", "follows"),
        *("no_object", "takes", "opens"),
    )
    assert re.search(word, example)
    assert status_of(example) == (None if status == "-" else status)


@pytest.mark.parametrize(("word", "kind", "example", "status"), table("relations/later_words.tsv"))
def test_a_word_of_later_stages(word: str, kind: str, example: str, status: str) -> None:
    assert kind in ("body", "works", "itself")
    assert re.search(word, example)
    assert status_of(example) == (None if status == "-" else status)


@pytest.mark.parametrize(("word", "kind", "example"), table("relations/service_words.tsv"))
def test_a_word_of_services(word: str, kind: str, example: str) -> None:
    assert kind in ("service", "goods", "bought", "end")
    assert re.search(word, example)
    assert is_service(example)
    assert not is_service(f"{example}大楼")
