"""A run as a whole, in this process: outputs and progress."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from runs import lines, run

from gaoyou_nlp.batch.report import Progress
from gaoyou_nlp.batch.runner import run_here
from gaoyou_nlp.batch.store import Outcome, Store
from gaoyou_nlp.batch.work import Settings, Task
from gaoyou_nlp.errors import GaoyouError, WriteError
from gaoyou_nlp.reading.rows import Options


def rows_of(path: Path) -> list[Any]:
    """Read a file of JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_file(tmp_path: Path, money: str) -> None:
    report = run(lines(tmp_path / "in.jsonl", 25), tmp_path / "out.jsonl", money)
    rows = rows_of(tmp_path / "out.jsonl")
    assert [row["id"] for row in rows] == [str(i) for i in range(25)]
    assert [row["spans"][0]["text"] for row in rows] == [f"{i + 1}亿元" for i in range(25)]
    assert (report.articles, report.records, report.rejects, report.parts) == (25, 25, 0, 3)
    assert report.exit_code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_folder(tmp_path: Path, money: str) -> None:
    out = tmp_path / "out"
    run(lines(tmp_path / "in.jsonl", 25), out, money)
    names = ["part-000000.jsonl", "part-000001.jsonl", "part-000002.jsonl"]
    assert sorted(p.name for p in out.iterdir()) == [".gaoyou", "manifest.json", *names]
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert [part["name"] for part in manifest["parts"]] == names
    assert manifest["total"]["records"] == 25
    assert manifest["run"]["schema"] == 2
    again = run(tmp_path / "in.jsonl", out, money)
    assert (again.resumed, again.records) == (3, 25)


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet", "docbin", "html", "label-studio"])
def test_a_file_of_every_format_is_the_same_however_it_is_parted(
    tmp_path: Path, money: str, format: str
) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    source = lines(tmp_path / "in.jsonl", 25)
    ending = {"docbin": "spacy", "label-studio": "json"}.get(format, format)
    for size in (4, 100):
        place = tmp_path / f"{size}.{ending}"
        run(source, place, money, format=format, part_articles=size)
    assert (tmp_path / f"4.{ending}").read_bytes() == (tmp_path / f"100.{ending}").read_bytes()


@pytest.mark.parametrize("format", ["jsonl", "csv", "parquet", "docbin"])
def test_parts_of_every_format(tmp_path: Path, money: str, format: str) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    report = run(lines(tmp_path / "in.jsonl", 12), tmp_path / "out", money, format=format)
    store = Store(tmp_path / "out", format)
    assert report.records == 12
    assert store.part(0).exists()
    assert store.part(1).exists()


def test_what_cannot_be_read_is_set_aside(tmp_path: Path, money: str) -> None:
    good = lines(tmp_path / "good.jsonl", 12)
    run(good, tmp_path / "good_out.jsonl", money)
    rows = good.read_bytes().splitlines(keepends=True)
    rows[3:3] = [b"{no json\n", b'{"id": "x"}\n', b'{"id": "y", "text": "\xff"}\n', rows[2]]
    (tmp_path / "bad.jsonl").write_bytes(b"".join(rows))
    report = run([tmp_path / "bad.jsonl", tmp_path / "gone.txt"], tmp_path / "out.jsonl", money)
    assert (report.articles, report.records, report.rejects, report.exit_code) == (12, 12, 5, 3)
    aside = rows_of(tmp_path / "out.jsonl.rejects.jsonl")
    assert [(row["line"], row["id"]) for row in aside] == [
        (4, None),
        (5, "x"),
        (6, None),
        (7, "2"),
        (None, None),
    ]
    assert "met before" in aside[3]["reason"]
    assert "raw_base64" in aside[2]
    found = [
        [row[key] for row in rows_of(tmp_path / name)]
        for name in ("out.jsonl", "good_out.jsonl")
        for key in ("id", "spans")
    ]
    assert found[:2] == found[2:]


def test_nothing_that_can_be_read(tmp_path: Path, money: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(b"\n{\n")
    report = run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", money)
    assert report.exit_code == 2
    assert not (tmp_path / "out.jsonl").exists()


def test_own_output_is_no_input(tmp_path: Path, money: str) -> None:
    lines(tmp_path / "in.jsonl", 5)
    for name in ("out", "out.jsonl"):
        first = run(tmp_path, tmp_path / "out" if name == "out" else tmp_path / name, money)
        assert first.articles == 5
    with pytest.raises(WriteError, match="input and output"):
        run(tmp_path / "in.jsonl", tmp_path / "in.jsonl", money, overwrite=True)


def test_a_packed_file_that_unpacks_to_too_much(tmp_path: Path, money: str) -> None:
    with gzip.open(tmp_path / "bomb.jsonl.gz", "wb") as stream:
        stream.write(b'{"id": "1", "text": "5"}\n' + b" " * 10**6)
    report = run(
        tmp_path / "bomb.jsonl.gz", tmp_path / "out", money, reading=Options(max_bytes=1000)
    )
    assert report.rejects == 1
    assert b"unpacks to more than 1000 bytes" in (tmp_path / "out/rejects.jsonl").read_bytes()


def test_wrong_use(tmp_path: Path, money: str) -> None:
    source = lines(tmp_path / "in.jsonl", 5)
    with pytest.raises(GaoyouError, match="workers"):
        run(source, tmp_path / "out", money, workers=0)
    with pytest.raises(GaoyouError, match="unknown form"):
        run(source, tmp_path / "out", money, form="docx")
    with pytest.raises(WriteError, match="format"):
        run(source, tmp_path / "out.docx", money)
    with pytest.raises(GaoyouError, match="is not there"):
        run(source, tmp_path / "out", "no_such_model")


def test_a_lost_article_is_no_success(tmp_path: Path, money: str) -> None:
    def lossy(tasks: Iterable[Task], settings: Settings) -> Iterator[Outcome]:
        yield from list(run_here(tasks, settings))[1:]

    with pytest.raises(GaoyouError, match="25 inputs were read, but 15 records"):
        run(lines(tmp_path / "in.jsonl", 25), tmp_path / "out", money, engine=lossy)


def test_progress_is_told(tmp_path: Path, money: str) -> None:
    told = []

    def watch(progress: Progress) -> None:
        counts = progress.counts
        told.append((counts.records, counts.resumed_characters, progress.expected > 0))

    source = lines(tmp_path / "in.jsonl", 25)
    run(source, tmp_path / "out", money, watch=watch)
    assert told == [(10, 0, True), (20, 0, True), (25, 0, True)]
    told.clear()
    run(source, tmp_path / "out", money, watch=watch)
    assert [records for records, before, _ in told if before] == [10, 20, 25]
