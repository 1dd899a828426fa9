"""What may stand between a quotation and its speaker: 在工地上，, 8月3日，, 推介会上，."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re

_SCENE: Final = re.compile(
    r"(?:[在当][^，。；：“”\n]{1,24}|[^，。；：“”\n]{1,16}[上中时后前里下间]"
    r"|[0-9上下今昨前当明年月日午天晚间傍凌清晨早]{1,14}|[日近此]前|近[日期]|随后|不久前)，"
)
_MOST: Final = 2


def after_scene(text: str, start: int, end: int) -> int:
    """Return where a clause begins that says more than when and where.

    Parameters:
        text: The article.
        start: Where the stretch behind a quotation begins.
        end: Where it ends at the latest.

    Examples:
        >>> after_scene("，3月4日，在工地上，叶大川说", 0, 14)
        11
    """
    if text[start : start + 1] in ("，", ","):
        start += 1
    for _ in range(_MOST):
        match = _SCENE.match(text, start, end)
        if match is None:
            break
        start = match.end()
    return start
