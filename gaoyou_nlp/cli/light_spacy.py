"""Imports spaCy without its command, which loads a third of what spaCy loads and is not used here.

For a process that is ours alone. Who asks for ``spacy.cli`` or ``spacy.info`` still gets them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

_COMMAND = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy; its command is imported when it is first asked for.

    Examples:
        >>> import_spacy()
        >>> import spacy
        >>> callable(spacy.info)
        True
    """
    if "spacy" in sys.modules:
        return
    package, module = map(ModuleType, _COMMAND)
    package.__path__ = []
    vars(module)["info"] = None
    sys.modules.update(zip(_COMMAND, (package, module), strict=True))
    try:
        names = vars(import_module("spacy"))
    finally:
        for name in _COMMAND:
            sys.modules.pop(name, None)
    names.pop("info", None)
    names.pop("cli", None)
    names["__getattr__"] = _of_the_command


def _of_the_command(name: str) -> object:
    if name == "cli":
        return import_module("spacy.cli")
    if name == "info":
        return import_module("spacy.cli").info
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")
