"""The component that puts a user's word list above rules and model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import srsly
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.pipeline.border import add_candidates
from gaoyou_nlp.pipeline.draft import Draft
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.pipeline.memory import reading_text_of, text_of
from gaoyou_nlp.records import Origin, Span
from gaoyou_nlp.rules.user_list import Entry, read_user_list


class EntryFinder:
    """Finds the entries of a user's list; made once, however many texts there are.

    Parameters:
        entries: The list; of entries with one surface the last counts.

    Examples:
        >>> finder = EntryFinder([Entry("高峰", "OFFICIAL", None, "lexicon:my.tsv:1")])
        >>> [s.text for s in finder.find("高峰说")]
        ['高峰']
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_surface = {entry.surface: entry for entry in entries}
        self._matcher = Matcher(self._by_surface)

    def find(self, text: str) -> list[Span]:
        """Return candidates named by file and line; those labelled ``-`` block.

        Parameters:
            text: Any text.
        """
        spans = []
        for start, end in self._matcher.find(text):
            surface = text[start:end]
            entry = self._by_surface[surface]
            place = (start, end, entry.label, surface)
            spans.append(Span(*place, entry.rule, None, entry.canonical, Origin.USER))
        return spans


class UserLexicon:
    """The component ``gaoyou_lexicon``: candidates of a user's list, saved with the pipeline.

    Parameters:
        path: The list, read when the pipeline is made; None for an empty one, to be filled by
            ``initialize``, ``add`` or ``from_disk``.
    """

    def __init__(self, *, path: str | None = None) -> None:
        set_extensions()
        self._entries: list[Entry] = []
        self._finder = EntryFinder()
        if path is not None:
            self.add(read_user_list(path))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in order."""
        return tuple(self._entries)

    def add(self, entries: Iterable[Entry]) -> None:
        """Append entries; a surface given again takes the later entry."""
        self._entries.extend(entries)
        self._finder = EntryFinder(self._entries)

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to a ``Doc``."""
        if self._entries:
            add_candidates(doc, self._find(text_of(doc), reading_text_of(doc)))
        return doc

    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Add candidates to drafts."""
        for draft in drafts if self._entries else ():
            reading = draft.reading
            found = self._find(draft.text, reading)
            draft.add(replace(span, text=reading[span.start : span.end]) for span in found)

    def _find(self, text: str, reading: str) -> list[Span]:
        found = self._finder.find(text)
        if reading is not text:  # a list may be written in either script
            places = {(span.start, span.end) for span in found}
            also = self._finder.find(reading)
            found += [span for span in also if (span.start, span.end) not in places]
        return found

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        path: str | None = None,
    ) -> None:
        """Fill the list from the ``[initialize.components.gaoyou_lexicon]`` block of a config.

        Parameters:
            get_examples: Not used; part of spaCy's protocol.
            nlp: Not used; part of spaCy's protocol.
            path: The list.
        """
        if path is not None:
            self.add(read_user_list(path))

    def to_bytes(self, *, exclude: Sequence[str] = ()) -> bytes:
        """Serialize the entries."""
        rows = [[e.surface, e.label, e.canonical, e.rule] for e in self._entries]
        data: bytes = srsly.msgpack_dumps(rows)
        return data

    def from_bytes(self, data: bytes, *, exclude: Sequence[str] = ()) -> UserLexicon:
        """Replace the entries by serialized ones."""
        self._entries = []
        self.add(Entry(*row) for row in srsly.msgpack_loads(data))
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:
        """Save the entries in a file of the pipeline's folder."""
        rows = [
            {"surface": e.surface, "label": e.label, "canonical": e.canonical, "rule": e.rule}
            for e in self._entries
        ]
        Path(path).mkdir(parents=True, exist_ok=True)
        srsly.write_jsonl(Path(path) / "entries.jsonl", rows)

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> UserLexicon:
        """Replace the entries by saved ones."""
        self._entries = []
        self.add(Entry(**row) for row in srsly.read_jsonl(Path(path) / "entries.jsonl"))
        return self
