"""What goes into a run: the files that its inputs stand for, read one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from os import PathLike, fspath
from pathlib import Path

from gaoyou_nlp.batch.parts import Item
from gaoyou_nlp.errors import ReadError, WriteError
from gaoyou_nlp.reading.files import inputs, read_items
from gaoyou_nlp.reading.opening import STDIN
from gaoyou_nlp.reading.rows import Input, Options
from gaoyou_nlp.records import Article, Reject

PathOrName = str | PathLike[str]

_CHARACTERS_A_BYTE = 0.33
"""Of plain UTF-8; used until a file is through."""


class Intake:
    """The inputs of a run, without what it writes itself.

    Parameters:
        paths: Files, folders, or ``-`` for standard input.
        form: The form of all of them; None to go by their names.
        target: The output.

    Raises:
        WriteError: An input is the output.
    """

    def __init__(
        self, paths: PathOrName | Iterable[PathOrName], form: str | None, target: Path
    ) -> None:
        self._paths: list[PathOrName] = [paths] if isinstance(paths, (str, PathLike)) else [*paths]
        self._form = form
        self._target = target.resolve()
        self._sizes: dict[str, int] = {}
        self._bytes_left = self._bytes = self._characters = 0
        for path in self._paths:
            if fspath(path) != STDIN and Path(path).resolve() == self._target:
                raise WriteError("is input and output at once. Choose another output.", path=path)

    def measure(self) -> None:
        """Look up the sizes of the inputs, to estimate how much there is to do."""
        for path in self._paths:
            with suppress(ReadError):
                for file in inputs(path, form=self._form):
                    self._bytes_left += _size(file)

    @property
    def expected(self) -> int:
        """About how many characters there are: exact at the end, by the sizes of files before."""
        ratio = self._characters / self._bytes if self._bytes else _CHARACTERS_A_BYTE
        return self._characters + int(ratio * max(0, self._bytes_left))

    def items(self, reading: Options, own: set[Path]) -> Iterator[Item]:
        """Read all inputs; one that is not there is set aside like others that cannot be read.

        Parameters:
            reading: How to read.
            own: Files that the run writes, besides its output.
        """
        leave = {self._target, *(path.resolve() for path in own)}
        for path in self._paths:
            try:
                for file in inputs(path, form=self._form):
                    if leave.isdisjoint(_places(file)):
                        yield from self._read(file, reading)
            except ReadError as error:
                yield Reject(None, fspath(path), error.line, error.message, b"", error.offset)

    def _read(self, file: Input, reading: Options) -> Iterator[Item]:
        for item in read_items([file], reading):
            if isinstance(item, Article):
                self._characters += len(item.text)
            yield item
        self._bytes += _size(file)
        self._bytes_left -= _size(file)


def _places(file: Input) -> set[Path]:
    """A file and the folders that it lies in."""
    if file.path == STDIN:
        return set()
    path = Path(file.path).resolve()
    return {path, *path.parents}


def _size(file: Input) -> int:
    if file.path == STDIN:
        return 0
    with suppress(OSError):
        return Path(file.path).stat().st_size
    return 0
