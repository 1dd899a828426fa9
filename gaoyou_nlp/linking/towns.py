"""The town or street office in the name of a body or place."""

from __future__ import annotations

import re

_TOWN = re.compile("[\u4e00-\u9fff]{1,6}?(?:镇|乡|街道|苏木)")


def town_of(text: str) -> str | None:
    """Return the town or street office that a name begins with.

    Examples:
        >>> town_of("三垛镇党委"), town_of("水利局"), town_of("住房和城乡建设局")
        ('三垛镇', None, None)
    """
    match = _TOWN.match(text)
    return None if match is None or match[0].endswith(("城镇", "城乡")) else match[0]
