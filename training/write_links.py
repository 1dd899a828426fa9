"""Write the set that links are measured on: tests/linking/articles/ and tests/linking/gold.tsv.

    python training/write_links.py

The prose is in ``links/forms.txt``, a form an article of one of many kinds; names, posts, places
and days come from the careers in ``links/people.tsv``. People, projects and companies are invented,
so are some of the counties. The order is fixed: the same call writes the same files.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from links.filling import Draft, Filling
from links.sources import COUNTIES, LATER_NAMES, Person, Spell, read_forms, read_people

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests/linking/articles"
GOLD = ROOT / "tests/linking/gold.tsv"


def main() -> None:
    """Write the set."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    lines = ["article_id\tkind\tname\tentity"]
    for draft in Articles(read_people(), random.Random(7)).write():
        (FOLDER / f"{draft.id}.txt").write_text(draft.marked(), "utf-8")
        lines += ["\t".join((draft.id, *key, entity)) for key, entity in sorted(draft.gold.items())]
    GOLD.write_text("\n".join(lines) + "\n", "utf-8")


class Articles:
    """All articles: each spell in one to three forms, each move in one, if an article tells it."""

    def __init__(self, people: list[Person], rng: random.Random) -> None:
        self.people, self.rng = people, rng
        self.drafts: list[Draft] = []
        self.plain, self.moves, self.renamed = (
            list(read_forms(kind).values()) for kind in ("plain", "move", "renamed")
        )
        self.used = {"plain": 0, "move": 0, "renamed": 0}
        self.twins = {
            one.id
            for one in people
            for other in people
            if one is not other
            and one.name == other.name
            and {spell.county for spell in one.spells} & {spell.county for spell in other.spells}
        }

    def write(self) -> list[Draft]:
        """Return the articles."""
        staff = read_forms("staff")
        for person in self.people:
            for number, spell in enumerate(person.spells):
                if person.kind != "official":
                    self._add(staff[person.kind], person, spell, self._day_in(spell))
                    continue
                self._write_spell(person, spell)
                if number + 1 < len(person.spells):
                    self._write_move(person, spell, person.spells[number + 1])
        return self.drafts

    def _add(
        self, form: str, person: Person, spell: Spell, day: str, then: Spell | None = None
    ) -> None:
        draft = Draft(f"ln-{len(self.drafts) + 1:03}", COUNTIES[spell.county], day)
        Filling(draft, person, spell, then, self.people, self.rng).fill(form)
        self.drafts.append(draft)

    def _write_spell(self, person: Person, spell: Spell) -> None:
        is_twin = person.id in self.twins
        for turn in range(2 if self.used["plain"] % 3 or is_twin else 1):
            day = self._day_in(spell)
            if is_twin:  # seen in their first and last years, so that times overlap
                day = f"{(spell.first, spell.last)[turn]}{day[4:]}"
            self._add(self.plain[self.used["plain"] % len(self.plain)], person, spell, day)
            self.used["plain"] += 1

    def _write_move(self, person: Person, spell: Spell, then: Spell) -> None:
        if (then.body, then.county) == (spell.body, spell.county):
            return
        rng, used = self.rng, self.used
        day = f"{then.first}-0{rng.randint(1, 3)}-{rng.randint(10, 28)}"
        is_renamed = LATER_NAMES.get(spell.body) == then.body
        if is_renamed and spell.body == "招商局":
            self._add(self.renamed[used["renamed"] % 2], person, spell, day, then)
            used["renamed"] += 1
        elif not is_renamed and (
            ("said" in person.id and then.county != spell.county)
            or (then.county == spell.county and used["move"] % 2 == 0)
        ):
            form = self.moves[used["move"] // 2 % len(self.moves)]
            self._add(form, person, spell, day, then)
        used["move"] += 1

    def _day_in(self, spell: Spell) -> str:
        """Choose a day of a spell, not in its first months."""
        year = self.rng.randint(spell.first, max(spell.first, spell.last - 1))
        return f"{year}-{self.rng.randint(5, 12):02}-{self.rng.randint(1, 28):02}"


if __name__ == "__main__":
    main()
