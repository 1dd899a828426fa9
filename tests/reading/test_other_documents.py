"""OpenDocument, RTF, mail, JSON, XML and ZIP; programs that are not installed are skipped."""

import io
import json
import re
import shutil
import subprocess
import zipfile
from contextlib import nullcontext
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject, locate

docx = pytest.importorskip("docx")
pytest.importorskip("defusedxml")
pytest.importorskip("striprtf")

TITLE = "青川县水库加固工程开工"
BODY = "3月4日，县水务局局长卢向东在工地说，工程总投资1.2亿元。"
ROWS = [["项目名称", "总投资（万元）"], ["城北水厂扩建工程", "23600"]]
PAGE = f"<!DOCTYPE html><title>{TITLE}</title><h1>{TITLE}</h1><p>{BODY}</p>".encode()


def _all(path: Path, **options: str) -> tuple[list[Article], list[Reject]]:
    rejects: list[Reject] = []
    return list(read(path, on_reject=rejects.append, **options)), rejects  # type: ignore[arg-type]


def _odt(body: str) -> bytes:
    names = "office text table"
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names.split()
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
    return stream.getvalue()


def _odt_table() -> str:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        + '<table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
        for row in ROWS
    )
    return f"<table:table>{cells}</table:table>"


def test_open_document(tmp_path: Path) -> None:
    body = (
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>3月4日，县水务局<text:span>局长'
        f'<text:s text:c="2"/></text:span>卢向东在工地说，工程总投资1.2亿元。<text:note>'
        f"<text:p>脚注</text:p></text:note></text:p>{_odt_table()}"
        "<text:tracked-changes><text:p>删去的字</text:p></text:tracked-changes>"
    )
    (tmp_path / "a.odt").write_bytes(_odt(body))
    (article,), rejects = _all(tmp_path / "a.odt")
    assert rejects == []
    assert article.text == f"{TITLE}\n{BODY}\n项目名称\t总投资（万元）\n城北水厂扩建工程\t23600"
    assert article.title == TITLE
    assert [cell.text for cell in article.tables[0].column("总投资（万元）")] == ["23600"]
    at = article.text.index("23600")
    assert [where.name for where in locate(article, at, at + 5)] == ["table 1!B2"]


def test_rich_text(tmp_path: Path) -> None:
    def coded(text: str) -> str:
        return "".join(
            c if c.isascii() else "".join(f"\\'{b:02x}" for b in c.encode("gbk")) for c in text
        )

    wide = "".join(f"\\u{ord(c)}?" for c in "总投资1.2亿元")
    rtf = (
        r"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 SimSun;}}"
        + coded(TITLE)
        + r"\par "
        + coded("3月4日，县水务局局长卢向东在工地说，工程")
        + wide
        + coded("。")
        + r"\par{\*\generator none}{\pict\pngblip 89504e47}}"
    )
    (tmp_path / "a.rtf").write_text(rtf, encoding="ascii")
    (article,), _ = _all(tmp_path / "a.rtf")
    assert article.text == f"{TITLE}\n{BODY}"


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["odt", "rtf", "pdf", "html"])
def test_libreoffice_writes_the_same_text(ending: str, tmp_path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(BODY)
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "a.docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, home, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run(
        [*command, str(tmp_path / "a.docx")], check=True, capture_output=True, timeout=300
    )
    if not (tmp_path / f"a.{ending}").exists():
        pytest.skip(f"this LibreOffice cannot write {ending}")
    (article,), _ = _all(tmp_path / f"a.{ending}")
    (whole,), _ = _all(tmp_path / "a.docx")
    assert article.text == whole.text
    assert article.title == TITLE


def _mail(*, page: bool = False) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "县水务局办公室 <office@qingchuan.invalid>"
    message["Date"] = "Wed, 04 Mar 2026 10:25:00 +0800"
    message.set_content(f"{BODY}\n\n附件请查收。\n", charset="gb18030")
    if page:
        message.add_alternative(f"<p>{BODY}</p><img src='http://x.invalid/1'>", subtype="html")
    return message


