"""The trained component: it learns, says how sure it is, and is saved whole."""

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.network.tags import Tags
from gaoyou_nlp.pipeline.extensions import KEY, SCORES
from gaoyou_nlp.pipeline.tagger import Tagger
from gaoyou_nlp.pipeline.tagger_gold import allowed_tags
from gaoyou_nlp.pipeline.tagger_scores import score_candidates

MODEL = {
    "@architectures": "gaoyou.TagModel.v1",
    "encoder": None,
    "features": {
        "@architectures": "gaoyou.Features.v1",
        "width": 16,
        "characters": 200,
        "pairs": 400,
        "rule_dropout": 0.0,
    },
    "mixer": {"@architectures": "gaoyou.GruMixer.v1", "width": 16, "inner": 32},
}
LINES = [
    "[县委|ORG][书记|TITLE][汪岳平|OFFICIAL]到[双河路改造工程|PROJECT]调研。",
    "[城东镇|GPE]投资[2.1亿元|MONEY]建设[城东水厂|PROJECT]。",
    "[记者站|OPT]记者 [李宝|PERSON]",
    "[市发改委|ORG][主任|TITLE][赵长山|OFFICIAL]说，今年投资[30亿元|MONEY]。\n天气很好。",
]


def examples(nlp: Language, lines: list[str] = LINES) -> list[Example]:
    made = []
    for line in lines:
        text, marks = parse_markup(line)
        gold = nlp.make_doc(text)
        spans = [gold.char_span(m.start, m.end, m.label) for m in marks]
        entities = [s for s in spans if s.label_ != "OPT"]
        gold.set_ents(entities, missing=[s for s in spans if s.label_ == "OPT"], default="outside")
        made.append(Example(nlp.make_doc(text), gold))
    return made


def candidates(doc: Doc) -> list[tuple[str, str]]:
    return [(s.text, s.label_) for s in doc.spans[KEY] if s.id_ == "model"]


def make(model: dict[str, object] = MODEL) -> tuple[Language, Tagger]:
    nlp = spacy.blank("zh")
    tagger = nlp.add_pipe("gaoyou_tagger", config={"model": model})
    assert isinstance(tagger, Tagger)
    return nlp, tagger


@pytest.fixture(scope="module")
def trained() -> Language:
    fix_random_seed(0)
    nlp, _ = make()
    gold = examples(nlp)
    nlp.initialize(lambda: gold)
    sgd = Adam(0.01)
    first: dict[str, float] = {}
    nlp.update(gold, sgd=sgd, losses=first)
    for _ in range(100):
        losses: dict[str, float] = {}
        nlp.update(gold, sgd=sgd, losses=losses, drop=0.1)
    assert losses["gaoyou_tagger"] < first["gaoyou_tagger"] / 20
    return nlp


def test_it_learns_its_examples(trained: Language) -> None:
    for line in LINES:
        text, marks = parse_markup(line)
        found = candidates(trained(text))
        wanted = [(m.text, m.label) for m in marks if m.label != "OPT"]
        assert [pair for pair in found if pair[0] != "记者站"] == wanted
    scores = trained.evaluate(examples(trained))
    assert scores["tagger_f"] == 1.0
    assert {label for label, row in scores["tagger_per_type"].items() if row["f"] == 1.0} == {
        m.label for line in LINES for m in parse_markup(line)[1] if m.label != "OPT"
    }


def test_every_span_has_a_score_between_0_and_1(trained: Language) -> None:
    doc = trained("县委书记王岳平到城东镇调研。")
    spans = [s for s in doc.spans[KEY] if s.id_ == "model"]
    assert spans
    for span in spans:
        assert 0 <= doc.user_data[SCORES][f"{span.start}:{span.end}:{span.label_}"] <= 1
        assert span._.score == doc.user_data[SCORES][f"{span.start}:{span.end}:{span.label_}"]
    (copy,) = DocBin(store_user_data=True, docs=[doc]).get_docs(trained.vocab)
    assert [s._.score for s in copy.spans[KEY]] == [s._.score for s in doc.spans[KEY]]


def test_a_batch_gives_what_each_text_gives(trained: Language) -> None:
    texts = [parse_markup(line)[0] for line in LINES] + ["", "\n", "高 邮"]
    together = [candidates(doc) for doc in trained.pipe(texts, batch_size=3)]
    assert together == [candidates(trained(text)) for text in texts]


