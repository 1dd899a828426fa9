"""Tells public bodies from companies and associations, by their names."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternatives


@cache
def _parts(kind: str) -> re.Pattern[str]:
    """One pattern for all parts of names of a kind."""
    parts = alternatives("relations/body_kinds.tsv", kind)
    return re.compile(f"(?:{parts})$" if kind == "public" else parts)


def is_business(name: str) -> bool:
    """Whether a name is one of a company, a bank or an association.

    Parameters:
        name: Of a body.

    Examples:
        >>> is_business("恒石集团党委宣传部"), is_business("县能源局"), is_business("中国人民银行")
        (True, False, False)
    """
    if _parts("business").search(name):
        return not _parts("public association").search(name)
    return (
        _parts("public").search(name) is None and _parts("maybe business").search(name) is not None
    )


def is_public(name: str) -> bool:
    """Whether a name is one of a public body, by its end.

    Parameters:
        name: Of a body.

    Examples:
        >>> is_public("县教育局"), is_public("恒石集团党委宣传部"), is_public("恒石")
        (True, False, False)
    """
    return not is_business(name) and _parts("public").search(name) is not None
