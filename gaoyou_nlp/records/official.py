"""An official of one article, and the posts that she or he holds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


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

    Examples:
        >>> Post("县教育局", "局长", "removed", "before:免去").to_dict()
        {'org': '县教育局', 'title': '局长', 'change': 'removed', 'rule': 'before:免去'}
    """

    org: str | None
    title: str
    change: str | None = None
    rule: str = field(default="", compare=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the post as JSON-ready data; ``change`` and ``rule`` only where there is one."""
        row: dict[str, Any] = {"org": self.org, "title": self.title}
        if self.change is not None:
            row |= {"change": self.change, "rule": self.rule}
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Post:
        """Build a post from what ``to_dict`` makes; ``change`` and ``rule`` may be absent."""
        return cls(row["org"], row["title"], row.get("change"), row.get("rule") or "")


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
