"""Archives of documents: each is read, a spoiled one costs itself alone."""

import io
import re
import zipfile
from contextlib import nullcontext
from pathlib import Path

import pytest
from small_documents import BODY, PAGE, TITLE, mail, odt, packed, read_all

pytest.importorskip("docx")
pytest.importorskip("defusedxml")
pytest.importorskip("striprtf")


def test_an_archive_of_documents(tmp_path: Path) -> None:
    files = {
        "b/新闻.html": PAGE,
        "a.txt": f"{TITLE}\n\n{BODY}\n".encode("gb18030"),
        "inner.zip": packed({"c.odt": odt(f"<text:p>{BODY}</text:p>")}),
        "bad.pdf": b"%PDF-1.7 nothing",
        "logo.png": b"\x89PNG",
        "__MACOSX/a.txt": b"x",
        ".hidden.txt": b"x",
    }
    (tmp_path / "a.zip").write_bytes(packed(files))
    found, rejects = read_all(tmp_path / "a.zip")
    assert [(a.id, a.text) for a in found] == [
        ("a.zip/a.txt", f"{TITLE}\n{BODY}"),
        ("a.zip/b/新闻.html", f"{TITLE}\n{BODY}"),
        ("a.zip/inner.zip/c.odt", BODY),
    ]
    assert [article.source.path[-14:] for article in found][2:] == ["ner.zip!/c.odt"]
    assert [(r.id, "spoiled PDF" in r.reason) for r in rejects] == [("a.zip/bad.pdf", True)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed({"a.txt": b" " * 50_000_000}), "times its size"),
        (packed({f"{n}.txt": b"" for n in range(10_001)}), "more than 10000 files"),
        (
            packed({"a": packed({"b": packed({"c": packed({"d.txt": BODY.encode()})})})}),
            "more than 3",
        ),
        (packed({"a.txt": BODY.encode()})[:60], "spoiled ZIP"),
    ],
    ids=["ratio", "count", "nesting", "cut"],
)
def test_archives_that_attack(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    found, (reject,) = read_all(tmp_path / "a.zip")
    assert found == []
    assert reason in reject.reason


def test_names_that_an_archive_has_twice_and_dates_out_of_range(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for _ in range(2):
            with pytest.warns() if "a.html" in archive.namelist() else nullcontext():
                archive.writestr("a.html", PAGE)
    found, _ = read_all(tmp_path / "a.zip")
    assert [article.text for article in found] == [f"{TITLE}\n{BODY}"] * len(found) != []
    data = mail(page=False).as_bytes()
    (tmp_path / "b.eml").write_bytes(
        re.sub(rb"Date: .*", b"Date: Wed, 4 Mar 99999999999 1:1:1", data)
    )
    assert read_all(tmp_path / "b.eml")[0][0].date is None


def test_names_that_lead_out_of_an_archive_are_read_inside_it(tmp_path: Path) -> None:
    names = ("../../a.txt", "/etc/b.txt", "c/d.txt", ".hidden/e.txt")
    (tmp_path / "a.zip").write_bytes(packed({name: BODY.encode() for name in names}))
    found, rejects = read_all(tmp_path / "a.zip")
    assert [article.id for article in found] == ["a.zip/a.txt", "a.zip/c/d.txt", "a.zip/etc/b.txt"]
    assert rejects == []


@pytest.mark.parametrize(
    "packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_STORED]
)
def test_a_spoiled_file_in_an_archive_costs_itself_alone(packing: int, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", packing) as archive:
        for name in ("a.txt", "b.txt", "c.txt"):
            archive.writestr(name, BODY * 9)
        spoiled = archive.getinfo("b.txt")
    data = bytearray(stream.getvalue())
    begin = spoiled.header_offset + 30 + len("b.txt")
    for at in range(begin, begin + spoiled.compress_size):
        data[at] ^= 0x5A
    (tmp_path / "a.zip").write_bytes(bytes(data))
    found, (reject,) = read_all(tmp_path / "a.zip")
    assert [article.id for article in found] == ["a.zip/a.txt", "a.zip/c.txt"]
    assert reject.id == "a.zip/b.txt"
    assert reject.reason.startswith("is spoiled in the archive: ")
    assert reject.reason.endswith(". Get the archive again.")
