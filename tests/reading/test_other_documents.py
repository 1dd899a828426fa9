"""OpenDocument, RTF and mail; programs that are not installed are skipped."""

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest
from small_documents import BODY, PAGE, ROWS, TITLE, mail, odt, odt_table, read_all

from gaoyou_nlp.records import locate

docx = pytest.importorskip("docx")
pytest.importorskip("defusedxml")
pytest.importorskip("striprtf")


def test_open_document(tmp_path: Path) -> None:
    body = (
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>3月4日，县水务局<text:span>局长'
        f'<text:s text:c="2"/></text:span>卢向东在工地说，工程总投资1.2亿元。<text:note>'
        f"<text:p>脚注</text:p></text:note></text:p>{odt_table()}"
        "<text:tracked-changes><text:p>删去的字</text:p></text:tracked-changes>"
    )
    (tmp_path / "a.odt").write_bytes(odt(body))
    (article,), rejects = read_all(tmp_path / "a.odt")
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
    (article,), _ = read_all(tmp_path / "a.rtf")
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
    (article,), _ = read_all(tmp_path / f"a.{ending}")
    (whole,), _ = read_all(tmp_path / "a.docx")
    assert article.text == whole.text
    assert article.title == TITLE


def test_mail_with_attachments(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(PAGE, maintype="text", subtype="html", filename="新闻.html")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream", filename="b.x")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    found, rejects = read_all(tmp_path / "a.eml")
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
    (tmp_path / "a.eml").write_bytes(mail(page=True).as_bytes())
    (article,), _ = read_all(tmp_path / "a.eml")
    assert article.text == f"{TITLE}\n{BODY}"
    at = article.text.index("卢向东")
    assert [where.path for where in locate(article, at, at + 3)] == ["body > p:nth-of-type(1)"]


def test_one_bad_document_loses_no_other(tmp_path: Path) -> None:
    good = {"a.html": PAGE, "b.eml": mail().as_bytes(), "c.odt": odt(f"<text:p>{BODY}</text:p>")}
    for name, data in good.items():
        (tmp_path / name).write_bytes(data)
        for part in (3, 2):
            (tmp_path / f"bad{part}{name}").write_bytes(data[: len(data) // part])
    (tmp_path / "d.doc").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
    )
    found, rejects = read_all(tmp_path)
    assert {"a.html", "b.eml", "c.odt"} <= {article.id for article in found}
    old = next(reject for reject in rejects if reject.id == "d.doc")
    assert "soffice --headless --convert-to docx" in old.reason
    assert (old.size, old.sha256) == (32, sha256((tmp_path / "d.doc").read_bytes()).hexdigest())


def test_a_large_reject_holds_a_checksum_and_no_bytes(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 2_000_000
    (tmp_path / "large.doc").write_bytes(data)
    _, (reject,) = read_all(tmp_path / "large.doc")
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


def test_rich_text_with_numbers_out_of_range(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(rb"{\rtf1\ansi \u99999999999?\u21439?\u38271?\par}")
    (article,), _ = read_all(tmp_path / "a.rtf")
    assert article.text.endswith("县长")


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
    found, (reject,) = read_all(tmp_path / "a.rtf")
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
    (article,), rejects = read_all(tmp_path / "a.mht")
    assert (article.text, rejects) == (f"{TITLE}\n{BODY}", [])
