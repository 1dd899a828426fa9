"""Texts read without docs: the same records as with docs, for every kind of text and pipeline."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

import gaoyou_nlp
from gaoyou_nlp import Article, Record, annotate
from gaoyou_nlp.pipeline.direct import can_read_drafts
from gaoyou_nlp.pipeline.draft import Draft
from gaoyou_nlp.pipeline.lexicon import UserLexicon
from gaoyou_nlp.pipeline.tokenizer import CharacterTokenizer

TEXTS = (
    "",
    " \n ",
    "江阴市委书记陈一鸣到璜塘镇调研。陈一鸣说，总投资约3亿元的恒澜特钢项目今年开工。",
    "市发改委党组书记、 主任 李文博参加，  净利润为 -4.6 亿元。\r\n 本报记者 王小红\u3000 周 敏",
    "縣財政局局長孫志強陪同，縣委書記羅軍講話，總投資3億元的恆瀾特鋼項目開工。",
    "縣財政局 局長  孫志強 陪同，恆瀾特鋼 項目",
)
NAMES = ("rules", pytest.param("zh_gaoyou_news", id="model"))


TOKENIZER = CharacterTokenizer(Vocab())


@Language.component("look_on")
def look_on(doc: Doc) -> Doc:
    return doc


class OwnLexicon(UserLexicon):
    def __call__(self, doc: Doc) -> Doc:
        return doc


@pytest.fixture(scope="module", params=NAMES)
def pipelines(request: Any, tmp_path_factory: Any) -> tuple[Language, Language]:
    """A pipeline that reads drafts, and the same with a component that needs docs."""
    path = tmp_path_factory.mktemp("lists") / "own.tsv"
    path.write_text("璜塘镇\tORG\t璜塘\n恒澜特钢\tPROJECT\t\n亿元\t-\t\n", encoding="utf-8")
    direct, by_docs = (gaoyou_nlp.load(request.param, lexicon=path) for _ in range(2))
    by_docs.add_pipe("look_on")
    assert (can_read_drafts(direct), can_read_drafts(by_docs)) == (True, False)
    return direct, by_docs


def records(texts: Sequence[str], nlp: Language) -> list[Record]:
    articles = (Article(str(number), text) for number, text in enumerate(texts))
    return list(annotate(articles, nlp))


def test_records_are_those_of_docs(pipelines: tuple[Language, Language]) -> None:
    direct, by_docs = pipelines
    assert records(TEXTS, direct) == records(TEXTS, by_docs)


def test_origins_are_those_of_docs(pipelines: tuple[Language, Language]) -> None:
    direct, by_docs = (
        [[span.origin for span in record.spans] for record in records(TEXTS, nlp)]
        for nlp in pipelines
    )
    assert direct == by_docs


ALPHABET = "江阴市委书记王军说投资3亿元县項目、，。 \u3000\r\n\t𠮷Ａ１（）“”"


@settings(deadline=None, max_examples=60)
@given(texts=st.lists(st.text(ALPHABET, max_size=60), max_size=3))
def test_records_of_odd_texts_are_those_of_docs(
    pipelines: tuple[Language, Language], texts: list[str]
) -> None:
    direct, by_docs = pipelines
    assert records(texts, direct) == records(texts, by_docs)


@given(text=st.text(ALPHABET, max_size=30))
def test_tokens_are_those_of_the_tokenizer(text: str) -> None:
    tokens = [(token.idx, token.idx + len(token)) for token in TOKENIZER(text)]
    assert list(zip(*Draft(text).edges, strict=True)) == tokens


def changed(kind: str) -> Language:
    nlp = gaoyou_nlp.load("rules")
    if kind == "own pipe":
        nlp.pipe = iter  # type: ignore[method-assign,assignment]
    elif kind == "other tokenizer":
        nlp.tokenizer = nlp.tokenizer.__call__  # type: ignore[operator]
    elif kind == "own errors":
        nlp.set_error_handler(lambda *told: None)
    elif kind == "subclass of a component":
        nlp._components[nlp.pipe_names.index("gaoyou_lexicon")] = ("own", OwnLexicon())
    elif kind == "component of spaCy":
        nlp.add_pipe("sentencizer")
    elif kind == "part switched off":
        nlp.disable_pipe("gaoyou_officials")
    return nlp


@pytest.mark.parametrize(
    ("kind", "direct"),
    [
        ("as loaded", True),
        ("part switched off", True),
        ("own pipe", False),
        ("other tokenizer", False),
        ("own errors", False),
        ("subclass of a component", False),
        ("component of spaCy", False),
    ],
)
def test_what_is_changed_is_read_by_docs(kind: str, direct: bool) -> None:
    assert can_read_drafts(changed(kind)) is direct


def test_a_pipeline_without_resolver_gives_no_entities() -> None:
    nlp = gaoyou_nlp.load("rules")
    nlp.disable_pipe("gaoyou_resolver")
    [record] = records(["江都总投资3亿元"], nlp)
    assert (record.spans, record.amounts, record.officials) == ((), (), ())


def test_no_doc_is_made() -> None:
    nlp = gaoyou_nlp.load("rules")
    size = len(nlp.vocab)
    list(annotate([Article("1", "龘靐齉")], nlp))
    assert len(nlp.vocab) == size
