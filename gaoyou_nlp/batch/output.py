"""Where a run writes: a folder of parts, one file, or a stream; and the lists beside it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from os import fspath
from pathlib import Path

from gaoyou_nlp.batch.joining import part_format
from gaoyou_nlp.batch.store import Store
from gaoyou_nlp.errors import WriteError, os_reason
from gaoyou_nlp.formats import FORMATS, format_of, get_format
from gaoyou_nlp.reading.listing import PathOrName
from gaoyou_nlp.tables.writing import ONE_FILE

IN_THE_WAY = "is there already. Choose another name, or say --overwrite."
"""What is said of an output that must not be replaced."""

STDOUT = ("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1")
"""Names of standard output."""


@dataclass(frozen=True, slots=True)
class Output:
    """Where all goes: a folder of parts, or one file that hidden parts are joined into.

    Parameters:
        target: The folder or file.
        format: One of ``FORMATS``.
        folder: Whether the target is a folder of parts.
    """

    target: Path
    format: str
    folder: bool

    @property
    def store(self) -> Store:
        """The folder of the parts."""
        if self.folder:
            return Store(self.target, self.format)
        hidden = self.target.with_name(f".{self.target.name}.parts")
        return Store(hidden, part_format(self.format))

    @property
    def rejects(self) -> Path:
        """Where inputs that were set aside are listed."""
        return self._list("rejects")

    @property
    def skipped(self) -> Path:
        """Where things that were found and are no inputs are listed."""
        return self._list("skipped")

    def _list(self, name: str) -> Path:
        if self.folder:
            return self.target / f"{name}.jsonl"
        return self.target.with_name(f"{self.target.name}.{name}.jsonl")

    @property
    def ids(self) -> Path | None:
        """The file that keeps the ids of tables; None where records are written."""
        from gaoyou_nlp.linking.runs import ids_beside

        return ids_beside(self.target) if self.format in ONE_FILE else None

    def own_paths(self) -> frozenset[str]:
        """Real paths of all that the run writes."""
        paths = [self.target, self.store.root, self.rejects, self.skipped]
        paths += [] if self.ids is None else [self.ids]
        return frozenset(os.path.realpath(path) for path in paths)

    def check_free(self, *, overwrite: bool) -> None:
        """Refuse a target that is there, unless it may be replaced or is half done.

        Raises:
            WriteError: Something is there already.
            ReadError: The file of ids, which the run will go on with, is none.
        """
        begun = self.store.hidden.exists()
        if not self.folder and not overwrite and not begun and os.path.lexists(self.target):
            raise WriteError(IN_THE_WAY, path=self.target)
        if self.ids is not None:
            from gaoyou_nlp.linking.ids import read_ids

            read_ids(self.ids)


def is_stream(output: PathOrName) -> bool:
    """Whether a name stands for standard output, a pipe, or a device.

    Examples:
        >>> is_stream("-"), is_stream("/dev/stdout"), is_stream("out.jsonl")
        (True, True, False)
    """
    name = fspath(output)
    if name in STDOUT:
        return True
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def choose_output(output: PathOrName, format: str | None) -> Output:
    """Decide where a run writes.

    Parameters:
        output: The name of a file, where it has the ending of a format, else of a folder.
        format: The format; None to go by the ending, and JSON Lines for a folder.

    Returns:
        The output.

    Raises:
        WriteError: The format is unknown or does not fit, or the place cannot be written to.

    Examples:
        >>> choose_output("news.csv", None).format, choose_output("no_such/out", None).folder
        ('csv', True)
    """
    if format is not None:
        get_format(format)
    target = Path(output)
    is_folder = _is_folder(target)
    by_name = format_of(target)
    folder = is_folder or fspath(output).endswith("/") or not target.suffix
    if format is not None and FORMATS[format].is_folder:
        folder = False
    elif not folder and by_name is None and format is None:
        raise WriteError(
            f"the name does not say the format. Name one of {', '.join(FORMATS)}.", path=target
        )
    if not folder and target.name in ("", ".."):
        raise WriteError("is no name for an output. Choose another name.", path=target)
    name = format or (None if folder else by_name) or "jsonl"
    if folder and os.path.lexists(target) and not is_folder:
        raise WriteError("is no folder. Choose another name.", path=target)
    return Output(target, name, folder)


def _is_folder(target: Path) -> bool:
    """Whether a folder is there.

    Raises:
        WriteError: The place cannot be looked at, or holds a link to nothing.
    """
    try:
        return stat.S_ISDIR(os.stat(target).st_mode)
    except FileNotFoundError:
        if target.is_symlink():
            raise WriteError(
                "is a link to something that is not there. Remove it, or choose another name.",
                path=target,
            ) from None
        return False
    except NotADirectoryError:
        return False
    except (OSError, ValueError) as error:
        raise WriteError(f"cannot be written: {os_reason(error)}.", path=target) from error
