"""What may stand between a speaker and the verb: 昨天在工地上, 对记者, 接受采访时."""

from __future__ import annotations

from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table
from gaoyou_nlp.statements.cues import cues

_PLAIN: Final = r"[^，。；：“”\n]"
_OBJECT: Final = r"[^，。；：“”\n了过]"
_SCENE: Final = (
    rf"(?:{_PLAIN}{{1,26}}?(?:[时上中后下前间里外旁边]|召开{_PLAIN}{{0,16}}?会|现场|之余|会议|活动|仪式|讲话|指示)"
    rf"|接受{_PLAIN}{{0,10}}采访)"
)
_LEADING: Final = re.compile("[的、和与及等没未拒]|不(?![禁由无])")
_ACT: Final = re.compile("[^，。；：“”、的和与没不未\n]{1,12}")
_ALOUD: Final = re.compile("[\u4e00-\u9fff]{1,4}[：:，]?“")
LONGEST_GAP: Final = 40


@cache
def _step() -> str:
    """Return a pattern of one step of the way from a speaker to the verb."""
    adverbs = alternation(row[0] for row in table("statements/adverbs.tsv"))
    return (
        rf"(?:{adverbs}|(?:[向对就]|代表){_OBJECT}{{1,14}}?|在[\u4e00-\u9fff]{{2,6}}"
        r"|[\u4e00-\u9fff]{1,5}地|(?:[0-9]{1,2}[月日时年]){1,3}"
        r"|发[表布出](?:联合|书面|官方)?"
        rf"|一边{_PLAIN}{{1,8}}一?边|[\u4e00-\u9fff]{{0,3}}着{_PLAIN}{{0,16}})"
    )


@cache
def _gap() -> re.Pattern[str]:
    """Return a pattern of all that may stand behind a name."""
    bracket = r"(?:（[^（）\n]{1,12}）)?"
    honour = f"(?:{cues('honour')})?"
    return re.compile(rf"{honour}{bracket}(?:{_step()}{bracket}){{0,2}}{_SCENE}?{_step()}{{0,2}}")


@cache
def _short_gap() -> re.Pattern[str]:
    """Return a pattern of what may stand behind 会议 or 村民, which may be part of a noun."""
    scene = rf"(?:(?=[在于当接参出0-9]){_SCENE})?"
    return re.compile(rf"{_step()}{{0,2}}{scene}{_step()}{{0,2}}")


@cache
def _opening() -> re.Pattern[str]:
    """Return a pattern of what may stand before an unnamed speaker in the clause: 但, 随后, 4日."""
    rows = table("statements/adverbs.tsv")
    adverbs = alternation(word for word, kind, _ in rows if kind == "manner")
    number = "[一二三四五六七八九十0-9]{1,2}[、.．]|（[一二三四五六七八九十]）"
    return re.compile(
        rf"(?:[●▲◆■★]|据|而|但|可|也|对此|因此|所以|不过|目前|有(?!关)个?|{number}|{adverbs}(?![会信])"
        r"|[0-9]{1,2}[月日时年])*"
    )


def is_aloud(text: str, start: int, verb: int) -> bool:
    """Say whether somebody only does something before speaking aloud: 叶大川放下杯子就|问：“…”.

    Parameters:
        text: The article.
        start: Where the speaker ends.
        verb: Where the verb begins.
    """
    act = _ACT.fullmatch(text, start, verb)
    return act is not None and _ALOUD.match(text, verb) is not None


def may_part(text: str, start: int, verb: int, *, named: bool = True) -> bool:
    """Say whether what stands between a speaker and a verb only says when, where and how.

    Parameters:
        text: The article.
        start: Where the speaker ends.
        verb: Where the verb begins.
        named: Whether the speaker has a name of its own.

    Examples:
        >>> may_part("叶大川昨天在工地上说", 3, 9), may_part("叶大川的儿子说", 3, 6)
        (True, False)
    """
    if verb - start > LONGEST_GAP or _LEADING.match(text, start, verb):
        return False
    pattern = _gap() if named else _short_gap()
    return start == verb or pattern.fullmatch(text, start, verb) is not None


def skip_opening(text: str, start: int, end: int) -> int:
    """Return where the words of a speaker begin in a clause, behind 但, 随后 and days.

    Parameters:
        text: The article.
        start, end: The clause up to its verb.
    """
    match = _opening().match(text, start, end)
    return start if match is None else match.end()
