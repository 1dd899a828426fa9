"""Files to articles: decoding, reflowing, parting pages, with a map back to the source."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaoyou_nlp.reading.articles import reflow
    from gaoyou_nlp.reading.decoding import decode
    from gaoyou_nlp.reading.files import read

__all__ = ["decode", "read", "reflow"]

_MODULES = {"decode": "decoding", "read": "files", "reflow": "articles"}


def __getattr__(name: str) -> object:
    """Import a function when it is first asked for: most users of a module here need no other."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
