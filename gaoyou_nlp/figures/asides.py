"""What may stand between an indicator and its number in a clause of its own: 再上新台阶，."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.links import Link, read_link
from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/clause_words.tsv"
_FORECAST: Final = re.compile(
    "(?:{stands})(?:达效)?后|投产，届时|项目(?:全部|全面)?达产(?:达效)?(?:时|可|预计)",
    words=_TABLE,
)
"""What a project is to bring once it stands is the project's, and no target of anybody."""
_FORECAST_REACH: Final = 80


_ASIDE: Final = re.compile(r"[^，。；：、\n]{0,8}(?:{moves})，", words=_TABLE)
"""A clause that says how an indicator moves, without a number."""


def read_behind_aside(text: str, start: int, end: int, dates: Sequence[DateMention]) -> Link | None:
    """Read the link of a number that stands behind an aside: 产值再上新台阶，达到50亿元.

    Parameters:
        text: The text.
        start, end: The stretch between the indicator and its number.
        dates: The dates of the text.

    Returns:
        What it says; None where no aside stands there, or nothing is reached behind it.

    Examples:
        >>> read_behind_aside("产值再上新台阶，达到50亿元", 2, 10, ()).reaches
        True
    """
    aside = _ASIDE.match(text, start, end)
    if aside is None:
        return None
    link = read_link(text, aside.end(), end, dates)
    return link if link is not None and (link.reaches or link.begins) else None


def is_forecast(text: str, floor: int, start: int) -> bool:
    """Say whether a number is what a project is to bring once it stands: 达产后年产值5亿元."""
    return _FORECAST.search(text, max(floor, start - _FORECAST_REACH), start) is not None
