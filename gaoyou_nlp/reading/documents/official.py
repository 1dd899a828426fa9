"""What marks an official document: its number, its attachments, the date below its signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gaoyou_nlp.reading.documents.dates import read_date

_NUMBER = re.compile(
    r"[\u3400-\u9fff]{1,16}[〔\[（(【﹝](?:19|20)\d\d[〕\]）)】﹞]第?\d{1,5}号"
    r"(?:签发人[:：].{2,12})?"
)
_ATTACHMENT = re.compile(r"附[件表](?:\d{1,2}|[一二三四五六七八九十]{1,3})?[:：]?")
_NUMERALS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_SIGNED = re.compile(
    r"[（(]?((?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年([0-9一二三四五六七八九十]{1,2})月"
    r"([0-9一二三四五六七八九十]{1,3})日[）)]?"
)
_PRINTED = re.compile(rf"{_SIGNED.pattern}(?:印发)?")
_SIGNER = re.compile(r"[\u3400-\u9fff\s]{2,30}[局委府厅部办室院会组处中心公司团校站所行社]")
_ENDING = 4


def is_number_of(text: str) -> bool:
    """Whether a line is the number of an official document.

    Examples:
        >>> is_number_of("青发改〔2026〕17号"), is_number_of("2026年第17号")
        (True, False)
    """
    return _NUMBER.fullmatch("".join(text.split())) is not None


def is_signed_date(text: str) -> bool:
    """Whether a line is the date of an official document, and no more.

    Examples:
        >>> is_signed_date("2026年3月12日"), is_signed_date("3月12日")
        (True, False)
    """
    return _PRINTED.fullmatch("".join(text.split())) is not None


def is_attachment(text: str) -> bool:
    """Whether a line says that what follows is an attachment, and no more.

    Examples:
        >>> is_attachment("附件1"), is_attachment("附件：1.项目清单")
        (True, False)
    """
    return _ATTACHMENT.fullmatch("".join(text.split())) is not None


def signed_date(paragraphs: Sequence[str]) -> str | None:
    """Read the date below an official document, a paragraph of its own near the end, or below
    the name of who signs it.

    Examples:
        >>> signed_date(["特此通知。", "二〇二六年三月十二日"])
        '2026-03-12'
        >>> signed_date(["县水利局", "2026年3月12日", "附件", "清单", "一", "二", "三"])
        '2026-03-12'
    """
    texts = [text for text in paragraphs if text.strip()]
    for text in reversed(texts[-_ENDING:]):
        found = _SIGNED.fullmatch("".join(text.split()))
        if found is not None:
            return _date(found)
    for above, text in pairwise(texts):
        found = _SIGNED.fullmatch("".join(text.split()))
        if found is not None and _SIGNER.fullmatch(above.strip()):
            return _date(found)
    return None


def _date(found: re.Match[str]) -> str | None:
    year, month, day = found.groups()
    return read_date(f"{year.translate(_NUMERALS)}-{_small(month)}-{_small(day)}")


def _small(number: str) -> int:
    """A number below 32, in digits or as 三十一.

    Examples:
        >>> _small("12"), _small("十二"), _small("二十"), _small("三十一")
        (12, 12, 20, 31)
    """
    if number.isascii():
        return int(number)
    tens, ten, ones = number.partition("十")
    if not ten:
        return int(number.translate(_NUMERALS)) if number else 0
    return 10 * int((tens or "一").translate(_NUMERALS)) + int((ones or "〇").translate(_NUMERALS))
