"""Intervals of F1 by drawing articles."""

from gaoyou_nlp.evaluation.counts import Counts
from gaoyou_nlp.evaluation.intervals import bootstrap

NOTHING = Counts(0, 0, 0)


def test_samples_without_a_label_do_not_count_for_it() -> None:
    articles = [{"ORG": Counts(3, 0, 0)}, *[{"ORG": NOTHING}] * 9]
    assert bootstrap(articles, ["ORG"]) == {"ORG": (1.0, 1.0)}


def test_a_label_that_no_article_has() -> None:
    assert bootstrap([{"ORG": NOTHING}] * 3, ["ORG"]) == {"ORG": (0.0, 0.0)}


def test_no_articles() -> None:
    assert bootstrap([], ["ORG"]) == {"ORG": (0.0, 0.0)}
