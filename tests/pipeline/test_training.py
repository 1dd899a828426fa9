"""Training: some steps of ``spacy train`` teach a tagger like the shipped one something."""

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from gaoyou_nlp.pipeline.extensions import KEY

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow

STEPS = 60


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[spacy.Language, list[dict[str, Any]]]:
    """Train ``configs/student.cfg`` on few articles, with small layers."""
    rows: list[dict[str, Any]] = []

    @spacy.registry.loggers("gaoyou_test_rows")
    def make_logger() -> Any:
        def setup(nlp: spacy.Language, *_: Any) -> Any:
            return (lambda info: rows.append(info) if info else None), lambda: None

        return setup

    tagger = "components.gaoyou_tagger.model"
    config = load_config(
        ROOT / "configs" / "student.cfg",
        overrides={
            "paths.corpus": str(ROOT / "corpus"),
            "corpora.train.limit": 6,
            "corpora.dev.limit": 2,
            "corpora.dev.split": "train",
            "training.max_steps": STEPS,
            "training.eval_frequency": STEPS // 4,
            "training.batcher.size": 800,
            "training.optimizer.learn_rate": 0.01,
            "training.logger": {"@loggers": "gaoyou_test_rows"},
            f"{tagger}.features.width": 16,
            f"{tagger}.features.characters": 500,
            f"{tagger}.features.pairs": 500,
            f"{tagger}.features.words": 500,
            f"{tagger}.mixer.*.gru.width": 32,
            f"{tagger}.mixer.*.window.width": 48,
        },
        interpolate=True,
    )
    nlp = init_nlp(config)
    output = tmp_path_factory.mktemp("training")
    train(nlp, output)
    return spacy.load(output / "model-best"), rows


def test_the_loss_falls(run: tuple[spacy.Language, list[dict[str, Any]]]) -> None:
    _, rows = run
    # the first row stands for the first step alone, each later one for the steps since
    means = [row["losses"]["gaoyou_tagger"] / (STEPS // 4) for row in rows[1:]]
    assert len(means) >= 3
    assert means[-1] < means[0] / 2
    assert rows[-1]["score"] > rows[0]["score"]


def test_what_was_trained_predicts(run: tuple[spacy.Language, list[dict[str, Any]]]) -> None:
    nlp, _ = run
    doc = nlp("江阴市委书记陈一鸣到璜塘镇调研，总投资约3亿元。")
    labels = {span.label_ for span in doc.spans[KEY] if span.id_ == "model"}
    assert {"TITLE", "ORG"} <= labels
