"""Word files: paragraphs and tables in order, what is shown and nothing else."""

import io
import zipfile
from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject, locate

docx = pytest.importorskip("docx")


def _read(data: bytes, folder: Path, name: str = "a.docx") -> tuple[list[Article], list[Reject]]:
    (folder / name).write_bytes(data)
    rejects: list[Reject] = []
    return list(read(folder / name, on_reject=rejects.append)), rejects


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def _notice() -> bytes:
    document = docx.Document()
    document.add_heading("关于褚文博等同志职务任免的通知", 0)
    document.add_paragraph("各镇人民政府，县各委办局：")
    document.add_paragraph("任命柏雪松为县统计局副局长；\n免去方致和的县应急管理局副局长职务。")
    table = document.add_table(3, 3)
    rows = [("项目名称", "总投资（万元）", "进展"), ("城北水厂扩建工程", "23600", "在建")]
    for row, texts in zip(table.rows, rows, strict=False):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(2, 0).merge(table.cell(2, 1)).text = "合计 23600"
    document.add_paragraph("附件如上。")
    document.add_paragraph("青川县人民政府")
    document.add_paragraph("二〇二六年三月十二日")
    document.sections[0].header.paragraphs[0].text = "内部资料"
    return _saved(document)


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    (article,), rejects = _read(_notice(), tmp_path)
    assert rejects == []
    assert article.text == (
        "关于褚文博等同志职务任免的通知\n各镇人民政府，县各委办局：\n任命柏雪松为县统计局副局长；\n"
        "免去方致和的县应急管理局副局长职务。\n项目名称\t总投资（万元）\t进展\n城北水厂扩建工程\t23600\t在建\n"
        "合计 23600\n附件如上。\n青川县人民政府\n二〇二六年三月十二日"
    )
    assert (article.id, article.title, article.date) == (
        "a.docx",
        "关于褚文博等同志职务任免的通知",
        "2026-03-12",
    )
    at = article.text.index("23600\t")
    assert [where.name for where in locate(article, at, at + 5)] == ["table 1!B2"]
    at = article.text.index("附件")
    assert [where.number for where in locate(article, at, at + 2)] == [5]


def test_a_title_over_two_paragraphs(tmp_path: Path) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = docx.Document()
    lines = [
        ("青川县人民政府关于印发2026年重点项目计划", 22),
        ("的通知", 22),
        ("青政发〔2026〕12号", 16),
    ]
    for text, size in lines:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).font.size = Pt(size)
    document.add_paragraph("各镇人民政府：")
    (article,), _ = _read(_saved(document), tmp_path)
    assert article.title == "青川县人民政府关于印发2026年重点项目计划\n的通知"
    assert article.text.split("\n")[2:] == ["青政发〔2026〕12号", "各镇人民政府："]


def test_marked_changes_text_boxes_and_hidden_text(tmp_path: Path) -> None:
    namespace = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    body = (
        "<w:p><w:r><w:t>县长</w:t></w:r><w:ins><w:r><w:t>秦立岩</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>王假名</w:delText></w:r></w:del><w:r><w:t>讲话。</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
        "<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r></w:p>"
        "<w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>总投资5亿元。</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>总投资5亿元。</w:t></w:r>"
        "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>地点在大桥镇。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    xml = f"<w:document {namespace}><w:body>{body}</w:body></w:document>"
    data = _replaced(_saved(docx.Document()), "word/document.xml", xml.encode())
    (article,), _ = _read(data, tmp_path)
    assert article.text == "县长秦立岩讲话。\n总投资5亿元。\n地点在大桥镇。"


def _replaced(package: bytes, name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for member in old.namelist():
            new.writestr(member, data if member == name else old.read(member))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_notice()[:3000], "spoiled"),
        (_replaced(_notice(), "word/document.xml", b"<w:document"), "cannot be read"),
        (_replaced(_notice(), "word/document.xml", b" " * 300_000_000), "times its size"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"", "empty"),
        (b"\x00\x01\x02" * 100, "no known kind"),
        (b"\x89PNG\r\n", "OCR"),
    ],
    ids=["cut", "bad-xml", "bomb", "old-word", "locked", "empty", "unknown", "picture"],
)
def test_what_cannot_be_read_is_set_aside(data: bytes, reason: str, tmp_path: Path) -> None:
    found, (reject,) = _read(data, tmp_path)
    assert found == []
    assert reason in reject.reason
    (tmp_path / "b.docx").write_bytes(_notice())
    rejects: list[Reject] = []
    assert [article.id for article in read(tmp_path, on_reject=rejects.append)] == ["b.docx"]


def test_an_external_entity_is_not_followed(tmp_path: Path) -> None:
    xml = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w="http://schemas.'
        'openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>县长&x;说。</w:t></w:r>'
        "</w:p></w:body></w:document>"
    )
    found, _ = _read(_replaced(_notice(), "word/document.xml", xml.encode()), tmp_path)
    host = Path("/etc/hostname").read_text().strip() if Path("/etc/hostname").exists() else "?"
    assert not any(host in article.text for article in found)
