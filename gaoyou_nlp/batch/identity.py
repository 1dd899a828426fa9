"""What decides the bytes of a run: the model, the code, the options."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import json
from collections.abc import Iterator
from functools import cache
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Any

from gaoyou_nlp.errors import LexiconError, ModelError, os_reason, path_text, quoted
from gaoyou_nlp.loading import RULES
from gaoyou_nlp.records import SCHEMA
from gaoyou_nlp.version import __version__

_CODE = (".py", ".tsv", ".sql", ".txt", ".html", ".cfg", ".json")
_NOT_DECIDING = ("batch", "cli", "corpora", "evaluation")
_SIGNS = ("meta.json", "config.cfg")
"""What lies in the folder of a pipeline, and of a package that holds one."""
_DECIDING_PACKAGES = ("spacy", "thinc", "numpy")


def identity(model: str, lexicon: str | None, options: dict[str, Any]) -> dict[str, Any]:
    """Describe a run so that two with equal descriptions give equal bytes for equal inputs.

    Parameters:
        model: A package, a folder, or ``rules``.
        lexicon: The user's word list, if any.
        options: Whatever else changes the output.

    Returns:
        JSON-ready data without times, host names or paths of the output.

    Raises:
        ModelError: The model is not there.
    """
    return {
        "schema": SCHEMA,
        "model": model if model == RULES else _model_folder(model).name,
        "model_sha256": None if model == RULES else tree_digest(_model_folder(model)),
        "library": __version__,
        "library_sha256": library_digest(),
        "packages": {name: importlib.metadata.version(name) for name in _DECIDING_PACKAGES},
        "lexicon_sha256": None if lexicon is None else _file_digest(lexicon),
        **options,
    }


def identity_digest(model: str, lexicon: str | None, options: dict[str, Any]) -> str:
    """Return the sha256 of ``identity``."""
    return digest_of(identity(model, lexicon, options))


def digest_of(description: dict[str, Any]) -> str:
    """Return the sha256 of a description.

    Examples:
        >>> digest_of({"a": 1, "b": 2}) == digest_of({"b": 2, "a": 1})
        True
    """
    return hashlib.sha256(json.dumps(description, sort_keys=True).encode()).hexdigest()


@cache
def library_digest() -> str:
    """Return the sha256 of the code and the lists of this library that decide an annotation."""
    return tree_digest(Path(__file__).parents[1], _NOT_DECIDING, _CODE)


def tree_digest(
    folder: Path, without: tuple[str, ...] = (), endings: tuple[str, ...] | None = None
) -> str:
    """Return the sha256 of names and contents of the files under a folder.

    Parameters:
        folder: The folder.
        without: Its subfolders that do not count.
        endings: The endings of names that count; None for all but compiled code.
    """
    total = hashlib.sha256()
    for path in sorted(_files(folder)):
        name = path.relative_to(folder)
        if name.parts[0] in without or (endings is not None and path.suffix not in endings):
            continue
        total.update(f"{path_text(name.as_posix())}\0{path.stat().st_size}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _model_folder(model: str) -> Path:
    """The folder of a saved pipeline, or of an installed package that holds one.

    Raises:
        ModelError: There is none.
    """
    path = Path(model)
    try:
        is_folder = bool(model) and path.is_dir()
    except (OSError, ValueError):
        is_folder = False
    if not is_folder:
        found = _spec(model)
        if found is None or found.origin is None:
            raise ModelError(
                f"the model {quoted(model)} is not there. Install its wheel (models/), give the "
                "folder of a saved pipeline, or say 'rules'."
            )
        path = Path(found.origin).parent
    if not any((path / name).exists() for name in _SIGNS):
        raise ModelError(
            f"{quoted(model)} is no saved pipeline: it has no {' and no '.join(_SIGNS)}. Give the "
            "folder that nlp.to_disk made, a model package, or 'rules'."
        )
    return path


def _spec(package: str) -> ModuleSpec | None:
    """What Python knows of a package, without importing it."""
    try:
        return importlib.util.find_spec(package) if package.isidentifier() else None
    except ValueError:  # such as __main__
        return None


def _file_digest(path: str) -> str:
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError as error:
        raise LexiconError(f"cannot be opened: {os_reason(error)}.", path=path) from error
