"""Reads mails (.eml): subject, sender, date, the text, and what is attached."""

from __future__ import annotations

import binascii
import codecs
import re
from base64 import b64decode
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.quoprimime import header_decode
from email.utils import parseaddr, parsedate_to_datetime

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.documents.archive import DEEPEST
from gaoyou_nlp.reading.documents.document import Document, Draft, Facts
from gaoyou_nlp.reading.documents.reader import Found, Opened, read_opened
from gaoyou_nlp.reading.documents.saved_page import saved_page
from gaoyou_nlp.reading.documents.web_page import read_web
from gaoyou_nlp.reading.kinds import HEAD
from gaoyou_nlp.reading.lines import scan
from gaoyou_nlp.reading.paragraphs import paragraphs

_SILENT = ("image", "audio", "video", "font", "text/css", "text/javascript")
"""Types of attachments that hold nothing to read."""

_MOST = 200
_SIGNATURE = "\n-- \n"
"""What stands above the signature of a mail, whose lines do not go on over their ends."""

_WORDS = re.compile(r"(?:=\?[^?\s]+\?[BbQq]\?[^?]*\?=\s*){2,}")
_WORD = re.compile(r"=\?(?P<charset>[^?\s*]+)[^?]*\?(?P<coding>[BbQq])\?(?P<text>[^?]*)\?=")


def open_mail(opened: Opened) -> Found:
    """Read a mail: its text as an article, then the documents that are attached.

    Parameters:
        opened: The mail.

    Yields:
        The article of the text with the subject as its title, sender and date; then those of the
        attachments. Of a page that a browser saved in one file (MHTML), its article.
        Signatures are not checked, nothing that the mail refers to is fetched.

    Raises:
        ReadError: It is no mail, or nested too deeply.
    """
    if opened.level >= DEEPEST:
        raise ReadError(f"lies in more than {DEEPEST} mails and archives. Save it on its own.")
    try:
        message = message_from_bytes(opened.data, policy=policy.default)
    except (MessageError, ValueError) as error:
        raise ReadError(f"is a spoiled mail: {error}.") from error
    if not isinstance(message, EmailMessage):
        raise ReadError("is no mail.")
    found = False
    page = saved_page(message)
    if page is not None:
        yield from opened.articles(*_saved(*page))
        return
    document, encoding = _text(message)
    if document.text.strip():
        found = True
        yield from opened.articles(document, encoding)
    for number, part in enumerate(message.iter_attachments(), 1):
        if number > _MOST:
            raise ReadError(f"has more than {_MOST} attachments. Save them first.")
        if part.get_content_maintype() in _SILENT or part.get_content_type() in _SILENT:
            continue
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "message/rfc822":
            payload = part.get_content().as_bytes()
        if isinstance(payload, bytes) and payload.strip():
            found = True
            name = part.get_filename() or f"attachment-{number}"
            yield from read_opened(opened.inner(name, payload, _charset(part)))
    if not found:
        raise ReadError("holds no text.")


def _saved(part: EmailMessage, url: str | None) -> tuple[Document, str]:
    """A page that a browser saved in one file: what the browser wrote above it is none of it."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        raise ReadError("holds no text.")
    document, encoding = read_web(data, _charset(part))
    return replace(document, facts=document.facts.or_else(Facts(url=url))), encoding


def _text(message: EmailMessage) -> tuple[Document, str | None]:
    facts = _facts(message)
    part = message.get_body(("html", "plain"))
    data = None if part is None else part.get_payload(decode=True)
    draft = Draft()
    if part is None or not isinstance(data, bytes) or not data.strip():
        return draft.document(facts), None
    charset = _charset(part)
    if part.get_content_type() == "text/html":
        document, encoding = read_web(data, charset)
        if facts.title and not document.text.startswith(facts.title):
            document = _below(facts.title, document)
        return replace(document, facts=facts.or_else(document.facts)), encoding
    text, encoding = _decoded(data, charset)
    if facts.title and not text.lstrip().startswith(facts.title):
        draft.paragraph(facts.title, kind=HEAD)
    text, _, signature = text.replace("\r\n", "\n").partition(_SIGNATURE)
    for paragraph in paragraphs(text) if scan(text) else ():
        draft.paragraph(paragraph.text, kind=paragraph.kind)
    for line in signature.split("\n"):
        draft.paragraph(line)
    return draft.document(facts), encoding


def _charset(part: Message) -> str | None:
    """The encoding that a part states; None for one that nobody knows, which is then found out."""
    name = part.get_content_charset()
    try:
        return name if name and codecs.lookup(name)._is_text_encoding else None
    except (LookupError, ValueError):
        return None


def _below(title: str, document: Document) -> Document:
    """The text of a page below a title, anchors and blocks moved down."""
    draft = Draft()
    draft.paragraph(title, kind=HEAD)
    above = draft.document()
    by = len(above.text)
    moved = tuple(
        replace(block, slices=tuple((start + by, end + by) for start, end in block.slices))
        for block in document.blocks
    )
    tables = tuple(
        replace(
            table,
            rows=tuple(
                tuple(
                    replace(cell, start=cell.start + by, end=cell.end + by) if cell.text else cell
                    for cell in row
                )
                for row in table.rows
            ),
        )
        for table in document.tables
    )
    anchors = tuple((start + by, end + by, where) for start, end, where in document.anchors)
    return replace(
        document,
        text=above.text + document.text,
        blocks=(*above.blocks, *moved),
        anchors=anchors,
        tables=tables,
    )


def _decoded(data: bytes, charset: str | None) -> tuple[str, str]:
    from gaoyou_nlp.reading.documents.web_decoding import decode_markup

    try:
        return decode_markup(data, charset)
    except ReadError:
        return decode_markup(data)


def _facts(message: EmailMessage) -> Facts:
    date = None
    try:
        sent = message.get("Date")
        date = None if sent is None else parsedate_to_datetime(str(sent)).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        date = None
    name, address = parseaddr(_header(message, "From"))
    subject = " ".join(_header(message, "Subject").split())
    return Facts(title=subject, date=date, author=name or address or None)


def _header(message: EmailMessage, name: str) -> str:
    """A header; one whose bytes are not declared is UTF-8 or GB18030, as those of old programs."""
    value = str(message.get(name, ""))
    raw = next((text for key, text in message.raw_items() if key.lower() == name.lower()), "")
    if _WORDS.search(str(raw)):
        value = _WORDS.sub(lambda found: _joined(found[0]) or found[0], str(raw))
    if "\ufffd" not in value:
        return value
    data = str(raw).encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value


def _joined(words: str) -> str:
    """Encoded words put together before they are decoded: many programs part a character in two.

    Examples:
        >>> _joined("=?gb2312?B?z9g=?= =?gb2312?B?s6Q=?=")
        '县长'
        >>> _joined("=?gb2312?B?z9iz?= =?gb2312?B?pA==?=")
        '县长'
    """
    pieces = list(_WORD.finditer(words))
    try:
        data = b"".join(
            b64decode(piece["text"])
            if piece["coding"] in "Bb"
            else header_decode(piece["text"]).encode("latin-1")
            for piece in pieces
        )
        charsets = {codecs.lookup(piece["charset"]).name for piece in pieces}
        charset = charsets.pop().replace("gb2312", "gb18030").replace("gbk", "gb18030")
        return "" if charsets else data.decode(charset)
    except (LookupError, ValueError, binascii.Error):
        return ""
