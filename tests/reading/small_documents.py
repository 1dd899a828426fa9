"""What the small documents of the tests say, and how they are read."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject

TITLE = "青川县水库加固工程开工"
BODY = "3月4日，县水务局局长卢向东在工地说，工程总投资1.2亿元。"
ROWS = [["项目名称", "总投资（万元）"], ["城北水厂扩建工程", "23600"]]
PAGE = f"<!DOCTYPE html><title>{TITLE}</title><h1>{TITLE}</h1><p>{BODY}</p>".encode()


def read_all(path: Path, **options: str) -> tuple[list[Article], list[Reject]]:
    rejects: list[Reject] = []
    return list(read(path, on_reject=rejects.append, **options)), rejects  # type: ignore[arg-type]


def odt(body: str) -> bytes:
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


def mail(*, page: bool = False) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "县水务局办公室 <office@qingchuan.invalid>"
    message["Date"] = "Wed, 04 Mar 2026 10:25:00 +0800"
    message.set_content(f"{BODY}\n\n附件请查收。\n", charset="gb18030")
    if page:
        message.add_alternative(f"<p>{BODY}</p><img src='http://x.invalid/1'>", subtype="html")
    return message


def odt_table() -> str:
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{c}</text:p></table:table-cell>" for c in row)
        + '<table:table-cell table:number-columns-repeated="1000"/></table:table-row>'
        for row in ROWS
    )
    return f"<table:table>{cells}</table:table>"


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


RECORD = {"id": 7, "title": TITLE, "content": BODY, "date": "2026-03-04"}


RSS = (
    "<?xml version='1.0' encoding='gb18030'?><rss><channel><title>新闻</title><item><id>7</id>"
    f"<title>{TITLE}</title><date>2026-03-04</date>"
    f"<description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item></channel></rss>"
).encode("gb18030")
