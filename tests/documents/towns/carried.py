"""Mails, records of crawlers and archives, as programs of offices write them."""

# ruff: noqa: E501

from __future__ import annotations

import base64
import io
import json
import quopri
import zipfile
from email.message import EmailMessage

from tests.documents.bureau.carried import archive
from tests.documents.bureau.expected import Reading
from tests.documents.towns import pages, sheets, word_files
from tests.documents.towns import texts as t
from tests.documents.towns.case import Case

_DATE = "Mon, 9 Mar 2026 18:40:12 +0800"
TNEF = b"\x78\x9f\x3e\x22\x01\x00\x01\x06\x90\x08\x00\x04\x00\x00\x00\x00\x00\x01\x00\x01\x00\x01\x07\x90\x06\x00"
"""How a ``winmail.dat`` begins."""


def _message(subject: str = t.TITLE) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "岳知行 <yue@yanchi.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = subject
    message["Date"] = _DATE
    return message


def outlook() -> bytes:
    """Outlook: plain text and a page of Word's, and a ``winmail.dat``."""
    body = "".join(
        f'<p class=MsoNormal><span lang=ZH-CN style="font-family:等线">{x}</span><span lang=EN-US><o:p></o:p></span></p>'
        for x in t.NEWS
    )
    page = (
        '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15 (filtered medium)"><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><style><!-- p.MsoNormal{margin:0cm;} --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--></head>'
        f"<body lang=ZH-CN><div class=WordSection1>{body}<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>"
    )
    message = _message()
    message.set_content("\n\n".join(t.NEWS), charset="gb2312", cte="base64")
    message.add_alternative(page, subtype="html", charset="gb2312", cte="quoted-printable")
    message.add_attachment(
        TNEF + bytes(200), maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    return bytes(message)


def quoted() -> bytes:
    """Plain text in quoted-printable GB18030, broken at 36 letters, a signature below."""
    lines = [
        text[at : at + 36]
        for text in t.NEWS
        for text in ["　　" + text]
        for at in range(0, len(text), 36)
    ]
    signature = ["", "-- ", "砚池县生态环境局办公室", "电话：0000-6600000"]
    body = quopri.encodestring("\n".join(lines + signature).encode("gb18030")).decode()
    return (
        f'From: =?gb18030?B?{base64.b64encode("岳知行".encode("gb18030")).decode()}?= <yue@yanchi.example>\r\nTo: desk@paper.example\r\nSubject: =?gb18030?Q?{"".join(f"={b:02X}" for b in t.TITLE.encode("gb18030"))}?=\r\nDate: {_DATE}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset="gb18030"\r\nContent-Transfer-Encoding: quoted-printable\r\nX-Mailer: Foxmail 7.2.25.228[cn]\r\n\r\n'
        + body.replace("\n", "\r\n")
    ).encode()


def split_words() -> bytes:
    """A subject whose encoded words part a character in two, a page in base64 GB18030."""
    raw = t.TITLE.encode("gb18030")
    words = "\r\n ".join(
        f"=?gb18030?B?{base64.b64encode(piece).decode()}?=" for piece in (raw[:9], raw[9:])
    )
    page = "<div><div>" + "</div><div>".join(t.NEWS) + "</div></div><div><!--emptysign--></div>"
    body = base64.encodebytes(page.encode("gb18030")).decode()
    return (
        f'From: "yue" <yue@yanchi.example>\r\nTo: desk@paper.example\r\nSubject: {words}\r\nDate: {_DATE}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n\tboundary="----=_NextPart_1"\r\nX-QQ-MIME: TCMime 1.0 by Tencent\r\n\r\nThis is a multi-part message in MIME format.\r\n\r\n------=_NextPart_1\r\nContent-Type: text/html;\r\n\tcharset="gb18030"\r\nContent-Transfer-Encoding: base64\r\n\r\n{body}\r\n------=_NextPart_1--\r\n'
    ).encode()


_CHAIN = (
    "请编发。",
    "发自我的手机",
    "------------------ 原始邮件 ------------------",
    '发件人: "县生态环境局";',
    "发送时间: 2026年3月9日(星期一) 下午5:02",
    '收件人: "岳知行";',
    f"主题: {t.TITLE}",
    *t.NEWS,
)


def forwarded() -> bytes:
    """A chain that was sent on: words of the sender, heads of the first mail, its text."""
    message = _message(f"转发：{t.TITLE}")
    message.set_content("\n\n".join(_CHAIN_READ), charset="utf-8", cte="base64")
    return bytes(message)


def with_documents() -> bytes:
    """A page with a picture inside, and a Word file, a workbook and a page as attachments whose
    names are written in three ways."""
    message = _message()
    message.set_content("见附件。")
    message.add_alternative('<div>见附件。</div><img src="cid:logo">', subtype="html")
    payload = message.get_payload()
    payload[1].add_related(b"\x89PNG\r\n", "image", "png", cid="<logo>")
    office = "vnd.openxmlformats-officedocument"
    message.add_attachment(
        word_files.head_in_table(),
        maintype="application",
        subtype=f"{office}.wordprocessingml.document",
        filename="通知.docx",
    )
    message.add_attachment(
        sheets.several(), maintype="application", subtype="octet-stream", filename="x.xlsx"
    )
    message.add_attachment(pages.tender(), maintype="text", subtype="html", filename="公告.html")
    raw = "项目.xlsx".encode("gb18030")
    word = f"=?GB2312?B?{base64.b64encode(raw).decode()}?="
    return bytes(message).replace(b'filename="x.xlsx"', f'filename="{word}"'.encode())


def mail_in_mail() -> bytes:
    """A mail that holds a mail."""
    inner = _message()
    inner.set_content("\n\n".join(t.NEWS))
    message = _message("材料")
    message.replace_header("Date", "Tue, 10 Mar 2026 08:00:00 +0800")
    message.set_content("转上一封邮件，请查收。")
    message.add_attachment(inner)
    return bytes(message)


def only_winmail() -> bytes:
    """A mail whose text lies in ``winmail.dat`` alone."""
    message = _message()
    message.set_content("")
    message.add_attachment(
        TNEF + bytes(200), maintype="application", subtype="ms-tnef", filename="winmail.dat"
    )
    return bytes(message)


def crawled() -> bytes:
    """Records of a crawler: pages in a field, days as milliseconds."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in (t.HEADER, *t.ROWS)
    )
    page = "".join(f"<p>{x}</p>" for x in t.NEWS) + f"<table>{rows}</table><script>hit(1)</script>"
    return json.dumps([
        {"_id": "a1", "title": t.TITLE, "publish_time": 1773052200000, "site": "砚池网", "html": page},
        {"_id": "a2", "title": t.OTHER_TITLE, "publish_time": 1773216000, "site": "砚池网", "html": "<div>" + "<br>".join(t.OTHER) + "</div>"},
    ]).encode()  # fmt: skip


def pieces() -> bytes:
    """A record whose text is a list of pieces."""
    body = [
        {"type": "text", "value": t.NEWS[0]},
        {"type": "image", "value": "1.jpg"},
        {"type": "text", "value": t.NEWS[1]},
        {"type": "text", "value": t.NEWS[2]},
    ]
    return json.dumps(
        {
            "result": {
                "article": {
                    "title": t.TITLE,
                    "paragraphs": list(t.NEWS),
                    "date": "2026-03-09",
                    "body": body,
                }
            }
        },
        ensure_ascii=False,
    ).encode()


def lines() -> bytes:
    """JSON Lines under the name of JSON, with a mark of the order of bytes."""
    rows = (
        {"id": "1", "title": t.TITLE, "text": "\n".join(t.NEWS), "date": "2026-03-09"},
        {"id": "2", "title": t.OTHER_TITLE, "text": "\n".join(t.OTHER), "date": "2026-03-11"},
    )
    return b"\xef\xbb\xbf" + "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def packed() -> bytes:
    """An archive with names in GBK: folders, an archive inside, what Word and Windows leave."""
    inner = archive({"旧版/项目.xls": sheets.old_book()})
    return archive({
        "报送材料/1.通知.docx": word_files.head_in_table(), "报送材料/2.清单.csv": sheets.thousands(), "报送材料/稿件.txt": "\n\n".join((t.TITLE, *t.NEWS)).encode("gb18030"),
        "报送材料/~$1.通知.docx": b"\x04WPS" + bytes(158), "报送材料/Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "报送材料/附件.zip": inner, "报送材料/现场.JPG": b"\xff\xd8\xff",
    })  # fmt: skip


def packed_on_mac() -> bytes:
    """An archive of a Mac: names whose marks stand apart, what the system leaves."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("材料/", b"")
        file.writestr("材料/稿件.txt", "\n\n".join((t.TITLE, *t.NEWS)))
        file.writestr("材料/.DS_Store", b"\0\0\0\1Bud1")
        file.writestr("__MACOSX/材料/._稿件.txt", b"\0\5\x16\7")
    return stream.getvalue()


_READ = {
    case.name: case.readings
    for cases in (word_files.CASES, sheets.CASES, pages.CASES)
    for case in cases
}
_CHAIN_READ = (
    *_CHAIN[:3],
    *(line.replace(": ", ":").replace(") ", ")") for line in _CHAIN[3:7]),
    *t.NEWS,
)
_NEWS = Reading(t.TITLE, (t.TITLE, *t.NEWS), "2026-03-09")
_PLAIN = Reading(t.TITLE, (t.TITLE, *t.NEWS))
_SIGNATURE = ("砚池县生态环境局办公室", "电话：0000-6600000")

CASES = (
    Case("outlook.eml", outlook, (_NEWS,), refused=("winmail.dat",)),
    Case("quoted.eml", quoted, (Reading(t.TITLE, (*_NEWS.lines, *_SIGNATURE), "2026-03-09"),)),
    Case("split-words.eml", split_words, (_NEWS,)),
    Case("forwarded.eml", forwarded, (Reading(f"转发：{t.TITLE}", (f"转发：{t.TITLE}", *_CHAIN_READ), "2026-03-09"),)),
    Case("with-documents.eml", with_documents, (
        Reading(t.TITLE, (t.TITLE, "见附件。"), "2026-03-09"), *_READ["head-in-table.docx"], *_READ["several.xlsx"], *_READ["tender.html"],
    )),
    Case("mail-in-mail.eml", mail_in_mail, (Reading("材料", ("材料", "转上一封邮件，请查收。"), "2026-03-10"), _NEWS)),
    Case("only-winmail.eml", only_winmail, (), refused=("winmail.dat",)),
    Case("crawled.json", crawled, (
        Reading(t.TITLE, (*t.NEWS, *t.LINES), "2026-03-09"), Reading(t.OTHER_TITLE, t.OTHER, "2026-03-11"),
    ), {"text_column": "html", "id_column": "_id", "date_column": "publish_time"}),
    Case("pieces.json", pieces, (Reading(t.TITLE, t.NEWS, "2026-03-09"),), {"text_column": "result.article.paragraphs"}),
    Case("lines.json", lines, (Reading(t.TITLE, t.NEWS, "2026-03-09"), Reading(t.OTHER_TITLE, t.OTHER, "2026-03-11"))),
    Case("packed.zip", packed, (*_READ["head-in-table.docx"], *_READ["thousands.csv"], _PLAIN, *_READ["old.xls"])),
    Case("packed-on-mac.zip", packed_on_mac, (_PLAIN,)),
)  # fmt: skip
