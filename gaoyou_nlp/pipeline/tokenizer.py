"""The tokenizer: one character a token, so that every character span is a token span."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from gaoyou_nlp.pipeline.character_tokens import cut_tokens
from gaoyou_nlp.pipeline.memory import keep_text


def build_character_tokenizer() -> Callable[[Language], CharacterTokenizer]:
    """Build the tokenizer ``gaoyou.CharacterTokenizer.v1`` of a config."""
    return lambda nlp: CharacterTokenizer(nlp.vocab)


class _Keys(dict[str, int]):
    """The keys of characters in the strings of a vocabulary: spaCy takes them as words, unhashed.

    Runs of white space are not kept, of which a text may hold any number, nor what is met in a
    memory zone, at whose end it is forgotten.
    """

    def __init__(self, vocab: Vocab) -> None:
        super().__init__()
        self._vocab = vocab

    def __missing__(self, word: str) -> int:
        zone: bool = self._vocab.in_memory_zone  # type: ignore[attr-defined]
        transient = zone or len(word) > 1
        key: int = self._vocab.strings.add(word, allow_transient=transient)  # type: ignore[call-arg]
        if not transient:
            self[word] = key
        return key


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
        self._keys = _Keys(vocab)

    def __call__(self, text: str) -> Doc:
        """Make the ``Doc`` of a text."""
        words, spaces = cut_tokens(text)
        try:
            doc = self._doc(words, spaces)
        except KeyError:  # the strings of the vocabulary were read anew
            self._keys.clear()
            doc = self._doc(words, spaces)
        keep_text(doc, text)
        return doc

    def _doc(self, words: list[str], spaces: list[bool]) -> Doc:
        keys: list[Any] = list(map(self._keys.__getitem__, words))
        return Doc(self.vocab, words=keys, spaces=spaces)

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
