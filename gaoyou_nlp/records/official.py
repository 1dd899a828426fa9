"""An official of one article, and the posts that she or he holds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.records.said import Event


@dataclass(frozen=True, slots=True)
class Post:
    """A post somebody holds, held or is to hold.

    Parameters:
        org: The body, as written; None where the text names none.
        title: The post, as written.
        change: One of ``CHANGES``, or None where the text says no more than that the post is
            hers or his.
        rule: What decided ``change``, such as ``before:免去``; empty without one. Two posts that
            differ by nothing else are equal.
        titles: Where the text gives the post: indices into the article's spans.
        body: The full name of the body, with its area where that is known; the same for all the
            names that the article has for it. None where ``org`` is.
        area: The area of the body (高邮市 of 市发改委); None where the text leaves it open.
        area_rule: How the area is known: ``written``, ``publisher``, ``dateline``, ``text``.
        started, ended: The first and the last day in the post, where the text says them.

    Examples:
        >>> Post("县教育局", "局长", "removed", "before:免去").to_dict()
        {'org': '县教育局', 'title': '局长', 'change': 'removed', 'rule': 'before:免去'}
    """

    org: str | None
    title: str
    change: str | None = None
    rule: str = field(default="", compare=False)
    titles: tuple[int, ...] = field(default=(), repr=False, compare=False)
    body: str | None = field(default=None, repr=False)
    area: str | None = field(default=None, repr=False)
    area_rule: str = field(default="", repr=False, compare=False)
    started: Event | None = field(default=None, repr=False)
    ended: Event | None = field(default=None, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the post as JSON-ready data; what the text does not say is left out."""
        row: dict[str, Any] = {"org": self.org, "title": self.title}
        if self.change is not None:
            row |= {"change": self.change, "rule": self.rule}
        if self.body is not None:
            row["body"] = self.body
        if self.area is not None:
            row |= {"area": self.area, "area_rule": self.area_rule}
        if self.titles:
            row["titles"] = list(self.titles)
        if self.started is not None:
            row["started"] = self.started.to_dict()
        if self.ended is not None:
            row["ended"] = self.ended.to_dict()
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Post:
        """Build a post from what ``to_dict`` makes; all but ``org`` and ``title`` may be absent."""
        started, ended = row.get("started"), row.get("ended")
        return cls(
            row["org"],
            row["title"],
            row.get("change"),
            row.get("rule") or "",
            tuple(row.get("titles") or ()),
            row.get("body"),
            row.get("area"),
            row.get("area_rule") or "",
            None if started is None else Event.from_dict(started),
            None if ended is None else Event.from_dict(ended),
        )


@dataclass(frozen=True, slots=True)
class Official:
    """An official of one article.

    Parameters:
        name: The personal name.
        posts: Her or his posts in the article, in order, without repetition.
        mentions: Indices into the article's spans.
    """

    name: str
    posts: tuple[Post, ...] = ()
    mentions: tuple[int, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the official as JSON-ready data."""
        return {
            "name": self.name,
            "posts": [post.to_dict() for post in self.posts],
            "mentions": list(self.mentions),
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Official:
        """Build an official from what ``to_dict`` makes; ``mentions`` may be absent."""
        posts = tuple(Post.from_dict(post) for post in row["posts"])
        return cls(row["name"], posts, tuple(row.get("mentions", ())))
