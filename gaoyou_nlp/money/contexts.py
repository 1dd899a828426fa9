"""The words that show what a number counts: words of money, units, counted nouns.

They stand in ``contexts.tsv``, each with an example; ``judge.py`` combines them into rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from gaoyou_nlp.language import lazy_re as re

KINDS: Final = (
    "cue",
    "vast",
    "link",
    "verb",
    "noun",
    "giant",
    "stop",
    "go",
    "yuan",
    "yuan1",
    "signed",
    "total",
)
"""cue: a word of money before a number; vast: the same, but only before 亿; link: what may stand
between them; verb: a verb of paying, which needs an end behind the number; noun: a word of money
behind it; giant: the same behind 亿; stop: what is counted; go: a word that only begins like one;
yuan, yuan1: what makes another word of 元 (after one digit only); signed: what may be negative;
total: what a number in the same sentence counts that is no money."""

_LOOK_BACK: Final = 18
_LOOK_AHEAD: Final = 6
_EACH: Final = (
    r"(?:一|每)(?:斤|公斤|吨|亩|台|辆|套|平|平米|平方米|股|桶|只|头|间|户|人|个人|家)"
    r"(?:从|要|得|卖|能卖|能收|净赚|也就|就|才|只|不过|大概|约|平均){0,3}"
)


@lru_cache(maxsize=1)
def patterns() -> Mapping[str, re.Pattern[str]]:
    """Return the pattern of each kind: those of what stands before a number end with ``$``."""
    words: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind, word, _ in rows():
        words[kind].append(re.escape(word))
    joined = {k: "|".join(sorted(w, key=len, reverse=True)) for k, w in words.items()}
    between = rf"(?:[（(][^（）()]{{0,10}}[）)])?(?:{joined['link']}|连续.{{1,3}}年){{0,4}}"
    links = r"(?:[了到过下出走有能近约的从由]|上千|不到|超过|大概|至少|最多){0,2}"
    found = {
        "cue": re.compile(rf"(?:{joined['cue']}){between}$"),
        "vast": re.compile(rf"(?:{joined['vast']}){between}$"),
        "verb": re.compile(rf"(?:(?:{joined['verb']}){links}|{_EACH})$"),
        "signed": re.compile(rf"(?:{joined['signed']})$"),
        "subject": re.compile(
            rf"(?P<total>{joined['total']})|(?P<cue>{joined['cue']}|{joined['vast']})"
        ),
    }
    for kind in ("noun", "giant", "stop", "go", "yuan", "yuan1"):
        found[kind] = re.compile(rf"(?:{joined[kind]})")
    return found


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of ``contexts.tsv``: kind, word, example with the amounts in brackets."""
    lines = files(__package__).joinpath("contexts.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(kind, word, example) for kind, word, example in fields]


def is_cued(text: str, at: int, *, vast: bool = False) -> bool:
    """Say whether a word of money stands before an offset.

    Parameters:
        text: The text.
        at: Where a number begins.
        vast: Whether words count too that mean money only before 亿.

    Examples:
        >>> is_cued("总投资约3亿", 4), is_cued("签约3亿", 2), is_cued("签约3亿", 2, vast=True)
        (True, False, True)
    """
    found, left = patterns(), max(0, at - _LOOK_BACK)
    return bool(
        found["cue"].search(text, left, at) or (vast and found["vast"].search(text, left, at))
    )


def may_be_negative(text: str, at: int) -> bool:
    """Say whether the word before an offset may have a negative number behind it.

    Examples:
        >>> may_be_negative("净利润-3亿元", 3), may_be_negative("一期-3亿元", 2)
        (True, False)
    """
    return bool(patterns()["signed"].search(text, max(0, at - _LOOK_AHEAD), at))


def counts(text: str, end: int) -> bool:
    """Say whether what follows a number that ends here is a unit or a counted noun.

    Examples:
        >>> counts("3亿斤", 2), counts("3亿资金", 2)
        (True, False)
    """
    found = patterns()
    after = text[end : end + _LOOK_AHEAD].lstrip(" \u3000")
    if after[:1] in ("%", "％", "‰", "℃", "°") or (after[:1].isascii() and after[:1].isalnum()):
        return True
    stop = found["stop"].match(after)
    if stop is None:
        return False
    others = [found[kind].match(after) for kind in ("go", "noun", "giant")]
    return all(other is None or other.end() < stop.end() for other in others)
