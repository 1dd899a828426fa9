"""Configs of release 1.0: every name is still known, and says what to write in its place."""

from __future__ import annotations

import importlib.metadata
import re
import warnings
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from spacy.util import registry

from gaoyou_nlp.errors import ModelError
from gaoyou_nlp.pipeline.resolver import Resolver
from gaoyou_nlp.pipeline.tagger import Tagger

FACTORIES_OF_1_0 = [
    *("gaoyou_money", "gaoyou_places", "gaoyou_organisations", "gaoyou_titles"),
    *("gaoyou_persons", "gaoyou_projects", "gaoyou_lexicon", "gaoyou_resolver"),
    *("gaoyou_officials", "gaoyou_relations", "gaoyou_tagger", "gaoyou_words"),
]
FUNCTIONS_OF_1_0 = [
    ("architectures", "gaoyou.LacEncoder.v1"),
    ("architectures", "gaoyou.Features.v1"),
    ("architectures", "gaoyou.GruMixer.v1"),
    ("architectures", "gaoyou.WindowMixer.v1"),
    ("architectures", "gaoyou.LacTok2Vec.v1"),
    ("architectures", "gaoyou.TagModel.v1"),
    ("readers", "gaoyou.Corpus.v1"),
    ("augmenters", "gaoyou.swap_entities.v1"),
]
PRIORITIES_OF_1_0 = {
    "money": 5,
    "agreed": 4,
    "title": 3,
    "person": 3,
    "project.list": 2,
    "model": 1,
    "project": -1,
}


@pytest.mark.parametrize("name", FACTORIES_OF_1_0)
def test_a_factory_of_1_0_makes_its_component(name: str) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe(name)
    assert nlp.pipe_names == [name]


@pytest.mark.parametrize(("kind", "name"), FUNCTIONS_OF_1_0, ids=lambda value: value)
def test_a_function_of_1_0_is_known(kind: str, name: str) -> None:
    assert registry.has(kind, name)
    entries = importlib.metadata.entry_points(group=f"spacy_{kind}", name=name)
    assert [callable(entry.load()) for entry in entries] == [True]


@pytest.mark.parametrize(
    ("settings", "advice", "ranks"),
    [
        pytest.param({"priorities": PRIORITIES_OF_1_0}, ["leave it out."], {}, id="defaults"),
        pytest.param(
            {"priorities": {**PRIORITIES_OF_1_0, "org.zone": -1}},
            ["write ranks = {'org.zone': -1}."],
            {"org.zone": -1},
            id="a rule dropped",
        ),
        pytest.param(
            {"priorities": {"org": 1}, "ranks": {"org": -1}},
            ["write ranks = {'org': 1}."],
            {"org": -1},
            id="ranks win",
        ),
        pytest.param(
            {"least": {"ORG": 0.9}}, ["the odds of candidates are fitted"], {}, id="least"
        ),
        pytest.param(
            {"priorities": PRIORITIES_OF_1_0, "least": {"ORG": 0.85}},
            ["leave it out.", "the odds of candidates are fitted"],
            {},
            id="a saved config",
        ),
    ],
)
def test_a_resolver_of_1_0_warns(
    settings: dict[str, dict[str, float]], advice: list[str], ranks: dict[str, int]
) -> None:
    nlp = spacy.blank("zh")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        resolver = nlp.add_pipe("gaoyou_resolver", config=settings)
    assert isinstance(resolver, Resolver)
    assert resolver.ranks == ranks
    told = [str(w.message) for w in caught if w.category is DeprecationWarning]
    assert len(told) == len(advice)
    assert all(part in message for part, message in zip(advice, told, strict=True))


def test_a_pipeline_of_today_is_saved_and_loaded_without_warning(tmp_path: Path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_resolver", config={"ranks": {"org.zone": -1}})
    nlp.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved").get_pipe("gaoyou_resolver")
    assert isinstance(loaded, Resolver)
    assert loaded.ranks == {"org.zone": -1}


def test_the_rows_for_ner_are_still_built() -> None:
    features = registry.architectures.get("gaoyou.Features.v1")(characters=20, pairs=20)
    mixer = registry.architectures.get("gaoyou.GruMixer.v1")(width=4, inner=4)
    build = registry.architectures.get("gaoyou.LacTok2Vec.v1")
    with pytest.warns(DeprecationWarning, match=re.escape("gaoyou.TagModel.v1")):
        model = build(encoder=None, features=features, mixer=mixer)
    assert model.get_dim("nO") == mixer.get_dim("nO")


def test_the_encoder_says_what_to_write() -> None:
    with pytest.raises(ModelError, match="encoder = null"):
        registry.architectures.get("gaoyou.LacEncoder.v1")(window=512)


def test_the_augmenter_leaves_examples_as_they_are() -> None:
    with pytest.warns(DeprecationWarning, match="augmenter = null"):
        augment = registry.augmenters.get("gaoyou.swap_entities.v1")(level=1.0)
    nlp = spacy.blank("zh")
    example = Example(nlp.make_doc("县长来了"), nlp.make_doc("县长来了"))
    assert list(augment(nlp, example)) == [example]


def test_the_tagger_is_made_by_default_settings() -> None:
    assert isinstance(spacy.blank("zh").add_pipe("gaoyou_tagger"), Tagger)
