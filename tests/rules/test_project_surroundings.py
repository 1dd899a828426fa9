"""What a text says for all candidates of projects in it."""

from __future__ import annotations

import pytest

from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.surroundings import Surroundings, sentence_features

TEXT = "岩溪水厂昨日开工，总投资3亿元。鼓励社会资本建设岩溪水厂！"
FIRST, SECOND = (0, 4), (24, 28)


@pytest.fixture
def around() -> Surroundings:
    sums = [Span(12, 15, "MONEY", "3亿元", "money.amount")]
    return Surroundings(ProjectEvidence(Evidence(TEXT, sums)))


def test_the_clause_of_a_name(around: Surroundings) -> None:
    clauses = [TEXT[slice(*around.clause(*place))] for place in (FIRST, SECOND)]
    assert clauses == ["岩溪水厂昨日开工", "鼓励社会资本建设岩溪水厂"]


def test_how_often_a_name_stands(around: Surroundings) -> None:
    assert (around.mentions(*FIRST), around.mentions(4, 6)) == (2, 1)


def test_an_amount_near(around: Surroundings) -> None:
    assert (around.amount_near(4), around.amount_near(28)) == (True, False)


def test_a_short_text_that_speaks_of_building_is_dense(around: Surroundings) -> None:
    assert (around.density, around.dense) == (4, "dense")


def test_topics_are_words_that_stand_twice() -> None:
    names = ProjectEvidence(Evidence("招标公告：本次招标的资金已到位。"))
    assert Surroundings(names).topics == {"text=招标"}


def test_what_the_sentence_of_a_name_holds(around: Surroundings) -> None:
    found = [sentence_features(around, *place) for place in (FIRST, SECOND)]
    assert found == [{"sentence built behind"}, {"sentence policy before"}]
