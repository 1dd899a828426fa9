"""The corpus as spaCy examples, straight from its files."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from gaoyou_nlp.corpora.markup import GoldArticle, read_corpus
from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.labels import OPTIONAL

OPT_KEY = "opt"
"""The span group of the reference doc that holds what is in real doubt."""


def build_corpus_reader(
    path: str | Path,
    split: str | list[str],
    more: str | Path | None = None,
    augmenter: Callable[[Language, Example], Iterator[Example]] | None = None,
    limit: int = 0,
    shuffle: bool = False,
    misaligned: str = "refuse",
) -> Callable[[Language], Iterator[Example]]:
    """Build the reader ``gaoyou.Corpus.v1``.

    Parameters:
        path: The folder of the corpus.
        split: The split (or splits) of the articles' headers to read.
        more: A folder of more articles of that form, such as those of ``training/teach.py``.
        augmenter: Makes variants of each example.
        limit: The most articles to read; 0 for all.
        shuffle: Whether to give the articles in another order each time; for training with
            ``max_epochs = -1``, which reads anew each epoch, so that variants differ.
        misaligned: What to do with a span that the tokenizer cuts: ``refuse`` it with an error,
            or ``skip`` it, its tokens being left out of training (for pipelines on words).

    Returns:
        A function from a pipeline to examples: entities in ``reference.ents``, spans in real doubt
        as tokens with missing entities and in ``reference.spans["opt"]``.
    """
    splits = [split] if isinstance(split, str) else split

    def read(nlp: Language) -> Iterator[Example]:
        folders = [path] if more is None else [path, more]
        articles = [a for f in folders for a in read_corpus(f) if a.header["split"] in splits]
        if not articles:
            raise ReadError(f"has no article of the split {', '.join(splits)}.", path=path)
        articles = articles[: limit or None]
        if shuffle:
            random.shuffle(articles)
        for article in articles:
            example = make_example(nlp, article, misaligned=misaligned)
            yield from [example] if augmenter is None else augmenter(nlp, example)

    return read


def make_example(nlp: Language, article: GoldArticle, *, misaligned: str = "refuse") -> Example:
    """Turn an annotated article into an example.

    Parameters:
        nlp: Its tokenizer makes the docs.
        article: With its spans.
        misaligned: As for the reader.

    Returns:
        The example; the predicted doc is bare.

    Raises:
        ReadError: A span's edge is not a token's edge.
    """
    gold = nlp.make_doc(article.text)
    entities: list[Span] = []
    unsure: list[Span] = []
    for mark in article.spans:
        span = gold.char_span(mark.start, mark.end, label=mark.label)
        if span is None:
            if misaligned != "skip":
                raise ReadError(
                    f"the span {mark.text!r} cuts a token. Use the character segmenter, "
                    'or misaligned = "skip".',
                    path=article.path,
                    offset=mark.start,
                )
            span = gold.char_span(mark.start, mark.end, OPTIONAL, alignment_mode="expand")
            if span is None:
                continue
        (unsure if span.label_ == OPTIONAL else entities).append(span)
    taken = {token.i for span in entities for token in span}
    unsure = [span for span in unsure if not any(token.i in taken for token in span)]
    # two spans cut by one token would overlap here, so the tokens are given one by one
    missing = [gold[i : i + 1] for i in sorted({token.i for span in unsure for token in span})]
    gold.set_ents(entities, missing=missing, default="outside")
    gold.spans[OPT_KEY] = unsure
    gold.user_data["id"] = article.id
    return Example(_bare(nlp, gold), gold)


def _bare(nlp: Language, gold: Doc) -> Doc:
    spaces = [bool(token.whitespace_) for token in gold]
    return Doc(nlp.vocab, [token.text for token in gold], spaces)
