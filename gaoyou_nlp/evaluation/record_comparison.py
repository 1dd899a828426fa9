"""The records of one article compared with gold: what is right, wrong and missed.

A record is right when everything that its row names is: ``dates`` edges and days, ``statements``
edges, speaker and kind, ``figures`` indicator, number, comparator and unit, ``posts`` name, unit,
title and change, ``statuses`` name and status of a project, ``groups`` members, count and sum.
Rows with another word behind the name ask for less (``dates: days``) or more (``figures: all``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from gaoyou_nlp.corpora.gold_records import FIELDS, GoldGroup
from gaoyou_nlp.evaluation.counts import Counts
from gaoyou_nlp.evaluation.record_gold import RecordGold
from gaoyou_nlp.evaluation.record_pairs import (
    Placed,
    field_of,
    join_statements,
    like_figures,
    like_statements,
    overlap,
    pair,
)
from gaoyou_nlp.records import DateMention, Figure, Record, Statement

ROWS: Final = (
    "dates",
    "dates: days",
    "statements",
    "statements: speaker",
    "figures",
    "figures: number",
    "figures: all",
    "posts",
    "posts: changes",
    "statuses",
    "groups",
)
CORE: Final = ("indicator", "low", "high", "unit", "comparator")
"""The fields of a figure without which it is not the same one."""
_HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class RecordError:
    """A difference between gold and prediction.

    Parameters:
        id: The article.
        row: The row that it counts in.
        kind: ``missed``, ``wrong``, or ``field`` for a pair of which a field differs.
        what: What was missed or wrong, in words.
    """

    id: str
    row: str
    kind: str
    what: str


class Comparison:
    """The records of one article, gold and predicted."""

    def __init__(self, gold: RecordGold, found: Record) -> None:
        self.gold = gold
        self.found = found
        self.rows = dict.fromkeys(ROWS, Counts())
        self.fields = dict.fromkeys(FIELDS, Counts())
        self.errors: list[RecordError] = []

    def compare(self) -> None:
        """Fill rows, fields and errors."""
        self._dates()
        self._statements()
        self._figures()
        self._sets("posts", _posts(self.gold.record), _posts(self.found))
        changed = [
            {post for post in _posts(record) if post[3] is not None}
            for record in (self.gold.record, self.found)
        ]
        self._sets("posts: changes", *changed)
        self._sets("statuses", _statuses(self.gold.record), _statuses(self.found))
        groups = {_group_key(group) for group in self.gold.groups}
        self._sets("groups", groups, _found_groups(self.found))

    def _dates(self) -> None:
        wanted, found = self.gold.record.dates, self.found.dates
        extra = self._certain("date", found)
        pairs = pair(wanted, found, lambda one, other: 1 + overlap(one, other))
        for row, same in (("dates", _same_date), ("dates: days", _same_days)):
            right = [(at, to) for at, to in pairs if same(wanted[at], found[to])]
            self._count(row, wanted, found, right, extra)

    def _statements(self) -> None:
        text = self.found.text
        wanted = join_statements(self.gold.record.statements, text)
        found = join_statements(self.found.statements, text)
        extra = self._certain("statement", found)
        pairs = pair(wanted, found, like_statements)
        for row, same in (("statements", _same_statement), ("statements: speaker", _same_speaker)):
            right = [(at, to) for at, to in pairs if same(wanted[at], found[to])]
            self._count(row, wanted, found, right, extra)

    def _figures(self) -> None:
        wanted = [gold.figure for gold in self.gold.figures]
        found = self.found.figures
        extra = self._certain("figure", found)
        pairs = pair(wanted, found, like_figures)
        right: dict[str, list[tuple[int, int]]] = {
            "figures: number": [],
            "figures": [],
            "figures: all": [],
        }
        for at, to in pairs:
            uncertain = self.gold.figures[at].uncertain
            different = [
                name
                for name in FIELDS
                if name not in uncertain and field_of(wanted[at], name) != field_of(found[to], name)
            ]
            for name in set(FIELDS) - uncertain:
                self.fields[name] += Counts(0, 1) if name in different else Counts(1)
            if not set(different) & {"low", "high", "unit"}:
                right["figures: number"].append((at, to))
            if not set(different) & set(CORE):
                right["figures"].append((at, to))
            if not different:
                right["figures: all"].append((at, to))
            for name in different:
                one, other = (field_of(f, name) for f in (wanted[at], found[to]))
                what = f"{name} is {other!r}, not {one!r}: {_words(wanted[at])}"
                self.errors.append(RecordError(self.gold.id, "figures: all", "field", what))
        for row, same in right.items():
            self._count(row, wanted, found, same, extra)

    def _certain(self, kind: str, found: Sequence[Placed]) -> set[int]:
        """Return the indices of predictions that touch no uncertain stretch."""
        uncertain = [one for one in self.gold.uncertain if one.kind == kind]
        return {
            at for at, one in enumerate(found) if not any(overlap(one, part) for part in uncertain)
        }

    def _count(
        self,
        row: str,
        wanted: Sequence[DateMention | Statement | Figure],
        found: Sequence[DateMention | Statement | Figure],
        right: Sequence[tuple[int, int]],
        certain: set[int],
    ) -> None:
        missed = sorted(set(range(len(wanted))) - {at for at, _ in right})
        wrong = sorted(certain - {to for _, to in right})
        self.rows[row] += Counts(len(right), len(wrong), len(missed))
        if row != "figures: all":
            for kind, ones in (
                ("missed", [wanted[at] for at in missed]),
                ("wrong", [found[to] for to in wrong]),
            ):
                for one in ones:
                    self.errors.append(RecordError(self.gold.id, row, kind, _words(one)))

    def _sets(self, row: str, wanted: set[Any], found: set[Any]) -> None:
        self.rows[row] += Counts(len(wanted & found), len(found - wanted), len(wanted - found))
        for kind, ones in (("missed", wanted - found), ("wrong", found - wanted)):
            for one in sorted(ones, key=str):
                what = "/".join("-" if part is None else str(part) for part in one)
                self.errors.append(RecordError(self.gold.id, row, kind, what))


def _same_days(one: DateMention, other: DateMention) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _same_date(one: DateMention, other: DateMention) -> bool:
    return (one.start, one.end) == (other.start, other.end) and _same_days(one, other)


def _same_speaker(one: Statement, other: Statement) -> bool:
    return one.speaker == other.speaker and like_statements(one, other) >= _HALF


def _same_statement(one: Statement, other: Statement) -> bool:
    places = (one.start, one.end), (other.start, other.end)
    return places[0] == places[1] and (one.speaker, one.kind) == (other.speaker, other.kind)


def _posts(record: Record) -> set[tuple[str, str | None, str, str | None]]:
    return {(o.name, p.org, p.title, p.change) for o in record.officials for p in o.posts}


def _statuses(record: Record) -> set[tuple[str, str]]:
    return {(p.name, p.status) for p in record.projects if p.status is not None}


_GroupKey = tuple[tuple[str, ...], int | None, tuple[int, int] | None]


def _group_key(group: GoldGroup) -> _GroupKey:
    return tuple(sorted(group.members)), group.count, group.total


def _found_groups(record: Record) -> set[_GroupKey]:
    """The groups of a record; records of a schema that knows none have none."""
    amounts = [amount for _, amount in record.amounts]
    keys: set[_GroupKey] = set()
    for group in getattr(record, "project_groups", ()):
        names = tuple(sorted(record.projects[at].name for at in group.members))
        total = None if group.amount is None else amounts[group.amount]
        keys.add((names, group.count, None if total is None else (total.start, total.end)))
    return keys


def _words(one: DateMention | Statement | Figure) -> str:
    if isinstance(one, DateMention):
        return f"{one.text} {one.first or ''}..{one.last or ''}"
    if isinstance(one, Statement):
        text = one.text if len(one.text) <= 30 else f"{one.text[:14]} … {one.text[-14:]}"
        return f"{one.speaker or '-'} ({one.kind}): {text}"
    number = "..".join(dict.fromkeys(str(n) for n in (one.low, one.high) if n is not None))
    return f"{one.text} | {one.indicator} {one.comparator or ''} {number} {one.unit}"
