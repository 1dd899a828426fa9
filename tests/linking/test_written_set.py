"""The written set is linked as well as the page of linking says."""

import pytest

from gaoyou_nlp.evaluation.clusters import ClusterScore, score_clusters
from gaoyou_nlp.linking import link
from training.evaluate_links import FOLDER, KINDS, ids_of, read_gold, written_records


@pytest.fixture(scope="module")
def scores() -> dict[str, ClusterScore]:
    """The score of each kind, and of all."""
    records = written_records()
    found = ids_of(link(records), records)
    gold = read_gold()
    return {
        kind or "all": score_clusters(
            {key: its for key, its in gold.items() if kind in ("", key[1])}, found
        )
        for kind in (*KINDS, "")
    }


def test_the_set_has_its_size() -> None:
    assert len(written_records()) >= 150


@pytest.mark.parametrize("kind", [*KINDS, "all"])
def test_precision_and_recall(kind: str, scores: dict[str, ClusterScore]) -> None:
    score = scores[kind]
    assert score.precision >= 0.98
    assert score.recall >= 0.90
    assert min(score.b_precision, score.b_recall) >= 0.95


def test_the_second_set() -> None:
    records = written_records(FOLDER / "second" / "articles")
    gold = read_gold(FOLDER / "second" / "gold.tsv")
    score = score_clusters(gold, ids_of(link(records), records))
    assert score.precision >= 0.98
    assert score.recall >= 0.95
