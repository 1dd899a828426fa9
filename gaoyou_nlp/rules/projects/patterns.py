"""The patterns of project names: heads, what may stand before and behind them, kinds of project."""

from __future__ import annotations

from functools import cache, lru_cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.rules.projects.cues import cues

_TABLE = "projects/pattern_words.tsv"
NUMERALS = "[0-9一二两三四五六七八九十百千]+"
PHASE = "(?:[一二三四五六]期|首期|[（(][一二三四五六]期[)）])"
_WORKS = "(?:(?:{manner of works})*(?:{works}))"
TAIL = re.compile(
    f"(?:{PHASE})?{_WORKS}?(?:建设)?(?:工程|项目)?(?:建设)?(?:工程|项目)?{PHASE}?(?:工程|项目)?",
    words=_TABLE,
)
LIST_END = re.compile(
    f"等?(?:{NUMERALS}(?:多|余)?(?:个|项|条|座|处|大))?"
    "(?:[0-9.]+[万亿]+元(?:以上|以下)?(?:的)?)?"
    f"(?:(?:(?![企县镇市村部局的])[\u4e00-\u9fff]){{0,10}}?(?:项目|工程)"
    f"(?![类机]|[^，。；\n]{{0,8}}活动)|一批|一大批|(?:{{adverb of a stage}})?"
    "(?:竣工|开工|投产|见效|达产))",
    words=_TABLE,
)
NUMBERED = re.compile("[0-9一二三四五六七八九十]{1,3}号线|(?<![0-9])[0-9](?: ?[.．][0-9])?代线")
AND = re.compile("以及|[、和及与]")
SEPARATORS = "、，。；：！？\n（(）)"
NO_PROJECT = re.compile("[%％]|公司$|" + alternation(cues("item")))
CAPACITY = re.compile(
    "(?<![0-9.,])[0-9][0-9.,]*(?:多|余)?[十百千万亿]*(?:{unit of capacity})(?:级)?(?:/年)?",
    words=_TABLE,
)
# A name made of these alone is a kind of project.
KIND = re.compile(
    f"(?:第?{NUMERALS}(?:[—~～－-][0-9]+)?(?:年度?|月份?|季度|批次?|个|项|大|号|期|户|栋|公里)|上半年|下半年|全年|当前|首批|全域|[县市省区]定|"
    f"(?:{alternation(words('projects/project_generic.txt'))}))*"
)
GENERIC_HEADS = frozenset(
    [
        "项目",
        "工程",
        "建设项目",
        "建设工程",
        "工程项目",
        "工程建设项目",
        "改造",
        "治理",
        "整治",
        "续建",
        "扩建",
        "新建",
        "修缮",
        "加固",
        "改造工程",
        "城中村改造",
        "老旧小区改造",
        "棚户区改造",
        "扩建工程",
        "综合治理",
        "综合整治",
    ]
)
# A road, a hill, a village in the name: it is the name of one thing.
FEATURE = re.compile(
    "[\u4e00-\u9fff]{2}(?<!公)(?<!铁)(?<!道)(?<!线)(?<!网)(?:路|街|大道|河|湖|山|江|溪|岛|湾|港|镇|乡|村|街道|渠|闸)"
)


@cache
def heads() -> tuple[WordPattern, dict[str, str]]:
    """The head nouns as a pattern, and the kind of each."""
    kinds = {row[0]: row[1] for row in table("projects/project_heads.tsv")}
    return word_pattern(kinds), kinds


@cache
def generic() -> re.Pattern[str]:
    """A run of words that do not make a name."""
    return re.compile(f"(?:{alternation(words('projects/project_generic.txt'))})*")


@lru_cache(maxsize=1 << 14)
def is_generic(word: str) -> bool:
    """Whether a stretch is nothing but words that do not make a name.

    Parameters:
        word: A few characters; the answers for common words are kept.

    Examples:
        >>> is_generic("建设项目"), is_generic("云岭")
        (True, False)
    """
    return generic().fullmatch(word) is not None
