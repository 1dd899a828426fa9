"""Files that appear whole or not at all, and never take another's place unasked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os import PathLike, fspath
from pathlib import Path
from typing import IO

from gaoyou_nlp.errors import WriteError, quoted


@contextmanager
def atomic_file(path: str | PathLike[str], *, overwrite: bool = False) -> Iterator[IO[bytes]]:
    """Write a file under a temporary name beside its own, and rename it when all is on the disk.

    Parameters:
        path: The file. Its folder is made if need be.
        overwrite: Whether a file of that name may be replaced.

    Yields:
        A stream to write to. If the block raises, nothing is left behind.

    Raises:
        WriteError: A file is there already, or the place cannot be written to.

    Examples:
        >>> import tempfile, pathlib
        >>> place = pathlib.Path(tempfile.mkdtemp(), "a.txt")
        >>> with atomic_file(place) as stream:
        ...     _ = stream.write(b"5")
        >>> place.read_bytes()
        b'5'
    """
    with atomic_path(path, overwrite=overwrite) as temporary, open(temporary, "wb") as stream:
        yield stream


@contextmanager
def atomic_path(path: str | PathLike[str], *, overwrite: bool = False) -> Iterator[Path]:
    """Let a library write a file of its own under a temporary name, and rename it when it is done.

    Parameters:
        path: The file. Its folder is made if need be.
        overwrite: Whether a file of that name may be replaced.

    Yields:
        The temporary name, under which there is nothing yet. If the block raises, nothing is left
        behind, nor what the library put beside it under longer names.

    Raises:
        WriteError: A file is there already, or the place cannot be written to.
    """
    final = _named(path)
    _check_free(final, overwrite)
    temporary = _temporary(final)
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        with open(temporary, "rb+") as stream:
            os.fsync(stream.fileno())
        _check_free(final, overwrite)
        os.replace(temporary, final)
        _sync_folder(final.parent)
    except OSError as error:
        raise _cannot_write(final, error) from error
    finally:
        for ending in ("", ".wal", "-journal"):
            with suppress(OSError):
                temporary.with_name(temporary.name + ending).unlink()


@contextmanager
def atomic_folder(path: str | PathLike[str], *, overwrite: bool = False) -> Iterator[Path]:
    """Fill a folder under a temporary name, and rename it when it is full.

    Parameters:
        path: The folder.
        overwrite: Whether a folder of that name may be replaced: one that is empty, or that was
            filled in the same way before.

    Yields:
        The temporary folder.

    Raises:
        WriteError: Something is there already, a folder holds what was not written in the same way,
            or the place cannot be written to.
    """
    final = _named(path)
    _check_free(final, overwrite)
    temporary = _temporary(final)
    try:
        temporary.mkdir(parents=True)
        yield temporary
        _check_of_one_kind(final, temporary)
        for file in temporary.iterdir():
            with open(file, "rb") as stream:
                os.fsync(stream.fileno())
        _check_free(final, overwrite)
        if final.is_dir():
            shutil.rmtree(final)
        os.replace(temporary, final)
        _sync_folder(final.parent)
    except OSError as error:
        raise _cannot_write(final, error) from error
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


def _named(path: str | PathLike[str]) -> Path:
    """The path of an output that has a name of its own, unlike ``.`` and the root."""
    final = Path(path)
    if final.name in ("", "..") or "\0" in final.name:
        raise WriteError("is no name for an output. Choose another name.", path=path)
    return final


def _check_of_one_kind(final: Path, new: Path) -> None:
    """Refuse to replace a folder that holds more than what was written into it in the same way."""
    if final.is_symlink() or not final.is_dir():
        return
    names = {path.name for path in new.iterdir()}
    endings = {path.suffix for path in new.iterdir()}
    old = sorted(final.iterdir())
    foreign = next((p for p in old if p.suffix not in endings or not p.is_file()), None)
    if foreign is None and old and names.isdisjoint(path.name for path in old):
        foreign = old[0]
    if foreign is not None:
        raise WriteError(
            f"holds {quoted(foreign.name)}, which was not written here. Choose another folder.",
            path=final,
        )


def _check_free(path: Path, overwrite: bool) -> None:
    if not overwrite and os.path.lexists(path):
        raise WriteError("is there already. Choose another name, or overwrite it.", path=path)


def _temporary(path: Path) -> Path:
    return path.with_name(f".tmp-{path.name[:80]}.{os.getpid()}")


def _cannot_write(path: Path, error: OSError) -> WriteError:
    return WriteError(f"cannot be written: {error.strerror or error}.", path=fspath(path))


def _sync_folder(folder: Path) -> None:
    """Bring a rename to the disk, where the system lets folders be opened for that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
