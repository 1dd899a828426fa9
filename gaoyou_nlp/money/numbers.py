"""Numbers for their own sake: ``parse_number`` and ``find_numbers``, on the numeral kernel.

What money never needs is here and not in the kernel: fractions, powers, dozens, halves.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.tokens import RUN, Exact, read_arabic

_TABLE: Final = "money/words.tsv"

_BLANKS: Final = r"[\s\u3000]*"
_MINUS: Final = "-－−负負"
_FRACTION: Final = re.compile(
    rf"(?:(?P<whole>[^又]+)又)?(?P<under>[^又]+?){_BLANKS}(?:分{_BLANKS}之|份|分)(?P<over>[^又]+)"
)
_SLASH: Final = re.compile(
    r"(?:(?P<whole>[0-9０-９]+)[ \u3000]+)?(?P<over>[0-9０-９]+)[/／](?P<under>[0-9０-９]+)"
)
_POWER: Final = re.compile(
    r"(?P<base>[0-9０-９.．,，]+)(?P<sign>[\^eEｅ])(?P<exponent>[-+－−]*[0-9０-９]{1,3})"
)
_TIMES: Final = {"打": 12, "对": 2, "對": 2, "双": 2, "雙": 2, "个": 1, "個": 1, "箇": 1}
_HALF: Final = re.compile(r"[一1１]?半半?[个個箇]?")
_FORMAL: Final = frozenset("壹贰貳弐叁參叄参肆伍陆陸柒捌玖拾佰仟仨俩倆")
_LARGEST_POWER: Final = 400
_DEEPEST: Final = 6
_LONGEST: Final = 1000
_NO_NUMERALS = re.compile("{no numeral}", words=_TABLE)


def parse_number(text: str) -> Numeral | None:
    """Read a text that is one number.

    Parameters:
        text: Such as ``三万五``, ``-1,200.5``, ``10多亿``, ``二十五分之一``, ``2^5``, ``五打``.

    Returns:
        The number with its bounds, exact; None where the text is something else, or longer than
        1000 characters.

    Examples:
        >>> parse_number("两千三点一").low, parse_number("三百五十又3分之1").low
        (Fraction(23001, 10), Fraction(1051, 3))
    """
    bare = text.strip()
    start = text.find(bare)
    found = _parse(bare)
    return None if found is None else replace(found, start=start, end=start + len(bare))


def find_numbers(text: str) -> list[Numeral]:
    """Find the numbers of a text, by digits or hanzi, with fractions and dozens.

    Parameters:
        text: Any text.

    Returns:
        The numbers in order. Bare multipliers (万), digits that are part of a common word (一切,
        登陆) and what stands before 分之 in 百分之五 are none.

    Examples:
        >>> [(n.low, n.end) for n in find_numbers("十打苹果，百分之五")]
        [(120, 2), (5, 9)]
    """
    words = [match.span() for match in _NO_NUMERALS.finditer(text)]
    found: list[Numeral] = []
    for run in RUN.finditer(text):
        for numeral in read_run(text, run.start(), run.end()):
            plain = _without_more(text, numeral)
            if plain.bare or _in_word(text, plain, words):
                continue
            if text[plain.end : plain.end + 1] == "打":
                plain = replace(_times(plain, 12), end=plain.end + 1)
            found.append(plain)
    return _fractions(text, found)


def _parse(text: str, depth: int = 0) -> Numeral | None:
    if depth > _DEEPEST or len(text) > _LONGEST:
        return None
    if text[:1] and text[0] in _MINUS:
        found = _parse(text[1:].lstrip(), depth + 1)
        return None if found is None else _times(found, -1)
    if _HALF.fullmatch(text):
        return Numeral(0, len(text), Fraction(1, 2), Fraction(1, 2))
    for found in (_parse_power(text), _parse_fraction(text, depth), _parse_slash(text)):
        if found is not None:
            return found
    times = _TIMES.get(text[-1:])
    if times is not None and len(text) > 1:
        counted = _parse(text[:-1], depth + 1)
        return None if counted is None else _times(counted, times)
    run = RUN.match(text)
    if run is None or run.end() < len(text):
        return None
    numerals = read_run(text, 0, len(text))
    if len(numerals) != 1 or (numerals[0].start, numerals[0].end) != (0, len(text)):
        return None
    return numerals[0]


def _parse_power(text: str) -> Numeral | None:
    found = _POWER.fullmatch(text)
    if found is None:
        return None
    base = read_arabic(found["base"])
    signs = found["exponent"].rstrip("0123456789０１２３４５６７８９")
    exponent = int(found["exponent"][len(signs) :])
    if sum(c in _MINUS for c in signs) % 2:
        exponent = -exponent
    if abs(exponent) > _LARGEST_POWER or (base == 0 and exponent < 0):
        return None
    if found["sign"] == "^":
        return _exact(Fraction(base) ** exponent)
    return _exact(base * Fraction(10) ** exponent)


def _parse_fraction(text: str, depth: int) -> Numeral | None:
    found = _FRACTION.fullmatch(text)
    if found is None:
        return None
    parts = [_parse(found[name].strip(), depth + 1) for name in ("under", "over")]
    whole = _parse(found["whole"].strip(), depth + 1) if found["whole"] else None
    if found["whole"] and whole is None:
        return None
    return _divide(whole, parts[1], parts[0])


def _parse_slash(text: str) -> Numeral | None:
    found = _SLASH.fullmatch(text)
    if found is None:
        return None
    whole = _exact(read_arabic(found["whole"])) if found["whole"] else None
    return _divide(whole, _exact(read_arabic(found["over"])), _exact(read_arabic(found["under"])))


def _divide(whole: Numeral | None, over: Numeral | None, under: Numeral | None) -> Numeral | None:
    if over is None or under is None or not under.low or over.low is None:
        return None
    value = Fraction(over.low) / Fraction(under.low)
    base: Exact = 0 if whole is None or whole.low is None else whole.low
    return _exact(base + value if base >= 0 else base - value)


def _exact(value: Exact) -> Numeral:
    plain = int(value) if value.denominator == 1 else value
    return Numeral(0, 0, plain, plain)


def _times(numeral: Numeral, factor: int) -> Numeral:
    if numeral.low is None or numeral.high is None:
        return numeral
    low, high = sorted((numeral.low * factor, numeral.high * factor))
    return replace(numeral, low=low, high=high)


def _without_more(text: str, numeral: Numeral) -> Numeral:
    """四百多 → 四百."""
    if numeral.more and text[numeral.end - 1] in "多余餘" and numeral.low is not None:
        return replace(numeral, end=numeral.end - 1, high=numeral.low, vague=False, more=False)
    return numeral


def _in_word(text: str, numeral: Numeral, words: list[tuple[int, int]]) -> bool:
    single = numeral.end - numeral.start == 1
    if single and text[numeral.start] in _FORMAL:
        after = text[numeral.end : numeral.end + 1]
        if after.isalpha() and not after.isascii():
            return True
    return single and any(s <= numeral.start and numeral.end <= e for s, e in words)


def _fractions(text: str, numbers: list[Numeral]) -> list[Numeral]:
    """Join 二十五 + 分之 + 一百, 十一 + 又 + …, and 1 + / + 2."""
    joined: list[Numeral] = []
    for number in numbers:
        joined.append(number)
        if len(joined) > 1 and text[joined[-2].end : number.start] in ("分之", "/", "／"):
            _join(text, joined)
            _join_whole(text, joined)
    return joined


def _join(text: str, joined: list[Numeral]) -> None:
    """Make one number of the last two, where they are one."""
    first, second = joined[-2], joined[-1]
    parsed = _parse(text[first.start : second.end])
    if parsed is not None:
        joined[-2:] = [replace(parsed, start=first.start, end=second.end)]


def _join_whole(text: str, joined: list[Numeral]) -> None:
    """Take the whole number before a fraction: 十一又十四分之一, 1 4/3."""
    if len(joined) < 2:
        return
    first, second = joined[-2], joined[-1]
    inner = text[second.start : second.end]
    between = text[first.end : second.start]
    if ("分之" in inner and between == "又") or (
        "/" in inner.replace("／", "/") and between == " "
    ):
        _join(text, joined)
