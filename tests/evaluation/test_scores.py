"""Scoring: exact and overlap counts, doubtful spans, values, posts, agreement."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.evaluation import Counts, agreement, score
from gaoyou_nlp.evaluation.table import format_report
from gaoyou_nlp.records import Article, Official, Post, Record, Span


def _record(marked: str, *officials: Official) -> Record:
    text, gold = parse_markup(marked)
    spans = tuple(Span(s.start, s.end, s.label, s.text) for s in gold)
    return Record(Article("1", text), spans, officials=officials)


@pytest.mark.parametrize(
    ("gold", "predicted", "micro"),
    [
        ("[江都|GPE]好", "[江都|GPE]好", Counts(1, 0, 0)),
        ("[江都|GPE]好", "江都好", Counts(0, 0, 1)),
        ("[江都|GPE]好", "[江都|ORG]好", Counts(0, 1, 1)),
        ("[江都区|GPE]好", "[江都|GPE]区好", Counts(0, 1, 1)),
        ("[江都|OPT]好", "[江都|GPE]好", Counts(0, 0, 0)),
        ("[江都|OPT]好", "江[都好|GPE]", Counts(0, 0, 0)),
        ("江都好", "[江都|GPE]好", Counts(0, 1, 0)),
    ],
)
def test_exact(gold: str, predicted: str, micro: Counts) -> None:
    assert score([_record(gold)], [_record(predicted)]).exact["micro"] == micro


def test_names_count_as_one_label() -> None:
    report = score([_record("[王军|OFFICIAL]说")], [_record("[王军|PERSON]说")])
    assert report.exact["OFFICIAL+PERSON"] == Counts(1, 0, 0)
    assert report.exact["micro"] == Counts(0, 1, 1)


def test_overlap_is_one_to_one() -> None:
    report = score([_record("[江都区大桥镇|GPE]好")], [_record("[江都区|GPE][大桥镇|GPE]好")])
    assert report.overlap["GPE"] == Counts(1, 1, 0)


def test_posts() -> None:
    gold = _record("王军", Official("王军", (Post("市委", "书记"), Post(None, "市长"))))
    guess = _record("王军", Official("王军", (Post("市委", "书记"), Post("市委", "市长"))))
    assert score([gold], [guess]).posts == Counts(1, 1, 1)


def test_missing_and_changed_articles_are_refused() -> None:
    with pytest.raises(GaoyouError, match="no prediction"):
        score([_record("江都")], [])
    with pytest.raises(GaoyouError, match="differs"):
        score([_record("江都")], [_record("江阴")])


def test_table_lists_errors_in_context() -> None:
    report = score([_record("在[江都|GPE]好")], [_record("在江都好")])
    assert "1\tmissed\tGPE\t在⟦江都⟧好" in format_report(report, errors=5)


def test_agreement() -> None:
    one, other = _record("[江都|GPE]好好"), _record("[江都好|GPE]好")
    assert agreement([one], [one]).kappa == 1.0
    assert 0 < agreement([one], [other]).kappa < 1
