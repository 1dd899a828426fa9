"""An official of one article, and the posts that she or he holds there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Post:
    """A post somebody holds or held.

    Parameters:
        org: The body, as written; None where the text names none.
        title: The post, as written.
    """

    org: str | None
    title: str

    def to_dict(self) -> dict[str, Any]:
        """Return the post as JSON-ready data."""
        return {"org": self.org, "title": self.title}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Post:
        """Build a post from what ``to_dict`` makes."""
        return cls(row["org"], row["title"])


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
