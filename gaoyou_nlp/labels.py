"""The seven labels of the annotation guidelines, and the values of the records' fields.

The meaning of each label stands in ``corpus/guidelines.md``.
"""

from typing import Final

LABELS: Final[tuple[str, ...]] = (
    "OFFICIAL",
    "PERSON",
    "TITLE",
    "ORG",
    "GPE",
    "MONEY",
    "PROJECT",
)
"""What a span can be. The order is the one of the guidelines and of every table."""

NAMES: Final = ("OFFICIAL", "PERSON")
"""The labels of personal names."""

ANY_NAME: Final = "OFFICIAL+PERSON"
"""What both labels of personal names are called where they count as one."""

OPTIONAL: Final = "OPT"
"""A stretch of gold text in real doubt: neither right nor wrong, and left out of training."""

COMPARATORS: Final[tuple[str, ...]] = (">=", ">", "<=", "<", "~")
"""What stands beside an amount: 以上, 超, 以内, 不足, 约."""

STATUSES: Final[tuple[str, ...]] = (
    "前期",
    "在谈",
    "签约",
    "开工",
    "在建",
    "竣工",
    "投产",
    "达产",
)
"""The stages of a project, earliest first."""

CHANGES: Final[tuple[str, ...]] = (
    "appointed",
    "elected",
    "nominated",
    "proposed",
    "acting",
    "removed",
    "resigned",
    "former",
)
"""What a text says of a post beyond that somebody holds it: 任命, 当选, 提名, 拟任, 代, 免去,
辞去, 原. The last three are of posts not held any more, 提名 and 拟任 of posts not held yet."""


def kind(label: str) -> str:
    """Return a label with OFFICIAL and PERSON as one.

    Parameters:
        label: Any label.

    Examples:
        >>> kind("OFFICIAL"), kind("PERSON"), kind("ORG")
        ('OFFICIAL+PERSON', 'OFFICIAL+PERSON', 'ORG')
    """
    return ANY_NAME if label in NAMES else label


def alike(label: str) -> tuple[str, ...]:
    """Return the labels that count as one with a label, itself among them.

    Parameters:
        label: Any label.

    Examples:
        >>> alike("PERSON"), alike("GPE")
        (('OFFICIAL', 'PERSON'), ('GPE',))
    """
    return NAMES if label in NAMES else (label,)
