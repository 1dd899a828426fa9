"""Articles about an interview with one person: 访市水利局局长叶大川, 叶大川在接受采访时说.

There the sentences behind a reported one are the person's words up to the end of the paragraph,
and so is a paragraph without a speaker between two of hers or his.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records.statement import Statement
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_HEADLINE: Final = re.compile(
    r"^[ \u3000]*(?:[—–―-]+[ \u3000]*)?(?:专访|访谈|访|对话)(?![问客])[^\n。]{2,80}$", re.M
)
_ASKED: Final = re.compile(r"接受[^，。；：“”\n]{0,10}采访")
_NARRATES: Final = re.compile(r"(?:据了解|据悉|据介绍|记者|采访)")
_FEWEST: Final = 3
_SHORTEST: Final = 30


def in_headline(text: str, speakers: Speakers) -> frozenset[str]:
    """Return the people that a headline says are interviewed: 访市水利局局长叶大川.

    Parameters:
        text: The article.
        speakers: Who can speak in it.
    """
    lines = _HEADLINE.finditer(text)
    named = (person.name for line in lines for person in speakers.people(*line.span()))
    return frozenset(name for name in named if name)


def interviewee_of(text: str, speakers: Speakers) -> Speaker | None:
    """Return the only person whom a headline says is interviewed.

    Parameters:
        text: The article.
        speakers: Who can speak in it.
    """
    lines = _HEADLINE.finditer(text)
    people = [person for line in lines for person in speakers.people(*line.span())]
    return people[0] if len({person.name for person in people}) == 1 else None


def asked_alone(
    text: str, speakers: Speakers, sayings: Iterable[tuple[Speaker, int]]
) -> frozenset[str]:
    """Return the only speaker of an article, if asked at least once: 叶大川在接受记者采访时说.

    Parameters:
        text: The article.
        speakers: Who can speak in it.
        sayings: The speaker of each saying, and where its verb begins.

    Returns:
        The person, who speaks three times or more; nobody in other articles.
    """
    people = {person.name for person in speakers.people(0, len(text))}
    spoken = [(speaker, verb) for speaker, verb in sayings if speaker.name in people]
    names = {speaker.name for speaker, _ in spoken}
    if len(names) != 1 or len(spoken) < _FEWEST:
        return frozenset()
    asked = any(_ASKED.search(text, speaker.end, verb) for speaker, verb in spoken)
    return frozenset(name for name in names if name and asked)


def end_of_words(text: str, start: int, end: int, sentence_ends: Sequence[int]) -> int:
    """Return where the first sentence of a stretch begins that is the paper's, else its end.

    Parameters:
        text: The article.
        start, end: The stretch.
        sentence_ends: Where the sentences of the article end, in order.
    """
    at = bisect_right(sentence_ends, start)
    while at < len(sentence_ends) and sentence_ends[at] < end:
        if _NARRATES.match(text, sentence_ends[at]):
            return sentence_ends[at]
        at += 1
    return end


def outside(
    statements: Sequence[Statement], stretches: Sequence[tuple[int, int]]
) -> list[Statement]:
    """Return the statements that touch none of some stretches.

    Parameters:
        statements: The statements of an article, in order.
        stretches: Ordered, not overlapping.
    """
    kept = []
    for statement in statements:
        at = bisect_right(stretches, (statement.end, 0)) - 1
        if at < 0 or stretches[at][1] <= statement.start:
            kept.append(statement)
    return kept


def paragraphs_between(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    statements: Sequence[Statement],
    people: Collection[str],
) -> list[Statement]:
    """Find the paragraphs between two statements of an interviewee that go on with the first.

    Parameters:
        text: The article.
        paragraphs: Its paragraphs.
        statements: The statements found so far, in order.
        people: Who is interviewed by the headline.

    Returns:
        A statement for each such paragraph.
    """
    found: list[Statement] = []
    for before, after in pairwise(statements):
        if before.speaker not in people or before.speaker != after.speaker:
            continue
        at = bisect_right(paragraphs, (before.end, len(text)))
        while at < len(paragraphs) and paragraphs[at][1] <= after.start:
            start, end = paragraphs[at]
            at += 1
            words = text[start:end].strip(" \u3000")
            if len(words) < _SHORTEST or not words.endswith("。") or "记者" in words:
                break
            start += len(text[start:end]) - len(text[start:end].lstrip(" \u3000"))
            end = start + len(words.rstrip("。"))
            found.append(
                replace(
                    before,
                    start=start,
                    end=end,
                    text=text[start:end],
                    kind="reported",
                    verb_start=None,
                    verb_end=None,
                    rule="interview.between",
                )
            )
    return found
