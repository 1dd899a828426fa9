"""The encoding of a web page: what it says of itself is believed if its bytes agree."""

from __future__ import annotations

import codecs
import re

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.decoding import decode, detect

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", re.I)
_HEAD = 4096
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
_FEW = 1000
"""One spoiled byte in so many is let pass, as a replacement character."""


def decode_markup(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Decode a page of HTML or XML.

    Parameters:
        data: Its bytes.
        encoding: What a header or the user says; None to go by the page.

    Returns:
        The text and the name of the encoding. What the page says counts if its bytes are so;
        else the encoding is found out by the bytes.

    Raises:
        ReadError: No encoding fits.

    Examples:
        >>> decode_markup('<meta charset="utf-8">县长'.encode("gb18030"))[1]
        'gb18030'
    """
    if encoding is not None:
        return decode(data, encoding)
    declared = _declared(data)
    if declared is not None and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared), declared
        except UnicodeDecodeError:
            pass
    try:
        name = detect(data)
        return decode(data, name)
    except ReadError:
        for name in filter(None, (declared, "utf-8", "gb18030")):
            text = data.decode(name, "replace")
            if text.count("\ufffd") * _FEW <= len(text):
                return text, name
        raise


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_HEAD])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        b"".decode(name)
    except LookupError:
        return None
    return None if name.startswith(("utf-16", "utf-32")) else _WIDER.get(name, name)
