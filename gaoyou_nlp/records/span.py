"""A marked stretch of an article's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache


class Origin(str, Enum):
    """Who proposed a span: a rule, the model, both of them, or the user's list."""

    RULE = "rule"
    MODEL = "model"
    BOTH = "both"
    USER = "user"


MODEL_RULE, AGREED, USER_RULE = "model", "+model", "lexicon:"
"""How rule ids tell the origin where only the id travels, as in a ``Doc``."""


@lru_cache(maxsize=4096)
def origin_of(rule: str) -> Origin:
    """Read the origin out of a rule id.

    Examples:
        >>> [origin_of(rule).value for rule in ("a", "model", "a+model", "lexicon:b")]
        ['rule', 'model', 'both', 'user']
    """
    if MODEL_RULE not in rule and not rule.startswith(USER_RULE):
        return Origin.RULE  # nearly all, told by one look
    if rule.startswith(USER_RULE):
        return Origin.USER
    if rule.endswith(AGREED):
        return Origin.BOTH
    own = rule.split(".", 1)[0] == MODEL_RULE
    return Origin.MODEL if own else Origin.RULE


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of an article's text.

    Parameters:
        start: First character (code points of the article's text).
        end: One past the last character.
        label: One of ``LABELS`` (or ``OPT`` in gold).
        text: The characters themselves.
        rule: The id of the rule that made it, ``model``, or ``lexicon:…``; empty in gold.
        score: How sure the model is, 0 to 1; None for rules.
        canonical: The name a user's list gives it, if any.
        origin: Who proposed it; by default what the rule id says. What is done with a span depends
            on this, never on its rule id, which is for people.
    """

    start: int
    end: int
    label: str
    text: str
    rule: str = ""
    score: float | None = None
    canonical: str | None = None
    origin: Origin = field(default=Origin.RULE, compare=False)

    def __post_init__(self) -> None:
        if self.origin is Origin.RULE and self.rule:
            origin = origin_of(self.rule)
            if origin is not Origin.RULE:
                object.__setattr__(self, "origin", origin)


def check_spans(text: str, spans: Sequence[Span]) -> None:
    """Refuse spans that are out of order, overlap, or do not match the text.

    Parameters:
        text: The article's text.
        spans: Its spans.

    Raises:
        ValueError: Naming the first span that does not fit.

    Examples:
        >>> check_spans("高邮市", [Span(0, 2, "GPE", "高邮")])
    """
    last = 0
    for span in spans:
        if span.start < last or span.end <= span.start or span.end > len(text):
            raise ValueError(
                f"span {span.text!r} ({span.start}, {span.end}) overlaps or is out of order"
            )
        if text[span.start : span.end] != span.text:
            raise ValueError(
                f"span {span.text!r} ({span.start}, {span.end}) does not match the text"
            )
        last = span.end
