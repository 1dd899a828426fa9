"""The words of the rules on posts that their patterns share, by kind."""

from __future__ import annotations

from gaoyou_nlp.language.tables import table


def word_of(kind: str) -> str:
    """Return the alternatives of a kind of words, the longest first.

    Parameters:
        kind: ``states`` (a name before it holds the post behind it), ``role`` (a passing role
            between a post and its holder).

    Examples:
        >>> "担任" in word_of("states").split("|")
        True
    """
    found = (row[0] for row in table("relations/post_words.tsv") if row[1] == kind)
    return "|".join(sorted(found, key=lambda word: (-len(word), word)))
