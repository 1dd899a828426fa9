"""The names of packed files."""

from __future__ import annotations

from pathlib import PurePath

PACKED = (".gz", ".zst")
"""Endings of packed files, behind the ending of their form."""


def is_packed(path: str) -> bool:
    """Whether a file is packed, by its name."""
    return PurePath(path).suffix.lower() in PACKED


def unpacked_name(name: str) -> PurePath:
    """Return a name without the ending that says how the file is packed."""
    path = PurePath(name)
    return path.with_suffix("") if is_packed(name) else path
