"""Printing: text without control characters, on streams that may be closed or not UTF-8."""

from __future__ import annotations

import os
import sys
import unicodedata
from typing import Any

import typer

from gaoyou_nlp.errors import GaoyouError

_KEPT = "\n\t"


def inert(text: str, *, keep: str = _KEPT) -> str:
    r"""Return text without the characters that steer a terminal, or hide or reorder text.

    Parameters:
        text: Any text: of an article, an id, a path, a message.
        keep: Control characters that stay.

    Returns:
        The text with all others written as escapes.

    Examples:
        >>> inert("王军\x1b[2J"), inert("a\nb", keep=""), inert("\u202e文")
        ('王军\\x1b[2J', 'a\\nb', '\\u202e文')
    """
    if text.isprintable():
        return text
    return "".join(char if _is_harmless(char, keep) else _escape(char) for char in text)


def _is_harmless(char: str, keep: str) -> bool:
    return char.isprintable() or char in keep or unicodedata.category(char) == "Zs"


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def inert_json(data: Any, *, indent: int | None = None) -> str:
    r"""Return JSON without the characters that ``inert`` escapes, written as JSON writes escapes.

    Parameters:
        data: Plain data.
        indent: Blanks before what is inside; None for one line.

    Examples:
        >>> inert_json({"id": "王军\x9b2J\U000e0001"})
        '{"id": "王军\\u009b2J\\udb40\\udc01"}'
    """
    import json

    text = json.dumps(data, ensure_ascii=False, indent=indent)
    if text.isprintable():
        return text
    return "".join(c if _is_harmless(c, _KEPT) else json.dumps(c)[1:-1] for c in text)


def say(text: str) -> None:
    """Print a line on standard output, or lines."""
    typer.echo(inert(text))


def warn(text: str) -> None:
    """Print a line on standard error, or lines."""
    typer.echo(inert(text), err=True)


def error_text(error: GaoyouError) -> str:
    """Return an error as it is printed: its path stays on its line.

    Examples:
        >>> error_text(GaoyouError("is empty.", path="a\\nb.txt"))
        'a\\\\nb.txt: is empty.'
    """
    text = str(error)
    return text if error.path is None else text.replace(error.path, inert(error.path, keep=""), 1)


def prepare_streams() -> None:
    """Let characters that a terminal's encoding lacks be printed as escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")


def flush() -> None:
    """Write out what is printed, while an error can still be told.

    Raises:
        OSError: Standard output is full or gone.
    """
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()


def discard_output() -> None:
    """Discard what is still to be printed: nobody reads it any more."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
