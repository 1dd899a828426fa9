"""Proposes the items of lists: before 等项目, beside a project, one head for several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import LIST_END, NO_PROJECT, SEPARATORS, generic

_TABLE = "projects/pattern_words.tsv"
_CLOSED = re.compile(
    "等(?=[^，。！？；\n]{0,16}?(?:{shared head}))|(?<=[\u4e00-\u9fff)）])"
    "(?=[0-9一二三四五六七八九十]{1,3}[个条座][\u4e00-\u9fff0-9]{0,8}(?:{shared head}))|等"
    "(?=(?:{adverb of a stage})?(?:竣工|开工|投产|见效|达产|建设|[。，；]))",
    words=_TABLE,
)
_CLEAR = re.compile(
    "等?(?:[0-9一二三四五六七八九十两]{1,3}[个项])?(?:[0-9.]+[万亿]元(?:以上)?)?"
    "(?:在谈|在建|新)?(?:重大|重点)?(?:产业|工业)?(?:项目|工程)"
    "(?:{adverb of a stage}|集中|已|现场)*(?:{stage of projects})",
    words=_TABLE,
)
_PUSHED = re.compile("(?:[\u4e00-\u9fff]{0,6}?(?:{pushed}))", words=_TABLE)
_NOT_WITHIN = re.compile("[的了]|等$|以及|建设|[0-9.]+[万亿]元")
_PHASES = re.compile(
    "(?:推进|推动|加快|加速|启动|实施)([^，。；：！？、的\n]{4,30}(?:、[^，。；：！？、的\n]{4,30})+)建设(?=[，。；！\n])"
)
_PHASE = re.compile("[一二三四五六]期$")
_SHARED = re.compile(
    "([\u4e00-\u9fff]{2,4})[、和及与]([\u4e00-\u9fff]{2,4})(?={way or station})", words=_TABLE
)
_BESIDE = "的有从自经为在到是了和与及"
_ENDS = re.compile(
    f"(?<![^\\W{_BESIDE}])(?:[^\\W{_BESIDE}]{{2,4}}(?:——|—|－|~|～)){{1,3}}[\u4e00-\u9fff]{{2,3}}"
    "(?:高速公路|高速铁路|铁路|高铁|高速|公路|线)"
    "(?![上下路条索]|[\u4e00-\u9fff]{0,4}段|项目|工程|[一二三]期|[新改扩]|站|（|\\()"
)
_BUILT_NEAR = re.compile("铺轨|通车|开工|建成|在建|新建|修建|贯通")
_NEAR = 24  # characters before a road by its ends in which a word of building stands
_BRACKET = re.compile("[（(][^（()）]{1,10}[）)]$")
_JOINED = re.compile("以及|[和及与]")
_LONGEST_ITEM = 40


def closed(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose the items of lists that 等项目 closes, each from the last to the first.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``list`` before 项目 or 工程, ``listed`` before another head.
    """
    text = names.text
    for match in _CLOSED.finditer(text):
        end = match.start()
        if not match[0] and "、" not in text[max(0, end - 24) : end]:
            continue
        source = "list" if LIST_END.match(text, end) else "listed"
        clear = _CLEAR.match(text, end) is not None
        while end > 0:
            at = max(text.rfind(c, max(0, end - 45), end) for c in "、，。；：\n")
            begin = max(at + 1, names.floor(end))
            for first, last in _split_item(names, begin, end):
                yield from _readings_of_item(names, first, last, source, clear)
            if at <= 0 or text[at] != "、":
                break
            end = at


def _readings_of_item(
    names: ProjectEvidence, first: int, last: int, source: str, clear: bool
) -> Iterator[Candidate]:
    """The stretches of an item that may be the name, each with what speaks for where it begins."""
    expected = closed_start(names, first, last)
    for start in _item_starts(names, first, last):
        if not 2 <= last - start <= _LONGEST_ITEM or generic().fullmatch(names.text, start, last):
            continue
        signs = [f"{source} begins=0"] if start == first else []
        if start == expected:
            signs.append(f"{source} expected")
            if clear and names.distinct(start, last):
                signs.append("clear")
        yield Candidate(start, last, last, source, "", tuple(signs))


def _split_item(names: ProjectEvidence, begin: int, end: int) -> list[tuple[int, int]]:
    """An item as it stands, without a bracket at its end, and its halves around 和."""
    text = names.text
    bracket = _BRACKET.search(text[begin:end])
    ends = [begin + bracket.start()] if bracket else []
    pieces = [(begin, last) for last in (*ends, end) if last > begin]
    last = pieces[0][1] if pieces else begin
    for mark in _JOINED.finditer(text, begin + 2, last - 1):
        if mark.start() in names.cut.edge_set and mark.end() in names.cut.edge_set:
            pieces += [(begin, mark.start()), (mark.end(), last)]
            break
    return pieces


