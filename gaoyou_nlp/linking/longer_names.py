"""Finds the names that stand inside longer ones, in one pass however many there are."""

from __future__ import annotations

from collections.abc import Collection

from ahocorasick_rs import AhoCorasick


def longer_names(names: Collection[str], among: Collection[str]) -> dict[str, list[str]]:
    """Find the longer names that names are parts of.

    Parameters:
        names: What may be a part; empty ones are none.
        among: What may be longer.

    Returns:
        By the name, those that hold it, in the order of ``among``; names without one are left out.

    Examples:
        >>> longer_names(["晨星机床", "远达"], ["晨星机床有限公司", "远达"])
        {'晨星机床': ['晨星机床有限公司']}
    """
    parts = [name for name in names if name]
    found: dict[str, list[str]] = {}
    if not parts or not among:
        return found
    matcher = AhoCorasick(parts, store_patterns=False)
    for other in among:
        matches = matcher.find_matches_as_indexes(other, overlapping=True)
        for name in dict.fromkeys(parts[index] for index, _, _ in matches):
            if name != other:
                found.setdefault(name, []).append(other)
    return found
