"""Characters as they are meant: what fonts and converters put in the place of ideographs.

PDF tools often give the radical ⼯ for the character 工; both look alike and no word list knows the
first. A mark that is not seen, as a soft hyphen, breaks a name in two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from gaoyou_nlp.language import lazy_re as re

UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width blanks and joiners: not seen, and no part of any word."""

CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
"""Characters that no text holds and programs leave behind; those that part lines are blanks."""

_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd\ufffd]")
_LIGATURES = {"⸺": "——", "⸻": "———"}


@lru_cache(maxsize=1)
def _same_length() -> dict[int, int]:
    """Radicals and compatibility ideographs to the ideographs that they stand for."""
    found: dict[int, int] = {}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and ord(plain) != code:
            found[code] = ord(plain)
    table = (files("gaoyou_nlp.reading") / "radicals.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    found.update((ord(radical), ord(ideograph)) for radical, ideograph in rows[1:])
    return found


@lru_cache(maxsize=1)
def _odd() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(map(chr, _same_length())))}]")


def as_meant(text: str) -> str:
    """Put ideographs in the place of the radicals that stand for them, one for one.

    Parameters:
        text: Any text.

    Returns:
        A text of the same length: an offset into one is the same offset into the other.
        Full-width forms stay, since they are seen.

    Examples:
        >>> as_meant("县⻓⻢致远在⼯地")
        '县长马致远在工地'
    """
    return text.translate(_same_length()) if _odd().search(text) else text


@lru_cache(maxsize=4096)
def spelt_out(char: str) -> str:
    """Return what one glyph of a font stands for: several letters for a ligature, none if unseen.

    Parameters:
        char: One character.

    Examples:
        >>> spelt_out("ﬁ"), spelt_out("⼯"), spelt_out(chr(0xad)), spelt_out("⸺")
        ('fi', '工', '', '——')
    """
    if char in UNSEEN or CONTROLS.match(char):
        return ""
    if "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    return _LIGATURES.get(char) or as_meant(char)


def clean(text: str) -> str:
    """Spell out a text whose offsets nobody has seen yet.

    Examples:
        >>> clean("关\u00ad于ﬁ")
        '关于fi'
    """
    return text if text.isascii() and not CONTROLS.search(text) else "".join(map(spelt_out, text))


def private_places(text: str) -> Iterator[int]:
    """Yield where characters stand that only one font knows, or that could not be decoded.

    Examples:
        >>> list(private_places("王\ue000军\ufffd"))
        [1, 3]
    """
    return (found.start() for found in _PRIVATE.finditer(text))


def is_encodable(text: str) -> bool:
    r"""Whether a text holds characters alone, and no half of a surrogate pair.

    Examples:
        >>> is_encodable("高邮"), is_encodable("\ud800")
        (True, False)
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
