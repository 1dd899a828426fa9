"""How far reported speech goes: which sentences behind it are plainly the same person's words."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re

_GOES_ON: Final = re.compile(
    r"(?:要|必须|务必|应当|应该|应|一要|二要|三要|四要|五要|一是|二是|三是|四是|五是|六是|坚决|切实|希望|力争|确保|争取|计划|"
    r"我们|咱们|下一步|接下来|下步|此外，还?[要将]|同时，[要将]|另外，[要将]|[今明]年，?[^。\n]{0,12}(?:计划|将|力争|预计|拟|要))"
)
ASKS: Final = ("要求", "强调", "指出", "明确", "部署", "明确要求", "强调指出")
_ASKED_TOO: Final = re.compile(
    "各[级地部单]|全[省市县区镇乡][上各]|对[^，。\n]{2,14}(?:实行|要|必须|一律|坚决|依法)|严禁|不得|凡是?|坚持|"
    "加快|推动|抓好|全力|进一步|深入|持续|聚焦|围绕|严格|加强|强化|扎实|统筹|压实|严肃|积极|着力|把[^，。\n]{2,14}"
)
"""How a sentence opens that goes on with what is asked."""
_TELLS: Final = ("介绍", "介绍说", "透露", "汇报", "通报", "介绍称")
_TOLD_TOO: Final = re.compile("截[至止]|其中|预计|目前已|[今明]年")
"""How a sentence opens that goes on with an account."""


def goes_on(text: str, verb: str, start: int) -> bool:
    """Say whether a sentence goes on with the reported speech of the one before it.

    Parameters:
        text: The article.
        verb: The verb of saying.
        start: Where the sentence begins.

    Examples:
        >>> goes_on("严禁瞒报。", "要求", 0), goes_on("严禁瞒报。", "说", 0)
        (True, False)
    """
    if _GOES_ON.match(text, start):
        return True
    if verb in ASKS:
        return _ASKED_TOO.match(text, start) is not None
    return verb in _TELLS and _TOLD_TOO.match(text, start) is not None