def test_mail_with_attachments(tmp_path: Path) -> None:
    message = _mail()
    message.add_attachment(PAGE, maintype="text", subtype="html", filename="新闻.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="b.x")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    found, rejects = _all(tmp_path / "a.eml")
    assert [(a.id, a.text) for a in found] == [
        ("a.eml", f"{TITLE}\n{BODY}\n附件请查收。"),
        ("a.eml/新闻.html", f"{TITLE}\n{BODY}"),
    ]
    first = found[0]
    assert (first.title, first.date, first.author) == (
        TITLE,
        "2026-03-04",
        "县水务局办公室",
    )
    assert [(r.id, r.reason[:16]) for r in rejects] == [("a.eml/b.x", "is of no known k")]


def test_mail_as_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(_mail(page=True).as_bytes())
    (article,), _ = _all(tmp_path / "a.eml")
    assert article.text == f"{TITLE}\n{BODY}"
    at = article.text.index("卢向东")
    assert [where.path for where in locate(article, at, at + 3)] == ["body > p:nth-of-type(1)"]


RECORD = {"id": 7, "title": TITLE, "content": BODY, "date": "2026-03-04"}


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
    (article,), rejects = _all(tmp_path / "a.json", text_column=column)
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
    found, (reject,) = _all(tmp_path / "a.json")
    assert found == []
    assert reason in reject.reason


RSS = (
    "<?xml version='1.0' encoding='gb18030'?><rss><channel><title>新闻</title><item><id>7</id>"
    f"<title>{TITLE}</title><date>2026-03-04</date>"
    f"<description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item></channel></rss>"
).encode("gb18030")


EXTERNAL = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><text>&x;</text></a>'


@pytest.mark.parametrize("column", ["description", "item.description"])
def test_xml_by_a_path(column: str, tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(RSS)
    (article,), _ = _all(tmp_path / "a.xml", text_column=column)
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
    found, (reject,) = _all(tmp_path / "a.xml", text_column=column)
    assert found == []
    assert reason in reject.reason


def _zip(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_an_archive_of_documents(tmp_path: Path) -> None:
    files = {
        "b/新闻.html": PAGE,
        "a.txt": f"{TITLE}\n\n{BODY}\n".encode("gb18030"),
        "inner.zip": _zip({"c.odt": _odt(f"<text:p>{BODY}</text:p>")}),
        "bad.pdf": b"%PDF-1.7 nothing",
        "logo.png": b"\x89PNG",
        "__MACOSX/a.txt": b"x",
        ".hidden.txt": b"x",
    }
    (tmp_path / "a.zip").write_bytes(_zip(files))
    found, rejects = _all(tmp_path / "a.zip")
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
        (_zip({"a.txt": b" " * 50_000_000}), "times its size"),
        (_zip({f"{n}.txt": b"" for n in range(10_001)}), "more than 10000 files"),
        (_zip({"a": _zip({"b": _zip({"c": _zip({"d.txt": BODY.encode()})})})}), "more than 3"),
        (_zip({"a.txt": BODY.encode()})[:60], "spoiled ZIP"),
    ],
    ids=["ratio", "count", "nesting", "cut"],
)
def test_archives_that_attack(data: bytes, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    found, (reject,) = _all(tmp_path / "a.zip")
    assert found == []
    assert reason in reject.reason


def test_one_bad_document_loses_no_other(tmp_path: Path) -> None:
    good = {"a.html": PAGE, "b.eml": _mail().as_bytes(), "c.odt": _odt(f"<text:p>{BODY}</text:p>")}
    for name, data in good.items():
        (tmp_path / name).write_bytes(data)
        for part in (3, 2):
            (tmp_path / f"bad{part}{name}").write_bytes(data[: len(data) // part])
    (tmp_path / "d.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
    )
    found, rejects = _all(tmp_path)
    assert {"a.html", "b.eml", "c.odt"} <= {article.id for article in found}
    old = next(reject for reject in rejects if reject.id == "d.doc")
    assert "soffice --headless --convert-to docx" in old.reason
    assert (old.size, old.sha256) == (32, sha256((tmp_path / "d.doc").read_bytes()).hexdigest())


def test_a_large_reject_holds_a_checksum_and_no_bytes(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 2_000_000
    (tmp_path / "large.doc").write_bytes(data)
    _, (reject,) = _all(tmp_path / "large.doc")
    row = reject.to_dict()
    assert row == {
        "id": "large.doc",
        "path": str(tmp_path / "large.doc"),
        "line": None,
        "offset": None,
        "reason": "is an old Office file of a kind that is not known, or locked with a password. "
        "Save it as .docx or .xlsx, without one.",
        "size": len(data),
        "sha256": sha256(data).hexdigest(),
        "raw": "",
    }


def test_names_that_an_archive_has_twice_and_dates_out_of_range(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for _ in range(2):
            with pytest.warns() if "a.html" in archive.namelist() else nullcontext():
                archive.writestr("a.html", PAGE)
    found, _ = _all(tmp_path / "a.zip")
    assert [article.text for article in found] == [f"{TITLE}\n{BODY}"] * len(found) != []
    data = _mail(page=False).as_bytes()
    (tmp_path / "b.eml").write_bytes(
        re.sub(rb"Date: .*", b"Date: Wed, 4 Mar 99999999999 1:1:1", data)
    )
    assert _all(tmp_path / "b.eml")[0][0].date is None


def test_rich_text_with_numbers_out_of_range(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1\ansi \u99999999999?\u21439?\u38271?\par}")
    (article,), _ = _all(tmp_path / "a.rtf")
    assert article.text.endswith("县长")


def test_names_that_lead_out_of_an_archive_are_read_inside_it(tmp_path: Path) -> None:
    names = ("../../a.txt", "/etc/b.txt", "c/d.txt", ".hidden/e.txt")
    (tmp_path / "a.zip").write_bytes(_zip({name: BODY.encode() for name in names}))
    found, rejects = _all(tmp_path / "a.zip")
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
    found, (reject,) = _all(tmp_path / "a.zip")
    assert [article.id for article in found] == ["a.zip/a.txt", "a.zip/c.txt"]
    assert reject.id == "a.zip/b.txt"
    assert reject.reason.startswith("is spoiled in the archive: ")
    assert reject.reason.endswith(". Get the archive again.")


@pytest.mark.parametrize(
    ("data", "step"),
    [
        (b"{\\rtf1 x}", "Open it in Word or LibreOffice and save it again."),
        (b"<?xml version='1.0'?><a/>", "Get it again from where it came."),
    ],
    ids=["rtf", "xml"],
)
def test_an_error_that_only_the_library_knows_says_what_to_do(
    data: bytes, step: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(kind: str) -> object:
        raise IndexError("list index out of range")

    monkeypatch.setattr("gaoyou_nlp.reading.documents.reader._reader", fail)
    (tmp_path / "a.rtf").write_bytes(data)
    found, (reject,) = _all(tmp_path / "a.rtf")
    assert found == []
    assert reject.reason.endswith(f"(IndexError: list index out of range). {step}")


@pytest.mark.parametrize("charset", ["x-klingon", "base64", "utf-8"])
def test_a_page_in_one_file_whose_encoding_nobody_knows(charset: str, tmp_path: Path) -> None:
    head = (
        "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: text/html; charset="{charset}"\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    (tmp_path / "a.mht").write_bytes(head.encode() + PAGE)
    (article,), rejects = _all(tmp_path / "a.mht")
    assert (article.text, rejects) == (f"{TITLE}\n{BODY}", [])
