"""English words that multiply: million, billion, bn, as in USD 3.5 billion."""

from __future__ import annotations

from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.tokens import BLANK

_SCALES: Final = {
    "thousand": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_WORD: Final = re.compile(
    rf"[{BLANK}]{{0,2}}({'|'.join(sorted(_SCALES, key=len, reverse=True))})(?![a-z])", re.IGNORECASE
)
SCALE_STARTS: Final = frozenset("tmbTMB")


class Scale(NamedTuple):
    """A word that multiplies: where it ends, and by how much."""

    end: int
    factor: int


def scale_at(text: str, at: int) -> Scale | None:
    """Find a word that multiplies the number which ends here.

    Parameters:
        text: The text.
        at: The offset behind the number.

    Examples:
        >>> scale_at("3.5 billion", 3)
        Scale(end=11, factor=1000000000)
    """
    after = text[at : at + 1]
    if after and after in BLANK:
        after = text[at : at + 3].lstrip(BLANK)[:1]
    if not after or after not in SCALE_STARTS:
        return None
    found = _WORD.match(text, at)
    return None if found is None else Scale(found.end(), _SCALES[found[1].lower()])
