"""What a document is, by its bytes: names lie, as do the ``.xls`` that are web pages."""

from __future__ import annotations

import io
import re
import zipfile

_MARKUP = re.compile(
    rb"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|p|table|h1|title|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*(?:<\?xml\b|<!DOCTYPE\b|<[A-Za-z_][\w:.\-]*[\s>/])")
_JSON = re.compile(rb"\s*[\[{]")
_MAIL = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9\-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}", re.ASCII
)
_MAIL_FIELDS = re.compile(
    rb"^(?:from|date|subject|message-id|mime-version|received|return-path):", re.I | re.M
)
_SAMPLE = 4096
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OLD_WORD, _OLD_EXCEL = "WordDocument", ("Workbook", "Book")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF")

REFUSED = {
    "doc": (
        "is an old Word file (.doc). Save it as .docx, or: soffice --headless --convert-to docx"
    ),
    "ppt": "is a presentation. Save it as PDF: soffice --headless --convert-to pdf",
    "pptx": "is a presentation. Save it as PDF: soffice --headless --convert-to pdf",
    "picture": "is a picture. Read it with OCR first: ocrmypdf --image-dpi 300 -l chi_sim.",
    "rar": "is a RAR archive. Unpack it, or pack it as .zip.",
    "7z": "is a 7z archive. Unpack it, or pack it as .zip.",
    "ole": (
        "is an old Office file of a kind that is not known, or locked with a password. "
        "Save it as .docx or .xlsx, without one."
    ),
    "tnef": (
        "is a winmail.dat, in which Outlook packs a mail for itself. Have the mail sent again as "
        "HTML, or unpack it: ytnef."
    ),
    "msg": "is a mail in the form of Outlook (.msg). Save it as .eml.",
    "caj": "is a CAJ file. Save it as PDF with the viewer.",
    "locked": "is locked with a password. Save it without one.",
    "unknown": (
        "is of no known kind. Known are text, web pages, PDF, Word (.docx), OpenDocument, RTF, "
        "mail, Excel, JSON, XML and ZIP."
    ),
}
"""Kinds that are not read, each with what to do."""


def kind_of(data: bytes) -> str:
    """Name the kind of a document.

    Parameters:
        data: Its bytes.

    Returns:
        ``html``, ``pdf``, ``docx``, ``odt``, ``rtf``, ``mail``, ``xlsx``, ``xls``, ``ods``,
        ``json``, ``xml``, ``zip``, ``text``; or a key of ``REFUSED``.

    Examples:
        >>> kind_of(b"%PDF-1.7 ..."), kind_of(b"<!DOCTYPE html><p>"), kind_of("高邮".encode())
        ('pdf', 'html', 'text')
    """
    head = data[:_SAMPLE]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound(data)
    for begins, kind in (
        (b"{\\rtf", "rtf"),
        (b"Rar!", "rar"),
        (b"7z\xbc\xaf", "7z"),
        (b"CAJ", "caj"),
        (b"\x78\x9f\x3e\x22", "tnef"),
        (b"\x09\x08\x10\0", "xls"),
        (b"\x09\x08\x08\0", "xls"),
    ):
        if head.startswith(begins):
            return kind
    if head.startswith(_PICTURES):
        return "picture"
    return _text_kind(data)


def _text_kind(data: bytes) -> str:
    head = data[:_SAMPLE]
    for bom in _BOMS:
        head = head.removeprefix(bom)
    if b"\0" in head:  # UTF-16: every second byte of its ASCII is zero
        if not (_is_wide(head) or data.startswith(_BOMS[1:])):
            return "unknown"
        head = head.replace(b"\0", b"")
    if _MARKUP.match(head) or (_XML.match(head) and re.search(rb"<html\b", head, re.I)):
        return "html"
    if _XML.match(head):
        return "xml"
    if _JSON.match(head):
        return "json"
    block = _MAIL.match(head)
    if block is not None and len(_MAIL_FIELDS.findall(block[0])) >= 2:
        return "mail"
    return "text"


def _is_wide(head: bytes) -> bool:
    """Whether zero bytes are halves of printable characters of UTF-16."""
    pairs = list(zip(head[::2], head[1::2], strict=False))
    for first in (0, 1):
        others = [pair[1 - first] for pair in pairs if pair[first] == 0]
        printable = sum(32 <= other < 127 or other in (9, 10, 13) for other in others)
        if 8 * printable > len(pairs) and 10 * printable > 9 * len(others):
            return True
    return False


def _packed(data: bytes) -> str:
    """What a ZIP file holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", "replace").strip()
                for ending, known in (("text", "odt"), ("spreadsheet", "ods")):
                    if kind == f"application/vnd.oasis.opendocument.{ending}":
                        return known
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return "zip"
    if "word/document.xml" in names or any(n.startswith("word/document") for n in names):
        return "docx"
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        return "xlsx"
    return "pptx" if "ppt/presentation.xml" in names else "zip"


def _compound(data: bytes) -> str:
    """What an old Office file is, by the names in its directory."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "locked"
    if _OLD_WORD.encode("utf-16-le") in data:
        return "doc"
    if any(name.encode("utf-16-le") + b"\0\0" in data for name in _OLD_EXCEL):
        return "xls"
    if "__substg1.0_".encode("utf-16-le") in data:
        return "msg"
    return "ppt" if "PowerPoint Document".encode("utf-16-le") in data else "ole"
