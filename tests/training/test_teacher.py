"""What the teacher reads and what is believed of it; its network needs torch and is not tested."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.corpora.markup import GoldArticle, parse_article, write_article
from training.teacher.believe import TAGS, believe
from training.teacher.texts import make_pieces, paragraphs, read_texts
from training.teacher.weights import Weights, tokenizer

PIECES = ["<s>", "<pad>", "</s>", "<unk>", "▁", "高", "市委", "书记", "市", "委", "▁a", "a", "书"]
SCORES = [0, 0, 0, 0, -2, -5, -6, -6, -4, -4, -3, -3, -5]
WEIGHTS = Weights(
    4,
    1,
    1,
    4,
    1e-5,
    0,
    2,
    3,
    {p: n for n, p in enumerate(PIECES)},
    np.array(SCORES),
    {0xFF41: "a"},
    {},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("高市委书记", [("▁", 0, 0), ("高", 0, 1), ("市委", 1, 3), ("书记", 3, 5)]),
        ("高邮市", [("▁", 0, 0), ("高", 0, 1), ("<unk>", 1, 2), ("市", 2, 3)]),
        ("a  ａ", [("▁a", 0, 1), ("▁a", 1, 4)]),
        ("𠮷市", [("▁", 0, 0), ("<unk>", 0, 1), ("市", 1, 2)]),
        ("", [("▁", 0, 0)]),
    ],
)
def test_pieces_lead_back_to_the_text(text: str, expected: list[tuple[str, int, int]]) -> None:
    found = [(PIECES[piece], start, end) for piece, start, end in tokenizer(WEIGHTS)(text)]
    assert found == expected


def _marginals(text: str, rows: dict[int, tuple[str, float]]) -> np.ndarray:
    """Probabilities where nothing but some characters is anything but outside."""
    marginals = np.full((len(text), len(TAGS)), 1e-4, np.float32)
    for at in range(len(text)):
        name, sure = rows.get(at, ("O", 0.99))
        marginals[at, TAGS.names.index(name)] = sure
        if name != "O":
            marginals[at, 0] = 1 - sure
    return marginals


def test_sure_spans_are_believed_and_others_open() -> None:
    text = "到高邮市和江都调研 了"
    rows = {1: ("B-GPE", 0.9), 2: ("I-GPE", 0.9), 3: ("E-GPE", 0.9)}
    rows |= {5: ("B-GPE", 0.6), 6: ("E-GPE", 0.6), 7: ("O", 0.5), 9: ("O", 0.3)}
    marks = believe(text, _marginals(text, rows))
    assert [(m.text, m.label) for m in marks] == [("高邮市", "GPE"), ("江都", "OPT"), ("调", "OPT")]
    assert all(text[m.start : m.end] == m.text for m in marks)


def test_paragraphs_lose_their_markup_and_repetitions(tmp_path: Path) -> None:
    long = "今年以来，全市上下抓项目、促开工，形势喜人，人人振奋。" * 3
    html = f"<p><strong>短</strong></p><p>{long}</p>{long}&nbsp;二<br/>"
    assert list(paragraphs(html)) == [long, f"{long} 二"]
    (tmp_path / "a.jsonl").write_text('{"text": "甲"}\n{"text": "乙\u2028"}\n', encoding="utf-8")
    assert list(read_texts(tmp_path)) == ["甲", "乙\u2028"]
    pieces = make_pieces([html, long], 0, seed=1)
    assert pieces == [long]
    many = make_pieces((f"第{n}段。{long}" for n in range(60)), 10, seed=1)
    assert len(many) == 10
    assert many == make_pieces((f"第{n}段。{long}" for n in range(60)), 10, seed=1)


@given(st.text("高邮市委[]|\\\\ \n，𠮷", max_size=40), st.integers(0, 2**31))
def test_what_is_believed_is_a_file_of_the_corpus(text: str, seed: int) -> None:
    text = text.strip() or "高"
    marginals = np.random.default_rng(seed).dirichlet(np.full(len(TAGS), 0.1), len(text))
    header = {"id": "taught-00001", "kind": "城市新闻", "province": "-", "place": "-"}
    header |= {"date": "2020-01-01", "split": "train", "origin": "model"}
    article = GoldArticle(header, text, believe(text, marginals.astype(np.float32)), {})
    read = parse_article(write_article(article))
    assert (read.text, read.spans) == (article.text, article.spans)
