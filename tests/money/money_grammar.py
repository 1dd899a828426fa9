"""Writes random amounts together with what they mean: the inverse of the recogniser.

Independent of the code under test: numerals are written from their value, digit by digit. The
source of chance is a ``random.Random``, so that Hypothesis and the fuzz script share the grammar.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

PLAIN = ("零一二三四五六七八九", ("", "十", "百", "千"), ("", "万", "亿", "万亿"))
FORMAL = ("零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟"), ("", "万", "亿", "万亿"))
TRADITIONAL = ("零壹貳參肆伍陸柒捌玖", ("", "拾", "佰", "仟"), ("", "萬", "億", "萬億"))
FULL_WIDTH = str.maketrans("0123456789.", "０１２３４５６７８９．")
NAMES = {
    "元": "CNY",
    "圆": "CNY",
    "元人民币": "CNY",
    "人民币": "CNY",
    "块钱": "CNY",
    "美元": "USD",
    "美金": "USD",
    "港元": "HKD",
    "日元": "JPY",
    "欧元": "EUR",
    "英镑": "GBP",
    "韩元": "KRW",
    "瑞士法郎": "CHF",
    "卢布": "RUB",
    "新台币": "TWD",
    "元港币": "HKD",
    "泰铢": "THB",
    "印度卢比": "INR",
}
MARKS = {
    "￥": "CNY",
    "¥": "CNY",
    "$": "USD",
    "US$": "USD",
    "HK$": "HKD",
    "€": "EUR",
    "£": "GBP",
    "人民币": "CNY",
    "港币": "HKD",
    "RMB": "CNY",
    "USD ": "USD",
}
BEFORE = {"约": "~", "超过": ">", "不足": "<", "不超过": "<=", "至少": ">=", "近": "~", "逾": ">"}
AFTER = {"以上": ">=", "以下": "<=", "左右": "~", "以内": "<=", "（含）以上": ">="}
PERS = ("亩", "吨", "平方米", "股", "公斤", "小时", "人")
BETWEEN = ("至", "到", "-", "—", "～", "~", "--")
LEFT = ("", "，", "总投资", "项目需要", "他说：“", "。", "（", "其中", "\n", "今年", "合同金额")
RIGHT = ("", "，", "。", "的资金", "用于建设", "；", "）", "”", "\n", "，其中", "资金到位")


@dataclass(frozen=True)
class Case:
    """An amount as text, and its meaning."""

    text: str
    low: Decimal | None
    high: Decimal | None
    currency: str | None = "CNY"
    comparator: str | None = None
    per: str | None = None
    vague: bool = False
    before: str = ""
    after: str = ""

    @property
    def whole(self) -> str:
        """The amount with its comparator and unit of price."""
        return self.before + self.text + self.after


def hanzi(number: int, style: tuple[str, tuple[str, ...], tuple[str, ...]] = PLAIN) -> str:
    """Write a whole number below 10**16 in hanzi, as a cheque has it."""
    digits, small, big = style
    if number == 0:
        return digits[0]
    groups = []
    while number:
        number, group = divmod(number, 10**4)
        groups.append(group)
    text = ""
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            gap = bool(text)
            continue
        written = ""
        inner = False
        for power in range(3, -1, -1):
            digit = group // 10**power % 10
            if digit:
                written += (digits[0] if inner and written else "") + digits[digit] + small[power]
                inner = False
            else:
                inner = bool(written)
        if text and (group < 1000 or gap):
            text += digits[0]
        unit = big[place]
        if place == 3:
            unit = big[1] if groups[2] else big[3]
        text += written + unit
        gap = False
    return text


def decimals(rng: Random, most: int) -> str:
    """Some digits behind a point, or none."""
    places = rng.randint(0, most)
    return "".join(rng.choice("0123456789") for _ in range(places))


def arabic(rng: Random) -> tuple[str, Decimal]:
    """An arabic number with or without separators, decimals and multiplier."""
    whole = rng.randint(0, 10 ** rng.randint(1, 9))
    fraction = decimals(rng, 4)
    value = Decimal(f"{whole}.{fraction}") if fraction else Decimal(whole)
    text = f"{whole:,}" if rng.random() < 0.3 else str(whole)
    text += f".{fraction}" if fraction else ""
    if rng.random() < 0.15:
        text = text.translate(FULL_WIDTH)
    unit, factor = rng.choice(
        [("", 1), ("万", 10**4), ("亿", 10**8), ("万亿", 10**12), ("千万", 10**7)]
    )
    if unit and rng.random() < 0.1:
        unit = " " + unit
    return text + unit, exact(value, factor)


def exact(value: Decimal, factor: int) -> Decimal:
    """Multiply without the rounding of decimal's context."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)
    product = int("".join(map(str, digits))) * factor * (-1 if sign else 1)
    return Decimal(f"{product}E{exponent}")


def written(rng: Random) -> tuple[str, Decimal]:
    """A number in hanzi."""
    number = rng.randint(1, 10 ** rng.randint(1, 12))
    style = rng.choice([PLAIN, PLAIN, FORMAL, TRADITIONAL])
    text = hanzi(number, style)
    if style is PLAIN and rng.random() < 0.3:
        fraction = decimals(rng, 3)
        if fraction and number % 10**4:
            digits = "".join(PLAIN[0][int(c)] for c in fraction)
            return f"{text}点{digits}", Decimal(f"{number}.{fraction}")
    return text, Decimal(number)


def number(rng: Random) -> tuple[str, Decimal]:
    """A number of any kind."""
    return arabic(rng) if rng.random() < 0.6 else written(rng)


