"""The notation of the date tests: mentions in brackets, readings as text.

``[3月4日]开会`` marks the mention, and ``2022-03-04/2022-03-04 day date.month-day.anchor`` is its
reading: first/last day (blank where open or unknown), the grain (``?`` for none), the rule, and
behind ``#`` the note. Readings are separated by `` ; ``, and ``none`` is no mention.
"""

from __future__ import annotations

from gaoyou_nlp.dates import DateMention


def unmark(marked: str) -> str:
    """Return the text without its brackets; ``\\n`` stands for a line feed."""
    return marked.replace("[", "").replace("]", "").replace("\\n", "\n")


def mark(text: str, mentions: list[DateMention]) -> str:
    """Return the text with the mentions in brackets."""
    for mention in reversed(mentions):
        text = f"{text[: mention.start]}[{mention.text}]{text[mention.end :]}"
    return text.replace("\n", "\\n")


def reading(mention: DateMention) -> str:
    """Write the reading of a mention."""
    note = f" # {mention.note}" if mention.note else ""
    days = f"{mention.first or ''}/{mention.last or ''}"
    return f"{days} {mention.grain or '?'} {mention.rule}{note}"


def readings(mentions: list[DateMention]) -> str:
    """Write the readings of the mentions of a text."""
    return " ; ".join(map(reading, mentions)) or "none"
