"""A verb of saying with its speaker, and the table of such verbs."""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table
from gaoyou_nlp.statements.speakers import Speaker

_STOP: Final = re.compile(r"[ ]?[，,：:][ ]?")
_POINTS: Final = (
    "(?:(?<!答)了?[一二两三四五六七八几][点条项个句](?!词)"
    "(?:[\u4e00-\u9fff]{1,4}|话)?(?=[ ]?[：:，,]))"
)
"""What a verb of saying announces: 提出三点要求：, 讲了两句话："""
_UNSTOPPED: Final = frozenset(("说", "称", "建议", "认为", "透露", "承认"))
_NO_SPEECH: Final = frozenset("明服法起过了到的得不清和出完话白辞教，。、呼赞为号作着")

_NO_VERB: Final = (
    "来",
    "听",
    "据",
    "传",
    "学",
    "虽",
    "所",
    "如",
    "是",
    "小",
    "句话",
    "俗话",
    "老话",
)
"""What stands before 说 where nobody says it: 对我们来说, 据说, 俗话说."""
_NAMING: Final = ("简", "下", "统", "俗", "又", "号")
"""What stands before 称 where it gives a name: 以下简称."""
_COMPOUNDS: Final = (
    "检察建议",
    "司法建议",
    "意见建议",
    "合理化建议",
    "现场报告",
    "事迹报告",
    "工作部署",
)
_DOCUMENTS: Final = ("报告", "公告", "通报", "声明")


class Saying(NamedTuple):
    """A verb of saying with its speaker, and the quotations beside it."""

    start: int
    end: int
    speaker: Speaker
    inside: int
    """Where what is said begins behind it (behind its comma or colon)."""
    stopped: bool
    """Whether a comma or colon stands behind it, or what is said follows without one."""


@cache
def verbs_of_saying() -> re.Pattern[str]:
    """Return a pattern of the verbs of the table, longest first: 说, 解释, 解释称, 提出三点要求."""
    verbs = alternation(row[0] for row in table("statements/verbs.tsv"))
    return re.compile(f"{verbs}(?:(?<=[\u4e00-\u9fff]{{2}})[说称道](?=[ ]?[：:，,。“]))?{_POINTS}?")


def is_noun(text: str, start: int, end: int) -> bool:
    """Say whether a verb is no verb here: 对我们来|说, 检察|建议, 参加现场|报告.

    Parameters:
        text: The article.
        start, end: The verb.

    Examples:
        >>> is_noun("对大家来说，", 4, 5), is_noun("叶大川说，", 3, 4)
        (True, False)
    """
    if text.startswith("说", start):
        return text.endswith(_NO_VERB, 0, start)
    if text.startswith("称", start):
        return text.endswith(_NAMING, 0, start)
    return text.endswith(_COMPOUNDS, 0, end)


def document_of(text: str, start: int, end: int) -> int | None:
    """Return where a document ends that speaks by a verb read together with it: 报告|称.

    Parameters:
        text: The article.
        start, end: What was read as a verb.
    """
    word = text[start:end]
    noun = next((noun for noun in _DOCUMENTS if word.startswith(noun) and word != noun), None)
    return None if noun is None else start + len(noun)


def opens_clause(text: str, start: int) -> bool:
    """Say whether a clause begins at an offset.

    Parameters:
        text: The article.
        start: The offset.
    """
    return start == 0 or text[start - 1] in "，,。；;！？!?：:”\n >\u3000"


def begins(text: str, end: int) -> tuple[int, bool] | None:
    """Return where what is said begins behind a verb, and whether a comma or colon stands between.

    Parameters:
        text: The article.
        end: Where the verb ends.

    Returns:
        None where the verb is none of saying here: neither a stop nor a quotation follows it.

    Examples:
        >>> begins("说，好。", 1), begins("说“好。”", 1), begins("说明", 1)
        ((2, True), (1, False), None)
    """
    stop = _STOP.match(text, end)
    if stop is not None:
        return stop.end(), True
    return (end, False) if end >= len(text) or text[end] in "。“「！；\n" else None


def unstopped(text: str, verb: str, end: int) -> bool:
    """Say whether reported speech follows a verb without a stop: 他说今年要增产.

    Parameters:
        text: The article.
        verb: The verb.
        end: Where it ends.
    """
    if verb not in _UNSTOPPED or text[end : end + 1] in _NO_SPEECH:
        return False
    clause = re.compile("[^，。；！？“”\n]{5,}").match(text, end)
    return clause is not None
