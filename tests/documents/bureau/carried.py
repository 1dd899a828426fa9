"""Mails, saved pages, crawled records, archives and lists of invented bureaus."""

# ruff: noqa: E501

from __future__ import annotations

import io
import json
import zipfile
from email.message import EmailMessage

from tests.documents.bureau import texts as t

URL = "http://www.lanchuan.example/zwgk/202603/t20260310_1234.html"


def page(charset: str = "utf-8") -> str:
    """A page of a county portal."""
    text = "".join(f"<p style='text-indent:2em'>{x}</p>" for x in t.NEWS)
    rows = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for c in (r[1], r[2], r[3])) + "</tr>" for r in t.ROWS
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{t.NEWS_TITLE}_澜川县人民政府</title><meta name="ArticleTitle" content="{t.NEWS_TITLE}"><meta name="PubDate" content="2026-03-10 09:15"><meta name="ContentSource" content="澜川县融媒体中心"><link rel="stylesheet" href="page_files/a.css"><script src="page_files/a.js"></script></head>'
        '<body><div class="nav"><a href="/">首页</a><a href="/zw">政务公开</a></div>'
        f'<div class="con"><h1>{t.NEWS_TITLE}</h1><div class="info">来源：澜川县融媒体中心 发布时间：2026-03-10 09:15 浏览次数：12</div><div class="TRS_Editor">{text}<table><tr><td>项目名称</td><td>建设地点</td><td>总投资（万元）</td></tr>{rows}</table></div></div>'
        '<iframe src="page_files/saved_resource.html"></iframe><div class="foot">主办：澜川县人民政府办公室 备案号：00000</div></body></html>'
    )


PAGE_LINES = (
    t.NEWS_TITLE,
    *t.NEWS,
    "项目名称\t建设地点\t总投资（万元）",
    *("\t".join((r[1], r[2], r[3])) for r in t.ROWS),
)


def page_folder() -> dict[str, bytes]:
    """A page that a browser saved with its folder."""
    return {
        "page.html": page().encode(),
        "page_files/a.css": b"body{color:red}",
        "page_files/a.js": b"var a='x';",
        "page_files/saved_resource.html": "<!DOCTYPE html><html><body><p>县长信箱 网上信访 12345热线</p></body></html>".encode(),
        "page_files/data.json": b'{"a": 1}',
    }


def mhtml(newline: str = "\r\n") -> bytes:
    """A page that Chromium saved in one file."""
    import quopri

    bound = "----MultipartBoundary--abc----"
    body = quopri.encodestring(page().encode()).decode().replace("\n", newline)
    lines = [
        "From: <Saved by Blink>", f"Snapshot-Content-Location: {URL}", "Subject: =?utf-8?Q?=E7=9F=B3?=",
        "Date: Fri, 20 Nov 2026 08:00:00 -0000", "MIME-Version: 1.0", f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="{bound}"', "", "",
        f"--{bound}", "Content-Type: text/html", "Content-ID: <frame-1@mhtml.blink>", "Content-Transfer-Encoding: quoted-printable", f"Content-Location: {URL}", "", body,
        f"--{bound}", "Content-Type: text/css", "Content-Transfer-Encoding: quoted-printable", "Content-Location: http://www.lanchuan.example/a.css", "", "@charset =22utf-8=22; body { color: red; }", "",
        f"--{bound}", "Content-Type: text/html", "Content-ID: <frame-2@mhtml.blink>", "Content-Transfer-Encoding: quoted-printable", "Content-Location: http://www.lanchuan.example/frame.html", "", quopri.encodestring("<html><head></head><body><p>县长信箱 网上信访</p></body></html>".encode()).decode(), "",
        f"--{bound}", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "Content-Location: http://www.lanchuan.example/a.png", "", "iVBORw0KGgo=", "",
        f"--{bound}--", "",
    ]  # fmt: skip
    return newline.join(lines).encode()


def old_mht() -> bytes:
    """A page that Internet Explorer saved in one file, in GB2312."""
    import quopri

    body = quopri.encodestring(page("gb2312").encode("gb18030")).decode()
    return (
        f'From: "Saved by Windows Internet Explorer 8"\r\nSubject: \r\nDate: Fri, 20 Nov 2026 16:00:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_000"\r\nX-MimeOLE: Produced By Microsoft MimeOLE\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n------=_NextPart_000\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: {URL}\r\n\r\n{body}\r\n\r\n------=_NextPart_000--\r\n'
    ).encode()


def mail(book: bytes, word: bytes) -> bytes:
    """A mail with plain text, a page and two attachments, one with a name in GBK."""
    message = EmailMessage()
    message["From"] = "澜川县融媒体中心 <news@lanchuan.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = t.NEWS_TITLE
    message["Date"] = "Tue, 10 Mar 2026 18:20:00 +0800"
    message.set_content("\n".join(t.NEWS))
    message.add_alternative(
        "<html><body>" + "".join(f"<p>{x}</p>" for x in t.NEWS) + "</body></html>", subtype="html"
    )
    message.add_attachment(
        book, maintype="application", subtype="vnd.ms-excel", filename="计划表.xls"
    )
    message.add_attachment(
        word, maintype="application", subtype="octet-stream", filename="通知.docx"
    )
    return bytes(message)


def crawled() -> bytes:
    """What a crawler keeps: records with pages inside."""
    body = page()
    start = body.index('<div class="TRS_Editor">')
    inner = body[start : body.index("</div></div>", start) + 6]
    rows = [
        {
            "title": t.NEWS_TITLE,
            "pubDate": "2026-03-10 09:15:00",
            "source": "澜川县融媒体中心",
            "url": URL,
            "content": inner,
        },
        {
            "title": t.OTHER_TITLE,
            "pubDate": "2026-03-11 10:00:00",
            "source": "澜川县融媒体中心",
            "url": URL + "?2",
            "content": "".join(f"<p>&emsp;&emsp;{x}</p>" for x in t.OTHER)
            + "<script>var x=1</script>",
        },
    ]
    return json.dumps(
        {"code": 200, "data": {"total": 2, "list": rows}}, ensure_ascii=False
    ).encode()


def list_csv() -> bytes:
    """The list as Excel saves it for China: GB18030, no column of texts."""
    rows = [t.LONG_HEADER, *t.LONG[:4]]
    return "\r\n".join(",".join(row) for row in rows).encode("gb18030") + b"\r\n"


def titled_csv() -> bytes:
    """The list with its title and unit above the names of the columns."""
    lines = [
        f"{t.LIST_TITLE},,,,,,",
        f"{t.UNIT},,,,,,",
        *(
            ",".join(f'"{c}"' for c in row)
            for row in ((*t.UPPER[:3], "总投资", "2026年计划投资", *t.UPPER[5:]), *t.ROWS)
        ),
    ]
    return "\r\n".join(lines).encode("gb18030")


def records_csv() -> bytes:
    """Articles in rows, in GB18030, with line breaks and quotation marks in cells."""
    one = "\n".join(t.NEWS).replace('"', '""')
    return f'编号,标题,text,date\r\n1,{t.NEWS_TITLE},"{one}",2026/3/10\r\n2,{t.OTHER_TITLE},"{t.OTHER[0]}""完""",2026-03-11\r\n'.encode(
        "gb18030"
    )


class _Chinese(zipfile.ZipInfo):
    """A member whose name is written in GBK, as Windows of China does."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("gb18030"), self.flag_bits & ~0x800


def archive(files: dict[str, bytes]) -> bytes:
    """A ZIP file with names in GBK that does not say so."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(_Chinese(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
