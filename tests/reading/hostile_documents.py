"""Documents that attack: each maker returns one, named after the kind and what it tries."""

# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

docx = pytest.importorskip("docx")
openpyxl = pytest.importorskip("openpyxl")


def _zip(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def _pdf(*objects: bytes, root: int = 1) -> bytes:
    """A PDF file of objects, numbered from 1, without a table of references."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return b"%%PDF-1.7\n%strailer <</Root %d 0 R>>\n%%%%EOF" % (body, root)


def _stream(data: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    head = b"<</Length %d /Filter /FlateDecode %s>>" % (len(packed), more)
    return head + b"stream\n" + packed + b"\nendstream"


def pdf_with(content: bytes) -> bytes:
    """A page with a stream of content."""
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def pdf_bomb() -> bytes:
    return pdf_with(_stream(b"BT /F 9 Tf 50 700 Td (x) Tj ET\n" + b" " * 300_000_000))


def pdf_many_letters() -> bytes:
    return pdf_with(_stream(b"BT /F 1 Tf 50 700 Td " + b"0 -1 Td (xyzxyzxyz) Tj " * 40_000 + b"ET"))


def pdf_many_lines() -> bytes:
    rules = b"".join(
        b"%d %d m %d %d l S\n" % (n % 500, n % 800, n % 500 + 9, n % 800) for n in range(200_000)
    )
    return pdf_with(_stream(rules + b"BT /F 9 Tf 50 700 Td (hello) Tj ET"))


def pdf_loop() -> bytes:
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999>>"
    )


def pdf_many_pages() -> bytes:
    kids = b"3 0 R " * 200_000
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count 200000>>" % kids,
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )


def pdf_broken_references() -> bytes:
    good = pdf_with(_stream(b"BT /F 9 Tf 50 700 Td (Hello county, 500 million) Tj ET"))
    table = b"xref\n0 6\n" + b"9999999999 65535 n \n" * 6
    return good.replace(b"trailer", table + b"trailer") + b"\nstartxref\n99999999\n%%EOF"


def pdf_runs_a_script() -> bytes:
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(1){})>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    )


def _docx(document: str, **parts: bytes) -> bytes:

    stream = io.BytesIO()
    docx.Document().save(stream)
    with zipfile.ZipFile(stream) as package:
        files = {item.filename: package.read(item) for item in package.infolist()}
    files["word/document.xml"] = document.encode()
    return _zip(files | parts)


_BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def docx_entity() -> bytes:
    head = '<!DOCTYPE a [<!ENTITY x SYSTEM "file://{path}">]>'
    return _docx(head + _BODY.format("<w:p><w:r><w:t>&x;县水库开工。</w:t></w:r></w:p>"))


def docx_laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "哈" * 10}">' for n in range(10)
    )
    return _docx(
        f"<!DOCTYPE a [{entities}]>" + _BODY.format("<w:p><w:r><w:t>&x9;</w:t></w:r></w:p>")
    )


def docx_endless_table() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>县</w:t></w:r></w:p></w:tc>'
    row = f'<w:tr><w:trPr><w:gridBefore w:val="999999999"/></w:trPr>{cell}</w:tr>'
    return _docx(_BODY.format(f"<w:tbl>{row * 20_000}</w:tbl>"))


def docx_bomb() -> bytes:
    return _docx(_BODY.format("<w:p/>" + " " * 700_000_000))


def docx_deep() -> bytes:
    open_, close = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
    return _docx(_BODY.format(open_ * 3000 + "<w:p/>" + close * 3000))


def _odt(body: str, head: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "text", "table")
    )
    content = f"{head}<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return _zip(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": b"<manifest/>",
            "content.xml": content.encode(),
        }
    )


def odt_repeats() -> bytes:
    cell = '<table:table-cell table:number-columns-repeated="99999999"><text:p>县</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="99999999">{cell}</table:table-row>'
    return _odt(
        f'<text:p>县<text:s text:c="999999999"/>长</text:p><table:table>{row}</table:table>'
    )


def odt_entity() -> bytes:
    return _odt("<text:p>&x;</text:p>", '<!DOCTYPE a [<!ENTITY x SYSTEM "file://{path}">]>')


def _xlsx(sheet: str) -> bytes:

    stream = io.BytesIO()
    openpyxl.Workbook().save(stream)
    with zipfile.ZipFile(stream) as package:
        files = {item.filename: package.read(item) for item in package.infolist()}
    files["xl/worksheets/sheet1.xml"] = sheet.encode()
    return _zip(files)


_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}<sheetData>{}</sheetData></worksheet>'


def xlsx_far_cell() -> bytes:
    cells = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>县长</t></is></c></row>'
    return _xlsx(_SHEET.format('<dimension ref="A1:XFD1048576"/>', cells))


def xlsx_far_row() -> bytes:
    cell = '<c r="A1" t="inlineStr"><is><t>县长</t></is></c>'
    return _xlsx(_SHEET.format("", f'<row r="1">{cell}</row><row r="2147483647">{cell}</row>'))


def xlsx_bomb() -> bytes:
    return _xlsx(_SHEET.format("", " " * 700_000_000))


def html_endless_table() -> bytes:
    row = "<tr>" + "<td rowspan=9999 colspan=9999>县" * 50
    return ("<!DOCTYPE html><table>" + row * 1000).encode()


def html_many_elements() -> bytes:
    return (
        "<!DOCTYPE html><div>" + "<p class='page-side'>县水库开工，投资5亿元。<br>" * 150_000
    ).encode()


def html_entities() -> bytes:
    return ("<!DOCTYPE html><p>" + "&#x53bf;" * 1_000_000).encode()


def html_file_links() -> bytes:
    return (
        '<!DOCTYPE html><iframe src="file://{path}"></iframe><object data="file://{path}"></object>'
        '<link rel=import href="file://{path}"><p>县水库开工，总投资5亿元。</p>'
    ).encode()


def rtf_groups() -> bytes:
    return b"{\\rtf1 " + b"{" * 500_000 + b"x" + b"}" * 500_000


def rtf_binary() -> bytes:
    return b"{\\rtf1 \\bin2147483647 \\u99999999999?" + b"\\u21439?\\par " * 50_000 + b"}"


def xml_laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "哈" * 10}">' for n in range(10)
    )
    return f"<?xml version='1.0'?><!DOCTYPE a [{entities}]><a><text>&x9;</text></a>".encode()


def xml_entity() -> bytes:
    return b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file://{path}">]><a><text>&x;</text></a>'


def xml_deep() -> bytes:
    return b"<?xml version='1.0'?>" + b"<a>" * 200_000 + b"</a>" * 200_000


def json_deep() -> bytes:
    return b'{"a":' * 200_000 + b"1" + b"}" * 200_000


def json_wide() -> bytes:
    return b"[" + b'{"text":""},' * 300_000 + b'{"text":""}]'


def eml_parts() -> bytes:
    part = b"--x\r\nContent-Type: message/rfc822\r\n\r\n"
    head = b"From: a@b.invalid\r\nSubject: x\r\nDate: Mon, 99 Foo 99999 00:00:00\r\nMIME-Version: 1.0\r\n"
    return head + b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n' + (part + head) * 3000


def zip_of_zips() -> bytes:
    data = _zip({"a.txt": b"x" * 10_000})
    for _ in range(12):
        data = _zip({f"{n}.zip": data for n in range(4)})
    return data


def zip_quine_names() -> bytes:
    return _zip({f"../../{'a/' * 40}{n}.txt": b"" for n in range(9000)})


def zip_overlapping() -> bytes:
    """Many entries of the table point to one and the same packed file."""
    data = bytearray(_zip({"a.txt": b"\0" * 10_000_000}))
    at = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry, tail = bytes(data[at:end]), bytearray(data[end:])
    count = 5000
    tail[8:12] = count.to_bytes(2, "little") * 2
    tail[12:16] = (count * len(entry)).to_bytes(4, "little")
    return bytes(data[:at]) + entry * count + bytes(tail)


ATTACKS: dict[Callable[[], bytes], str] = {
    pdf_bomb: "", pdf_many_letters: "200000 characters", pdf_many_lines: "", pdf_loop: "",
    pdf_many_pages: "more than 5000 pages", pdf_broken_references: "", pdf_runs_a_script: "no text",
    docx_entity: "", docx_laughs: "", docx_endless_table: "1000000 cells", docx_bomb: "unpacks to more",
    docx_deep: "", odt_repeats: "", odt_entity: "entit", xlsx_far_cell: "", xlsx_far_row: "1048576 rows", xlsx_bomb: "unpacks to more",
    html_endless_table: "", html_many_elements: "", html_entities: "", html_file_links: "",
    rtf_groups: "", rtf_binary: "", xml_laughs: "entities", xml_entity: "entities", xml_deep: "",
    json_deep: "nested too deeply", json_wide: "", eml_parts: "", zip_of_zips: "more than 3",
    zip_quine_names: "", zip_overlapping: "",
}  # fmt: skip
