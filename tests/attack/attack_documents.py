"""Documents made by hand: little bytes that ask for much, and parts that are not what they say."""

# ruff: noqa: E501

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from attack import Attack, gaoyou

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"
BIG = "999999999"
PARAGRAPH = f"<p>{TEXT}</p>"


def attacks() -> list[Attack]:
    """Return the attacks."""
    documents = {**_pages(), **_office(), **_mails(), **_others()}
    return [
        gaoyou(f"{name}: {what}", f"annotate {name} -o o.jsonl", files={name: data})
        for (name, what), data in documents.items()
    ]


def packed(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


Documents = dict[tuple[str, str], bytes]


def _pages() -> Documents:
    pages = {
        "100,000 elements in each other": "<div>" * 100_000 + TEXT,
        "a cell over all columns": f"<table><tr><td colspan={BIG} rowspan={BIG}>{TEXT}</td></tr></table>",
        "tables in each other": "<table><tr><td>" * 3000 + TEXT,
        "a charset of nobody": f'<meta charset="\x1b[2J">{PARAGRAPH}',
        "a charset that runs": f'<meta charset="zlib">{PARAGRAPH}',
        "an element without an end": "<p " + "a=b " * 200_000,
        "comments without an end": PARAGRAPH + "<!--" * 100_000,
        "entities without an end": "<p>" + "&#x" * 100_000 + TEXT,
        "numbers of characters that are none": f"<p>&#0;&#xD800;&#x110000;&#{BIG};{TEXT}</p>",
        "a script with an end in it": f"<script>'</script>'{TEXT}</script>{PARAGRAPH}",
        "a frame, an object, a link": f'<iframe src="file:///etc/passwd"></iframe><object data=x></object>{PARAGRAPH}',
        "a base elsewhere": f'<base href="//[::1">{PARAGRAPH}',
        "two bodies": f"<body>{PARAGRAPH}<body>{PARAGRAPH}",
        "dates that are none": f'<meta name="pubdate" content="{BIG}-99-99">{PARAGRAPH}',
        "JSON-LD nested too deep": f'<script type="application/ld+json">{"[" * 100_000}</script>{PARAGRAPH}',
        "JSON-LD of other types": f'<script type="application/ld+json">{{"@type":7,"headline":[null],"author":{{"name":{{}}}}}}</script>{PARAGRAPH}',
        "NUL between all": "\0".join(PARAGRAPH),
        "a title of 1 MB": f"<title>{'长' * 300_000}</title>{PARAGRAPH}",
        "attributes that repeat": "<p" + " class=x" * 100_000 + f">{TEXT}</p>",
        "right to left": f'<p dir="rtl">\u202e{TEXT}</p>',
    }
    return {("a.html", what): page.encode() for what, page in pages.items()}


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-officedocument.{kind}.main+xml"/></Types>'
)
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{part}"/></Relationships>'
)


def word(body: str, head: str = "", **more: str) -> bytes:
    """A Word file with a body."""
    part = "word/document.xml"
    return packed(
        {
            "[Content_Types].xml": _TYPES.format(part=part, kind="wordprocessingml.document"),
            "_rels/.rels": _RELATIONS.format(type="officeDocument", part=part),
            part: f"{head}<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            **more,
        }
    )


