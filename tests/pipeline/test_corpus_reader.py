"""The corpus reader: spans exact, doubt missing, bad splits and cut tokens refused."""

from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.pipeline.corpus_reader import OPT_KEY, build_corpus_reader, make_example

ARTICLE = """id: {id}
kind: 考察调研
province: 安徽省
place: 六安市霍山县
date: 2016-05-12
split: {split}
origin: written
---
[县委|ORG][书记|TITLE][汪岳平|OFFICIAL] 到[双河|OPT]路
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for number, split in enumerate(["train", "train", "dev"]):
        (tmp_path / f"ah-00{number}.txt").write_text(
            ARTICLE.format(id=f"ah-00{number}", split=split), encoding="utf-8"
        )
    return tmp_path


def test_it_reads_a_split(corpus: Path) -> None:
    nlp = spacy.blank("zh")
    train = list(build_corpus_reader(corpus, "train")(nlp))
    assert [e.reference.user_data["id"] for e in train] == ["ah-000", "ah-001"]
    gold = train[0].reference
    assert gold.text == train[0].predicted.text == "县委书记汪岳平 到双河路"
    assert [(e.text, e.label_) for e in gold.ents] == [
        ("县委", "ORG"),
        ("书记", "TITLE"),
        ("汪岳平", "OFFICIAL"),
    ]
    assert not train[0].predicted.ents
    assert [span.text for span in gold.spans[OPT_KEY]] == ["双河"]
    assert [t.text for t in gold if t.ent_iob == 0] == ["双", "河"]
    assert len(list(build_corpus_reader(corpus, ["train", "dev"], limit=2)(nlp))) == 2


def test_an_empty_split_is_an_error(corpus: Path) -> None:
    with pytest.raises(ReadError, match="no article of the split test"):
        list(build_corpus_reader(corpus, "test")(spacy.blank("zh")))


def test_a_span_that_cuts_a_token_is_refused_or_left_out(corpus: Path) -> None:
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "test.Pairs.v1"}}})
    with pytest.raises(ReadError, match="the span '汪岳平' cuts a token"):
        list(build_corpus_reader(corpus, "train")(nlp))
    example = next(build_corpus_reader(corpus, "train", misaligned="skip")(nlp))
    assert [e.text for e in example.reference.ents] == ["县委", "书记"]
    assert [t.text for t in example.reference if t.ent_iob == 0] == ["汪岳", "平 ", "到双", "河路"]


@spacy.registry.tokenizers("test.Pairs.v1")
def make_pairs():
    def build(nlp: spacy.language.Language):
        def pairs(text: str) -> spacy.tokens.Doc:
            words = [text[i : i + 2] for i in range(0, len(text), 2)]
            return spacy.tokens.Doc(nlp.vocab, words, [False] * len(words))

        return pairs

    return build


def test_two_spans_cut_by_one_token_are_both_left_out() -> None:
    nlp = spacy.blank("zh")
    nlp.tokenizer = lambda text: Doc(nlp.vocab, ["见", "王局", "长了"], [False] * 3)
    text, spans = parse_markup("见[王|OFFICIAL][局长|TITLE]了")
    example = make_example(nlp, GoldArticle({"id": "1"}, text, spans, {}), misaligned="skip")
    assert [token.ent_iob_ for token in example.reference] == ["O", "", ""]
