"""Errors that say which file, which place, what was expected and what to do next.

::

    GaoyouError (a ValueError)   whatever a user can mend
    ├── ReadError                an input cannot be read
    ├── MarkupError              an annotated article is not well formed
    ├── LexiconError             a word list is not well formed
    ├── WriteError               an output cannot be written
    ├── ModelError               a model is missing or does not fit
    └── MissingExtraError        a package of an optional extra is missing (an ImportError, too)
"""

from __future__ import annotations

import os
from os import PathLike

_QUOTED = 80
"""Characters that a message quotes of a value at most."""


class GaoyouError(ValueError):
    """Any error of this library that a user can mend.

    Parameters:
        message: What is wrong, what was expected, what to do next.
        path: The file, where there is one.
        line: The line in it (counted from 1), where there is one.
        offset: The byte or character offset, where a line does not say enough.

    Examples:
        >>> str(GaoyouError("no label. Write [text|LABEL].", path="a.txt", line=3))
        'a.txt:3: no label. Write [text|LABEL].'
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        offset: int | None = None,
    ) -> None:
        self.message = message
        self.path = None if path is None else path_text(path)
        self.line = line
        self.offset = offset
        place = self.path or ""
        if line is not None:
            place += f":{line}"
        if offset is not None:
            place += f" (offset {offset})"
        super().__init__(f"{place}: {message}" if place else message)

    def __reduce__(self) -> tuple[object, ...]:
        """Keep the fields when the error crosses a process border."""
        return (_rebuild, (type(self), self.message, self.path, self.line, self.offset))


def _rebuild(
    kind: type[GaoyouError], message: str, path: str | None, line: int | None, offset: int | None
) -> GaoyouError:
    return kind(message, path=path, line=line, offset=offset)


class ReadError(GaoyouError):
    """An input cannot be read: its encoding, its form, or the file itself."""


class MarkupError(GaoyouError):
    """An annotated article is not well formed."""


class LexiconError(GaoyouError):
    """A user's word list is not well formed."""


class WriteError(GaoyouError):
    """An output cannot be written, or something stands in its way."""


class ModelError(GaoyouError):
    """A model is missing, or does not fit this version of the library."""


class MissingExtraError(GaoyouError, ImportError):
    """A package of an optional extra is not installed.

    Examples:
        >>> str(missing_extra("pyarrow", "tables"))
        "this needs the package pyarrow: install it with  pip install 'gaoyou-nlp[tables]'"
    """


def path_text(path: str | PathLike[str]) -> str:
    r"""Return a path as text that can be encoded: bytes that are no UTF-8 become ``\xff``.

    Examples:
        >>> path_text("页.txt"), path_text("a\udcff.txt")
        ('页.txt', 'a\\xff.txt')
    """
    name = os.fspath(path)
    try:
        return os.fsencode(name).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:  # half of a surrogate pair, or a system that is not UTF-8
        return name.encode("utf-8", "backslashreplace").decode("utf-8")


def quoted(value: object) -> str:
    """Return a value as a message quotes it: long ones are cut.

    Examples:
        >>> quoted("a-1"), quoted("长" * 99) == repr("长" * 80 + "…")
        ("'a-1'", True)
    """
    text = value if isinstance(value, str) else repr(value)
    text = text if len(text) <= _QUOTED else text[:_QUOTED] + "…"
    return repr(text) if isinstance(value, str) else text


def first_line(error: BaseException) -> str:
    """Return the first line of what an error of another library says, without a stop at its end.

    Examples:
        >>> first_line(ValueError("no such page.\\nLine 7"))
        'no such page'
    """
    lines = str(error).strip().splitlines()
    return lines[0][: 4 * _QUOTED].rstrip(" .") if lines else type(error).__name__


def os_reason(error: OSError | ValueError) -> str:
    """Return what the system says of a file, in words without the file's name.

    Examples:
        >>> os_reason(FileNotFoundError(2, "No such file or directory", "a.txt"))
        'No such file or directory'
    """
    return getattr(error, "strerror", None) or str(error)


def missing_extra(package: str, extra: str) -> MissingExtraError:
    """Build the error for an optional package that is not there.

    Parameters:
        package: The package that could not be imported.
        extra: The extra of gaoyou-nlp that brings it.

    Returns:
        The error, to be raised from the ImportError.
    """
    return MissingExtraError(
        f"this needs the package {package}: install it with  pip install 'gaoyou-nlp[{extra}]'"
    )
