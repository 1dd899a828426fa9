"""The characters of numerals, and a run of them cut into tokens.

A *run* is a stretch of text that may hold numerals: ``RUN`` finds the runs of a text in one pass,
``tokenize`` cuts one into tokens for ``numerals.read_run``. Nothing here decides what a run means.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final, Literal, NamedTuple, TypeAlias, cast

from gaoyou_nlp.language import lazy_re as re

Exact: TypeAlias = int | Fraction
"""A number without rounding: an int wherever it is whole, else a Fraction."""

HAN_DIGITS: Final[Mapping[str, int]] = {
    **dict.fromkeys("零〇○", 0),
    **dict.fromkeys("一壹弌", 1),
    **dict.fromkeys("二贰貳弍贰弐两兩俩倆", 2),
    **dict.fromkeys("三叁參叄参弎仨", 3),
    **dict.fromkeys("四肆", 4),
    **dict.fromkeys("五伍", 5),
    **dict.fromkeys("六陆陸", 6),
    **dict.fromkeys("七柒", 7),
    **dict.fromkeys("八捌", 8),
    **dict.fromkeys("九玖", 9),
}
PAIR_WORDS: Final = frozenset("两兩俩倆仨")
"""Digits that count things (两亿, 两元) and are never said in a row of digits."""
TENS: Final[Mapping[str, int]] = {"廿": 20, "卅": 30, "卌": 40}
SMALL: Final[Mapping[str, int]] = {
    **dict.fromkeys("十拾", 10),
    **dict.fromkeys("百佰", 100),
    **dict.fromkeys("千仟", 1000),
}
BIG: Final[Mapping[str, int]] = {
    **dict.fromkeys("万萬", 10**4),
    **dict.fromkeys("亿億", 10**8),
    "兆": 10**12,
}
LETTERS: Final[Mapping[str, int]] = {
    **dict.fromkeys("kKｋＫ", 10**3),
    **dict.fromkeys("wWｗＷ", 10**4),
    **dict.fromkeys("mMｍＭ", 10**6),
    **dict.fromkeys("gGＧ", 10**9),
}
SEVERAL: Final = "几幾数數"
MORE: Final = "多余餘来來把"
BLANK: Final = " \t\u00a0\u2002\u2003\u2009\u202f\u3000"
_VALUES: Final[Mapping[str, Mapping[str, int]]] = {
    "tens": TENS,
    "small": SMALL,
    "big": BIG,
    "letter": LETTERS,
}
MAX_DIGITS: Final = 400
"""Longer digit strings are kept as spans but not read."""

_DIGITS_ONLY: Final = {
    **{ord("０") + i: str(i) for i in range(10)},
    **dict.fromkeys(map(ord, ",，" + BLANK)),
}
_HAN: Final = "".join(HAN_DIGITS)
_CORE: Final = f"0-9０-９{_HAN}{''.join(TENS)}{''.join(SMALL)}{''.join(BIG)}{SEVERAL}"
NUMERAL_START: Final = _CORE
"""What a numeral can begin with, as the inside of a character class."""
_INNER: Final = f"{_CORE}点點半{MORE}个個箇"

RUN: Final = re.compile(
    rf"(?:[{_CORE}]|半(?=[百佰千仟万萬亿億]|[个個][万萬亿億])|好(?=[几幾])|(?<![0-9０-９.．])[.．](?=[0-9０-９]))"
    rf"(?:[{_INNER}]|[,，.．·](?=[0-9０-９])|[{BLANK}]{{1,8}}(?=[{_INNER}])"
    rf"|(?<=[0-9０-９]) [.．] (?=[0-9０-９])|(?<=[0-9０-９])[{BLANK}]?"
    rf"[{''.join(LETTERS)}](?![A-Za-zＡ-Ｚａ-ｚ0-9０-９]))*"
)
"""Finds runs. Every character is looked at once: no part can match in two ways."""

_TOKEN: Final = re.compile(
    r"(?P<chain>[0-9０-９]+(?:[.．][0-9０-９]+){2,})"
    r"|(?P<arabic>(?<![0-9０-９] )[0-9０-９](?: [0-9０-９])+"
    r"(?:(?<= [0-9０-９] [0-9０-９])| (?=[万萬亿億元]))"
    r"(?: ?[.．] ?[0-9０-９](?: [0-9０-９])*)?(?![0-9０-９])"
    r"|(?:[0-9０-９]{1,3}(?:(?:[,，][0-9０-９]{3})+|(?:[ \u00a0\u2009\u202f][0-9０-９]{3})+)"
    r"(?![0-9０-９])|[0-9０-９]+)"
    r"(?:[.．·][0-9０-９]+)?|[.．][0-9０-９]+)"
    rf"|(?P<han>[{_HAN}](?:[{BLANK}]*[{_HAN}])*)"
    rf"|(?P<tens>[{''.join(TENS)}])"
    rf"|(?P<small>[{''.join(SMALL)}])"
    rf"|(?P<big>[{''.join(BIG)}])"
    rf"|(?P<letter>[{''.join(LETTERS)}])"
    rf"|(?P<several>好?[{SEVERAL}])"
    rf"|(?P<more>[{MORE}])"
    r"|(?P<ge>[个個箇])"
    r"|(?P<half>半)"
    r"|(?P<dot>[点點])"
)


Kind: TypeAlias = Literal[
    "arabic",
    "han",
    "tens",
    "small",
    "big",
    "letter",
    "several",
    "more",
    "ge",
    "half",
    "dot",
    "huge",
]
"""What a token is: a group of the token pattern, or digits too many to be read."""


class Token(NamedTuple):
    """A token of a run: its kind, place and value."""

    kind: Kind
    start: int
    end: int
    value: Exact
    text: str


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Cut a run into tokens; characters that belong to none (blanks, stray commas) are passed over.

    Parameters:
        text: The text.
        start, end: The run in it.

    Returns:
        The tokens in order, offsets of ``text``.

    Examples:
        >>> [(t.kind, t.text) for t in tokenize("10多亿", 0, 4)]
        [('arabic', '10'), ('more', '多'), ('big', '亿')]
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        group, chars = match.lastgroup, match.group()
        if len(chars) > MAX_DIGITS:
            tokens.append(Token("huge", *match.span(), 0, chars))
        elif group == "chain":
            place = match.start()
            for part in re.split("[.．]", chars):
                tokens.append(Token("arabic", place, place + len(part), read_arabic(part), part))
                place += len(part) + 1
        elif group == "han":
            tokens += _split_row(text, *match.span(), bool(tokens) and tokens[-1].kind == "dot")
        else:
            kind = cast(Kind, group)
            tokens.append(Token(kind, *match.span(), _value(kind, chars), chars))
    return tokens


def _value(kind: Kind, chars: str) -> Exact:
    """Return what a token of digits or a multiplier stands for, 0 for any other."""
    if kind == "arabic":
        return read_arabic(chars)
    values = _VALUES.get(kind)
    return 0 if values is None else values[chars]


def _split_row(text: str, start: int, end: int, decimals: bool) -> list[Token]:
    """Make one token of a row of hanzi digits, or two where a multiplier takes the last ones."""
    places = [i for i in range(start, end) if text[i] in HAN_DIGITS]
    row = "".join(text[i] for i in places)
    after = text[end : end + 4].lstrip(BLANK)[:1]
    cut = _coefficient(row, after, decimals) if after in SMALL or after in BIG else 0
    last = Token("han", places[cut], end, 0, row[cut:])
    return [Token("han", places[0], places[cut - 1] + 1, 0, row[:cut]), last] if cut else [last]


def is_pair(row: str) -> bool:
    """Say whether two digits in a row are an approximation (两三, 八九, 三五), not a number.

    Examples:
        >>> is_pair("两三"), is_pair("三五"), is_pair("三四五"), is_pair("五三")
        (True, True, False, False)
    """
    if len(row) != 2:
        return False
    low, high = HAN_DIGITS[row[0]], HAN_DIGITS[row[1]]
    return low > 0 and (high == low + 1 or (low, high) == (3, 5))


def _coefficient(row: str, after: str, decimals: bool) -> int:
    """Find where the digits that a multiplier takes begin in a row (统一三百万 → 三)."""
    plain = row.lstrip("零〇○")
    if len(plain) < 2 or decimals or is_pair(plain):
        return 0
    if after in BIG and len(row) > 2 and not PAIR_WORDS.intersection(row):
        return 0
    return len(row) - (2 if is_pair(row[-2:]) else 1)


def read_arabic(chars: str) -> Exact:
    """Read digits with separators and a decimal point, at most ``MAX_DIGITS`` of them.

    Examples:
        >>> read_arabic("1，234.5")
        Fraction(2469, 2)
    """
    plain = chars.translate(_DIGITS_ONLY)
    whole, _, decimals = plain.replace("．", ".").replace("·", ".").partition(".")
    number = int(whole or "0")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if decimals else number


def read_row(chars: str) -> int:
    """Read hanzi digits said one by one.

    Examples:
        >>> read_row("一七二零")
        1720
    """
    return int("".join(str(HAN_DIGITS[c]) for c in chars))
