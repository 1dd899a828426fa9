"""Names that a text gives a body in a bracket: （简称恒岳协会）, （以下简称“恒岳”）, （HYA）."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence

_TABLE = "organisations/pattern_words.tsv"
_CALLED = re.compile(
    "[（(](?:以?下(?:统称|简称|称)|简称|英文简称|英文名|原名|又称)?(?:为|是)?[：:]?"
    '(?:[“"《「]([^“”"《》「」，。]{2,12})[”"》」]|([^“”"《》「」，。；：、（）() ]{2,10}))'
    '(?:[、或](?:[“"]([^”"，。]{2,10})[”"]|本[^）)]{1,3}))?[)）]'
)
_SAID = re.compile("[（(](?:以?下|简|英文|原名|又)")
_LATIN = re.compile("[A-Z][A-Za-z&]{1,15}$")
_DOCUMENT = re.compile("(?:{document}|项目|工程|公司)$", words=_TABLE)
_KIND = re.compile("(?:本|该)?(?:{kind of body})", words=_TABLE)


def find_called(evidence: Evidence, spans: Sequence[Span]) -> Iterator[Span]:
    """Propose the names that brackets right behind bodies give them, wherever they stand.

    Parameters:
        evidence: Of a text.
        spans: The bodies found so far.

    Yields:
        ORG candidates.

    Examples:
        >>> text = "云河灯具协会（下称云灯协）今天成立，云灯协说"
        >>> [s.text for s in find_called(Evidence(text), [Span(0, 6, "ORG", text[:6])])]
        ['云灯协', '云灯协']
    """
    text = evidence.text
    names: set[str] = set()
    for end in {span.end for span in spans}:
        at = end + (text[end : end + 1] in ("”", "》", " "))
        match = _CALLED.match(text, at)
        if match is None:
            continue
        said = _SAID.match(text, at) is not None
        for name in filter(None, match.groups()):
            if (said or _LATIN.match(name)) and not (
                _DOCUMENT.search(name) or _KIND.fullmatch(name)
            ):
                names.add(name)
    edges = evidence.words.edge_set
    for start, end in Matcher(names).find(text):
        if start in edges and end in edges:
            yield Span(start, end, "ORG", text[start:end], "org.called")
