"""Errors that say which file, which place, what was expected and what to do next."""

from __future__ import annotations

from os import PathLike


class GaoyouError(ValueError):
    """Any error of this library that a user can mend.

    Parameters:
        message: What is wrong, what was expected, what to do next.
        path: The file, where there is one.
        line: The line in it (counted from 1), where there is one.
        offset: The byte or character offset, where a line does not say enough.

    Example:
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
        self.path = None if path is None else str(path)
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

    Example:
        >>> str(missing_extra("pyarrow", "tables"))
        "this needs the package pyarrow: install it with  pip install 'gaoyou-nlp[tables]'"
    """


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
