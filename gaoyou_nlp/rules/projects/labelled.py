"""Proposes names that their form bounds: behind a label of a tender, in quotes, by an amount."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.flat_tables import find_rows
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.cues import cue_after, cue_before
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import KIND, NO_PROJECT, generic
from gaoyou_nlp.rules.segmentation import CLAUSE

_TABLE = "projects/pattern_words.tsv"
_LABEL = re.compile(
    "(?:项目|工程|招标项目|采购项目|标段|建设项目)名称[：: ]{1,3}([^，。；：:！？\n\t]{4,60})"
)
_ABOUT = re.compile("关于(?:对|启动|开展|组织)?([^，。；：！？\n《》]{4,50}?(?:项目|工程))的")
_NOTICE = re.compile(
    "(?m)^[ \u3000]*(?:[一二三四五六七八九十]、)?([^，。；：！？\n]{6,60}?)"
    "(?:的?(?:公开)?(?:{kind of notice})+(?:采购|结果|候选人)?"
    "(?:公告|公示|通知)|已具备招标条件)",
    words=_TABLE,
)
_AWARDED = re.compile(
    "(?m)^[ \u3000]*[（(]?[0-9一二三四五六七八九十]{1,3}[)）]?[、.．][ \u3000]?"
    "([^\n：:；。]{6,60}?)(?:等项目)?(?:[（(][^\n（）()]{1,8}[)）])?"
    "\n[ \u3000]*(?:中标|成交)(?:单位|人|供应商|候选人)[：:]"
)
_CONTENT = re.compile(
    "(?:招标内容|采购内容|采购需求|工程名称|招标项目名称)[：:] ?"
    "([^\n：:；。，,、]{2,24}(?:{client})[^\n：:；。，,]{4,40}?(?:{what is ordered}))"
    "(?=[，。；\n,;]|等项目)",
    words=_TABLE,
)
_AWARD_WORDS = ("中标", "成交")
_CONTENT_WORDS = ("招标内容", "采购内容", "采购需求", "工程名称", "招标项目名称")
_NOTICE_TAIL = re.compile("(?:项目|工程)?(?:公开招标|招标采购|招标|采购|中标|成交)$")
_BEFORE_LISTED = re.compile("等(?:项目|工程)")
_QUOTED = re.compile("“([^“”，。；、：\n]{3,28})”")
_BUILT_THING = re.compile("(?:{built thing})$", words=_TABLE)
_QUOTED_PROJECT = re.compile("[\u4e00-\u9fff]{2}(?:项目|工程)$")
_SPENT = re.compile("(?:{spent on})[^，。；！？\n“”]{0,10}$", words=_TABLE)
_OF_MONEY = re.compile("(?:以上)?(?:的|，?(?:{verb of building}))", words=_TABLE)
_INVESTED = re.compile("(?:投资|投入|斥资|耗资)[^，。；]{0,10}$")
_LONGEST = 40
_SHORTEST_CELL = 4


def labelled(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose what stands behind the label of a tender or in its title.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``title``.
    """
    text = names.text
    for match in _LABEL.finditer(text):
        start, end = match.span(1)
        listed = _BEFORE_LISTED.search(text, start, end)
        end = listed.start() if listed else end
        yield Candidate(start, end, end, "title", "", ("clear",))
    for match in _ABOUT.finditer(text):
        yield Candidate(*match.span(1), match.end(1), "title")
    for match in _NOTICE.finditer(text):
        yield Candidate(*match.span(1), match.end(1), "title")


def in_tables(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose the cells of the column of projects of a table that became lines.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``row``.
    """
    for row in find_rows(names.text):
        start, end = row.name
        if end - start >= _SHORTEST_CELL and not generic().fullmatch(names.text, start, end):
            yield Candidate(start, end, end, "row", "", ("clear",))


def tendered(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose what a line names whose next line names who won it, or that a tender is said to hold.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``tender``.
    """
    text = names.text
    for pattern, words in ((_AWARDED, _AWARD_WORDS), (_CONTENT, _CONTENT_WORDS)):
        if not any(word in text for word in words):
            continue
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if not generic().fullmatch(text, start, end):
                yield Candidate(start, end, end, "tender", "", ("clear",))


_BEFORE_AMOUNT = re.compile(
    "[,，：:（(／/\t \u3000]{0,2}(?:{before 总投资})?(?:总?投资|投入|概算|造价)?(?:额|概算|估算)?"
    "(?:约|为|：|达|超|近)?$",
    words=_TABLE,
)


def before_amount(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose what an amount follows: X，总投资5亿元; X（5亿元）.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``amount``.
    """
    text = names.text
    for money in sorted(names.money_starts):
        match = _BEFORE_AMOUNT.search(text, max(0, money - 12), money)
        end = match.start() if match else money
        if match and match[0]:
            start = names.start(end, road=True)
            whole = 3 <= end - start <= _LONGEST
            if whole and not generic().fullmatch(text, start, end):
                yield Candidate(start, end, end, "amount")


def quoted(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose what stands in quotes.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``quoted``.
    """
    for match in _QUOTED.finditer(names.text):
        start, end = match.span(1)
        built = cue_before(names.text, start - 1) == "build" or (
            cue_after(names.text, end + 1) in ("build", "money")
        )
        called = _QUOTED_PROJECT.search(names.text, start, end) is not None
        spent = called and _SPENT.search(names.text, max(0, start - 16), start - 1) is not None
        if (built or spent) and not KIND.fullmatch(names.text, start, end):
            thing = spent or _BUILT_THING.search(names.text, start, end)
            signs = ("clear",) if thing else ()
            yield Candidate(start, end, end, "quoted", "", signs)


def invested(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose what an amount is invested in: 投资5亿元的X, 投资5亿元建设X.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``invested``.
    """
    text = names.text
    for money in names.money_ends:
        match = _OF_MONEY.match(text, money)
        if not match or not _INVESTED.search(text[max(0, money - 24) : money]):
            continue
        start = match.end()
        end = names.product_end(start, _LONGEST)
        start = names.stripped(start, end)
        closed = text[end : end + 1] in tuple("、，。；等和（" + "".join(CLAUSE))
        if closed and end - start >= 4 and not NO_PROJECT.search(text, start, end):
            yield Candidate(start, end, end, "invested")
