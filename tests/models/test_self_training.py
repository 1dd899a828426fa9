"""What a model's own annotation is believed to say."""

import spacy
from spacy.tokens import Doc, Span

from gaoyou_nlp.components.extensions import KEY, SCORES
from gaoyou_nlp.corpora.markup import parse_article, write_article
from gaoyou_nlp.models.self_training import annotate_pieces, believed, draw_pieces


def doc_with(text: str, *candidates: tuple[str, str, str, float]) -> Doc:
    """A doc with candidates: surface, label, rule, score."""
    doc = spacy.blank("zh")(text)
    spans = []
    scores = {}
    for surface, label, rule, score in candidates:
        start = text.index(surface)
        spans.append(Span(doc, start, start + len(surface), label, span_id=rule))
        if rule == "model":
            scores[f"{start}:{start + len(surface)}:{label}"] = score
    doc.spans[KEY] = spans
    doc.user_data[SCORES] = scores
    return doc


def test_sure_or_agreed_is_gold_and_the_rest_is_open() -> None:
    doc = doc_with(
        "高邮市委书记王强到城东工程调研，李四、赵五在场，生产基地、水厂很大，副市长",
        ("高邮市委", "ORG", "model", 0.98),
        ("书记", "TITLE", "model", 0.7),
        ("书记", "TITLE", "title.post", 0),
        ("王强", "OFFICIAL", "model", 0.9),
        ("城东工程", "PROJECT", "model", 0.85),
        ("城东工程", "PROJECT", "project.head", 0),
        ("李四", "PERSON", "model", 0.5),
        ("李四", "PERSON", "person.list", 0),
        ("生产基地", "PROJECT", "model", 0.99),
        ("水厂", "PROJECT", "model", 0.6),
        ("水厂", "PROJECT", "project.head", 0),
        ("副市长", "TITLE", "title.post", 0),
    )
    assert [(span.text, span.label) for span in believed(doc)] == [
        ("高邮市委", "ORG"),
        ("书记", "TITLE"),
        ("王强", "OPT"),
        ("城东工程", "PROJECT"),
        ("李四", "OPT"),
        ("水厂", "OPT"),
        ("副市长", "OPT"),
    ]


def test_pieces_are_whole_sentences() -> None:
    text = "".join(f"这是第{number}句话，它讲的是天气和收成。" for number in range(200))
    pieces = draw_pieces([text, "短。"], 5, 1, (200, 300))
    assert len(pieces) == 5
    assert all(piece in text and piece[0] == "这" and piece[-1] == "。" for piece in pieces)
    assert pieces == draw_pieces([text, "短。"], 5, 1, (200, 300))
    assert draw_pieces(["短。"], 5, 1, (200, 300)) == []


def test_articles_are_corpus_files() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_money")
    (article,) = annotate_pieces(["今年投资[3亿元]。"], nlp)
    read = parse_article(write_article(article), path="self-0000.txt")
    assert [(span.text, span.label) for span in read.spans] == [("3亿元", "OPT")]
    assert read.header["origin"] == "model"
