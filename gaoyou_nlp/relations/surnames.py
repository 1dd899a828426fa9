"""Finds whom a surname with a title (王局长) stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.names import is_surname
from gaoyou_nlp.records import Post, Span

_DEPUTY = re.compile("副|助理|代")
_SHORT = {"总": re.compile("总(?:经理|裁|监|工程师)?$|董事长$")}
_MOST = 50  # people of one surname that a title keeps apart


def is_surname_alone(spans: Sequence[Span], at: int) -> bool:
    """Whether a name is a surname alone, as in 王局长.

    Parameters:
        spans: Of an article, in order.
        at: Index of a name.

    Examples:
        >>> spans = [Span(0, 2, "PERSON", "欧阳"), Span(2, 4, "TITLE", "局长")]
        >>> is_surname_alone(spans, 0)
        True
    """
    span = spans[at]
    if len(span.text) == 1:
        return True
    behind = spans[at + 1] if at + 1 < len(spans) else None
    touches = behind is not None and behind.label == "TITLE" and behind.start == span.end
    return len(span.text) == 2 and touches and is_surname(span.text)


class Namesakes:
    """The full names of an article by surname.

    Parameters:
        posts: The posts of each full name, without repetition.

    Examples:
        >>> people = Namesakes({"王建章": [Post(None, "县长")], "王立言": [Post(None, "副县长")]})
        >>> people.meant("王", [Post(None, "副县长")]), people.meant("王", [Post(None, "书记")])
        ('王立言', None)
    """

    def __init__(self, posts: Mapping[str, Sequence[Post]]) -> None:
        self._posts = posts
        self._by_surname: dict[str, list[str]] = {}
        for name in posts:
            for length in (1, 2):
                self._by_surname.setdefault(name[:length], []).append(name)

    def meant(self, surname: str, posts: Sequence[Post]) -> str | None:
        """Return the one person whom a surname stands for.

        Parameters:
            surname: As written.
            posts: Those of its title; none where it stands alone.

        Returns:
            The full name whose posts the title fits; where nobody's does, the only namesake, if
            the article gives her or him no posts; None where it stays open.
        """
        same = [n for n in self._by_surname.get(surname, ()) if len(n) > len(surname)]
        if len(same) > _MOST:
            return None
        if not posts:
            return same[0] if len(same) == 1 else None
        for loosely in (False, True):
            fitting = [n for n in same if any(_fits(posts[0], p, loosely) for p in self._posts[n])]
            if fitting:
                return fitting[0] if len(fitting) == 1 else None
        return same[0] if len(same) == 1 and not self._posts[same[0]] else None


def _fits(short: Post, known: Post, loosely: bool) -> bool:
    """Whether 王局长 may be somebody who holds a post; loosely also a deputy is called so."""
    if short.org and known.org and not _same_body(short.org, known.org):
        return False
    head = _SHORT.get(short.title, re.compile(f"{re.escape(short.title)}$"))
    found = head.search(known.title)
    return found is not None and (loosely or _DEPUTY.search(known.title, 0, found.start()) is None)


def _same_body(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)