def _item_starts(names: ProjectEvidence, begin: int, end: int) -> tuple[int, ...]:
    """Where an item may begin: at its mark, behind the verb that governs the list."""
    start = names.start(end, road=True, floor=begin)
    starts = [start, closed_start(names, begin, end)]
    if begin < start:
        starts.append(names.stripped(begin, end))
        pushed = _PUSHED.match(names.text, begin, end)
        if pushed and pushed.end() in names.cut.edge_set:
            starts.append(names.stripped(pushed.end(), end))
    return tuple(dict.fromkeys(s for s in starts if s < end))


def closed_start(names: ProjectEvidence, begin: int, end: int) -> int:
    """Where an item of a closed list begins.

    Parameters:
        names: The evidence of the text.
        begin: Where the clause or the item begins.
        end: Where the item ends.

    Returns:
        Behind the verb that governs the list; the mark before, where the item is one name.
    """
    text, cut = names.text, names.cut
    start = names.start(end, road=True, floor=begin)
    if start == begin:
        return start
    if text[begin - 1 : begin] == "、":
        first = cut.is_stop(begin, cut.end_after(begin)) or _PUSHED.match(text, begin, end)
        whole = not first and end - begin <= 16 and not _NOT_WITHIN.search(text, begin, end)
        return begin if whole and begin in cut.edge_set else start
    pushed = _PUSHED.match(text, begin, end)
    if not pushed or pushed.end() not in cut.edge_set or pushed.end() >= start:
        return start
    item = names.stripped(pushed.end(), end)
    long = end - item > 16 or _NOT_WITHIN.search(text, item, end)
    stop = item < end and cut.is_stop(item, cut.end_after(item))
    return start if long or stop else item


def by_phase(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose the items of a list that is being built, where one bears a phase: A、B二期建设.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``phase``.
    """
    text = names.text
    for match in _PHASES.finditer(text):
        at, items = match.start(1), []
        for item in match[1].split("、"):
            start = names.stripped(at, at + len(item))
            items.append((start, at + len(item)))
            at += len(item) + 1
        if any(_PHASE.search(text, s, e) for s, e in items):
            yield from (Candidate(s, e, e, "phase") for s, e in items if e - s > 3)


def shared(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose roads by their ends where several share one head: 川黔和黔桂铁路.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``shared``, without the head.
    """
    for match in _SHARED.finditer(names.text):
        for group in (1, 2):
            start, end = match.span(group)
            for first in range(start, end - 1):
                if first in names.cut.edge_set:
                    yield Candidate(first, end, end, "shared")


def between(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose roads by both ends, where something is built: 新建云岭——沙坪铁路.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``shared``.
    """
    text = names.text
    for match in _ENDS.finditer(text) if any(dash in text for dash in "—－~～") else ():
        start, end = match.span()
        start = names.stripped(start, end)
        built = _BUILT_NEAR.search(text, max(0, start - _NEAR), min(len(text), end + _NEAR))
        if built and start in names.cut.edge_set and end in names.cut.edge_set:
            yield Candidate(start, end, end, "shared", "", ("clear",))


def beside(names: ProjectEvidence, spans: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """Propose items without head beside projects of the same list.

    Parameters:
        names: The evidence of the text.
        spans: The projects found so far.

    Yields:
        Candidates of the source ``beside``.
    """
    starts = {start for start, _ in spans}
    ends = {end for _, end in spans}
    for start, end in spans:
        for item in (*_leftwards(names, start, ends), *_rightwards(names, end, starts)):
            yield Candidate(*item, item[1], "beside")


def _leftwards(names: ProjectEvidence, at: int, ends: set[int]) -> Iterator[tuple[int, int]]:
    text = names.text
    while at > 0 and text[at - 1] in "、和及":
        stop = at - 1
        begin = max(text.rfind(c, max(0, stop - 30), stop) for c in SEPARATORS) + 1
        item = names.start(stop, road=True, floor=begin)
        if stop in ends or not _is_item(names, item, stop):
            return
        yield item, stop
        if item > begin or text[begin - 1 : begin] != "、":
            return
        at = begin


def _rightwards(names: ProjectEvidence, at: int, starts: set[int]) -> Iterator[tuple[int, int]]:
    text = names.text
    while at < len(text) and text[at] in "、和及":
        begin = at + 1
        if begin in starts:
            return
        stop = _item_stop(names, begin)
        if names.start(stop, floor=begin) != begin or not _is_item(names, begin, stop):
            return
        yield begin, stop
        at = stop


def _item_stop(names: ProjectEvidence, begin: int) -> int:
    """Where the item of a list ends that begins at an offset."""
    text, stop = names.text, begin
    while stop < len(text) and text[stop] not in SEPARATORS and stop - begin < 30:
        if text[stop] in "和等及" and stop in names.cut.edge_set and stop > begin + 3:
            break
        stop += 1
    return stop - 2 if text.endswith("建设", begin + 4, stop) else stop


def _is_item(names: ProjectEvidence, start: int, end: int) -> bool:
    return (
        4 <= end - start <= 30
        and names.distinct(start, end)
        and NO_PROJECT.search(names.text, start, end) is None
        and names.names.get(start) != end
    )
