"""How high a post is: enough to tell a head of a bureau from a teacher of the same name."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re

HEAD, DEPUTY, SECTION, STAFF = 3, 2, 1, 0

_DEPUTY: Final = re.compile(
    "副|常委|党组成员|党委委员|党工委委员|总工程师|总经济师|调研员|巡视员|秘书长助理|助理$"
)
_SECTION: Final = re.compile(
    "(?:科|股|所|队|站|室|班|组|村|社区|支部|车间|网格|总支)(?:书记|长|主任)|村主任|村支书|校长|院长|园长"
)
_HEAD: Final = re.compile(
    "(?:书记|[局市县区州旗盟省镇乡厅委部处庭署台会]长|主任|主席|检察长|院长|秘书长|总经理|董事长|行长|负责人)$"
)


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
