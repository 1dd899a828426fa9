"""Finds runs of characters that written articles share with other texts.

Thirteen characters in a row are a copy, unless they lie inside a standing formula or the name of
an organ on the reviewed list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from gaoyou_nlp.corpora.check import Finding
from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats.json_text import json_lines

RUN = 13


def texts_of(path: Path) -> Iterator[str]:
    """Yield the texts of a JSONL file, plain or packed, or of every such file in a folder.

    Raises:
        ReadError: A line is no JSON object with a text.
    """
    if path.is_dir():
        for file in sorted(path.glob("*.jsonl*")):
            yield from texts_of(file)
        return
    for number, row in json_lines(path):
        text = row.get("text", "") if isinstance(row, dict) else None
        if not isinstance(text, str):
            raise ReadError("expected a JSON object with a text.", path=path, line=number)
        yield text


def check_copying(
    articles: Sequence[GoldArticle], others: Iterable[str], formulas: Iterable[str]
) -> Iterator[Finding]:
    """Find copied runs in the written articles.

    Parameters:
        articles: The corpus.
        others: Texts that nothing may be copied from.
        formulas: Standing formulas and names of organs, which may be shared.

    Yields:
        One finding a stretch of shared text and article.
    """
    allowed = {f[i : i + RUN] for f in map(_bare, formulas) for i in range(len(f) - RUN + 1)}
    holders: dict[str, list[int]] = defaultdict(list)
    bare = [_bare(a.text) if a.header["origin"] == "written" else "" for a in articles]
    for index, text in enumerate(bare):
        for i in range(len(text) - RUN + 1):
            holders[text[i : i + RUN]].append(index)
    shared: dict[int, set[str]] = defaultdict(set)
    for text in map(_bare, others):
        for i in range(len(text) - RUN + 1):
            gram = text[i : i + RUN]
            if gram in holders and gram not in allowed:
                for index in holders[gram]:
                    shared[index].add(gram)
    for index, grams in sorted(shared.items()):
        for run in _runs(bare[index], grams):
            yield Finding(
                articles[index].path,
                "copied",
                f"{run!r} stands in another text. Rewrite it, or list it as a standing formula.",
            )


def _bare(text: str) -> str:
    return "".join(text.split())


def _runs(text: str, grams: set[str]) -> Iterator[str]:
    start = end = -1
    for i in range(len(text) - RUN + 1):
        if text[i : i + RUN] in grams:
            start = i if i > end else start
            end = i + RUN
        elif 0 <= end == i + RUN - 1:
            yield text[start:end]
    if end == len(text):
        yield text[start:end]
