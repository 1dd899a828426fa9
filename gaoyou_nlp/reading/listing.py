"""What inputs stand for: files to read, and what is set aside or left out, with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from os import PathLike, fspath
from pathlib import PurePath
from typing import NamedTuple

from gaoyou_nlp.errors import ReadError, os_reason, path_text
from gaoyou_nlp.reading.forms import ENDINGS, FORMS, form_of, stem
from gaoyou_nlp.reading.opening import STDIN
from gaoyou_nlp.reading.packed_names import unpacked_name
from gaoyou_nlp.reading.rows import Input
from gaoyou_nlp.records import Reject

PathOrName = str | PathLike[str]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that was found and is no input.

    Parameters:
        path: Its name.
        reason: Why it is left out, and what to do to have it read.
    """

    path: str
    reason: str


Found = Input | Reject | Skipped


def list_inputs(
    paths: PathOrName | Iterable[PathOrName],
    *,
    form: str | None = None,
    leave: Collection[str] = (),
    strict: bool = False,
) -> Iterator[Found]:
    """Name all that some inputs stand for, folders opened, each thing found once.

    Parameters:
        paths: Files, folders, ``-`` for standard input.
        form: The form of all of them; None to go by their names.
        leave: Real paths of files and folders that are passed over: what the caller writes.
        strict: Whether a path that is not there, or does not say its form, raises.

    Yields:
        The files to read; rejects for what cannot be opened or listed; what is left out. A folder
        that is left out as a whole is named, not all that it holds.

    Raises:
        ReadError: The form is unknown; with ``strict`` also for a path.
    """
    if form is not None and form not in FORMS:
        raise ReadError(f"unknown form {form!r}. Use one of {', '.join(FORMS)}.")
    for path in [paths] if isinstance(paths, (str, PathLike)) else paths:
        try:
            yield from _named(fspath(path), form, leave)
        except ReadError as error:
            if strict:
                raise
            yield Reject(None, path_text(path), None, error.message)


def _named(name: str, form: str | None, leave: Collection[str]) -> Iterator[Found]:
    """What a path that somebody named stands for."""
    if name == STDIN:
        yield Input(STDIN, "stdin", form or "")
        return
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "is not there." if missing else f"cannot be opened: {os_reason(error)}."
        if missing and os.path.islink(name):
            reason = f"is a link to {path_text(os.readlink(name))}, which is not there."
        raise ReadError(reason, path=name) from error
    if stat.S_ISDIR(mode):
        yield from _folder(name, form, leave)
    elif _is_in(leave, name):
        return
    elif (its_form := form or form_of(name)) is None:
        known = ", ".join(ENDINGS)
        raise ReadError(
            f"the name does not say the form. Known are {known}; or name the form.", path=name
        )
    else:
        yield Input(name, path_text(stem(PurePath(name).name)), its_form)


_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_LOCK = "~$"
"""How the name begins of the file that Word and Excel lay beside a document that is open."""

_COMPANIONS = ("_files", ".files", "_文件")
"""What browsers and office programs add to the name of a page for the folder of its pictures."""

_NO_FORM = "the name does not say a form that is read. Name the file itself and its form."


def _folder(folder: str, form: str | None, leave: Collection[str]) -> Iterator[Found]:
    """What a folder holds, in the order of the names, however deep."""
    real = os.path.realpath(folder) if leave else folder
    if real in leave:
        return
    open_folders = [_entries(os.path.join(folder, ""), "", real)]
    while open_folders:
        found = next(open_folders[-1], None)
        if found is None:
            open_folders.pop()
        elif isinstance(found, Reject):
            yield found
        elif found.real in leave or (found.entry.is_symlink() and _is_in(leave, found.entry.path)):
            continue
        elif found.entry.name.startswith("."):
            yield Skipped(path_text(found.entry.path), "is hidden.")
        elif found.entry.name.startswith(_LOCK):
            yield Skipped(path_text(found.entry.path), "only says that a document is open.")
        elif found.page and found.entry.is_dir(follow_symlinks=False):
            yield Skipped(path_text(found.entry.path), f"belongs to the saved page {found.page}.")
        elif found.entry.is_dir(follow_symlinks=False):
            open_folders.append(_entries(found.entry.path, found.inside, found.real))
        else:
            yield _file(found.entry, found.inside, form)


class _Entry(NamedTuple):
    """Something in a folder: its path inside the folder that was named, its real path, and the
    saved page beside it that a folder belongs to."""

    entry: os.DirEntry[str]
    inside: str
    real: str
    page: str = ""


def _entries(folder: str, inside: str, real: str) -> Iterator[_Entry | Reject]:
    """Name what lies in a folder; real paths are put together, for looking each up takes long."""
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = f"the folder cannot be listed: {os_reason(error)}."
        yield Reject(None, path_text(folder), None, reason)
        return
    pages = {
        f"{path.stem}{mark}": path.name
        for path in (PurePath(e.name) for e in listed if not e.is_dir(follow_symlinks=False))
        if path.suffix.lower() in _PAGES
        for mark in _COMPANIONS
    }
    for entry in listed:
        name = f"{inside}/{entry.name}" if inside else entry.name
        yield _Entry(entry, name, os.path.join(real, entry.name), pages.get(entry.name, ""))


def _is_in(leave: Collection[str], path: str) -> bool:
    return bool(leave) and os.path.realpath(path) in leave


def _file(entry: os.DirEntry[str], inside: str, form: str | None) -> Found:
    """What something in a folder is that is no folder."""
    shown = path_text(entry.path)
    its_form = ENDINGS.get(unpacked_name(entry.name).suffix.lower())
    may_hold = its_form is not None or "." not in entry.name
    try:
        mode = os.stat(entry.path).st_mode
    except OSError as error:
        if not may_hold:
            return Skipped(shown, _NO_FORM)
        if isinstance(error, FileNotFoundError) and entry.is_symlink():
            target = path_text(os.readlink(entry.path))
            return Reject(None, shown, None, f"is a link to {target}, which is not there.")
        return Reject(None, shown, None, f"cannot be opened: {os_reason(error)}.")
    if stat.S_ISDIR(mode):
        return Skipped(shown, "is a link to a folder. Name the folder itself to have it read.")
    if not stat.S_ISREG(mode):
        return Skipped(shown, "is no file but a pipe or a device. Name it to have it read.")
    if its_form is None or form_of(entry.name) is None:
        return Skipped(shown, _NO_FORM)
    if form not in (None, its_form.name):
        return Skipped(shown, f"is {its_form.name} by its name, and {form} is asked for.")
    return Input(entry.path, path_text(stem(inside)), its_form.name)
