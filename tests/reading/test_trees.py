"""JSON and XML: the articles of a tree, by the path of a field."""

import json
from pathlib import Path

import pytest
from small_documents import BODY, RECORD, RSS, TITLE, read_all

pytest.importorskip("defusedxml")


@pytest.mark.parametrize(
    ("tree", "column"),
    [
        ([RECORD], "content"),
        (RECORD, "content"),
        ({"data": {"list": [RECORD]}}, "data.list.content"),
        ({"data": {"list": [RECORD]}}, "content"),
        ({"data": RECORD}, "data.content"),
        ([{"id": 7, "title": TITLE, "date": "2026-03-04", "body": {"zh": BODY}}], "body.zh"),
        ([{**RECORD, "content": f"<p>{BODY}</p>"}], "content"),
    ],
    ids=["array", "object", "path", "anywhere", "inner", "nested", "markup"],
)
def test_json(tree: object, column: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    (article,), rejects = read_all(tmp_path / "a.json", text_column=column)
    assert rejects == []
    assert (article.text, article.title, article.date) == (BODY, TITLE, "2026-03-04")
    assert article.id in ("7", "a.json:1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (json.dumps({"data": [RECORD]}), "data.content, data.title, data.date"),
        ('{"a": ', "no JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
    ids=["no-field", "cut", "deep"],
)
def test_json_that_cannot_be_read(data: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(data, encoding="utf-8")
    found, (reject,) = read_all(tmp_path / "a.json")
    assert found == []
    assert reason in reject.reason


EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><text>&x;</text></a>'


@pytest.mark.parametrize("column", ["description", "item.description"])
def test_xml_by_a_path(column: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(RSS)
    (article,), _ = read_all(tmp_path / "a.xml", text_column=column)
    assert (article.id, article.text, article.title, article.date) == (
        "7",
        BODY,
        TITLE,
        "2026-03-04",
    )


@pytest.mark.parametrize(
    ("data", "column", "reason"),
    [
        (EXTERNAL, "text", "entities"),
        ('<!DOCTYPE a [<!ENTITY x "县"><!ENTITY y "&x;&x;">]><a>&y;</a>', "text", "entities"),
        ("<a><b>县长</b></a>", "c", "Its elements with text are: b."),
        ("<a><b>县长</a>", "text", "no well-formed XML"),
    ],
    ids=["external", "laughs", "no-element", "spoiled"],
)  # fmt: skip
def test_xml_that_cannot_be_read(data: str, column: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(data, encoding="utf-8")
    found, (reject,) = read_all(tmp_path / "a.xml", text_column=column)
    assert found == []
    assert reason in reject.reason
