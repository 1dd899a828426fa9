"""The tagger finds the same with compiled loops and with numpy."""

import numpy as np
import pytest
import spacy
from thinc.api import fix_random_seed

from gaoyou_nlp.network import kernels
from gaoyou_nlp.network.tags import TokenSpan
from gaoyou_nlp.pipeline.tagger import Tagger
from gaoyou_nlp.pipeline.tagger_predict import Found

SENTENCE = "县委书记汪岳平到城东镇调研 Wi-Fi 覆盖，双河路改造工程投资2.1亿元。\r\n天气很好𠮷。"
TEXTS = {
    "short": ["好"],
    "one": [SENTENCE],
    "with empty ones": ["", SENTENCE, "", "　\n"],
    "several pieces": [SENTENCE * 9, SENTENCE, SENTENCE * 4],
}
WIDTHS = {"small": (16, 8, 1), "odd": (7, 5, 3), "as shipped": (96, 80, 1)}


@pytest.fixture(scope="module", params=WIDTHS.values(), ids=WIDTHS)
def tagger(request: pytest.FixtureRequest) -> Tagger:
    inner, width, depth = request.param
    fix_random_seed(width)
    model = {
        "@architectures": "gaoyou.TagModel.v1",
        "encoder": None,
        "piece": 60,
        "features": {
            "@architectures": "gaoyou.Features.v1",
            "width": inner,
            "characters": 200,
            "pairs": 300 if depth == 1 else 0,
            "words": 100,
        },
        "mixer": {
            "@layers": "chain.v1",
            "*": {
                "gru": {"@architectures": "gaoyou.GruMixer.v1", "width": width, "inner": inner},
                "window": {
                    "@architectures": "gaoyou.WindowMixer.v1",
                    "width": inner,
                    "window": depth,
                    "depth": depth,
                },
            },
        },
    }
    nlp = spacy.blank("zh")
    made = nlp.add_pipe("gaoyou_tagger", config={"model": model})
    assert isinstance(made, Tagger)
    nlp.initialize()
    links, rng = made.model.get_ref("chain"), np.random.default_rng(3)
    for name in links.param_names:  # strong weights, so that something is found
        shape = links.get_param(name).shape
        links.set_param(name, rng.normal(0, 2, shape).astype(np.float32))
    return made


def found_by(tagger: Tagger, texts: list[str], nlp: spacy.Language) -> list[Found]:
    docs = [nlp.make_doc(text) for text in texts]
    for doc in docs:
        whole = [doc[place : place + 3] for place in range(0, len(doc) - 3, 7)]
        doc.spans["gaoyou"] = [spacy.tokens.Span(doc, s.start, s.end, "ORG") for s in whole]
    return tagger.predict(docs)


@pytest.mark.skipif(kernels.compiled is None, reason="the compiled module is not in use")
@pytest.mark.parametrize("texts", TEXTS.values(), ids=TEXTS)
def test_spans_are_equal_and_scores_nearly(
    tagger: Tagger, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp = spacy.blank("zh")
    fast = found_by(tagger, texts, nlp)
    monkeypatch.setattr(kernels, "compiled", None)
    slow = found_by(tagger, texts, nlp)
    assert [f.spans for f in fast] == [s.spans for s in slow]
    assert [f.likely for f in fast] == [s.likely for s in slow]
    assert [dict(f.scores) for f in fast] == [pytest.approx(s.scores, abs=1e-4) for s in slow]
    spans: list[TokenSpan] = [span for f in fast for span in f.scores]
    assert bool(spans) == (texts != ["好"])


def test_a_long_doc_is_read_some_sequences_at_a_time(
    tagger: Tagger, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp, text = spacy.blank("zh"), "县水务局局长王一军说，城北水厂项目总投资5亿元。\n" * 30
    [whole] = found_by(tagger, [text], nlp)
    monkeypatch.setattr("gaoyou_nlp.pipeline.tagger_predict._AT_ONCE", 100)
    [parts] = found_by(tagger, [text], nlp)
    assert (parts.spans, parts.likely) == (whole.spans, whole.likely)
    assert parts.scores == pytest.approx(whole.scores, abs=1e-4)


def test_a_prediction_has_no_way_back(tagger: Tagger) -> None:
    doc = spacy.blank("zh")(SENTENCE)
    gru = next(node for node in tagger.model.walk() if node.name == "bigru")
    batch, _ = tagger.model.layers[0]([doc], False)
    inner, _ = tagger.model.layers[1].layers[0].layers[1](batch, False)
    states, back = gru(inner, False)
    with pytest.raises(ValueError, match="no way back"):
        back(states)
