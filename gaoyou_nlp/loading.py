"""Loads a pipeline: the installed model, a folder, or the rules alone."""

from __future__ import annotations

import importlib.metadata
import logging
from pathlib import Path
from typing import TYPE_CHECKING

from gaoyou_nlp.errors import ModelError, first_line, quoted

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "zh_gaoyou_news"
"""The package of the trained model."""

RULES = "rules"

RULE_PIPELINE = (
    "gaoyou_rules",
    "gaoyou_lexicon",
    "gaoyou_resolver",
    "gaoyou_officials",
    "gaoyou_relations",
)
"""The components of the rules pipeline, in order; ``configs/rules.cfg`` is the same."""

_TOKENIZER = {"@tokenizers": "gaoyou.CharacterTokenizer.v1"}

_RULE_CONFIG: dict[str, dict[str, str]] = {"gaoyou_resolver": {"use": "rules"}}

_log = logging.getLogger("gaoyou_nlp")
_warned: set[str] = set()


def load(name: str | Path | None = None, *, lexicon: str | Path | None = None) -> Language:
    """Load a pipeline.

    Parameters:
        name: A model package, a folder made by ``nlp.to_disk``, or ``"rules"`` for the rules
            alone. None takes the model ``zh_gaoyou_news``, and the rules alone where it is not
            installed, which is logged once.
        lexicon: A user's word list (TSV or CSV: surface, label, canonical name) to be put above
            rules and model.

    Returns:
        A spaCy pipeline; texts become ``Doc`` objects with ``doc.ents``.

    Raises:
        ModelError: The model is not there or was made for another version of the library.
        LexiconError: The list is not well formed.

    Examples:
        >>> load("rules").pipe_names[-1]
        'gaoyou_relations'
    """
    name = resolve_name(name)
    nlp = _rules() if name == RULES else _model(name)
    nlp.max_length = 10_000_000
    if lexicon is not None:
        _add_lexicon(nlp, lexicon)
    return nlp


def resolve_name(name: str | Path | None) -> str:
    """Return the model that a name stands for: itself, else the installed one, else the rules.

    Parameters:
        name: As for ``load``. That None stands for the rules alone is logged once.

    Examples:
        >>> resolve_name("rules")
        'rules'
    """
    if name is not None:
        return str(name)
    if _installed(MODEL):
        return MODEL
    if RULES not in _warned:
        _warned.add(RULES)
        _log.warning(
            "The model %s is not installed: the rules alone are used. Install the wheel in "
            "models/ for better results, or say load('rules').",
            MODEL,
        )
    return RULES


def _installed(package: str) -> bool:
    try:
        importlib.metadata.distribution(package)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def _rules() -> Language:
    import spacy

    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": _TOKENIZER}})
    for component in RULE_PIPELINE:
        nlp.add_pipe(component, config=_RULE_CONFIG.get(component, {}))
    nlp.meta["name"] = "gaoyou_rules"
    nlp.meta["version"] = importlib.metadata.version("gaoyou-nlp")
    return nlp


def _model(name: str) -> Language:
    import spacy

    if not _exists(Path(name)):
        _check_fit(name)
    try:
        return spacy.load(name)
    except MemoryError:
        raise
    except Exception as error:  # a folder that was tampered with, or a package that is no model
        known = "Give the folder of a saved pipeline, an installed package, or 'rules'."
        reason = str(error) if isinstance(error, (OSError, ValueError)) else first_line(error)
        raise ModelError(f"the model {quoted(name)} cannot be loaded: {reason} {known}") from error


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have
        return False


def _check_fit(package: str) -> None:
    """Refuse a model package whose stated requirements this installation does not meet."""
    from packaging.requirements import Requirement

    try:
        requirements = importlib.metadata.requires(package) or []
    except (importlib.metadata.PackageNotFoundError, OSError, ValueError):
        raise ModelError(
            f"the model {quoted(package)} is not installed. Install its wheel (models/), give the "
            "folder of a saved pipeline, or say 'rules'."
        ) from None
    for requirement in map(Requirement, requirements):
        if requirement.marker is not None and not requirement.marker.evaluate():
            continue
        have = _version(requirement.name)
        if not requirement.specifier.contains(have, prereleases=True):
            raise ModelError(
                f"the model {package} {importlib.metadata.version(package)} needs {requirement}, "
                f"but {have} is installed. Install a model that was built for {requirement.name} "
                f"{have}, or the version it needs."
            )


def _version(package: str) -> str:
    """The version of an installed package; 0 for one that is missing, which fits no requirement."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "0"


def _add_lexicon(nlp: Language, lexicon: str | Path) -> None:
    from gaoyou_nlp.pipeline.lexicon import UserLexicon
    from gaoyou_nlp.rules.user_list import read_user_list

    if "gaoyou_lexicon" not in nlp.pipe_names:
        raise ModelError(
            "this pipeline has no component gaoyou_lexicon, so it takes no word list. "
            'Add one before the resolver: nlp.add_pipe("gaoyou_lexicon", before="gaoyou_resolver").'
        )
    component = nlp.get_pipe("gaoyou_lexicon")
    if not isinstance(component, UserLexicon):
        raise ModelError("gaoyou_lexicon of this pipeline is not the component of this library.")
    component.add(read_user_list(lexicon))
