"""Whom 他 and 她 stand for, where it is certain."""

from __future__ import annotations

from gaoyou_nlp.statements.gaps import skip_opening
from gaoyou_nlp.statements.layout import Layout
from gaoyou_nlp.statements.speakers import Speaker, Speakers


def _begins(layout: Layout, offset: int) -> bool:
    """Say whether a sentence begins at an offset, but for 随后 and the like."""
    floor = layout.floor(offset)
    while floor < offset and layout.text[floor] in " \u3000":
        floor += 1
    return skip_opening(layout.text, floor, offset) == offset


def resolve(pronoun: Speaker, last: Speaker | None, layout: Layout, speakers: Speakers) -> Speaker:
    """Find the person a pronoun stands for.

    The only one of the sentence, of the paragraph, or of the one before where the pronoun opens its
    sentence; or who spoke last there, if nobody has been named since.

    Parameters:
        pronoun: 他 or 她 as a speaker.
        last: Who spoke last before it.
        layout: The text.
        speakers: Who can speak in it.

    Returns:
        The speaker with its name; without one where it could be several people.
    """
    if pronoun.how != ".pronoun":
        return pronoun
    at = layout.paragraph_at(pronoun.start)
    here = speakers.people(layout.floor(pronoun.start), pronoun.start)
    if len({person.name for person in here}) != 1:
        here = speakers.people(layout.paragraphs[at][0], pronoun.start)
    opens = _begins(layout, pronoun.start)
    named = here or (speakers.people(*layout.paragraphs[at - 1]) if at and opens else [])
    if len({person.name for person in named}) == 1:
        return pronoun._replace(span=named[-1].span, name=named[-1].name)
    if last is None or last.span is None or not named or last.start < named[0].start:
        return pronoun
    since = speakers.people(last.start, pronoun.start)
    if {person.name for person in since} != {last.name}:
        return pronoun
    return pronoun._replace(span=last.span, name=last.name)
