"""Words behind a name and a colon in running text: 市水利局局长叶大川：年底通车。"""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.interview import Turn
from gaoyou_nlp.statements.layout import Layout
from gaoyou_nlp.statements.speakers import Speakers

_COLON: Final = re.compile("(?:（[^（）\n]{1,30}）)?[：:](?![“「])")
_LONGEST_HEAD: Final = 44
_SHORTEST: Final = 6
_RESUME: Final = re.compile(
    "男|女|[\u4e00-\u9fff]{1,4}族|[12][0-9]{3}年|[^，。]{0,8}(?:生于|现任|曾任|历任|担任)|任"
)
_ADDRESSES: Final = re.compile("[我咱你您请]")


def find_headed(layout: Layout, speakers: Speakers) -> list[Turn]:
    """Find what stands behind a person and a colon, where it is plainly that person's words.

    Parameters:
        layout: The text.
        speakers: Who can speak in it.

    Returns:
        The words: of a paragraph that opens with its speaker all of it, else the sentence. Plainly
        theirs are they behind a post, behind a question, or where they address somebody; a resume
        or a list is none.
    """
    text = layout.text
    found: list[Turn] = []
    for person in speakers.people(0, len(text), most=None):
        colon = _COLON.match(text, person.end)
        if colon is None or layout.in_quote(person.start):
            continue
        floor = layout.floor(person.start)
        if person.start - floor > _LONGEST_HEAD:
            continue
        head = text[floor : person.start]
        if any(char in "，,；;：:“”（）" for char in head):
            continue
        paragraph = layout.paragraphs[layout.paragraph_at(person.start)]
        opens = floor <= paragraph[0]
        end = paragraph[1] if opens else layout.end_at(layout.next_end(colon.end()))
        words = text[colon.end() : end].rstrip()
        if len(words) < _SHORTEST or words[-1] not in "。！？” " or _RESUME.match(words.lstrip()):
            continue
        asked = text[max(0, floor - 2) : floor].rstrip()[-1:] in ("？", "”")
        plain = speakers.ends_title(person.start) or _ADDRESSES.search(words) or asked
        if plain:
            start = (
                colon.end() + len(text[colon.end() : end]) - len(text[colon.end() : end].lstrip())
            )
            found.append(Turn(person, start, start + len(words.strip()), True))
    return found
