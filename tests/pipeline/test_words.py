"""Words: no word crosses the edge of an entity, whatever the segmenter says."""

import contextlib
import io
import pickle
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
import spacy_pkuseg
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from gaoyou_nlp.errors import ModelError
from gaoyou_nlp.pipeline.words import Words, cut_words

LINES = """\
江阴 市委 书记 陈 一鸣 到 璜塘镇 调研 。
总 投资 约 3 亿元 的 项目 开工 。
市 发改委 主任 说 ， 项目 投资 30 亿元 。
天气 很 好 ， 书记 调研 项目 。
"""


def by_two(line: str) -> list[str]:
    return [part[i : i + 2] for part in line.split() for i in range(0, len(part), 2)]


@pytest.mark.parametrize(
    ("text", "entities", "inside", "words"),
    [
        ("", [], False, []),
        (" \n\u3000", [], False, []),
        ("今天开工", [], False, ["今天", "开工"]),
        ("到江阴市调研", [(1, 4)], False, ["到", "江阴市", "调研"]),
        ("到江阴市调研", [(1, 4)], True, ["到", "江", "阴市", "调研"]),
        ("江阴市长来", [(0, 2), (2, 4)], False, ["江阴", "市长", "来"]),
        ("投资 3亿元。\n好天气", [(3, 6)], False, ["投资", "3亿元", "。", "好天", "气"]),
        ("见陈 鸣了", [(1, 4)], False, ["见", "陈 鸣", "了"]),
    ],
)
def test_words_of_a_text(
    text: str, entities: list[tuple[int, int]], inside: bool, words: list[str]
) -> None:
    cuts = cut_words(text, by_two, entities, inside=inside)
    assert [text[start:end] for start, end in cuts] == words


@given(
    text=st.text(alphabet="江阴市a3 \n\u3000。", max_size=40),
    bounds=st.lists(st.integers(0, 40), max_size=8, unique=True),
    inside=st.booleans(),
)
def test_no_word_crosses_an_edge(text: str, bounds: list[int], inside: bool) -> None:
    edges = sorted(bounds)
    entities = [
        (start, end)
        for start, end in zip(edges[::2], edges[1::2], strict=False)
        if end <= len(text) and text[start:end] == text[start:end].strip() != ""
    ]
    words = cut_words(text, by_two, entities, inside=inside)
    assert words == sorted(words)
    assert all(a[1] <= b[0] for a, b in pairwise(words))
    for start, end in entities:
        assert all(e <= start or s >= end or (start <= s and e <= end) for s, e in words)
        assert inside or (start, end) in words
    covered = {i for s, e in words for i in range(s, e)}
    assert all(text[i].isspace() for i in range(len(text)) if i not in covered)


def test_a_segmenter_that_invents_is_refused() -> None:
    with pytest.raises(ValueError, match="made '乙'"):
        cut_words("甲", lambda line: ["乙"])


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("words")
    file = folder / "lines.txt"
    file.write_text(LINES * 5, encoding="utf-8")
    with contextlib.redirect_stdout(io.StringIO()):
        spacy_pkuseg.train(str(file), str(file), str(folder / "seg"), train_iter=3)
    return folder / "seg"


def words_of(doc: Doc) -> list[str]:
    return [span.text for span in doc.spans["words"]]


def annotated(nlp: spacy.Language) -> Doc:
    doc = nlp.make_doc("江阴市委书记陈一鸣到璜塘镇调研。")
    doc.ents = [Span(doc, 0, 4, "ORG"), Span(doc, 6, 9, "OFFICIAL")]
    return doc


def test_the_component_never_cuts_an_entity(segmenter: Path) -> None:
    nlp = spacy.blank("zh")
    component = nlp.add_pipe("gaoyou_words", config={"path": str(segmenter)})
    doc = component(annotated(nlp))
    assert words_of(doc)[:3] == ["江阴市委", "书记", "陈一鸣"]
    assert "".join(words_of(doc)) == doc.text
    inside = Words(path=str(segmenter), inside=True)(annotated(nlp))
    assert words_of(inside)[:5] == ["江阴", "市委", "书记", "陈", "一鸣"]


def test_on_other_tokens_words_end_where_tokens_do(segmenter: Path) -> None:
    doc = Doc(spacy.blank("zh").vocab, ["江阴市", "委书记调", "研"], [False] * 3)
    assert words_of(Words(path=str(segmenter))(doc)) == ["江阴市", "委书记调", "研"]


def test_it_is_saved_whole(segmenter: Path, tmp_path: Path) -> None:
    nlp = spacy.blank("zh")
    component = nlp.add_pipe("gaoyou_words", config={"inside": True})
    assert isinstance(component, Words)
    component.initialize(list, path=str(segmenter))
    wanted = words_of(component(annotated(nlp)))
    nlp.to_disk(tmp_path / "saved")
    loaded = spacy.load(tmp_path / "saved")
    assert words_of(loaded.get_pipe("gaoyou_words")(annotated(loaded))) == wanted
    again = Words().from_bytes(component.to_bytes())
    assert words_of(again(annotated(nlp))) == wanted
    copy = pickle.loads(pickle.dumps(component))
    assert words_of(copy(annotated(nlp))) == wanted


def test_a_missing_segmenter_is_said(tmp_path: Path) -> None:
    nlp = spacy.blank("zh")
    empty = nlp.add_pipe("gaoyou_words")
    with pytest.raises(ModelError, match=r"no segmenter. Train one by .*train_words.py"):
        empty(nlp.make_doc("今天"))
    nlp.to_disk(tmp_path / "saved")
    assert spacy.load(tmp_path / "saved").pipe_names == ["gaoyou_words"]
    with pytest.raises(ModelError, match="is no segmenter of spacy-pkuseg"):
        Words(path=str(tmp_path))(nlp.make_doc("今天"))
