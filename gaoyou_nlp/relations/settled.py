"""Tells a body that has moved in somewhere from works that are agreed upon: both are 落户."""

from __future__ import annotations

import re

from gaoyou_nlp.relations.stages import Fact

_BODY = re.compile("(?:基地|中心|实验室|研究[院所]|学院|大学|医院|学校|总部|机构|公司|集团|平台)$")
_WORKS = re.compile("投资|占地|建设|签约|签[订署]|项目|协议|开工|用地|建筑面积|亩")
_STOP = re.compile("[。；！？\n]")
_WINDOW = 200  # characters of a sentence on either side


def is_settled(text: str, start: int, end: int, fact: Fact) -> bool:
    """Say whether 落户 tells of a body at work, so that no works have a stage.

    Parameters:
        text: The article.
        start, end: Of the name.
        fact: A stage told in its sentence.

    Returns:
        True where a body is named and its sentence speaks of no works.

    Examples:
        >>> is_settled("云岭实验室落户沙坪，发表论文百篇", 0, 5, Fact(5, 7, "签约", True))
        True
        >>> is_settled("云岭实验室落户沙坪，总投资3亿元", 0, 5, Fact(5, 7, "签约", True))
        False
    """
    if not text.startswith("落户", fact.start) or not _BODY.search(text, start, end):
        return False
    low = max(0, min(start, fact.start) - _WINDOW)
    for stop in _STOP.finditer(text, low, min(start, fact.start)):
        low = stop.end()
    found = _STOP.search(text, max(end, fact.end), max(end, fact.end) + _WINDOW)
    high = found.start() if found else max(end, fact.end) + _WINDOW
    return not (_WORKS.search(text, low, start) or _WORKS.search(text, end, high))
