"""Every word of the patterns is tested by the example beside it: without the row it would fail."""

from __future__ import annotations

import pytest
from word_rows import decides

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.relations import (
    body_names,
    chain_units,
    changes,
    curricula,
    home,
    other_holders,
    post_units,
    project_dates,
    project_facts,
    roles,
    spells,
    status_before,
    status_behind,
    subjects,
    tables,
    totals,
)

COLUMNS = ("a part", "total", "amount", *tables._COLUMNS)
PATTERNS = {
    "zone": (body_names, body_names._zone),
    "not a title": (chain_units, chain_units._swallowed),
    "governed": (changes, changes._governed),
    "meets another": (other_holders, other_holders._another),
    "not yet": (other_holders, other_holders._not_yet),
    "dated": (curricula, curricula._dated),
    "publisher": (home, home._publisher_ends),
    "visit": (home, home._visit),
    "unit gap": (post_units, post_units._unit_gap),
    "unit gap role": (post_units, post_units._unit_gap),
    "company": (roles, roles._of_company),
    "together": (roles, roles._together),
    "decides": (spells, spells._decides),
    "other step": (spells, spells._other_step),
    "leaves": (spells, spells._behind),
    "no event": (project_dates, project_dates._no_event),
    "planned": (project_dates, project_dates._planned),
    "before stage": (project_dates, project_dates._to_stage),
    "behind name": (project_dates, project_dates._behind_name),
    "address end": (project_facts, project_facts._address_ends),
    "address alone": (project_facts, project_facts._street),
    "manner of building": (project_facts, project_facts._builds),
    "builder field": (project_facts, project_facts._field),
    "manner before": (project_facts, project_facts._made_before),
    "verb before": (project_facts, project_facts._made_before),
    "yearly": (project_facts, project_facts._capacity),
    "no unit": (project_facts, project_facts._cut),
    "trade": (status_before, status_before._part_of_work),
    "has done": (status_before, status_before._has_done),
    "now": (status_behind, status_behind._now),
    "of the works": (subjects, subjects._owns),
    "subject": (subjects, subjects._subject),
    **{f"column of {kind}": (tables, tables._head, kind) for kind in COLUMNS},
    "total": (totals, totals._total),
    "before total": (totals, totals._total),
    "part": (totals, totals._part),
    "goes on before": (totals, totals._goes_on),
    "goes on": (totals, totals._goes_on),
    "开工": (project_dates, project_dates._stage),
    "竣工": (project_dates, project_dates._stage),
    "投产": (project_dates, project_dates._stage),
    "before address": (project_facts, project_facts._placed),
    "no level": (body_names, body_names._no_level),
    "decision": (changes, changes._decision),
}
ROWS = [*table("relations/post_contexts.tsv"), *table("relations/project_contexts.tsv")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} {row[0]}")
def test_a_word(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert decides(row, monkeypatch, *PATTERNS[row[1]])


def test_a_word_stands_once_for_each_kind() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS)
    assert {row[1] for row in ROWS} == set(PATTERNS)
