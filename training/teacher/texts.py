"""Plain text for the teacher: paragraphs without mark-up, none twice, put together to pieces."""

from __future__ import annotations

import gzip
import html
import json
import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_BREAK = re.compile(r"</p>|<p[^>]*>|<br\s*/?>")
_TAG = re.compile(r"<[^>]+>|\*\*|#+ ")
_BLANK = re.compile("[ \xa0\u200b]+")
_SHORTEST, _LONGEST, _SAME = 15, 700, 60


def read_texts(folder: Path) -> Iterator[str]:
    """Read texts from JSON Lines.

    Parameters:
        folder: With files ``.jsonl`` or ``.jsonl.gz``.

    Yields:
        The field ``text`` of every line.
    """
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")]):
        content = path.read_bytes()
        content = gzip.decompress(content) if path.suffix == ".gz" else content
        for line in content.decode("utf-8").split("\n"):
            if line:
                yield json.loads(line)["text"]


def make_pieces(texts: Iterable[str], count: int, seed: int) -> list[str]:
    """Cut texts into pieces of whole paragraphs.

    Parameters:
        texts: As they were published, with or without HTML.
        count: The most pieces; 0 for all.
        seed: Of the order in which they are given.

    Returns:
        Pieces of up to some 700 characters, longer ones where a paragraph is.
    """
    seen: set[str] = set()
    pieces = []
    for text in texts:
        piece = ""
        for paragraph in paragraphs(text):
            if paragraph[:_SAME] in seen:
                continue
            seen.add(paragraph[:_SAME])
            if piece and len(piece) + len(paragraph) > _LONGEST:
                pieces.append(piece)
                piece = ""
            piece += ("\n" if piece else "") + paragraph
        if piece:
            pieces.append(piece)
    random.Random(seed).shuffle(pieces)
    return pieces[: count or None]


def paragraphs(text: str) -> Iterator[str]:
    """Split a text.

    Parameters:
        text: With or without HTML.

    Yields:
        Its paragraphs without mark-up that are longer than a headline.
    """
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    for line in _BLANK.sub(" ", plain).split("\n"):
        if len(line.strip()) >= _SHORTEST:
            yield line.strip()
