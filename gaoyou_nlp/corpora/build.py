"""Builds JSONL and DocBin files from the corpus files, one of each a split."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.errors import MarkupError
from gaoyou_nlp.formats import write
from gaoyou_nlp.labels import OPTIONAL

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def gold_doc(article: GoldArticle, nlp: Language) -> Doc:
    """Make the ``Doc`` of an article, its spans as entities, ``OPT`` in ``doc.spans["opt"]``.

    Parameters:
        article: As read from its file.
        nlp: A pipeline with the character tokenizer.

    Returns:
        The ``Doc``; characters of ``OPT`` are of missing annotation.

    Raises:
        MarkupError: A span does not start and end at a token.
    """
    doc = nlp.make_doc(article.text)
    spans = []
    for gold in article.spans:
        span = doc.char_span(gold.start, gold.end, label=gold.label)
        if span is None:
            raise MarkupError(
                f"the span {gold.text!r} at {gold.start} does not start and end at a token.",
                path=article.path,
            )
        spans.append(span)
    optional = [span for span in spans if span.label_ == OPTIONAL]
    doc.spans["opt"] = optional
    doc.set_ents([span for span in spans if span.label_ != OPTIONAL], missing=optional)
    return doc


def build_corpus(articles: Iterable[GoldArticle], folder: str | Path) -> dict[str, int]:
    """Write ``SPLIT.jsonl`` and ``SPLIT.spacy`` for each split.

    Parameters:
        articles: The whole corpus.
        folder: Where to write; made if it is not there, files in it are replaced.

    Returns:
        How many articles each split has.
    """
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("zh")
    by_split: dict[str, list[GoldArticle]] = defaultdict(list)
    for article in articles:
        by_split[article.header["split"]].append(article)
    Path(folder).mkdir(parents=True, exist_ok=True)
    for split, members in by_split.items():
        write(map(gold_record, members), Path(folder) / f"{split}.jsonl", overwrite=True)
        DocBin(docs=(gold_doc(article, nlp) for article in members)).to_disk(
            Path(folder) / f"{split}.spacy"
        )
    return {split: len(members) for split, members in sorted(by_split.items())}
