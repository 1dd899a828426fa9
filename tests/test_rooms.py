"""The order of rooms: each knows only those before it, and no files know each other in a circle."""

import ast
import re
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "gaoyou_nlp"

ORDER = (
    "version",
    "errors",
    "labels",
    "records",
    "language",
    "money",
    "dates",
    "network",
    "reading",
    "formats",
    "tables",
    "corpora",
    "rules",
    "relations",
    "figures",
    "statements",
    "linking",
    "evaluation",
    "pipeline",
    "loading",
    "annotation",
    "batch",
    "spark",
    "cli",
)
"""The rooms from the ground floor up, as ``docs/architecture.md`` draws them."""

FILES = sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.pyi")])
"""A compiled module is known by its file of types."""


def module_of(path: Path) -> str:
    """Return the dotted name of a file."""
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in FILES}


def imports_of(path: Path) -> set[str]:
    """Return the modules of the package that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("gaoyou_nlp"):
            module = node.module or ""
            names = {f"{module}.{alias.name}" for alias in node.names}
            inner = names & MODULES.keys()
            found |= inner if inner and names == inner else inner | {module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("gaoyou_nlp")}
    return found


def room_of(module: str) -> str:
    """Return the room of a module of the package."""
    return module.split(".")[1]


def test_the_order_names_every_room() -> None:
    rooms = {room_of(name) for name in MODULES if name != "gaoyou_nlp"}
    assert rooms == set(ORDER)


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {"gaoyou_nlp"}))
def test_a_room_knows_only_rooms_before_it(module: str) -> None:
    later = {
        target
        for target in imports_of(MODULES[module])
        if target == "gaoyou_nlp" or ORDER.index(room_of(target)) > ORDER.index(room_of(module))
    }
    assert later == set()


def test_no_files_know_each_other_in_a_circle() -> None:
    graph = {module: imports_of(path) - {module} for module, path in MODULES.items()}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("room", sorted({p.parent for p in FILES}))
def test_a_room_says_what_it_holds(room: Path) -> None:
    text = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8"))) or ""
    assert len(text) > 60


def test_the_page_lists_the_rooms_in_their_order() -> None:
    page = (PACKAGE.parent / "docs/architecture.md").read_text("utf-8")
    table = page.split("## The rooms", 1)[1].split("\n## ", 1)[0]
    first_cells = re.findall(r"^\| (`.*?`) \|", table, re.M)
    assert tuple(re.findall("`([a-z]+)/?`", "".join(first_cells))) == ORDER
