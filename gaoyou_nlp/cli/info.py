"""``gaoyou info``: versions, the model, its labels, and whether all fits together."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from gaoyou_nlp.cli.terminal import inert, inert_json, say
from gaoyou_nlp.labels import LABELS
from gaoyou_nlp.records import SCHEMA

PACKAGES = (
    "gaoyou-nlp",
    "spacy",
    "thinc",
    "spacy-pkuseg",
    "numpy",
    "typer",
    "pyarrow",
    "duckdb",
    "pyspark",
)


def info_cli(
    model: Annotated[str | None, typer.Option(help="A model package or folder, or rules.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print versions, model and labels; exit with 1 where the model does not fit."""

    facts = info(model)
    if as_json:
        say(inert_json(facts, indent=1))
        return
    for key, value in facts.items():
        if isinstance(value, dict):
            value = ", ".join(f"{k} {v}" for k, v in value.items())
        shown = ", ".join(value) if isinstance(value, list) else str(value)
        say(f"{key}: {inert(shown, keep='')}")


def info(model: str | None = None) -> dict[str, Any]:
    """Gather versions and facts of the model.

    Parameters:
        model: As for ``gaoyou_nlp.load``.

    Returns:
        JSON-ready facts.

    Raises:
        ModelError: The model is missing or does not fit; the message says what to install.

    Examples:
        >>> info("rules")["schema"]
        2
    """
    import platform

    from gaoyou_nlp.annotation import model_name
    from gaoyou_nlp.loading import load

    nlp = load(model)
    return {
        "python": platform.python_version(),
        "packages": {name: _version(name) for name in PACKAGES},
        "model": model_name(nlp),
        "pipeline": list(nlp.pipe_names),
        "labels": list(LABELS),
        "schema": SCHEMA,
        "fits": "yes",
    }


def _version(package: str) -> str:
    import importlib.metadata

    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "not installed"
