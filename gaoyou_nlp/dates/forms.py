"""The forms dates are written in: one pattern for where an expression begins, one for what follows.

``HEAD`` holds every form that can open an expression, ``AFTER_YEAR`` what can follow a year and
``AFTER_MONTH`` what can follow a month. Group names are the names of the forms. All parts are of
bounded length, so a text is scanned in linear time.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from gaoyou_nlp.dates.lunar import festivals
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern

_S: Final = "[ \u3000]?"
_N: Final = "[0-9０-９]"
_HAN: Final = "一二三四五六七八九"
_JOIN: Final = rf"{_S}(?:(?:[零0-9]{{1,2}}[时点])?起)?(?:[至到]|[—－–~～-]{{1,2}}){_S}"
LUNAR_DAY: Final = re.compile(f"(?:初[{_HAN}十]|[二三]?十[{_HAN}]?|廿[{_HAN}]?)(?![{_HAN}月])")
"""The second end of a range of the Chinese calendar: 正月初一至初六."""
JOIN: Final = re.compile(_JOIN)
"""What stands between the two ends of a range."""
_COUNTED: Final = rf"(?<!{_N})(?<![{_HAN}十百千万亿廿第近满])(?<![—–~～至到]\d)(?<!第[ \u3000])"
"""What may not stand before a number that opens a date: it would be part of another one."""
_RECURRING: Final = "(?<!每)(?<!每年)(?<!往年)(?<!历年)(?<!每月)"
"""每年10月 is no date."""
_YEAR: Final = rf"(?:[12１２]{_N}{{3}}|[一二][〇○零ＯO0０{_HAN}]{{3}})"
_SMALL: Final = rf"(?:{_N}{{1,2}}|[{_HAN}]?十[{_HAN}]?|廿[{_HAN}]?|[{_HAN}])"
_MONTH: Final = rf"(?:{_N}{{1,2}}|十[一二]?|[{_HAN}])"
_NOT_MONTH: Final = "(?![龄均产供租薪子球嫂饼季票销刊饷老亮台城湖河])"
_NOT_LUNAR: Final = f"(?![初廿][{_HAN}十]|二?十[{_HAN}]?(?![{_HAN}十日号至到—-]))"
"""八月十五 without 日 is a day of the Chinese calendar."""
_DAY_END: Final = "(?:日|号(?![楼线院门井店馆机文令公厂码地坝岛段桥]))"
_OLD_YEARS: Final = "(?!多|余|[来的]?(?:历史|时间|古)|级)"
_QUARTER: Final = f"第?[一二三四1-4１-４]{_S}季度?"
_WHICH_LUNAR: Final = f"(?:初[{_HAN}十]|廿[{_HAN}]?日?|[二三]?十[{_HAN}]?日?)"
_LUNAR_MONTH: Final = f"[闰閏]?(?:正|腊|臘|冬|十[一二]?|[{_HAN}])月"
_NEW_YEAR: Final = f"大年(?:三十|初[{_HAN}])"

_STARTS: Final = (
    f"0123456789０１２３４５６７８９{_HAN}十廿两“\"「’'‘第首前头上下本今去全年月农阴正腊臘冬闰閏大"
    "周星礼这最近过未多"
)
"""The characters that forms other than the words of the tables begin with."""

_DIGITS: Final = "0-9０-９"
_NUMERALS: Final = f"{_DIGITS}{_HAN}十廿两"
_FIRST: Final = {
    **dict.fromkeys(("numeric", "years", "listed", "year"), "12１２一二"),
    "short": _DIGITS,
    "short2": "’'‘",
    "decade": f"{_NUMERALS}上本",
    **dict.fromkeys(("months", "month", "days", "day", "since"), _NUMERALS),
    "lunar": f"{_HAN}农阴大正腊臘冬十闰閏",
    "quarters": "一二1-4１-４",
    "first_quarters": "前头",
    "quarter": "第首一二三四1-4１-４",
    "first_months": "前头",
    "half": "上下",
    "plan": f"“\"「‘'十{_HAN}",
    "weekday": "本这上下周星礼",
    "rel_season": "今去明",
    "year_edge": "年",
    "month_edge": "月",
    "whole_year": "全",
    "vague": "近多",
    "span": "最近过未今接",
}
"""What the forms begin with: a form is tried only where one of its characters stands."""


def _any_of(forms: Iterable[str]) -> str:
    """Join forms, each behind a look at its first character."""
    return "|".join(map(_looked_at, forms))


def _looked_at(form: str) -> str:
    """Return a form that is passed by at once where its first character does not stand."""
    name = form.removeprefix("(?P<").partition(">")[0]
    return f"(?=[{_FIRST[name]}]){form}" if name in _FIRST else form


_FEAST_FOLLOWS: Final = (
    '(?=节|佳节|期间|假|长假|小长假|黄金周|国庆|[前后当将来之临、，。；！\\s”"]|$)'
)
_NUMBERED: Final = ("五一", "五四", "六一", "七一", "八一")
_ALWAYS: Final = ("元旦", "除夕")


def _feasts() -> str:
    """The festivals: those in …节 always, 国庆 only where no name can be meant, 五一 in marks."""
    named = [name for name in festivals() if name not in _NUMBERED]
    sure = alternation(name for name in named if name.endswith("节") or name in _ALWAYS)
    other = alternation(name for name in named if not name.endswith("节") and name not in _ALWAYS)
    numbered = alternation(_NUMBERED)
    begins = "".join(sorted({name[0] for name in festivals()}))
    return (
        rf"(?=[{begins}“\"])(?P<feast>(?<!{_N})(?:{sure})"
        rf"|(?:(?<![\u4e00-\u9fff0-9])|(?<=[年在逢迎庆至到及和与以从自是前后为度秋]))"
        rf"(?:{other}){_FEAST_FOLLOWS}"
        rf"|[“\"](?:{numbered})[”\"](?!口号|勋章|大道|路|中学|小学)"
        rf"|(?:{numbered})(?=假期|小长假|长假|黄金周|期间))"
        r"(?P<feast_days>假期|小长假|长假|黄金周|期间)?"
    )


def _part() -> str:
    """The forms that stand alone or behind a year."""
    forms = (
        rf"(?P<months>{_COUNTED}(?P<m1>{_MONTH}){_S}月?份?{_JOIN}(?P<m2>{_MONTH}){_S}月份?"
        rf"(?!{_S}{_SMALL}{_S}[日号]|[底末初]|[上中下]旬))",
        rf"(?P<lunar>(?:农历|阴历){_S}(?:{_LUNAR_MONTH}(?:{_WHICH_LUNAR}|[{_HAN}](?![月日]))?|{_NEW_YEAR})|{_NEW_YEAR}"
        rf"|{_COUNTED}{_LUNAR_MONTH}(?:初[{_HAN}十]|廿[{_HAN}])|[正腊]月{_S}{_SMALL}日?|[正腊]月(?!初))",
        rf"(?P<month>{_COUNTED}(?P<m>{_MONTH}){_S}月(?:份|{_NOT_MONTH}{_NOT_LUNAR}))",
        rf"(?P<quarters>{_COUNTED}(?P<q1>[一二1-4１-４]){_JOIN}(?P<q2>[二三四1-4１-４]){_S}季度)",
        r"(?P<first_quarters>[前头](?P<fq>[二两三23])个?季度)",
        rf"(?P<quarter>(?:{_COUNTED}(?<![上下每])第?(?P<q>[一二三四1-4１-４]){_S}季度|首季度?)(?P<qe>[初末底])?)",
        rf"(?P<first_months>(?<![届期])(?<!届满)(?<!期满)[前头](?P<fm>{_MONTH}|两){_S}个月(?!内))",
        r"(?P<half>(?P<h>[上下])半年)",
        _feasts(),
    )
    return _any_of(forms)


_AFTER_YEAR_ONLY: Final = (
    r"(?P<same_period>同期)"
    r"|(?P<whole>全年|一年)"
    r"|(?P<edge>年?初(?![中级步三一二心期小])|[底末](?![线部数子气下价端位级])|年[底末中]|中(?=[，。、；）]|$)|内(?![外部]))"
    r"|(?P<season>(?P<s>[春夏秋冬])(?:[季天]|(?![\u4e00-\u9fff])|(?=[恢开动竣投建起至到，又再末初])))"
)


@cache
def after_year() -> re.Pattern[str]:
    """What can follow a year: a month, a quarter, 底, 春节 …."""
    return re.compile(rf"{_S}(?:农历)?(?:{_part()}|{_AFTER_YEAR_ONLY})")


AFTER_MONTH: Final = re.compile(
    rf"{_S}(?:(?P<d1>{_SMALL}){_S}[日号]?(?:{_JOIN})(?P<d2>{_SMALL}){_S}{_DAY_END}"
    rf"|(?P<d>{_SMALL}){_S}{_DAY_END}"
    r"|(?P<ten>上中|中下|[上中下])旬"
    r"|(?P<edge>初(?![中级步一二三四五六七八九十])|[底末](?![线部数子气下价端位级])))"
)
"""What can follow a month: one day or two, a third of it, 底."""

_NOT_FOR: Final = (
    f"(?<![少低多]于)(?<!超过)(?<!月)(?<!月[ \u3000])(?<!{_N}[.．,])"
    f"(?<![近每连续满历时期用共第内前后隔逾超达约各多{_HAN}十])"
)
"""What may not stand before a bare day: it would be a length of time."""
_NOT_LONG: Final = (
    "(?![内均游行子本元新龄供常程间产处圆志历语军光式货后前]|报(?![道告])|发(?![表布起出生])|来(?![到自])"
    "|之内|以内|之间|用品|时间|为期)"
)
"""What may not stand behind a bare day: 5日游, 日均, 15日内."""
_HAN_DAY: Final = f"(?:[二三]?十[{_HAN}]?|廿[{_HAN}]?|[{_HAN}])"
_WEEKDAY: Final = "[周期][一二三四五六日天]"
_TO: Final = "[至到—～~-]"
BEHIND_WEEKDAY: Final = re.compile(f"{_WEEKDAY}{_TO}$")
"""What stands before the second weekday of a habit: 周一至周五."""
_TIME_OF_DAY: Final = "(?=上午|下午|晚|凌晨|中午|清晨|讯|电)"
_NOT_A_YEAR_ONLY: Final = (
    rf"(?!{_S}{_MONTH}{_S}月|[前度]?第?[一二三四]季度|[上下]半年|[初底末春夏秋冬农元])"
)


def _years() -> str:
    """The forms that open with a year or a decade."""
    forms = (
        rf"(?P<numeric>(?<![0-9０-９A-Za-z.．/-])(?P<ny>[12１２]{_N}{{3}})(?P<sep>[-－./．／])"
        rf"(?P<nm>{_N}{{1,2}})(?P=sep)(?P<nd>{_N}{{1,2}})(?!{_N}|[-./]{_N}))",
        rf"(?P<years>{_COUNTED}(?P<y1>{_YEAR}){_S}年?度?{_JOIN}(?P<y2>{_YEAR}){_S}年度?{_NOT_A_YEAR_ONLY})",
        rf"(?P<listed>{_COUNTED}(?P<yl>{_YEAR})(?=(?:[、和及]{_YEAR}){{1,6}}{_S}年))",
        rf"(?P<year>{_COUNTED}(?P<y>{_YEAR}){_S}年{_OLD_YEARS}度?)",
        rf"(?P<short>{_COUNTED}(?P<yy>{_N}{{2}}){_S}年"
        rf"(?={_S}{_MONTH}{_S}月|{_QUARTER}|[上下]半年|[底末](?![线部])|[春夏秋冬][季天]))",
        rf"(?P<short2>[’'‘](?P<yy2>{_N}{{2}})年)",
        rf"(?P<decade>{_COUNTED}(?:(?P<century>上个?|本|20|２０|二十|19|１９|十九)世纪)?"
        rf"(?P<tens>[1-9１-９][0０]|[{_HAN}]十)年代(?P<part>初期?|中期|末期?|后期|中后期)?)",
    )
    return _any_of(forms)


def _days() -> str:
    """Bare days, and the time since (五年来)."""
    forms = (
        rf"(?P<days>{_COUNTED}(?<![:：月])(?P<b1>{_SMALL}){_S}日?{_JOIN}(?P<b2>{_SMALL}){_S}日{_NOT_LONG})",
        rf"(?P<day>{_COUNTED}{_NOT_FOR}(?:(?P<b>{_N}{{1,2}}){_S}日{_NOT_LONG}"
        rf"|(?P<bh>{_HAN_DAY})日{_TIME_OF_DAY}))",
        rf"(?P<since>{_COUNTED}(?P<since_n>{_SMALL}|两){_S}多?(?P<since_unit>年|个月)多?来(?![自说看到]))",
    )
    return _any_of(forms)


def _words() -> str:
    """The forms that open with a word: plans, weekdays, relative words, 年底, 近三年."""
    words = [row[0] for row in table("dates/relative.tsv")]
    begins = "".join(sorted({word[0] for word in words}))
    relative = alternation(word for word in words if word != "昨")
    forms = (
        rf"(?P<plan>(?P<plan_open>[“\"「‘'])?(?<![{_HAN}十])(?P<plan_n>十[{_HAN}]?|[{_HAN}])五"
        r"(?P<plan_close>[”\"」’'])?(?P<plan_end>期间|时期|期?末|初期)?"
        r"(?![^，。；、\s]{0,8}(?:规划|计划|纲要)(?!期)))",
        rf"(?P<weekday>(?<![一每两三四双单第各\d])(?!{_WEEKDAY}{_TO}(?:周|星期)?[一二三四五六日天])"
        rf"(?!周末|星期末|礼拜末)(?P<w_rel>本|这个?|[上下]个?)?"
        r"(?P<w_word>周|星期|礼拜)(?P<w>[一二三四五六日天末])(?![次节场个班岁年报刊人份]))",
        rf"(?=[{begins}])(?P<relative>(?!(?<=[0-9０-９{_HAN}十几数])日)(?:{relative})|昨(?=起))",
        r"(?P<rel_season>今(?P<rs>[春夏秋冬])(?![风雨])|去(?P<ls>[秋冬])(?=今|以来|[，。])|明(?P<ns>[春夏秋])(?=[前后开起，。]|(?<=今冬明春)))",
        r"(?P<year_edge>(?<![0-9０-９一二三四五六七八九十几两半往历多常成近百千少青老壮中幼丰整])"
        r"年(?P<ye>[初底末中内])(?![中级步期小外央部线]))",
        r"(?P<month_edge>(?<![0-9０-９一二三四五六七八九十几两半个数])月(?P<me>[初底末])(?![中级线]))",
        r"(?P<whole_year>全年(?![龄级]))",
        r"(?P<vague>(?<![0-9０-９十百几])(?:近年来|近几年来?|近些年来?|近年|多年来))",
        rf"(?P<span>(?P<span_way>最近|近|过去的?|未来的?|今后|接下来的?)(?P<span_n>{_N}{{1,3}}|{_SMALL}|两|几|半(?=年)){_S}"
        r"(?P<span_unit>年|个月|周|天|个?星期|个礼拜)(?![级度龄])(?P<span_end>来|以来|间|内|时间)?)",
    )
    return _any_of(forms)


@cache
def head() -> re.Pattern[str]:
    """Every form that can open a date expression."""
    forms = "|".join((_years(), _part(), _days(), _words()))
    return re.compile(f"(?={_starts().pattern}){_RECURRING}(?:{forms})")


@cache
def _starts() -> re.Pattern[str]:
    named = [row[0] for name in ("relative.tsv", "festivals.tsv") for row in table(f"dates/{name}")]
    return re.compile("[" + "".join(sorted({word[0] for word in named} | set(_STARTS))) + "]")


def next_head(text: str, at: int) -> re.Match[str] | None:
    """Find the next form that can open a date expression.

    The engine skips to one of some characters much faster than it tries a long pattern everywhere.

    Parameters:
        text: The text.
        at: Where to begin.
    """
    form = head()
    for start in _starts().finditer(text, at):
        match = form.match(text, start.start())
        if match is not None:
            return match
    return None


SUFFIX: Final = re.compile(
    r"(?P<inside>以来|至今|期间)"
    r"|(?P<until>(?:[0-9]{1,2}[时点](?:[0-9]{1,2}分)?)?"
    r"(?:之前|以前|前(?![后往来三四五六七八九十几列夕身提期移进景沿0-9０-９]|[一二两半](?=[年天日周月个季]))))"
    r"|(?P<from>(?:(?:零|[0-9]{1,2})[时点](?:[0-9]{1,2}分)?)?起(?![草步飞义点诉]))"
)
"""What stands behind a date and opens one of its ends."""
UNTIL: Final = re.compile(
    r"截[至止]到?[ \u3000]?$"
    r"|(?:(?:^|[，。；：、！？“（(\s])|力争|争取|计划|预计|确保|规划|目标是?|提出)[到至][ \u3000]?$"
)
"""What stands before a date and opens its left end."""


@cache
def exceptions() -> WordPattern:
    """Words that hold the characters of a date and speak of none."""
    return word_pattern(row[0] for row in table("dates/exceptions.tsv"))
