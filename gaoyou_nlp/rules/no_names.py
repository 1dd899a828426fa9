"""Words beside a post that are no personal names: 局长周二, 市长任内 behind 高雄, 杨姓主任."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.names import is_surname
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.persons.readings import NO_LAST
from gaoyou_nlp.rules.refusals import is_other

# Two bodies with a post and a name between them: 水利局局长卢平和高台市交通运输局.
_SWALLOWED = re.compile(
    "[局厅委办院部处校会室心](?:副?[局厅院部处校]长|副?主任|(?:党组|党委)?副?书记)[\u4e00-\u9fff]{2,3}[和与、及]"
)
# 局长李平和沙坪区教育局: the county 平和 would begin inside a name.
_POST_AND_SURNAME = re.compile(
    "(?:[局厅县市区镇乡部处院校科]长|书记|主任|主席|经理)[\u4e00-\u9fff]$"
)
_CHAIR_STATE = re.compile("主席国(?![务家防资土])")  # 主席国|文莱: no body begins with this 国
_OCCUPATION = re.compile("[医护药技]师|医生|护士|药剂师|检验师")  # 副主任医师 is no post
_OF_OFFICE = re.compile("{named for an office}", words="rules/pattern_words.tsv")
"""What is named for an office and held by nobody: 市长热线."""
_OF_CLASS = re.compile("班主任")
_SIDES = 1000  # characters on both sides in which 中方 makes 毛方 the side of a state
_UNTITLED = frozenset({"GPE", "ORG", "PROJECT"})  # inside the title of a document they are none
_TENURE = re.compile("[市县区州省](?:长|委书记)(?:任内|任上|任期)")


@cache
def _words() -> re.Pattern[str]:
    """Words that are never a name."""
    rows = table("rules/no_names.tsv")
    return re.compile("|".join(word for word, follow, _ in rows if follow == "-"))


@cache
def _words_here() -> re.Pattern[str]:
    """Words that are a name now and then, where what follows makes them words."""
    rows = table("rules/no_names.tsv")
    return re.compile("|".join(f"{word}(?:{follow})" for word, follow, _ in rows if follow != "-"))


def is_no_name(text: str, span: Span) -> bool:
    """Say whether a candidate is a word of the language and no name, or no post.

    Parameters:
        text: The text of the span.
        span: A candidate of any label.

    Examples:
        >>> is_no_name("局长周二表示", Span(2, 4, "OFFICIAL", "周二"))
        True
        >>> is_no_name("局长严格松了口气", Span(2, 4, "OFFICIAL", "严格"))
        False
        >>> is_no_name("班主任杨怡", Span(1, 3, "TITLE", "主任"))
        True
        >>> is_no_name("杨怡副主任医师", Span(2, 5, "TITLE", "副主任"))
        True
    """
    if is_other(text, span):
        return True
    if span.label in ("GPE", "ORG") and text.startswith("和", span.start + 1):
        return _POST_AND_SURNAME.search(text, max(0, span.start - 4), span.start) is not None
    if span.label in ("GPE", "ORG") and _CHAIR_STATE.match(text, max(0, span.start - 2)):
        return span.start > 1
    if span.label == "ORG":
        return _SWALLOWED.search(text, span.start, span.end) is not None
    if span.label == "TITLE":
        if _OCCUPATION.match(text, span.end) or span.text.endswith("领导人"):
            return True
        if _OF_OFFICE.match(text, span.end):
            return True
        return span.text == "主任" and _OF_CLASS.match(text, span.start - 1) is not None
    if span.label not in NAMES or span.end - span.start > 4:
        return False
    if span.text[-1:] in NO_LAST and not is_surname(span.text[0]) and not is_surname(span.text[:2]):
        return True
    return (
        _is_side(text, span)
        or _words().fullmatch(text, span.start, span.end) is not None
        or _words_here().match(text, span.start) is not None
        or _TENURE.match(text, span.end) is not None
    )


def _is_side(text: str, span: Span) -> bool:
    """Whether two characters name the side of a state: 毛方 beside 中方."""
    if span.end - span.start != 2 or text[span.end - 1] != "方":
        return False
    return text.find("中方", max(0, span.start - _SIDES), span.end + _SIDES) >= 0


def is_sound(text: str, span: Span, titles: bytearray) -> bool:
    """Say whether a candidate is no plain word, and no name inside the title of a document.

    Parameters:
        text: The text of the span.
        span: A candidate of any label.
        titles: The characters of the text that stand in titles (``organisations.titles``).
    """
    return not (span.label in _UNTITLED and titles[span.start]) and not is_no_name(text, span)
