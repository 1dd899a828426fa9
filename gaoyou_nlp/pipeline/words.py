"""Words for those who need them: a segmentation that never cuts an entity.

The pipeline works on characters. ``gaoyou_words``, put after the resolver, runs a segmenter of
spacy-pkuseg over the text and moves its cuts to the edges of ``doc.ents``; the words stand in
``doc.spans["words"]``. It is the only component that needs a second trained file; see
``docs/words.md``.
"""

# no postponed annotations here: spaCy reads those of ``initialize`` to check configs
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from gaoyou_nlp.errors import ModelError
from gaoyou_nlp.pipeline.memory import reading_text_of

KEY = "words"
"""The span group that holds the words."""

FILES = ("features.msgpack", "weights.npz")
"""What a segmenter of spacy-pkuseg consists of."""

Segment = Callable[[str], Sequence[str]]
"""From a line to its words; white space may be left out."""


def cut_words(
    text: str, segment: Segment, entities: Iterable[tuple[int, int]] = (), *, inside: bool = False
) -> list[tuple[int, int]]:
    """Cut a text into words so that no word crosses the edge of an entity.

    Parameters:
        text: Any text; lines are segmented one by one.
        segment: The segmenter.
        entities: (start, end) of spans that do not overlap.
        inside: Whether an entity may hold several words; else it is one.

    Returns:
        (start, end) of each word, in order; what they leave out is white space outside entities.

    Raises:
        ValueError: The segmenter gives back other characters than it was given.

    Examples:
        >>> by_two = lambda line: [line[i : i + 2] for i in range(0, len(line), 2)]
        >>> [text[s:e] for text in ["到江阴市调研"] for s, e in cut_words(text, by_two, [(1, 4)])]
        ['到', '江阴市', '调研']
        >>> [text[s:e] for text in ["到江阴市调研"]
        ...  for s, e in cut_words(text, by_two, [(1, 4)], inside=True)]
        ['到', '江', '阴市', '调研']
    """
    spans = sorted(entities)
    edges = {edge for span in spans for edge in span}
    whole = {} if inside else dict(spans)
    words: list[tuple[int, int]] = []
    covered = 0
    for start, end in _segmented(text, segment):
        cuts = [start, *(at for at in range(start + 1, end) if at in edges), end]
        for low, high in pairwise(cuts):
            if low in whole:
                covered = whole[low]
                words.append((low, covered))
            elif low >= covered:
                words.append((low, high))
    return words


def _segmented(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.splitlines(keepends=True):
        at = start
        for word in segment(line) if line.strip() else ():
            while at < start + len(line) and text[at].isspace() and not text.startswith(word, at):
                at += 1
            if not word or not text.startswith(word, at):
                raise ValueError(f"the segmenter made {word!r} of {text[at : at + 20]!r}.")
            yield at, at + len(word)
            at += len(word)
        start += len(line)


@Language.factory(
    "gaoyou_words",
    assigns=["doc.spans"],
    requires=["doc.ents"],
    default_config={"path": None, "user_dict": None, "inside": False},
)
def make_words(
    nlp: Language, name: str, *, path: str | None, user_dict: str | None, inside: bool
) -> "Words":
    """Write the words of a text into ``doc.spans["words"]``.

    Parameters:
        nlp, name: Given by spaCy.
        path: A folder with a segmenter, read at its first use; None where it comes with the saved
            pipeline or from ``initialize``.
        user_dict: A file of words, one a line, that pkuseg always cuts out.
        inside: Whether an entity may hold several words; else it is one.
    """
    return Words(path=path, user_dict=user_dict, inside=inside)


class Words:
    """The component ``gaoyou_words``.

    Parameters:
        path, user_dict, inside: See the factory.
    """

    def __init__(
        self, *, path: str | None = None, user_dict: str | None = None, inside: bool = False
    ) -> None:
        self.inside = inside
        self._path = path
        self._user_dict = user_dict
        self._files: dict[str, bytes] = {}
        self._segment: Segment | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Write the words of a ``Doc``; on other tokens than characters, words end where they do.

        Raises:
            ModelError: There is no segmenter.
        """
        entities = [(ent.start_char, ent.end_char) for ent in doc.ents]
        text = reading_text_of(doc)
        words: list[Span] = []
        last = 0
        for start, end in cut_words(text, self._segmenter(), entities, inside=self.inside):
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and span.end > last:
                words.append(doc[max(span.start, last) : span.end])
                last = span.end
        doc.spans[KEY] = words
        return doc

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        path: str | None = None,
    ) -> None:
        """Take a segmenter into the pipeline.

        Parameters:
            get_examples, nlp: Not used.
            path: The folder with its files; None leaves the component as it is.

        Raises:
            ModelError: The folder has no segmenter.
        """
        if path is not None:
            self._files = _read(Path(path))
            self._segment = None

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Write settings and segmenter as bytes."""
        return bytes(srsly.msgpack_dumps({"inside": self.inside, "files": self._held()}))

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "Words":
        """Read what ``to_bytes`` wrote."""
        held = srsly.msgpack_loads(bytes_data)
        self.inside, self._files, self._segment = held["inside"], held["files"], None
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write settings and segmenter into a folder, which pkuseg itself can read too."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_json(folder / "cfg", {"inside": self.inside})
        for name, content in self._held().items():
            (folder / name).write_bytes(content)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Words":
        """Read what ``to_disk`` wrote."""
        folder = Path(path)
        self.inside = srsly.read_json(folder / "cfg")["inside"]
        self._files = _read(folder) if (folder / FILES[0]).exists() else {}
        self._segment = None
        return self

    def __getstate__(self) -> dict[str, Any]:
        """Leave the loaded segmenter out: each process loads its own."""
        return {**self.__dict__, "_files": self._held(), "_segment": None}

    def _held(self) -> dict[str, bytes]:
        if not self._files and self._path is not None:
            self._files = _read(Path(self._path))
        return self._files

    def _segmenter(self) -> Segment:
        if self._segment is None:
            files = self._held()
            if not files:
                raise ModelError(
                    "gaoyou_words has no segmenter. Train one by  python training/train_words.py "
                    "FOLDER  and give the folder: "
                    'nlp.add_pipe("gaoyou_words", config={"path": "FOLDER"}).'
                )
            self._segment = _load(files, self._user_dict)
        return self._segment


def _read(folder: Path) -> dict[str, bytes]:
    try:
        return {name: (folder / name).read_bytes() for name in FILES}
    except OSError as error:
        raise ModelError(
            f"is no segmenter of spacy-pkuseg: {error.strerror}. It has the files "
            f"{' and '.join(FILES)}; make one by  python training/train_words.py FOLDER.",
            path=folder,
        ) from error


def _load(files: dict[str, bytes], user_dict: str | None) -> Segment:
    import spacy_pkuseg

    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        segmenter = spacy_pkuseg.pkuseg(folder, user_dict=user_dict)
    cut: Segment = segmenter.cut
    return cut
