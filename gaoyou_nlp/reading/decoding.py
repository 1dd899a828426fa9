"""Bytes to text: UTF-8, GB18030 and UTF-16 are told apart, other encodings are named.

charset-normalizer proposes; among its proposals the one that gives the most everyday Chinese wins,
since short texts are well formed in several encodings.
"""

from __future__ import annotations

import codecs
from os import PathLike

from gaoyou_nlp.errors import ReadError, quoted

_SAMPLE = 65_536
_CANDIDATES = ("utf_8", "gb18030", "utf_16_le", "utf_16_be")
_SHORT = 256
_ENOUGH = 0.5
_SURE = 0.9
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030"}
_NO_TEXT = ("idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7")
"""Encodings of Python that no file is written in."""
_ZERO_EVERYWHERE = ("utf-16", "utf-32")


def decode(
    data: bytes, encoding: str | None = None, *, path: str | PathLike[str] | None = None
) -> tuple[str, str]:
    """Decode a file's bytes, line ends left as they are.

    Parameters:
        data: All of them.
        encoding: Its name; None to detect UTF-8 (with or without BOM), GB18030 or UTF-16. GBK and
            GB2312 are read as GB18030, which holds them.
        path: The file, for errors.

    Returns:
        The text and the name of the encoding: ``data.decode(name)`` is the text.

    Raises:
        ReadError: With the byte offset of the first byte that cannot be decoded; or no encoding
            fits; or the name is unknown.

    Examples:
        >>> decode("高邮市".encode("gb18030"))
        ('高邮市', 'gb18030')
    """
    name = detect(data, path=path) if encoding is None else _named(encoding, data, path)
    zero = -1 if name.startswith(_ZERO_EVERYWHERE) else data.find(b"\0")
    if zero >= 0:
        raise ReadError("a zero byte: this is no text but a binary file.", path=path, offset=zero)
    try:
        return data.decode(name), name
    except UnicodeDecodeError as error:
        wrong = data[error.start : error.start + 1].hex()
        raise ReadError(
            f"byte 0x{wrong} is not {name} ({error.reason}). Mend the file, or name its encoding.",
            path=path,
            offset=error.start,
        ) from error


def detect(data: bytes, *, path: str | PathLike[str] | None = None) -> str:
    """Name the encoding of some bytes.

    Parameters:
        data: A file or its beginning.
        path: The file, for errors.

    Returns:
        A name that ``bytes.decode`` knows.

    Raises:
        ReadError: None of the known encodings gives Chinese or ASCII text.

    Examples:
        >>> detect("高邮市".encode("utf-16"))
        'utf-16'
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    sample = data[:_SAMPLE]
    valid = _valid_utf8(sample, whole=len(sample) == len(data))
    if valid is not None and not _by_chance(valid):
        return "utf-8"
    shares = {name: _share(sample, name) for name in _proposed(sample)}
    best = max(shares, key=lambda name: shares[name])
    if valid is not None and shares[best] < _SURE:
        return "utf-8"
    if shares[best] < _ENOUGH:
        raise ReadError(
            "neither UTF-8 nor GB18030 nor UTF-16: a binary file, or another encoding. "
            "Name the encoding if it is text.",
            path=path,
            offset=_first_bad(sample),
        )
    return best.replace("_", "-")


def check_encoding(encoding: str | None) -> str | None:
    """Return the name by which Python knows an encoding of text.

    Parameters:
        encoding: Its name; None for none.

    Returns:
        The name, None where none was given.

    Raises:
        ReadError: It is unknown, or turns bytes into something else than text.

    Examples:
        >>> check_encoding("UTF8"), check_encoding(None)
        ('utf-8', None)
    """
    if encoding is None:
        return None
    try:
        name = codecs.lookup(encoding).name
        b"a\0\0\0".decode(name)
        if name in _NO_TEXT:
            raise LookupError(name)
    except (LookupError, ValueError) as error:
        raise ReadError(
            f"unknown encoding {quoted(encoding)}. Use utf-8, gb18030, utf-16, big5 …"
        ) from error
    return name


def _named(encoding: str, data: bytes, path: str | PathLike[str] | None) -> str:
    name = check_encoding(encoding) or encoding
    if name == "utf-8" and data.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return _WIDER.get(name, name)


def _valid_utf8(sample: bytes, *, whole: bool) -> str | None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        return decoder.decode(sample, final=whole)
    except UnicodeDecodeError:
        return None


def _by_chance(text: str) -> bool:
    """Whether valid UTF-8 may be so by chance: zero bytes, or letters but nothing Chinese."""
    return "\0" in text or (not text.isascii() and max(text) < "\u0800")


def _proposed(sample: bytes) -> tuple[str, ...]:
    """The encodings that charset-normalizer finds possible.

    All of them where it has too little to go by, and where spoiled bytes rule all out.
    """
    from charset_normalizer import from_bytes

    if len(sample) < _SHORT:
        return _CANDIDATES
    found = from_bytes(sample, cp_isolation=list(_CANDIDATES), enable_fallback=False)
    names = {match.encoding for match in found}
    return tuple(name for name in _CANDIDATES if name in names) or _CANDIDATES


def _share(sample: bytes, name: str) -> float:
    """How much of the bytes, read in an encoding, is everyday Chinese or ASCII: 0 to 1."""
    text = sample.decode(name, errors="replace")
    if not text:
        return 1.0
    return sum(map(_everyday, text)) / len(text)


def _everyday(char: str) -> float:
    """1 for printable ASCII, a blank, or the first level of GB 2312; less for its second level.

    Examples:
        >>> _everyday("市"), _everyday("邬"), _everyday("銆"), _everyday(chr(1))
        (1.0, 0.6, 0.0, 0.0)
    """
    if char < "\x80":
        return float(char.isprintable() or char in "\t\n\r")
    try:
        first = char.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 0.0
    if first <= 0xA3 or 0xB0 <= first <= 0xD7:
        return 1.0
    return 0.6 if first > 0xD7 else 0.0


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
