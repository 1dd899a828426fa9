"""Every example runs: the docstrings of the package, and the Python sessions of the documents."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import gaoyou_nlp

ROOT = Path(__file__).parents[1]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
OPTIONAL = (
    "pyspark",
    "pyarrow",
    "onnxruntime",
    "zstandard",
    "lxml",
    "docx",
    "pypdfium2",
    "duckdb",
    "xlsxwriter",
)

MODULES = sorted(
    module.name for module in pkgutil.walk_packages(gaoyou_nlp.__path__, "gaoyou_nlp.")
)
DOCUMENTS = sorted(
    str(path.relative_to(ROOT))
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), ROOT / "corpus/README.md"]
    if path.exists()
)

PAGES = sorted(
    str(path.relative_to(ROOT))
    for folder in (".", "docs", "docs/api", "docs/components", "corpus", "training")
    for path in (ROOT / folder).glob("*.md")
)
GENERATED = ("docs/questions.md", "docs/tables.md")


def wide_lines(text: str, limit: int = 100) -> list[str]:
    """The lines of prose that are too long: not code, not tables, not a single word."""
    wide, code = [], False
    for line in text.split("\n"):
        if line.lstrip().startswith("```"):
            code = not code
        prose = not code and not line.startswith(("|", "!", "<", "    "))
        if prose and len(line) > limit and " " in line.strip().lstrip("*-# ")[:limit]:
            wide.append(line)
    return wide


@pytest.mark.parametrize("name", sorted({*PAGES} - {*GENERATED}))
def test_prose_is_wrapped(name: str) -> None:
    assert wide_lines((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["gaoyou_nlp", *MODULES])
def test_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        if error.name in OPTIONAL:
            pytest.skip(f"{error.name} is not installed")
        raise
    assert doctest.testmod(module, optionflags=FLAGS).failed == 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = doctest.testfile(
        str(ROOT / name), module_relative=False, optionflags=FLAGS, encoding="utf-8"
    )
    assert outcome.failed == 0
