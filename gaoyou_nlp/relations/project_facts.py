"""Reads place, builder and capacity of a project, each as the text writes it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Said, Span
from gaoyou_nlp.relations.project_scope import Scope

_TABLE = "relations/project_contexts.tsv"

_ADDRESS = re.compile("[^，。；、：（(\n“”！？]{2,40}")
_BETWEEN = re.compile("[^，。；\n]{0,8}(?:、|至|到|之间|交界)")
_NOT_ADDRESS = re.compile("{no address}", words=_TABLE)
_AND = re.compile("(?:、|和|与|及|以及)")
_MONEY_UNIT = re.compile("元|美元|%|％|年|月|个月|倍|人次?$")
_PLACED = re.compile("{before address}", words=_TABLE)
"""What stands before an address."""
_ADDRESS_ENDS = re.compile("^.*(?:{address end})", words=_TABLE)
_STREET = re.compile("^.*(?:{address alone})", words=_TABLE)
"""Without an area before it, only what is an address by its own words."""
_BUILDS = re.compile(
    r"(?:等[^，。；、\n]{0,6})?(?:{manner of building})*"
    "(?:投资(?:[0-9.约近超逾余多百千万亿元]{0,12})?"
    "(?:{invested in})?|承建|建设|兴建|开发建设|实施|施工|开发)",
    words=_TABLE,
)
_FIELD = re.compile("(?:{builder field})(?:为|是|：|:)?", words=_TABLE)
_MADE_BEFORE = re.compile(
    "(?:{manner before})*(?:(?:投资|斥资|耗资|出资)[0-9.约近超逾余多十百千万亿元]{0,12})?"
    "(?:{verb before})的?",
    words=_TABLE,
)
_CAPACITY = re.compile(
    "(?:(?:年|日|月)(?:{yearly})(?![值出业品城量])|(?:总|设计)?装机(?:容量|规模)?|"
    "(?:设计|年|日)?(?:{capacity of})(?:能力|规模)|(?:设计|年|总)?产能(?![过利释]))"
    r"(?P<before>[^，。；、：\n0-9０-９“”的]{0,12})"
    "(?P<number>[0-9０-９][0-9０-９.,，]{0,9}(?<![,，.])(?:多|余)?[百千万亿]{0,2}(?:多|余)?)"
    r"(?P<unit>[^，。；、：（）\n0-9“”的]{1,16})",
    words=_TABLE,
)
_CUT = re.compile("以上|左右|以内|(?:的)?(?:{no unit}).*$|能力$", words=_TABLE)


class FactReader:
    """Reads the facts of the projects of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._spans = [span for span in spans if span.label in ("ORG", "GPE")]
        self._starts = [span.start for span in self._spans]

    def place(self, scope: Scope) -> Said | None:
        """Return where a project is: 位于…, 选址…, or the area right before its name."""
        text = self._text
        if scope.alone:
            for cue in _PLACED.finditer(text, scope.end, scope.high):
                found = self._address(cue.end(), scope.high)
                if found is not None:
                    return Said(*found, f"place:{cue[0].rstrip('：:')}")
            for cue in _PLACED.finditer(text, scope.low, scope.start):
                found = self._address(cue.end(), scope.start)
                if found and re.fullmatch("的[^，。；、\n]{0,10}", text[found[1] : scope.start]):
                    return Said(*found, f"place:{cue[0]}")
        at = bisect_left(self._starts, scope.start) - 1
        last = at
        while (
            at >= 0
            and self._spans[at].label == "GPE"
            and (self._spans[at].end == (scope.start if at == last else self._starts[at + 1]))
        ):
            at -= 1
        if at == last:
            return None
        start, end = self._starts[at + 1], self._spans[last].end
        return Said(start, end, text[start:end], "place:before")

    def _address(self, at: int, high: int) -> tuple[int, int, str] | None:
        """The address that begins at a character: an area or body first, or a word of addresses."""
        match = _ADDRESS.match(self._text, at, high)
        if match is None:
            return None
        address = match[0].split("的", 1)[0]
        number = bisect_left(self._starts, at)
        covered = 0
        while number < len(self._spans) and self._starts[number] == at + covered:
            covered = self._spans[number].end - at
            number += 1
        ends = (_ADDRESS_ENDS if covered else _STREET).match(address)
        length = max(covered if covered <= len(match[0]) else 0, ends.end() if ends else 0)
        if length < 2 or _NOT_ADDRESS.search(self._text, at + covered, at + length):
            length = covered
        if length < 2 or (not covered and length > 24) or _NOT_ADDRESS.match(self._text, at):
            return None
        if _BETWEEN.match(self._text, at + length) or "至" in self._text[at : at + length]:
            return None
        return at, at + length, self._text[at : at + length]

    def builder(self, scope: Scope) -> Said | None:
        """Return who builds a project: 由…承建, 建设单位：…, or …投资建设的 before its name."""
        if not scope.alone:
            return None
        return self._by(scope) or self._field(scope) or self._before(scope)

    def _by(self, scope: Scope) -> Said | None:
        at = self._text.find("由", scope.end, scope.high)
        while at >= 0:
            bodies = self._bodies(at + 1, scope.high)
            if bodies is not None:
                verb = _BUILDS.match(self._text, bodies[1], scope.high)
                if verb:
                    return self._quote(bodies, f"builder:由{verb[0][-4:]}")
            at = self._text.find("由", at + 1, scope.high)
        return None

    def _field(self, scope: Scope) -> Said | None:
        for cue in _FIELD.finditer(self._text, scope.end, scope.high):
            bodies = self._bodies(cue.end(), scope.high)
            if bodies is not None:
                return self._quote(bodies, f"builder:{cue[0].rstrip('：:是为')}")
        return None

    def _before(self, scope: Scope) -> Said | None:
        """Who builds, right before the name: 甲公司和乙公司投资3亿元建设的|某某基地."""
        at = bisect_left(self._starts, scope.start) - 1
        while at >= 0 and self._spans[at].label == "GPE" and self._spans[at].end > scope.start - 12:
            at -= 1  # …公司投资建设的云河县…项目
        if at < 0 or self._spans[at].label != "ORG" or self._spans[at].end > scope.start:
            return None
        body = self._spans[at]
        gap = self._text[body.end : scope.start] if body.start >= scope.low else "。"
        verb = _MADE_BEFORE.match(gap)
        if verb is None or not re.fullmatch("[\u4e00-\u9fff]{0,8}", gap[verb.end() :]):
            return None
        if gap[verb.end() :] and not verb[0].endswith("的"):
            return None
        first = at
        while (
            first > 0
            and self._spans[first - 1].label == "ORG"
            and _AND.fullmatch(self._text, self._spans[first - 1].end, self._starts[first])
        ):
            first -= 1
        return self._quote((self._starts[first], body.end), f"builder:{verb[0].strip('的')[-4:]}")

    def _bodies(self, at: int, high: int) -> tuple[int, int] | None:
        """The body that stands at a character, with those listed behind it."""
        number = bisect_left(self._starts, at)
        if number == len(self._spans) or self._starts[number] != at:
            return None
        while (
            number + 1 < len(self._spans)
            and self._spans[number].label == "GPE"
            and (self._spans[number].end == self._starts[number + 1])
        ):
            number += 1
        if self._spans[number].label != "ORG":
            return None
        while (
            number + 1 < len(self._spans)
            and self._spans[number + 1].label == "ORG"
            and _AND.fullmatch(self._text, self._spans[number].end, self._starts[number + 1])
        ):
            number += 1
        end = self._spans[number].end
        return (at, end) if end <= high else None

    def _quote(self, edges: tuple[int, int], rule: str) -> Said:
        return Said(*edges, self._text[edges[0] : edges[1]], rule)

    def capacity(self, scope: Scope) -> tuple[Said, ...]:
        """Return what a project makes or handles: 年产3万吨纸板, 装机容量50兆瓦."""
        found: list[Said] = []
        for low, high in ((scope.start, scope.end), (scope.end, scope.high)):
            if not scope.alone:
                break
            for match in _CAPACITY.finditer(self._text, low, high):
                if "相当" in match["before"]:
                    continue
                unit = _CUT.sub("", match["unit"])
                if not unit or _MONEY_UNIT.match(unit):
                    continue
                end = match.start("unit") + len(unit)
                text = self._text[match.start() : end]
                if all(other.text != text for other in found):
                    found.append(Said(match.start(), end, text, "capacity"))
        return tuple(found)
