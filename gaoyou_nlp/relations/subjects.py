"""Decides whether a stage is that of a project itself, of a part of it, or of something else."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.relations.settled import is_settled
from gaoyou_nlp.relations.stages import MILESTONES, Fact

_TABLE = "relations/project_contexts.tsv"

_CLAUSE = re.compile("[，,；;：:。\n]")
_FIRST = re.compile("首[座个段处]")
_WORK = re.compile("[^，。；]{0,8}(?:工程|枢纽|站|所|隧道|桥|段|楼)")
_ATTRIBUTE = re.compile(
    "了?(?:[在于到][^，。；、\n]{1,8})?的(?!项目|工程|[是基同前时])[\u4e00-\u9fff0-9A-Za-z“]"
)
_NEXT_VERB = re.compile("[、，,](?:[^、，,]{0,6})(?:{next verb})", words=_TABLE)
_TAKES_PART = re.compile("参与|助力|支持|服务于?|用于|围绕")
_OF_PART = ("竣工", "投产")
# What stands behind a cue that has an object of its own: 上线24小时自助终端, 建成了三座桥.
_COUNTED = re.compile(
    "(?:了|过)?(?:[0-9一二三四五六七八九十百两几多]+(?:余|多)?"
    "(?:[条座台项家栋处套所间]|个(?!多?月)|小时)|一批|“|《)"
)
_NOUNS = re.compile("{noun before a stage}", words=_TABLE)
_NEXT_ITEM = re.compile("、(?![^，。；]*等)")
_PLACED = re.compile("(?<![存正现])[在从向往]$")  # 列车在某某铁路投入运营
_NOMINAL = re.compile("的(?:{manner of a stage})?$", words=_TABLE)
_BARE, _NEAR = 4, 9  # characters of a clause before a cue, or a milestone, that need no look
_PLAIN = re.compile("(?:项目|工程|建设|目前|现|，)*")
_COMPLETED = re.compile("已(?:全部|全面|基本|顺利)?完成")
_ENDS = re.compile("(?:建设|施工)?(?:[，,。；;！\n]|$)")
_OWNS = re.compile("的(?!{of the works})", words=_TABLE)
"""大桥的选址, 公路的收费期限 are no stage of the works."""
_SUBJECT = re.compile("(?:整个|整座)?({subject})(?=计划|将|预计|已|于|目前|拟)", words=_TABLE)
"""A clause with a subject of its own: 配套建设某某通道，基地计划明年投运."""
_PHASE = re.compile("[一二三四五六]期")
_PUSHES = re.compile("推进(?![，,。；;、）\n]|$|{pushed itself})", words=_TABLE)
"""推进管理创新: what is pushed on is something else."""
_HASTENS = re.compile(
    "加快(?:推[进动](?=[，,。；;、）\n]|$)|"
    "(?:推[进动])?(?:{works hastened})?的?(?:{hastened}|工程|[，。；、）\n]|$))",
    words=_TABLE,
)
_LINE_OF_RAIL = re.compile("(?:{rail})(?:[\u4e00-\u9fff]{1,8}段)?$", words=_TABLE)
_SOFTWARE = re.compile("(?:{software})$", words=_TABLE)
_WORDS = "relations/subject_words.tsv"

_PATTERNS = {
    kind: re.compile(f"{{{kind}}}", words=_WORDS) for kind in ("another", "part", "phase", "whole")
}
_OBJECT = re.compile("(?!{no_object})[\u4e00-\u9fffA-Za-z□]|[0-9]+[A-Za-z]", words=_WORDS)
"""What stands behind a cue that has an object of its own: 上线终端."""
_GOES_ON_WORDS = re.compile("(?:{follows}|[□“”])*", words=_WORDS)
"""The words of a clause that goes on about the same subject."""
_TAKES = re.compile("(?:{takes})$", words=_WORDS)
"""Verbs whose subject matter is the object behind them."""
_OPENS = re.compile("(?:{opens})$", words=_WORDS)
"""Verbs of which that holds also right behind the name."""


def fact_about(text: str, start: int, end: int, fact: Fact) -> Fact | None:
    """Return what a fact behind the name of a project says of the whole project.

    Parameters:
        text: The article.
        start, end: Of the name.
        fact: A stage reported behind it in the same sentence.

    Returns:
        The fact; the project is under construction where only a part of it is ready; None where
        the words are of something else (新近动工的沙坪装置).

    Examples:
        >>> fact_about("云岭高铁首座隧道竣工", 0, 4, Fact(8, 10, "竣工", True)).stage
        '在建'
        >>> fact_about("云岭基地，以及新近动工的沙坪装置", 0, 4, Fact(9, 11, "开工", True)) is None
        True
    """
    if _is_of_another(text, start, end, fact):
        return None
    low = low_of(text, end, fact)
    if low > end and not _goes_on(text, low, fact):
        return None
    other = _SUBJECT.match(text, low) if low > end else None
    if other and not text.endswith(other[1], start, end):
        return None
    if is_counted(text, fact):
        return None
    if _OPENS.search(text, low, fact.end) and _OBJECT.match(text, fact.end):
        return None
    if fact.stage == "在建" and _COMPLETED.match(text, fact.start) and _ENDS.match(text, fact.end):
        done = _PLAIN.fullmatch(text, end, fact.start) is not None
        return Fact(fact.start, fact.end, "竣工", True) if done else fact
    if _is_trial(text, start, end, fact):
        return Fact(fact.start, fact.end, "在建", True)
    if fact.stage not in _OF_PART or not fact.sure:
        return fact
    part = _is_part(text, start, end, low, fact)
    return Fact(fact.start, fact.end, "在建", True) if part else fact


def is_software(name: str) -> bool:
    """Say whether a name is that of software, which goes online and is no works.

    Parameters:
        name: Of a project.

    Examples:
        >>> is_software("恒岳庭审云平台"), is_software("恒岳数字化平台项目")
        (True, False)
    """
    return _SOFTWARE.search(name) is not None


def is_counted(text: str, fact: Fact) -> bool:
    """Say whether what is reached is so many of something: 建成投用4座加油站.

    Parameters:
        text: The article.
        fact: A stage.

    Examples:
        >>> is_counted("已建成4座", Fact(1, 3, "竣工", True))
        True
    """
    return _COUNTED.match(text, fact.end) is not None


def low_of(text: str, end: int, fact: Fact) -> int:
    """Return where the clause of a fact begins: at the name's end, or behind the last mark.

    Parameters:
        text: The article.
        end: Where the name ends.
        fact: A stage behind it.

    Examples:
        >>> low_of("云岭大桥全长3公里，已竣工", 4, Fact(11, 13, "竣工", True))
        10
    """
    low = end
    for mark in _CLAUSE.finditer(text, end, fact.start):
        low = mark.end()
    return low


def _is_trial(text: str, start: int, end: int, fact: Fact) -> bool:
    """Whether a line is tried before it opens: 高铁进入试运行阶段, 按图试运行."""
    if not text.startswith("试运行", fact.start):
        return False
    on_plan = text.startswith("按图", fact.start - 2) if fact.start > 1 else False
    return on_plan or _LINE_OF_RAIL.search(text, start, end) is not None


def _is_of_another_phase(text: str, start: int, end: int, fact: Fact) -> bool:
    """Whether a stage is that of a phase beside the one named: 二期今日开工，一期已投产."""
    own = _PHASE.search(text, start, end)
    other = own and _PHASE.search(text, low_of(text, end, fact), fact.start)
    return bool(own and other and own[0] != other[0])


def _is_of_another(text: str, start: int, end: int, fact: Fact) -> bool:
    """Whether the words around a fact show that it is not of the project named before it."""
    if _PATTERNS["another"].search(text, end, fact.start):
        return True
    if _is_of_another_phase(text, start, end, fact):
        return True
    if is_settled(text, start, end, fact):
        return True  # 吸引一批研究院落户 is about bodies, not about works
    weak = fact.sure and fact.stage in ("前期", "在建", "在谈")
    if weak and (_NEXT_ITEM.search(text, end, fact.start) or _OWNS.match(text, end)):
        return True  # a word inside a further item: A、家纺软装饰中心
    if text.startswith("加快", fact.start) and not _HASTENS.match(text, fact.start):
        return True
    if text.startswith("推进", fact.start) and _PUSHES.match(text, fact.start):
        return True
    if text.startswith("上线", fact.start) and is_software(text[start:end]):
        return True
    if (fact.stage in MILESTONES or not fact.sure) and _NOUNS.match(text, fact.end):
        return True
    if _ATTRIBUTE.match(text, fact.end):
        planned = fact.stage == "前期" and fact.sure
        if planned or _CLAUSE.search(text, end, fact.start):
            return True
    if fact.stage in ("在建", "前期"):
        return False
    return _PLACED.search(text, max(0, start - 2), start) is not None


def _is_part(text: str, start: int, end: int, low: int, fact: Fact) -> bool:
    """Whether only a part of the works is ready: 主体竣工, 一期竣工, 一条隧道贯通."""
    if text[fact.start : fact.end].endswith("贯通") and text.endswith("隧道", start, end):
        return True
    named = _FIRST.search(text, low, fact.start) and _WORK.match(text, fact.end)
    if not named and not text.startswith("、", end):  # A、B中段及C南延开通
        kinds = ("part", "phase") if fact.stage == "竣工" else ("part",)
        named = next((m for k in kinds if (m := _PATTERNS[k].search(text, low, fact.start))), None)
    return named is not None and not _PATTERNS["whole"].search(text, low, fact.end)


def governs(text: str, fact: Fact, start: int) -> bool:
    """Say whether a stage before a name is that of the name, not of what stands between.

    Parameters:
        text: The article.
        fact: A stage reported in the same clause.
        start: Where the name begins.

    Examples:
        >>> governs("签约体检中心、建设转化平台", Fact(0, 2, "签约", True), 9)
        False
    """
    if _TAKES_PART.search(text, fact.end, start):
        return False
    return _NEXT_VERB.search(text, fact.end, start) is None


def _goes_on(text: str, low: int, fact: Fact) -> bool:
    """Whether a later clause is about the project: 目前已开工; not 李河察看施工, 新开工两座桥."""
    if _NOMINAL.search(text, low, fact.start):
        return False
    before = fact.start - low
    milestone = not fact.sure or fact.stage in MILESTONES
    takes = milestone or _TAKES.search(text, low, fact.end) is not None
    if before <= _BARE and takes and _OBJECT.match(text, fact.end):
        return False
    if before <= (_NEAR if milestone else _BARE):
        return True
    return bool(
        _GOES_ON_WORDS.fullmatch(text, low, fact.start) or _PATTERNS["part"].match(text, low)
    )