def simple(rng: Random) -> Case:
    """A number with a unit behind it, a mark before it, or both."""
    text, value = number(rng)
    if rng.random() < 0.3:
        mark, code = rng.choice(list(MARKS.items()))
        if len(text) == 1 and mark[0].isalpha():  # 港币一 may go on as 港币一体化
            text, value = arabic(rng)
        tail = "元" if code == "CNY" and rng.random() < 0.5 and "¥" not in mark else ""
        return Case(f"{mark}{text}{tail}", value, value, code)
    name, code = rng.choice(list(NAMES.items()))
    sign = "负" if rng.random() < 0.05 else ""
    return Case(f"{sign}{text}{name}", *((-value, -value) if sign else (value, value)), code)


def change(rng: Random) -> Case:
    """元, 角 and 分."""
    yuan, jiao, fen = rng.randint(1, 10**6), rng.randint(0, 9), rng.randint(0, 9)
    value = Decimal(f"{yuan}.{jiao}{fen}")
    style = rng.choice([PLAIN, FORMAL])
    digits = style[0]
    text = (hanzi(yuan, style) if rng.random() < 0.6 else str(yuan)) + rng.choice("元块")
    if jiao:
        text += digits[jiao] + rng.choice("角毛")
    if fen:
        text += ("" if jiao else digits[0]) + digits[fen] + "分"
    if not jiao and not fen:
        text = text[:-1] + "元整"
    return Case(text, value, value)


def spread(rng: Random) -> Case:
    """A range, its unit on one side or on both."""
    low = rng.randint(1, 900)
    high = rng.randint(low + 1, 999)
    unit, factor = rng.choice([("", 1), ("万", 10**4), ("亿", 10**8)])
    name, code = rng.choice([("元", "CNY"), ("美元", "USD"), ("港元", "HKD")])
    write = str if rng.random() < 0.7 else hanzi
    left = write(low) + rng.choice(["", unit, unit + name])
    if unit and left == write(low) and write is hanzi and low < 10:
        left += unit
    text = f"{left}{rng.choice(BETWEEN)}{write(high)}{unit}{name}"
    return Case(text, Decimal(low * factor), Decimal(high * factor), code)


def rough(rng: Random) -> Case:
    """A vague amount."""
    unit, factor = rng.choice([("万", 10**4), ("亿", 10**8), ("千", 10**3), ("十万", 10**5)])
    kind = rng.randrange(4)
    if kind == 0:
        text, low, high = rng.choice("几数") + unit, factor, 10 * factor
    elif kind == 1:
        digit = rng.randint(1, 8)
        text = PLAIN[0][digit] + PLAIN[0][digit + 1] + unit
        low, high = digit * factor, (digit + 1) * factor
    elif kind == 2:
        unit, factor = rng.choice([("万", 10**4), ("亿", 10**8)])
        digit, zeros = rng.randint(1, 9), rng.randint(0, 3)
        if (digit, zeros) == (1, 1):
            digit = 2
        text = f"{digit}{'0' * zeros}{rng.choice('多余')}{unit}"
        low, high = digit * 10**zeros * factor, (digit + 1) * 10**zeros * factor
    else:
        unit, factor = rng.choice([("万", 10**4), ("亿", 10**8)])
        tens = rng.randint(2, 9)
        text, low, high = (
            f"{PLAIN[0][tens]}十几{unit}",
            tens * 10 * factor,
            (tens + 1) * 10 * factor,
        )
    more = ">" if kind == 2 else None
    return Case(f"{text}元", Decimal(low), Decimal(high), "CNY", more, None, True)


def amount(rng: Random) -> Case:
    """Any amount, with a comparator or a unit of price at times."""
    case = rng.choice([simple, simple, simple, change, spread, rough])(rng)
    chance = rng.random()
    if chance < 0.15:
        word, sign = rng.choice(list(BEFORE.items()))
        return bounded(replace(case, before=word), sign)
    if chance < 0.3:
        word, sign = rng.choice(list(AFTER.items()))
        return bounded(replace(case, after=word), sign)
    if chance < 0.4:
        unit = rng.choice(PERS)
        return replace(case, after=f"/{unit}", per=unit)
    if chance < 0.5:
        unit = rng.choice(PERS)
        return replace(case, before=f"每{unit}", per=unit)
    return case


def bounded(case: Case, sign: str) -> Case:
    """Apply a comparator: one side of an exact amount opens."""
    case = replace(case, comparator=sign)
    if case.low == case.high and sign in (">", ">="):
        return replace(case, high=None)
    if case.low == case.high and sign in ("<", "<="):
        return replace(case, low=None)
    return case


def surrounded(rng: Random, case: Case) -> tuple[str, int]:
    """Put an amount into a sentence; return the text and where the amount starts."""
    left = rng.choice(LEFT)
    right = rng.choice([r for r in RIGHT if case.text[-1] != "整" or not r[:1].isalnum()])
    return f"{left}{case.whole}{right}", len(left) + len(case.before)


ALPHABET = (
    "0123456789０１２３.,，．·零〇一二两三五九十廿百千万亿兆几数多余来把半个点壹贰拾佰萬億"
    "元圆块角毛分厘钱整美日港欧人民币英镑约超近以上下至到-—~～至、和每亩/／（）() $￥¥€kKwWM%"
    "年月日第级投资产值突破\n\t　旦满<b>&;*'_×XlO□−–\u200b\u2028单位：期"
)


def noise(rng: Random, most: int = 60) -> str:
    """Random characters of the kind that the recogniser looks at."""
    return "".join(rng.choice(ALPHABET) for _ in range(rng.randint(0, most)))
