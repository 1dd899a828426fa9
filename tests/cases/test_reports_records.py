"""Reported cases of posts, statuses and totals; their texts lie beside the project, if at all."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from gaoyou_nlp import Article, Record, annotate, load

REPORTS = Path(__file__).parents[3] / "shared" / "cases" / "reports.jsonl"

TOTALS = {
    "list-total-1": [None, None],
    "list-total-2": [None, None, None],
    "list-total-4": [None, None, None],
    "list-total-5": [None, None],
    "list-total-7": ["3亿元", "5亿元"],
    "list-total-8": ["3亿元", "3亿元"],
}
STATUSES = {
    "status-1": {"前期"},
    "status-2": {"在建"},
    "status-4": {"在建"},
    "status-5": {None},
    "status-7": {None},
    "status-8": {"投产"},
}
POSTS = {
    "posts-1": [["/书记"]],
    "posts-2": [["县住建局/局长"]],
    "posts-4": [["/市长"], ["/书记"]],
    "posts-5": [["/县长"], ["/副县长"]],
    "posts-7": [["市财政局/局长 removed"]],
    "posts-8": [
        [
            "市财政局/党组书记 appointed",
            "市财政局/局长 appointed",
            "市审计局/党组书记 removed",
            "市审计局/局长 removed",
        ]
    ],
    "name-then-post-2": [["县住建局/局长"]],
    "name-then-post-4": [["县住建局/局长"]],
    "name-then-post-5": [["县住建局/局长"]],
    "name-then-post-7": [["县住建局/局长", "县人大常委会/副主任 proposed"]],
    "name-then-post-8": [["县住建局/局长"]],
    "name-then-post-10": [["县委/书记"]],
    "name-edge-13": [["市财政局/党组成员", "市财政局/副局长"]],
}


@cache
def _texts() -> dict[str, str]:
    if not REPORTS.exists():
        return {}
    rows = map(json.loads, REPORTS.read_text("utf-8").strip().split("\n"))
    return {row["id"]: row["text"] for row in rows if "text" in row}


@cache
def _record(name: str) -> Record:
    if name not in _texts():
        pytest.skip(f"the reported cases do not lie beside the project: no {name}")
    (record,) = annotate([Article(name, _texts()[name])], load())
    return record


@pytest.mark.parametrize("name", TOTALS)
def test_totals(name: str) -> None:
    record = _record(name)
    amounts = [amount.text for _, amount in record.amounts]
    got = [None if p.amount is None else amounts[p.amount] for p in record.projects]
    assert got == TOTALS[name]


@pytest.mark.parametrize("name", STATUSES)
def test_statuses(name: str) -> None:
    assert {project.status for project in _record(name).projects} <= STATUSES[name]


@pytest.mark.parametrize("name", POSTS)
def test_posts(name: str) -> None:
    officials = _record(name).officials
    assert [
        [f"{p.org or ''}/{p.title}{f' {p.change}' * bool(p.change)}" for p in o.posts]
        for o in officials
    ] == POSTS[name]
