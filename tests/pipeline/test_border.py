"""Candidates on their way between the rules and a ``Doc``."""

import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from gaoyou_nlp.pipeline.border import read_candidates
from gaoyou_nlp.pipeline.extensions import KEY
from gaoyou_nlp.pipeline.memory import text_of
from gaoyou_nlp.pipeline.rules import RuleProposer
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence

TEXT = "高邮市和江都区"
CITY, DISTRICT = Span(0, 3, "GPE", "高邮市", "gpe.a"), Span(4, 7, "GPE", "江都区", "gpe.b")


def propose(*spans: Span) -> RuleProposer:
    return RuleProposer([lambda evidence: spans])


def seen_by_the_next(doc: Doc) -> list[Span]:
    seen: list[Span] = []

    def look(evidence: Evidence) -> list[Span]:
        seen.extend(evidence.found)
        return []

    RuleProposer([look])(doc)
    return seen


def test_candidates_are_read_back() -> None:
    doc = propose(DISTRICT)(propose(CITY)(spacy.blank("zh")(TEXT)))
    assert read_candidates(doc) == [CITY, DISTRICT]
    assert seen_by_the_next(doc) == [CITY, DISTRICT]


def test_what_another_component_adds_or_takes_is_seen() -> None:
    doc = propose(CITY)(spacy.blank("zh")(TEXT))
    doc.spans[KEY].append(DocSpan(doc, 4, 7, "GPE", span_id="gpe.b"))
    assert seen_by_the_next(doc) == [CITY, DISTRICT]
    doc.spans[KEY] = [span for span in doc.spans[KEY] if span.id_ == "gpe.b"]
    assert seen_by_the_next(doc) == [DISTRICT]
    del doc.spans[KEY]
    assert seen_by_the_next(doc) == []


def test_tokens_of_several_characters() -> None:
    doc = Doc(spacy.blank("zh").vocab, ["高邮市", "和", "江都区"], spaces=[False] * 3)
    propose(DISTRICT)(propose(CITY)(doc))
    assert seen_by_the_next(doc) == [CITY, DISTRICT]


def test_a_doc_that_is_filled_later_has_its_own_text() -> None:
    nlp = spacy.blank("zh")
    empty = Doc(nlp.vocab)
    assert text_of(empty) == ""
    assert text_of(empty.from_bytes(nlp(TEXT).to_bytes())) == TEXT
