"""Files appear whole or not at all, and never take another's place unasked."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import gaoyou_nlp
from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.formats import FORMATS, dump
from gaoyou_nlp.records import Article, Record

RECORDS = [Record(Article("1", "县水库")), Record(Article("2", "开工"))]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_overwrites_and_refuses(tmp_path: Path, name: str) -> None:
    place = tmp_path / "sub" / "out"
    assert gaoyou_nlp.write(RECORDS, place, format=name) == 2
    before = sorted(path.name for path in tmp_path.rglob("*"))
    with pytest.raises(WriteError, match="is there already"):
        gaoyou_nlp.write(RECORDS, place, format=name)
    assert gaoyou_nlp.write(RECORDS[:1], place, format=name, overwrite=True) == 1
    after = sorted(path.name for path in tmp_path.rglob("*"))
    assert after == ([n for n in before if not n.startswith("2.")] if name == "brat" else before)


def _failing() -> Iterator[Record]:
    yield RECORDS[0]
    raise RuntimeError("stopped")


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_leaves_nothing_behind(tmp_path: Path, name: str) -> None:
    with pytest.raises(RuntimeError):
        gaoyou_nlp.write(_failing(), tmp_path / "out", format=name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_keeps_what_was_there(tmp_path: Path, name: str) -> None:
    gaoyou_nlp.write(RECORDS, tmp_path / "out", format=name)
    files = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(RuntimeError):
        gaoyou_nlp.write(_failing(), tmp_path / "out", format=name, overwrite=True)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == files


@pytest.mark.parametrize("name", FORMATS)
def test_an_unwritable_place_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WriteError) as caught:
        gaoyou_nlp.write(RECORDS, tmp_path / "file" / "out", format=name)
    assert caught.value.path == str(tmp_path / "file" / "out")


@pytest.mark.parametrize(
    "name", sorted(FORMATS.keys() - {"duckdb"})
)  # whose files hold a random id
def test_twice_the_same_bytes(tmp_path: Path, name: str) -> None:
    for place in ("a", "b"):
        gaoyou_nlp.write(RECORDS, tmp_path / place, format=name)
    if name == "brat":
        first, second = (
            {p.name: p.read_bytes() for p in (tmp_path / place).iterdir()} for place in ("a", "b")
        )
        assert first == second
    else:
        assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_formats_by_their_endings(tmp_path: Path) -> None:
    gaoyou_nlp.write(RECORDS, tmp_path / "a.CSV")
    assert (tmp_path / "a.CSV").read_bytes().startswith(b"\xef\xbb\xbfid,")
    with pytest.raises(WriteError, match="does not say the format"):
        gaoyou_nlp.write(RECORDS, tmp_path / "a.docx")
    with pytest.raises(WriteError, match="unknown format"):
        gaoyou_nlp.write(RECORDS, tmp_path / "a.csv", format="docx")


def test_streams() -> None:
    stream = io.BytesIO()
    assert dump(RECORDS, stream, format="jsonl") == 2
    assert stream.getvalue().count(b"\n") == 2
    with pytest.raises(WriteError, match="a place of its own"):
        dump(RECORDS, stream, format="brat")


def test_a_link_is_not_followed_unasked(tmp_path: Path) -> None:
    os.symlink(tmp_path / "nowhere", tmp_path / "a.jsonl")
    with pytest.raises(WriteError, match="is there already"):
        gaoyou_nlp.write(RECORDS, tmp_path / "a.jsonl")


@pytest.mark.parametrize(
    "others",
    [
        {"thesis.docx": "x"},
        {"sub/a.txt": "x"},
        {"a.txt": "x"},
        {"annotation.conf": "", "a.doc": ""},
    ],
    ids=["another ending", "a folder", "none of ours", "ours and another"],
)
def test_a_folder_of_others_is_not_replaced(tmp_path: Path, others: dict[str, str]) -> None:
    place = tmp_path / "out"
    for name, content in others.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(content, encoding="utf-8")
    with pytest.raises(WriteError, match="was not written here"):
        gaoyou_nlp.write(RECORDS, place, format="brat", overwrite=True)
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {
        Path(name).name for name in others
    }


@pytest.mark.parametrize("name", ["", ".", "..", "/", "a\0b"], ids=repr)
@pytest.mark.parametrize("format", ["jsonl", "brat", "sqlite"])
def test_no_name_for_an_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, format: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(WriteError, match="is no name for an output"):
        gaoyou_nlp.write(RECORDS, name, format=format, overwrite=True)
