"""What the articles are written from: counties, careers, names of bodies, forms of prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class County:
    """A county with what its articles name."""

    province: str
    prefecture: str
    name: str
    towns: tuple[str, ...]
    projects: tuple[str, ...]
    company: tuple[str, ...]
    paper: tuple[str, ...]

    @property
    def letter(self) -> str:
        return self.name[-1]

    @property
    def short(self) -> str:
        return self.name[:-1] if len(self.name) > 2 else self.name


@dataclass
class Spell:
    """A post of a person, from its first year to its last."""

    county: str
    body: str
    title: str
    first: int
    last: int


@dataclass
class Person:
    """A person with her or his career; ``kind`` is official, teacher, company or village."""

    id: str
    name: str
    kind: str
    born: str
    spells: list[Spell] = field(default_factory=list)


def read_people() -> list[Person]:
    """Read the careers: a line a spell."""
    found: dict[str, Person] = {}
    for id, name, kind, born, county, body, title, first, last in _rows("people.tsv"):
        person = found.setdefault(id, Person(id, name, kind, born))
        person.spells.append(Spell(county, body, title, int(first), int(last)))
    return list(found.values())


def read_forms(kind: str) -> dict[str, str]:
    """Read the forms of a kind by their names."""
    parts = (FOLDER / "forms.txt").read_text("utf-8").split("\n## ")[1:]
    heads = (part.split("\n", 1) for part in parts)
    return {head.split()[1]: form.rstrip("\n") for head, form in heads if head.split()[0] == kind}


def _read_counties() -> dict[str, County]:
    return {
        name: County(province, prefecture, name, *(tuple(part.split("、")) for part in parts))
        for province, prefecture, name, *parts in _rows("counties.tsv")
    }


def _rows(name: str) -> Iterator[list[str]]:
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


COUNTIES: Final = _read_counties()
SHORT_FORMS: Final = {
    name: tuple(short.split("、")) for name, short, _ in _rows("bodies.tsv") if short
}
"""Short forms that the press uses; other bodies are written as they are."""

LATER_NAMES: Final = {name: later for name, _, later in _rows("bodies.tsv") if later}
"""Bodies that have another name since."""
