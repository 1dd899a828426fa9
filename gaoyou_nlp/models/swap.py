"""Variants of annotated articles with other names, places, companies and amounts.

What is swapped is swapped everywhere in the article: the same name becomes the same other name,
the stem of a place also inside the names of its bodies, a company's stem also inside its
projects. Spans stay exact.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example

from gaoyou_nlp.models.reader import OPT_KEY
from gaoyou_nlp.models.swap_names import (
    draw_brand,
    draw_number,
    draw_person,
    draw_place,
    kept_places,
)

Augment = Callable[[Language, Example], Iterator[Example]]
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_PLACE = re.compile(r"([\u4e00-\u9fff]{2,4}?)(省|市|县|区|州|旗|镇|乡|街道|村|社区)?")
_TOWN_ENDS = ("镇", "乡", "街道", "村", "社区")
_COMPANY = re.compile(r"公司|集团|股份|[^\u4e00-\u9fff]有限")
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


class Mark(NamedTuple):
    """A labelled stretch of a text."""

    start: int
    end: int
    label: str


class Change(NamedTuple):
    """A stretch of a text and what takes its place."""

    start: int
    end: int
    text: str


def build_swap_augmenter(
    level: float = 0.5,
    people: bool = True,
    places: bool = True,
    companies: bool = True,
    numbers: bool = True,
) -> Augment:
    """Build the augmenter ``gaoyou.swap_entities.v1``.

    Parameters:
        level: The share of examples of which a variant is given instead.
        people, places, companies, numbers: What is swapped.

    Returns:
        A function from an example to itself or its variant. With ``max_epochs = -1`` the reader
        is asked anew each epoch, so each epoch has other variants.
    """

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        if random.random() >= level:
            yield example
            return
        gold = example.reference
        unsure = gold.spans[OPT_KEY] if OPT_KEY in gold.spans else []  # noqa: SIM401
        spans = [*gold.ents, *unsure]
        marks = sorted(Mark(s.start_char, s.end_char, s.label_ or "OPT") for s in spans)
        changes: list[Change] = []
        text = gold.text
        if people:
            changes += _free(swap_people(text, marks), changes)
        if places:
            changes += _free(swap_places(text, marks), changes)
        if companies:
            changes += _free(swap_companies(text, marks), changes)
        if numbers:
            changes += _free(swap_numbers(text, marks), changes)
        yield _rebuilt(nlp, *apply(text, marks, changes), example)

    return augment


def _free(changes: list[Change], taken: list[Change]) -> list[Change]:
    return [c for c in changes if not any(c.start < t.end and t.start < c.end for t in taken)]


def swap_people(text: str, marks: list[Mark]) -> list[Change]:
    """Give every person another name; a surname alone follows its full name."""
    people = [m for m in marks if m.label in ("OFFICIAL", "PERSON")]
    full = {text[m.start : m.end] for m in people if m.end - m.start > 1}
    new = {name: draw_person() for name in sorted(full) if len(name) <= 4 and _HAN.fullmatch(name)}
    surnames = {old[0]: name[0] for old, name in new.items()}
    return [
        Change(m.start, m.end, (new if m.end - m.start > 1 else surnames)[text[m.start : m.end]])
        for m in people
        if text[m.start : m.end] in (new if m.end - m.start > 1 else surnames)
    ]


def swap_places(text: str, marks: list[Mark]) -> list[Change]:
    """Give every area below a province another stem, wherever the stem stands."""
    stems: dict[str, bool] = {}
    for mark in marks:
        if mark.label == "GPE":
            found = _PLACE.fullmatch(text, mark.start, mark.end)
            if found and not {found[0], found[1]} & kept_places():
                stems.setdefault(found[1], found[2] in _TOWN_ENDS)
    new = {stem: draw_place(towns) for stem, towns in stems.items()}
    return _everywhere(text, new, [(0, len(text))])


def swap_companies(text: str, marks: list[Mark]) -> list[Change]:
    """Give every company whose name says that it is one another stem, in its projects too."""
    places = {text[m.start : m.end] for m in marks if m.label == "GPE"}
    places |= {place.rstrip("省市县区镇") for place in places}
    new: dict[str, str] = {}
    for mark in marks:
        name = text[mark.start : mark.end]
        if mark.label == "ORG" and _COMPANY.search(name):
            for place in sorted(places, key=len, reverse=True):
                if len(place) > 1:
                    name = name.removeprefix(place).lstrip("省市县区")
            stem = name[:2]
            if len(name) > 4 and _HAN.fullmatch(stem) and stem not in places:
                new.setdefault(stem, draw_brand(random.choice((2, 2, 2, 3))))
    inside = [(m.start, m.end) for m in marks if m.label in ("ORG", "PROJECT")]
    return _everywhere(text, new, inside)


def swap_numbers(text: str, marks: list[Mark]) -> list[Change]:
    """Give the numbers of amounts and projects other digits, equal numbers equal ones."""
    new: dict[str, str] = {}
    changes = []
    for mark in marks:
        if mark.label in ("MONEY", "PROJECT"):
            for found in _NUMBER.finditer(text, mark.start, mark.end):
                other = new.setdefault(found[0], draw_number(found[0]))
                changes.append(Change(found.start(), found.end(), other))
    return changes


def _everywhere(text: str, new: dict[str, str], within: list[tuple[int, int]]) -> list[Change]:
    if not new:
        return []
    pattern = re.compile("|".join(map(re.escape, sorted(new, key=len, reverse=True))))
    return [
        Change(found.start(), found.end(), new[found[0]])
        for start, end in within
        for found in pattern.finditer(text, start, end)
    ]


def apply(text: str, marks: list[Mark], changes: list[Change]) -> tuple[str, list[Mark]]:
    """Change a text and move the marks along.

    Parameters:
        text: The text.
        marks: Spans that no change cuts: an edge inside of a change moves to the change's edge.
        changes: Not overlapping.

    Returns:
        The new text and the marks in it.

    Example:
        >>> apply("王强说", [Mark(0, 2, "PERSON")], [Change(0, 2, "欧阳文")])
        ('欧阳文说', [Mark(start=0, end=3, label='PERSON')])
    """
    parts: list[str] = []
    moved = [0] * (len(text) + 1)
    at = length = 0
    for change in sorted(changes):
        for place in range(at, change.start + 1):
            moved[place] = length + place - at
        parts += [text[at : change.start], change.text]
        length += change.start - at
        for place in range(change.start + 1, change.end):
            moved[place] = length
        length += len(change.text)
        at = change.end
    for place in range(at, len(text) + 1):
        moved[place] = length + place - at
    parts.append(text[at:])
    return "".join(parts), [Mark(moved[m.start], moved[m.end], m.label) for m in marks]


def _rebuilt(nlp: Language, text: str, marks: list[Mark], example: Example) -> Example:
    gold = nlp.make_doc(text)
    spans: list[Span] = []
    for mark in marks:
        span = gold.char_span(mark.start, mark.end, mark.label)
        if span is None:
            return example
        spans.append(span)
    unsure = [span for span in spans if span.label_ == "OPT"]
    gold.set_ents(
        [span for span in spans if span.label_ != "OPT"], missing=unsure, default="outside"
    )
    gold.spans[OPT_KEY] = unsure
    gold.user_data.update(example.reference.user_data)
    return Example(nlp.make_doc(text), gold)