def _sheet(rows: str) -> bytes:
    """An Excel file with the rows of a sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = "xl/workbook.xml"
    return packed(
        {
            "[Content_Types].xml": _TYPES.format(part=part, kind="spreadsheetml.sheet"),
            "_rels/.rels": _RELATIONS.format(type="officeDocument", part=part),
            "xl/_rels/workbook.xml.rels": _RELATIONS.format(
                type="worksheet", part="worksheets/sheet1.xml"
            ),
            part: f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="\u202e" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{rows}</worksheet>',
        }
    )


def _open(body: str, kind: str) -> bytes:
    """An OpenDocument file with a body."""
    names = "".join(
        f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in ("office", "text", "table")
    )
    content = f"<office:document-content{names}><office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    media = "text" if kind == "text" else "spreadsheet"
    return packed(
        {"mimetype": f"application/vnd.oasis.opendocument.{media}", "content.xml": content}
    )


def _office() -> Documents:
    run = f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>"
    cell = f'<c r="A1" t="inlineStr"><is><t>{TEXT}</t></is></c>'
    entity = (
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{(f"&a{n - 1};" if n else "&a;") * 10}">' for n in range(9))
        + "]>"
    )
    return {
        ("a.docx", "as it should be"): word(run),
        ("a.docx", "a cell over all columns"): word(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{BIG}"/></w:tcPr>{run}</w:tc></w:tr></w:tbl>'
        ),
        ("a.docx", "tables in each other"): word(
            "<w:tbl><w:tr><w:tc>" * 2000 + run + "</w:tc></w:tr></w:tbl>" * 2000
        ),
        ("a.docx", "numbers that are none"): word(
            f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-x"/><w:vMerge w:val="?"/></w:tcPr>{run}</w:tc></w:tr></w:tbl>'
        ),
        ("a.docx", "entities of entities"): word("&a8;", entity),
        ("a.docx", "an entity of a file"): word(
            "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
            '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
        ("a.docx", "no body"): packed({"[Content_Types].xml": "<Types/>"}),
        ("a.docx", "two parts of one name"): word(run) + word(run),
        ("a.docx", "a part that leads out"): word(run, **{"../../x": "x", "/etc/x": "x"}),
        ("a.docx", "100,000 paragraphs of nothing"): word("<w:p/>" * 100_000 + run),
        ("a.xlsx", "as it should be"): _sheet(f'<sheetData><row r="1">{cell}</row></sheetData>'),
        ("a.xlsx", "the last cell of all"): _sheet(
            f'<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576">{cell.replace("A1", "XFD1048576")}</row></sheetData>'
        ),
        ("a.xlsx", "a cell beyond all"): _sheet(
            f'<sheetData><row r="{BIG}">{cell.replace("A1", "ZZZZZ" + BIG)}</row></sheetData>'
        ),
        ("a.xlsx", "a cell without a place"): _sheet(
            '<sheetData><row r="x"><c r="?" t="inlineStr"><is><t>一</t></is></c></row></sheetData>'
        ),
        ("a.xlsx", "a shared string that is not there"): _sheet(
            '<sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData>'
        ),
        ("a.xlsx", "a day after all days"): _sheet(
            '<sheetData><row r="1"><c r="A1" t="d"><v>99999-99-99</v></c><c r="B1"><v>1e308</v></c></row></sheetData>'
        ),
        ("a.xlsx", "all cells in one"): _sheet(
            f'<sheetData><row r="1">{cell}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
        ),
        ("a.odt", "a thousand million blanks"): _open(
            f'<text:p>{TEXT}<text:s text:c="{BIG}"/>一</text:p>', "text"
        ),
        ("a.odt", "blanks that are no number"): _open(
            f'<text:p>{TEXT}<text:s text:c="-x"/>一</text:p>', "text"
        ),
        ("a.odt", "a table of repeated cells"): _open(
            f'<table:table><table:table-row table:number-rows-repeated="{BIG}"><table:table-cell table:number-columns-repeated="{BIG}"><text:p>{TEXT}</text:p></table:table-cell></table:table-row></table:table>',
            "text",
        ),
        ("a.ods", "repeated cells"): _open(
            f'<table:table table:name="t"><table:table-row table:number-rows-repeated="{BIG}"><table:table-cell table:number-columns-repeated="{BIG}"><text:p>{TEXT}</text:p></table:table-cell></table:table-row></table:table>',
            "spreadsheet",
        ),
        ("a.ods", "repeated times that are no number"): _open(
            '<table:table><table:table-row table:number-rows-repeated="x"><table:table-cell table:number-columns-repeated="-1"><text:p>一</text:p></table:table-cell></table:table-row></table:table>',
            "spreadsheet",
        ),
        ("a.xls", "the sign alone"): b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 2048,
        ("a.doc", "the sign alone"): b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512,
    }


def _mails() -> Documents:
    head = "From: a@b.invalid\nSubject: =?utf-8?b?5Lit?=\nDate: {date}\nContent-Type: {kind}\n\n"
    mails = {
        "parts in each other": "".join(
            f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(2000)
        ),
        "a boundary of nothing": head.format(date="x", kind='multipart/mixed; boundary=""')
        + "--\n"
        + TEXT,
        "a charset of nobody": head.format(date="x", kind="text/plain; charset=\x1b[2J") + TEXT,
        "a charset that runs": head.format(date="x", kind="text/plain; charset=zlib") + TEXT,
        "a day that is none": head.format(
            date="99 Foo 99999 99:99:99 +9999", kind="text/plain; charset=utf-8"
        )
        + TEXT,
        "a line of headers without end": "Subject: " + "=?utf-8?q?=E4?= " * 50_000 + "\n\n" + TEXT,
        "100,000 headers": "X: y\n" * 100_000 + "\n" + TEXT,
        "base64 of nothing": head.format(
            date="x", kind="text/plain\nContent-Transfer-Encoding: base64"
        )
        + "%%%",
        "an attachment that leads out": head.format(
            date="x",
            kind='text/plain; name="../../x"\nContent-Disposition: attachment; filename="../../x"',
        )
        + TEXT,
    }
    return {("a.eml", what): mail.encode() for what, mail in mails.items()}


def _others() -> Documents:
    page = f"<html><body>{PARAGRAPH}</body></html>"
    nested = packed({"a.html": page})
    for level in range(6):
        nested = packed({f"{level}.zip": nested})
    pdf = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 999999999/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF"
    one = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s]>>endobj\n"
    loop = pdf.replace(b"Kids[2 0 R]", b"Kids[3 0 R]").replace(b"999999999", b"1")
    return {
        ("a.zip", "archives in each other"): nested,
        ("a.zip", "names that lead out"): packed(
            {"../../x.html": page, "/etc/x.html": page, "C:\\x.html": page}
        ),
        ("a.zip", "names that steer"): packed(
            {"\x1b[2J.html": page, "a\nb.html": page, "\u202e.txt": TEXT}
        ),
        ("a.zip", "20,000 files"): packed(
            {f"{n}.txt": "" for n in range(20_000)}, zipfile.ZIP_STORED
        ),
        ("a.zip", "a bomb"): packed({"a.txt": b"\0" * 200_000_000}),
        ("a.zip", "a length that is a lie"): packed({"a.html": page}).replace(
            len(page.encode()).to_bytes(4, "little"), b"\xff\xff\xff\x7f"
        ),
        ("a.zip", "nothing"): packed({}),
        ("a.zip", "junk before and behind"): b"junk" * 99 + packed({"a.html": page}) + b"junk" * 99,
        ("a.pdf", "a tree of pages that holds itself"): pdf,
        ("a.pdf", "a page larger than a town"): loop.replace(
            b"trailer", one % b"99999999 99999999" + b"trailer"
        ),
        ("a.pdf", "a page of nothing"): loop.replace(b"trailer", one % b"0 0" + b"trailer"),
        ("a.pdf", "the sign alone"): b"%PDF-1.7\n%%EOF",
        ("a.pdf", "objects in each other"): b"%PDF-1.7\n1 0 obj"
        + b"[" * 200_000
        + b"\ntrailer<</Root 1 0 R>>\n%%EOF",
        ("a.rtf", "groups in each other"): b"{\\rtf1 " + b"{" * 200_000 + b"x",
        ("a.rtf", "bytes without end"): b"{\\rtf1\\bin999999999 x}",
        (
            "a.rtf",
            "characters that are none",
        ): b"{\\rtf1\\ansi\\u-99999?\\u99999999?\\'zz\\'ff text}",
        ("a.rtf", "a number without end"): b"{\\rtf1\\u" + b"9" * 100_000 + b"?}",
        (
            "a.xml",
            "entities of entities",
        ): b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>',
        ("a.xml", "elements in each other"): b"<a>" * 100_000,
        (
            "a.xml",
            "an encoding of nobody",
        ): b'<?xml version="1.0" encoding="\x1b[2J"?><rss><channel/></rss>',
        ("a.json", "lists in each other"): b"[" * 200_000,
        ("a.json", "no article"): b'{"a": {"b": [1, 2, {"c": null}]}}',
        ("a.json", "a page inside"): (
            '{"title": "\\u001b[2J", "content": "<p>' + TEXT + '</p>", "date": 1e400}'
        ).encode(),
    }
