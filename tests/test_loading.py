"""Loading: the rules, a folder, a list; what is missing or does not fit is said."""

import importlib.metadata
import logging
from pathlib import Path

import pytest

import gaoyou_nlp
from gaoyou_nlp import loading
from gaoyou_nlp.errors import LexiconError, ModelError


def test_without_a_model_the_rules_are_used_and_it_is_said_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(loading, "MODEL", "zh_no_such_model")
    monkeypatch.setattr(loading, "_warned", set())
    with caplog.at_level(logging.WARNING, logger="gaoyou_nlp"):
        assert gaoyou_nlp.load().meta["name"] == "gaoyou_rules"
        gaoyou_nlp.load()
    [record] = caplog.records
    assert "zh_no_such_model is not installed" in record.getMessage()


def test_a_model_that_is_not_there() -> None:
    with pytest.raises(ModelError, match="is not installed"):
        gaoyou_nlp.load("zh_no_such_model")


def test_a_folder_that_holds_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be loaded"):
        gaoyou_nlp.load(tmp_path)


def test_a_model_for_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = {"zh_other": "3.0.0", "gaoyou-nlp": "1.0.0"}
    monkeypatch.setattr(importlib.metadata, "requires", lambda name: ["gaoyou-nlp>=3.0,<4.0"])
    monkeypatch.setattr(importlib.metadata, "version", lambda name: versions[name])
    with pytest.raises(ModelError, match=r"needs gaoyou-nlp<4.0,>=3.0, but 1.0.0 is installed"):
        gaoyou_nlp.load("zh_other")


def test_a_list_can_be_given(tmp_path: Path) -> None:
    path = tmp_path / "my.tsv"
    path.write_text("凌波塘\tGPE\n", encoding="utf-8")
    nlp = gaoyou_nlp.load("rules", lexicon=path)
    assert [(e.text, e.id_) for e in nlp("在凌波塘。").ents] == [("凌波塘", "lexicon:my.tsv:1")]
    path.write_text("凌波塘\tTOWN\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="TOWN"):
        gaoyou_nlp.load("rules", lexicon=path)
