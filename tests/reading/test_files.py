"""Files, folders and standard input to articles; what is spoiled is set aside, the rest read."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Reject

zstandard = pytest.importorskip("zstandard")
parquet = pytest.importorskip("pyarrow.parquet")


def _read(path: Path | list[Path], **options: object) -> tuple[dict[str, str], list[Reject]]:
    rejects: list[Reject] = []
    found = read(path, on_reject=rejects.append, **options)  # type: ignore[arg-type]
    return {article.id: article.text for article in found}, rejects


def _lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


GOOD = _lines({"id": "1", "text": "县水库开工。\r\n𠮷"}, {"id": 2, "text": "群众 叫好"})


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl", GOOD),
        ("a.jsonl", b"\xef\xbb\xbf" + GOOD),
        ("a.jsonl", GOOD.decode().encode("gb18030")),
        ("a.jsonl", GOOD.decode().encode("utf-16")),
        ("a.jsonl", GOOD.replace(b"}\n", b"}\r\n\r\n")),
        ("a.jsonl.gz", gzip.compress(GOOD, mtime=0)),
        ("a.ndjson.zst", zstandard.compress(GOOD)),
        ("a.csv", 'id,text\n1,"县水库开工。\r\n𠮷"\n2,群众 叫好\n'.encode()),
        ("a.csv", '\ufeffID,更多,Text\r\n1,,"县水库开工。\r\n𠮷"\r\n2,,群众 叫好\r\n'.encode()),
        ("a.csv", 'sep=;\nid;text\n1;"县水库开工。\r\n𠮷"\n2;群众 叫好'.encode("gb18030")),
        ("a.tsv", 'id\ttext\n1\t"县水库开工。\r\n𠮷"\n2\t群众 叫好'.encode("utf-16")),
        (
            "a.csv.gz",
            gzip.compress('id,text\n1,"县水库开工。\r\n𠮷"\n2,群众 叫好\n'.encode(), mtime=0),
        ),
    ],
)
def test_records_are_read_as_they_are(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert _read(tmp_path / name) == ({"1": "县水库开工。\r\n𠮷", "2": "群众 叫好"}, [])


def test_parquet(tmp_path: Path) -> None:
    import pyarrow as pa

    table = pa.table({"n": [1, 2, 3], "body": ["县水库开工。", None, "群众叫好"]})
    parquet.write_table(table, tmp_path / "a.parquet")
    found, rejects = _read(tmp_path / "a.parquet", id_column="n", text_column="body")
    assert found == {"1": "县水库开工。", "3": "群众叫好"}
    assert [(r.id, r.line, r.reason) for r in rejects] == [("2", 2, "has no 'body'.")]
    assert _read(tmp_path / "a.parquet")[1][0].reason.startswith("has no column 'text'")


def test_text_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("县水库\r\n\r\n3日，县水库开工，王\r\n军到场。".encode("gb18030"))
    [article] = read(file)
    assert article.source is not None
    assert (article.id, article.title, article.source.encoding) == ("a", "县水库", "gb18030")
    assert article.source.sha256 is not None
    [plain] = read(file, reflow=False)
    assert plain.text.count("\r\n") == 3
    assert plain.source_map is None


def test_records_are_reflowed_when_asked(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(_lines({"text": "3日，县水库开工，王\n小军到场讲话。"}))
    [article] = read(tmp_path / "a.jsonl", reflow=True)
    assert (article.id, article.text) == ("a:1", "3日，县水库开工，王小军到场讲话。")
    assert article.source_map is not None
    assert article.source_map.to_source(9, 12) == (9, 13)


def test_folder(tmp_path: Path) -> None:
    (tmp_path / "2021" / "b").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in ("2021/b/x.txt", "2021/a.txt", "z.txt", "note.png", ".git/c.txt", "y.txt.gz"):
        text = "县水库开工。".encode()
        (tmp_path / name).write_bytes(gzip.compress(text) if name.endswith("gz") else text)
    assert list(_read(tmp_path)[0]) == ["2021/a", "2021/b/x", "y", "z"]


@pytest.mark.parametrize(
    ("data", "count"),
    [
        (GOOD, 2),
        ("县水库开工。".encode("gb18030"), 1),
        (b"", 0),
    ],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes, count: int) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    rejects: list[Reject] = []
    assert len(list(read("-", on_reject=rejects.append))) == count
    assert [(r.path, r.reason) for r in rejects] == ([] if count else [("-", "is empty.")])


SPOILED = (
    _lines({"id": "1", "text": "一"})
    + b'{"id": "x", "text": "\xff"}\n'
    + b'{"id": "x", "text": \n'
    + b"[1]\n"
    + _lines({"id": "no text"}, {"id": "5", "text": " \n"}, {"id": "6", "text": 5})
    + _lines({"id": [1], "text": "七"})
    + b'{"id": "8", "text": "\\ud800"}\n'
    + _lines({"id": "1", "text": "又一"})
    + b"[" * 100_000
    + b"\n"
    + _lines({"id": "12", "text": "十二"})
)


def test_spoiled_lines_cost_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(SPOILED)
    found, rejects = _read(tmp_path / "a.jsonl")
    assert found == {"1": "一", "12": "十二"}
    assert [(r.id, r.line) for r in rejects] == [
        (None, 2),
        (None, 3),
        (None, 4),
        ("no text", 5),
        ("5", 6),
        ("6", 7),
        (None, 8),
        ("8", 9),
        ("1", 10),
        (None, 11),
    ]
    assert rejects[0].raw == b'{"id": "x", "text": "\xff"}\n'
    assert "raw_base64" in rejects[0].to_dict()
    assert rejects[8].reason.startswith("the id '1' was met before")
    assert all(json.dumps(r.to_dict()) for r in rejects)


def test_spoiled_rows_cost_no_other(tmp_path: Path) -> None:
    rows = [b"id,text", b"1,\xd2\xbb", b"2", b"3,\xff\xff", b"4,\xcb\xc4,5", b'"5",\xce\xe5', b""]
    (tmp_path / "a.csv").write_bytes(b"\r\n".join(rows))
    found, rejects = _read(tmp_path / "a.csv", encoding="gb18030")
    assert found == {"1": "一", "5": "五"}
    assert [(r.line, r.raw) for r in rejects] == [
        (3, b"2\r\n"),
        (4, b"3,\xff\xff\r\n"),
        (5, b"4,\xcb\xc4,5\r\n"),
    ]


def test_open_quote_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes('id,text\n1,一\n2,"二\n3,三\n'.encode())
    found, [reject] = _read(tmp_path / "a.csv")
    assert found == {"1": "一"}
    assert reject.raw == '2,"二\n3,三\n'.encode()
    assert reject.reason == "is no row: a quote that begins here does not end."


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "is empty."),
        ("a.txt", " \n　".encode(), "is empty."),
        ("a.txt", b"\x89PNG\0\0", "a zero byte"),
        ("a.txt", "县水库开工。".encode("gb18030")[:-1], "byte 0xa1 is not gb18030"),
        ("a.txt.gz", gzip.compress(b"abc", mtime=0)[:-9], "breaks off"),
        ("a.txt.gz", b"no gzip", "breaks off"),
        ("a.txt.zst", b"no zstd", "breaks off"),
        ("a.txt.gz", gzip.compress(b"a" * 5000, mtime=0), "unpacks to more than 1000 bytes"),
        ("a.jsonl.gz", gzip.compress(b" " * 500_000, mtime=0), "unpacks to more than 1000 bytes"),
        ("a.csv", b"a,b\n1,2\n", "has no column 'text'. Its columns are: 'a', 'b'."),
        ("a.csv", b"", "has no column 'text'"),
        ("a.parquet", b"PAR1", "is no Parquet file"),
    ],
)
def test_spoiled_files_are_set_aside(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.txt").write_text("县水库开工。", encoding="utf-8")
    found, [reject] = _read([tmp_path / name, tmp_path / "b.txt"], max_bytes=1000)
    assert found == {"b": "县水库开工。"}
    assert reject.reason.startswith(reason)
    with pytest.raises(ReadError) as caught:
        list(read(tmp_path / name, max_bytes=1000))
    assert caught.value.path == str(tmp_path / name)


def test_a_broken_archive_gives_what_it_held(tmp_path: Path) -> None:
    rows = [{"id": str(n), "text": f"第{n * 7919}条"} for n in range(2000)]
    packed = gzip.compress(_lines(*rows))
    (tmp_path / "a.jsonl.gz").write_bytes(packed[: len(packed) // 2])
    found, [reject] = _read(tmp_path / "a.jsonl.gz")
    assert 100 < len(found) < 2000
    assert reject.line == len(found) + 1
    assert "breaks off" in reject.reason


@pytest.mark.parametrize("name", ["missing.txt", "a.png"])
def test_wrong_use_raises(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.png").write_bytes(b"PK")
    with pytest.raises(ReadError):
        list(read(tmp_path / name, on_reject=print))


def test_a_long_cell_is_not_cut(tmp_path: Path) -> None:
    text = "县水库开工。" * 50_000
    (tmp_path / "a.csv").write_text(f"id,text\n1,{text}\n", encoding="utf-8")
    assert _read(tmp_path / "a.csv") == ({"1": text}, [])


def test_dates_of_a_table_are_days(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    moments = pa.array([1_772_582_400_000_000_001, None], pa.timestamp("ns"))
    table = pa.table({"text": ["县水库开工。", "县长讲话。"], "date": moments})
    parquet.write_table(table, tmp_path / "a.parquet")
    assert [a.date for a in read(tmp_path / "a.parquet")] == ["2026-03-04", None]


def test_the_folder_of_a_saved_page_is_left_out(tmp_path: Path) -> None:
    """The folder beside a page belongs to it; one beside a folder of such a name does not."""
    for folder in ("a_files", "b.html", "b_files"):
        (tmp_path / folder).mkdir()
    for name in ("a.html", "a_files/x.txt", "b_files/y.txt"):
        (tmp_path / name).write_text("县水库开工。", encoding="utf-8")
    found, rejects = _read(tmp_path)
    assert (sorted(found), rejects) == (["a.html", "b_files/y"], [])


@pytest.mark.parametrize(
    ("spoiled", "line"),
    [
        ("2,二\r3,三\n", 3),
        ('2,"二"二\n', 3),
        ('2,"二"二"\n第二行,"三\n', 3),
        ('2,"二\n二"二\n', 3),
    ],
    ids=["a carriage return", "a quote inside", "quotes over two lines", "behind a line break"],
)
def test_a_spoiled_row_of_a_table_costs_no_other(tmp_path: Path, spoiled: str, line: int) -> None:
    rows = f"id,text\n1,一\n{spoiled}8,八\n9,九\n"
    (tmp_path / "a.csv").write_bytes(rows.encode())
    found, [reject] = _read(tmp_path / "a.csv")
    assert found == {"1": "一", "8": "八", "9": "九"}
    assert (reject.line, reject.raw.decode()) == (line, spoiled)


def test_a_quote_that_never_ends_takes_no_rows_along(tmp_path: Path) -> None:
    rows = "".join(f"{n},{n}\n" for n in range(200))
    (tmp_path / "a.csv").write_bytes(f'id,text\nx,"二"二"\n{rows}'.encode())
    found, [reject] = _read(tmp_path / "a.csv")
    assert (len(found), reject.raw.decode()) == (200, 'x,"二"二"\n')
