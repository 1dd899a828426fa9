"""How high a post is: enough to tell a head of a bureau from a teacher of the same name."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re

_TABLE = "linking/pattern_words.tsv"
HEAD, DEPUTY, SECTION, STAFF = 3, 2, 1, 0

_DEPUTY: Final = re.compile("{deputy}", words=_TABLE)
_SECTION: Final = re.compile(
    "(?:{section})(?:书记|长|主任)|村主任|村支书|校长|院长|园长", words=_TABLE
)
_HEAD: Final = re.compile("(?:{head})$", words=_TABLE)


def tier_of(title: str) -> int:
    """Say how high a post is.

    Parameters:
        title: As written.

    Returns:
        3 for heads, 2 for deputies and members of a leading group, 1 below, 0 for the rest.

    Examples:
        >>> [tier_of(title) for title in ("局长", "党组成员、副局长", "规划科科长", "教师")]
        [3, 2, 1, 0]
    """
    if _SECTION.search(title):
        return SECTION
    if _DEPUTY.search(title):
        return DEPUTY
    return HEAD if _HEAD.search(title) else STAFF
