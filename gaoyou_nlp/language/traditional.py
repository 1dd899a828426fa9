"""Traditional text read as simplified text, character for character: no offset moves."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language.tables import table

_SHARE = 0.12
"""Traditional characters among the ideographs from which on a text is traditional: running text
has some three in ten, simplified text one or two in the names of people."""

_LEAST = 2
"""Different traditional characters that it takes besides: one may be the variant of a name."""


def is_traditional(text: str) -> bool:
    """Tell whether a text is written in traditional characters.

    Parameters:
        text: Any text.

    Returns:
        Whether enough of its ideographs are such as only traditional text has. A single one in a
        name is not, and neither are those that both scripts have, such as 後 and 乾.

    Examples:
        >>> is_traditional("縣財政局局長孫志強陪同"), is_traditional("县财政局局长孫志强陪同")
        (True, False)
    """
    signs = [character for character in text if character in _only_traditional()]
    if len(set(signs)) < _LEAST:
        return False
    return len(signs) >= _SHARE * sum(map(_is_ideograph, text))


def simplify(text: str) -> str:
    """Write a traditional text in simplified characters.

    Parameters:
        text: Any text.

    Returns:
        A text of the same length, in which the character at each offset is the simplified one;
        the same object where nothing is traditional. Of a text that is simplified on the whole,
        the lines are changed that are traditional. The words stay those of the text: what is
        called otherwise elsewhere (計程車, 資訊) is not put into other words.

    Examples:
        >>> simplify("縣財政局局長孫志強陪同"), simplify("县财政局局长孫志强陪同")
        ('县财政局局长孙志强陪同', '县财政局局长孫志强陪同')
    """
    if _only_traditional().isdisjoint(text):
        return text
    if is_traditional(text):
        return text.translate(_simplified())
    lines = text.split("\n")
    changed = [line.translate(_simplified()) if is_traditional(line) else line for line in lines]
    return text if changed == lines else "\n".join(changed)


def original(value: str, text: str, reading: str) -> str:
    """Return what a text has in the place of a value read in its simplified copy.

    Parameters:
        value: Read in ``reading``.
        text: The text.
        reading: Of the same length, as made by ``simplify``.

    Returns:
        The characters of the text where the value stands first; where it does not stand as a
        whole, since it was put together, each character as the text has it first.

    Examples:
        >>> text = "縣財政局局長"
        >>> [original(value, text, simplify(text)) for value in ("财政局", "县局")]
        ['財政局', '縣局']
    """
    if reading is text or not value:
        return value
    at = reading.find(value)
    if at >= 0:
        return text[at : at + len(value)]
    places = map(reading.find, value)
    return "".join(c if at < 0 else text[at] for c, at in zip(value, places, strict=True))


def _is_ideograph(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


@cache
def _only_traditional() -> frozenset[str]:
    rows = table("language/traditional.tsv")
    return frozenset(row[0] for row in rows if row[2] == "only")


@cache
def _simplified() -> dict[int, str]:
    return {ord(row[0]): row[1] for row in table("language/traditional.tsv")}
