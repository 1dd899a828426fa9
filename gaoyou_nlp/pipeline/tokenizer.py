"""The tokenizer: one character a token, so that every character span is a token span."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from gaoyou_nlp.pipeline.memory import keep_text

_TOKEN = re.compile(r"(\S)( ?)|(\s+)")
"""A character with the blank behind it, or a run of white space."""


def build_character_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """Build the tokenizer ``gaoyou.CharacterTokenizer.v1`` of a config."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


class CharacterTokenizer:
    """Makes a token of every character, as ``spacy.zh.ChineseTokenizer`` with ``char`` does.

    A text without blanks, as nearly all are, costs half of what it costs there. As in spaCy, a
    blank behind a character belongs to its token, and further ones are a token of their own.

    Parameters:
        vocab: Of the pipeline.

    Examples:
        >>> import spacy
        >>> [token.text for token in CharacterTokenizer(spacy.blank("zh").vocab)("江都 3亿")]
        ['江', '都', '3', '亿']
    """

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Make the ``Doc`` of a text."""
        words, spaces = list(text), [False] * len(text)
        if " " in text:
            found = _TOKEN.findall(text)
            words, spaces = [c or blanks for c, _, blanks in found], [s != "" for _, s, _ in found]
        doc = Doc(self.vocab, words=words, spaces=spaces)
        keep_text(doc, text)
        return doc

    def to_bytes(self, **settings: Any) -> bytes:
        """Return nothing: there is nothing to save."""
        return b""

    def from_bytes(self, data: bytes, **settings: Any) -> CharacterTokenizer:
        """Return itself."""
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Save nothing."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> CharacterTokenizer:
        """Return itself."""
        return self
