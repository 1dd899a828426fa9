"""Bodies of which an article itself writes that they have another name since."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.linking.sightings import Sightings
from gaoyou_nlp.records import Record

_TABLE = "linking/pattern_words.tsv"
_NEW_BEHIND: Final = re.compile(
    "(?:[^，。；\n]{0,8}(?:正式|整体|已|日前|近日|同日|随之|现)*)?(?:{renamed})(?:为|成)“?",
    words=_TABLE,
)
_OLD_BEHIND: Final = re.compile(
    "”?[，,]?(?:[（(](?:原|前身[为是]|由)|(?:其)?前身(?:是|为)(?:原)?|由原?)$"
)
_RENAMED: Final = re.compile("”?(?:更名|改名|改称|改组|易名)而来")


def renamings(record: Record, found: Sightings) -> Iterator[tuple[str, str, str]]:
    """Find the bodies that have another name by the words of an article.

    Parameters:
        record: The article.
        found: What it names.

    Yields:
        The key of the body before, that of the body since, and the words that say it.
    """
    text = record.text
    spans = [span for span in record.spans if span.label == "ORG"]
    for one, other in pairwise(spans):
        gap = text[one.end : other.start]
        a, b = found.bodies.get(one.text), found.bodies.get(other.text)
        if a is None or b is None or not (a.key and b.key) or a.key == b.key or len(gap) > 16:
            continue
        words = text[one.start : other.end]
        if _NEW_BEHIND.fullmatch(gap):
            yield a.key, b.key, f"the text: {words}"
        elif _OLD_BEHIND.fullmatch(gap) and (
            gap[-1] not in "由" or _RENAMED.match(text, other.end)
        ):
            yield b.key, a.key, f"the text: {words}"
