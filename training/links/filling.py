"""Fills a form of prose with what a county has, and notes what each name stands for."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

from links.posts import posts_in
from links.sources import COUNTIES, LATER_NAMES, SHORT_FORMS, County, Person, Spell

DEPARTMENTS = ("财政局", "水利局", "民政局", "应急管理局", "司法局")
TOPICS = ("招商引资", "乡村振兴", "安全生产", "营商环境", "民生实事")
HEADS = ("把答卷写在田野上", "攥指成拳再出发", "从“跑断腿”到“一次办”", "咬定目标不松劲")
_FULL = {"委": "委员会", "政府": "人民政府"}


@dataclass
class Draft:
    """An article that is being written: its text, its gold, its posts."""

    id: str
    county: County
    day: str
    text: str = ""
    gold: dict[tuple[str, str], str] = field(default_factory=dict)
    posts: dict[str, list[str]] = field(default_factory=dict)

    def marked(self) -> str:
        """Return the article as its file."""
        county = self.county
        head = [
            f"id: {self.id}",
            "kind: 链接",
            f"province: {county.province}",
            f"place: {county.prefecture}{county.name}",
            f"date: {self.day}",
            "split: test",
            "origin: written",
            "---",
            self.text,
            "---",
            *(f"{name}: {'; '.join(posts)}" for name, posts in self.posts.items()),
        ]
        return "\n".join(head) + "\n"


class Filling:
    """The filling of one form.

    Parameters:
        draft: What is written.
        person, spell, then: Whom it is about, the post, and the one that follows, if any.
        people: Everybody: other officials of the county are among them.
        rng: Chooses.
    """

    def __init__(
        self,
        draft: Draft,
        person: Person,
        spell: Spell,
        then: Spell | None,
        people: list[Person],
        rng: random.Random,
    ) -> None:
        self.draft, self.person, self.spell, self.then, self.rng = draft, person, spell, then, rng
        county = self.county = draft.county
        year = int(draft.day[:4])
        others = [
            (one, held)
            for one in people
            for held in one.spells
            if one.kind == "official" and held.county == county.name and one.name != person.name
            and held.body and held.first < year < held.last
        ]  # fmt: skip
        self.second = rng.choice(others) if others else None
        self.leaders = [
            pair for pair in others if "长" in pair[1].title and pair[1].body == "人民政府"
        ]
        self.project = rng.choice(county.projects)
        self.department = rng.choice([one for one in DEPARTMENTS if one != spell.body])
        self.written: dict[str, str] = {}

    def fill(self, form: str) -> None:
        """Write the text, and what its names stand for."""
        if self.second is None:
            form = re.sub("[^。\n]*\\{N2\\}[^。\n]*。", "", form)
        if self.leaders and "{T2x}" in form:
            self.second = self.rng.choice(self.leaders)
            form = form.replace("{T2x}", f"[{self.second[1].title}|TITLE]")
        else:
            form = form.replace("{T2x}", "{O2}{T2}")
        draft = self.draft
        draft.text = re.sub(r"\{(\w+\+?)\}", lambda match: self._place(match[1]), form).strip()
        draft.posts = posts_in(draft.text)
        posts = draft.posts.get(self.person.name, [])
        unit = (
            re.search(r"\[([^|\]]+)\|ORG\]", self._org(self.spell, "O")) if "{O}" in form else None
        )
        if posts:
            draft.posts[self.person.name] = [
                unit[1] + post if unit and post[0] == "/" else post for post in posts
            ]

    def _place(self, key: str) -> str:
        """What stands at a place of the form."""
        person, spell = self.person, self.spell
        if key[-1] == "2" and self.second is not None:
            person, spell = self.second
        elif key[-1] == "+" and self.then is not None:
            spell = self.then
        kind = key.rstrip("2+")
        if kind == "N":
            label = "OFFICIAL" if person.kind == "official" else "PERSON"
            return self._name("person", person.name, person.id, label)
        if kind in ("O", "Oa", "Of"):
            return self._org(spell, kind)
        if kind in ("T", "Tt"):
            return "、".join(f"[{part}|TITLE]" for part in spell.title.split("、"))
        return self._of_county(key)

    def _name(self, kind: str, name: str, entity: str, label: str) -> str:
        self.draft.gold[kind, name] = entity
        return f"[{name}|{label}]"

    def _org(self, spell: Spell, kind: str) -> str:
        """The body of a post: short (O), with its area (Oa), or in full (Of)."""
        where, core = COUNTIES[spell.county], spell.body
        if not core:
            return ""
        short = SHORT_FORMS.get(core, (core,))
        name = {
            "O": where.letter
            + self.written.setdefault(f"{where.name}{core}", self.rng.choice(short)),
            "Oa": where.name + self.rng.choice(short),
            "Of": where.name + core,
        }[kind]
        if core == "人民政府":
            name = f"{where.letter}政府" if kind == "O" else f"{where.name}人民政府"
        if core == "委员会":
            name = f"{where.letter}委" if kind == "O" else f"{where.name}委"
        if where is not self.county and kind == "O":
            name = f"{where.prefecture or where.province}{where.name}{name[1:]}"
        return self._name("body", name, f"{where.name}/{LATER_NAMES.get(core, core)}", "ORG")

    def _of_county(self, key: str) -> str:
        """What a county has, and what is the same for everybody."""
        county, rng, written = self.county, self.rng, self.written
        if key in ("A_", "a_"):
            return county.name if key == "A_" else county.short
        if key in ("A", "a"):
            name = county.name if key == "A" else county.short
            return self._name("place", name, county.name, "GPE")
        if key == "Pf":
            name = county.prefecture or county.province
            return self._name("place", name, name, "GPE")
        if key == "S":
            name = self.spell.body
            entity = name if "公司" in name else f"{county.name}/{name}"
            return self._name("body", name, entity, "ORG")
        if key[0] == "X":
            core = {"人大": "人大常委会", "委": "委员会"}.get(key[1:], key[1:])
            return self._name("body", county.name + key[1:], f"{county.name}/{core}", "ORG")
        if key in ("W", "V"):
            return self._name("project", self.project, f"{county.name}/{self.project}", "PROJECT")
        if key in ("C", "Cs"):
            return self._name("body", county.company[key == "Cs"], county.company[0], "ORG")
        if key in ("B", "Wei", "Zf"):
            core = {"B": self.department, "Wei": "委", "Zf": "政府"}[key]
            return self._name(
                "body", county.letter + core, f"{county.name}/{_FULL.get(core, core)}", "ORG"
            )
        if key == "G":
            town = written.setdefault("G", rng.choice(county.towns))
            return self._name("place", town, f"{county.name}/{town}", "GPE")
        if key == "R":
            name = rng.choice(county.paper)
            return self._name("person", name, f"press-{name}", "PERSON")
        if key == "M":
            if rng.random() < 0.6:
                return f"[{rng.randint(2, 60)}亿元|MONEY]"
            return f"[{rng.randint(300, 9000)}万元|MONEY]"
        return self._words()[key]

    def _words(self) -> dict[str, str]:
        """Words that stand for nothing that is linked."""
        year, month, day = self.draft.day.split("-")
        return {
            "Y": year,
            "Mo": str(int(month)),
            "D": str(int(day)),
            "born": self.person.born or "1972年5月",
            "sex": self.rng.choice("男女"),
            "topic": self.rng.choice(TOPICS),
            "head": self.rng.choice(HEADS),
        }