def test_a_batch_of_any_size_keeps_its_order(
    trained: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [parse_markup(line)[0] for line in LINES] + ["", "。"]
    alone = [candidates(trained(text)) for text in texts]
    monkeypatch.setattr("gaoyou_nlp.pipeline.tagger_predict._AT_ONCE", 30)
    assert [candidates(doc) for doc in trained.pipe(texts)] == alone


def test_it_learns_and_reads_in_pieces() -> None:
    fix_random_seed(0)
    nlp, _ = make({**MODEL, "piece": 16})
    gold = examples(nlp)
    assert max(len(example.x) for example in gold) > 16
    nlp.initialize(lambda: gold)
    sgd = Adam(0.01)
    for _ in range(100):
        nlp.update(gold, sgd=sgd)
    for example in gold:
        wanted = [(ent.text, ent.label_) for ent in example.y.ents]
        found = candidates(nlp(example.x.text))
        assert [pair for pair in found if pair[0] != "记者站"] == wanted


def test_gold_and_candidates_across_a_seam_do_no_harm() -> None:
    nlp, tagger = make({**MODEL, "piece": 16})
    gold = examples(nlp, ["天" * 14 + "[王某丙|PERSON]说天很好"])
    nlp.initialize(lambda: gold)
    losses: dict[str, float] = {}
    nlp.update(gold, sgd=Adam(0.01), losses=losses)
    assert np.isfinite(losses["gaoyou_tagger"])
    assert all(
        np.isfinite(node.get_param(name)).all()
        for node in tagger.model.walk()
        for name in node.param_names
    )
    doc = nlp.make_doc("天" * 14 + "高邮市住房局" + "天" * 20)
    doc.spans[KEY] = [Span(doc, 14, 20, "ORG", span_id="org.body"), Span(doc, 0, 30, "GPE")]
    [found] = tagger.predict([doc])
    assert (14, 20, "ORG") in found.scores
    assert (0, 30, "GPE") not in found.scores


def test_it_is_saved_whole(trained: Language, tmp_path: Path) -> None:
    text = parse_markup(LINES[0])[0]
    trained.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    assert candidates(loaded(text)) == candidates(trained(text))
    blank, tagger = make()
    tagger.from_bytes(trained.get_pipe("gaoyou_tagger").to_bytes())
    assert candidates(blank(text)) == candidates(trained(text))
    size = (tmp_path / "model" / "gaoyou_tagger" / "model").stat().st_size
    assert size < 0.6 * len(trained.get_pipe("gaoyou_tagger").model.to_bytes())


def test_training_goes_on_after_loading(trained: Language, tmp_path: Path) -> None:
    trained.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    losses = loaded.update(examples(loaded), sgd=Adam(0.001))
    assert losses["gaoyou_tagger"] < 0.5


def test_candidates_of_rules_are_features(trained: Language) -> None:
    text = "某某某某某某某某"
    bare, helped = trained.make_doc(text), trained.make_doc(text)
    helped.spans[KEY] = [Span(helped, 2, 5, "PROJECT", span_id="project.head")]
    model = trained.get_pipe("gaoyou_tagger").model
    one, two = model.predict([bare]).data, model.predict([helped]).data
    assert np.abs(one - two).max() > 0.01
    helped.spans[KEY] = [Span(helped, 2, 5, "PROJECT", span_id="model")]
    assert model.predict([helped]).data == pytest.approx(one)


def test_candidates_of_rules_get_scores_too(trained: Language) -> None:
    text = parse_markup(LINES[0])[0]
    doc = trained.make_doc(text)
    doc.spans[KEY] = [
        Span(doc, 0, 2, "PERSON", span_id="person.a"),
        Span(doc, 1, 4, "GPE", span_id="gpe.a"),
    ]
    doc = trained.get_pipe("gaoyou_tagger")(doc)
    scores = doc.user_data[SCORES]
    assert {"0:2:PERSON", "0:2:OFFICIAL", "1:4:GPE"} <= scores.keys()
    name, place = list(doc.spans[KEY])[:2]
    assert name._.score == pytest.approx(scores["0:2:PERSON"] + scores["0:2:OFFICIAL"])
    assert place._.score == scores["1:4:GPE"]


def test_a_temperature_makes_scores_milder_and_keeps_the_spans(trained: Language) -> None:
    text = parse_markup(LINES[0])[0]
    sure = trained(text)
    tagger = trained.get_pipe("gaoyou_tagger")
    tagger.cfg["temperature"] = 3.0
    mild = trained(text)
    tagger.cfg["temperature"] = 1.0
    assert candidates(mild)
    assert candidates(mild) == candidates(sure)
    scores = sure.user_data[SCORES]
    assert all(score < scores[key] for key, score in mild.user_data[SCORES].items())


def test_gold_on_other_tokens() -> None:
    nlp = spacy.blank("zh")
    example = examples(nlp, ["[高邮市|GPE][市委|ORG]说[一|OPT]"])[0]
    words = Doc(nlp.vocab, ["高邮", "市", "市委说", "一"], [False] * 4)
    tags = Tags(["GPE", "ORG"])
    allowed = allowed_tags(Example(words, example.reference), tags)
    names = [[tags.names[i] for i in np.flatnonzero(row)] for row in allowed]
    assert names == [["B-GPE"], ["E-GPE"], tags.names, tags.names]


def test_scores_leave_doubt_out() -> None:
    nlp = spacy.blank("zh")
    example = examples(nlp, ["[高邮市|GPE]甲乙丙[丁戊|OPT][市委|ORG]"])[0]
    doc = example.predicted
    doc.spans[KEY] = [
        Span(doc, 0, 3, "GPE", span_id="model"),
        Span(doc, 3, 5, "GPE", span_id="model"),
        Span(doc, 5, 7, "GPE", span_id="model"),
        Span(doc, 8, 10, "ORG", span_id="org.body"),
    ]
    scores = score_candidates([example])
    assert scores["tagger_per_type"] == {
        "ORG": {"p": 0.0, "r": 0.0, "f": 0.0},
        "GPE": {"p": 0.5, "r": 1.0, "f": pytest.approx(2 / 3)},
    }


def test_unknown_labels_are_refused() -> None:
    _, tagger = make()
    assert tagger.add_label("ORG") == 0
    assert tagger.label_data == tagger.labels
    with pytest.raises(ValueError, match="unknown label 'ORGG'"):
        tagger.add_label("ORGG")


def test_a_model_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs an encoder, features, or both"):
        make({**MODEL, "features": None})
