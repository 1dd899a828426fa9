"""The programs of the workflow around the training itself."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.training import Example

from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.labels import LABELS

TRAINING = Path(__file__).parents[2] / "training"


@pytest.fixture(autouse=True)
def _programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TRAINING))


def test_each_seed_article_is_left_out_once() -> None:
    from crossval import leave_one_out

    splits = {"a": "seed", "b": "seed", "c": "train", "d": "dev", "e": "test"}
    articles = [GoldArticle({"id": i, "split": s}, "", (), {}) for i, s in splits.items()]
    folds = [{a.id: a.header["split"] for a in fold} for fold in leave_one_out(articles)]
    assert folds == [
        {"a": "test", "b": "train", "c": "train", "d": "dev"},
        {"a": "train", "b": "test", "c": "train", "d": "dev"},
    ]


def test_no_province_is_on_both_sides() -> None:
    from crossval import deal

    places = ["江苏省", "浙江省", "山东省", "河南省", "湖北省", "四川省"]
    articles = [
        GoldArticle({"id": f"{p}{n}", "province": p, "split": "train"}, "", (), {})
        for p in places
        for n in range(2)
    ]
    left_out = []
    for fold in deal(articles, 3, seed=1):
        by_split: dict[str, set[str]] = {}
        for article in fold:
            by_split.setdefault(article.header["split"], set()).add(article.header["province"])
        assert set.union(*by_split.values()) == set(places)
        assert sum(map(len, by_split.values())) == len(places)
        left_out += by_split["test"]
    assert sorted(left_out) == sorted(places)


def test_the_card_takes_the_figures_that_are_kept() -> None:
    from card import GOLD, read_metrics, render

    metrics = read_metrics(TRAINING / "metrics")
    meta: dict[str, Any] = {
        "lang": "zh",
        "name": "gaoyou_news",
        "version": "1.0.0",
        "description": "",
        "pipeline": [],
        "disabled": [],
        "license": "MIT",
        "author": "",
        "sources": [],
    }
    card = render(
        TRAINING / "card.md.jinja",
        meta=meta,
        metrics=metrics,
        labels=LABELS,
        gold=GOLD,
        trained=["train", "seed"],
        more=False,
        articles={"train": 1, "dev": 1, "test": 1, "seed": 1},
        megabytes=1.0,
        spacy_version="3.8",
    )
    folds = json.loads((TRAINING / "metrics" / "crossval.json").read_text(encoding="utf-8"))
    right = folds["reports"]["both"]["labels"]["micro"]["f1"]
    assert f"{100 * right:.1f}" in card


def test_a_temperature_is_found_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import calibrate

    corpus = tmp_path / "corpus"
    corpus.mkdir()
    header = "id: a-001\nkind: 城市新闻\nprovince: 江苏省\nplace: 高邮市\ndate: 2020-01-01\n"
    body = "[高邮市|GPE]投资[3亿元|MONEY]。\n"
    (corpus / "a-001.txt").write_text(
        f"{header}split: dev\norigin: written\n---\n{body}", encoding="utf-8"
    )
    nlp = spacy.blank("zh")
    model = {
        "@architectures": "gaoyou.TagModel.v1",
        "encoder": None,
        "features": {"@architectures": "gaoyou.Features.v1", "width": 8},
        "mixer": {"@architectures": "gaoyou.WindowMixer.v1", "width": 8, "depth": 1},
        "piece": 16,
    }
    nlp.add_pipe("gaoyou_tagger", config={"model": model})
    example = Example.from_dict(nlp.make_doc("高邮市投资3亿元。"), {})
    nlp.initialize(lambda: [example])
    nlp.to_disk(tmp_path / "model")
    monkeypatch.setattr(
        sys, "argv", ["calibrate", str(tmp_path / "model"), "--corpus", str(corpus)]
    )
    assert calibrate.main() == 0
    cfg = json.loads((tmp_path / "model" / "gaoyou_tagger" / "cfg").read_text(encoding="utf-8"))
    assert cfg["temperature"] in calibrate.GRID
