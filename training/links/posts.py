"""Reads posts back out of marked text: every body and title that belongs to a person."""

from __future__ import annotations

import re

_ORG = r"\[([^|\]]+)\|ORG\]"
_TITLES = r"((?:\[[^|\]]+\|TITLE\]、?)+)"
_NAME = r"\[([^|\]]+)\|(?:OFFICIAL|PERSON)\]"
_BEFORE = re.compile(f"(?:{_ORG})?{_TITLES}{_NAME}")
_BEHIND = re.compile(f"{_NAME}(?:为|任|的|，[男女]，[^，]*出生，现任){_ORG}{_TITLES}")
_OF_THE_ONLY_ONE = re.compile(
    f"(?:现任|拟任|、现|免去\\[[^\\]]+\\]的|任|原|答（|的身份)?{_ORG}{_TITLES}"
)


def posts_in(text: str) -> dict[str, list[str]]:
    """Return the posts of each name, ``body/title``.

    Examples:
        >>> posts_in("[市水利局|ORG][局长|TITLE][叶大川|OFFICIAL]到场。")
        {'叶大川': ['市水利局/局长']}
    """
    found: dict[str, list[str]] = {}
    for org, titles, name in _BEFORE.findall(text):
        _add(found, name, org, titles)
    for name, org, titles in _BEHIND.findall(text):
        _add(found, name, org, titles)
    names = set(re.findall(r"\[([^|\]]+)\|OFFICIAL\]", text))
    if len(names) == 1:
        for org, titles in _OF_THE_ONLY_ONE.findall(text):
            _add(found, *names, org, titles)
    return found


def _add(found: dict[str, list[str]], name: str, org: str, titles: str) -> None:
    posts = found.setdefault(name, [])
    for title in re.findall(r"\[([^|\]]+)\|TITLE\]", titles):
        post = f"{org}/{title}"
        if post not in posts and (org or not any(one.endswith(post) for one in posts)):
            posts.append(post)
