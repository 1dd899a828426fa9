"""Every span leads back to its characters in the source file, however the page was set."""

import re
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

import gaoyou_nlp

if TYPE_CHECKING:
    from spacy.language import Language

PARAGRAPHS = [
    "“县委全会提出了新要求。”近日，县水务局党组书记、局长周敏在接受记者采访时说，城东新区将投资3.5亿元建设"
    "青山水库除险加固工程，市委常委、副市长欧阳文华，县委书记王军到场。",
    "周敏表示，恒澜科技年产2000万吨建材生产线、TCL电子产业园等项目总投资约12亿美元，𠮷祥路改造工程5月开工，"
    "力争全年新增亿元企业3家，《江都区水网规划》获批。",
    "县领导何平、李静说，水利部门将投资1200万元整治河道20公里。",
]
_BLANK = re.compile(r"[\s\u200b\u2060\ufeff]+")


@cache
def _rules() -> "Language":
    return gaoyou_nlp.load("rules")


@st.composite
def _pages(draw: st.DrawFn) -> str:
    """A page: lines broken at one width or anywhere, blanks and blank lines put in anywhere."""
    width = draw(st.none() | st.integers(8, 30))
    ends = draw(st.sampled_from(["\n", "\r\n", "\r", "\u2028"]))
    blanks = st.sampled_from([" ", "　", "\t", "\u00a0", "\u200b", "\ufeff", " 　"])
    paragraphs = []
    for text in PARAGRAPHS:
        cuts = (
            range(width, len(text), width)
            if width
            else sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=12)))
        )
        pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
        body = ends.join(pieces)
        for at in sorted(draw(st.sets(st.integers(0, len(body)), max_size=6)), reverse=True):
            body = body[:at] + draw(blanks) + body[at:]
        paragraphs.append(body)
    head = f"守护一库清水{ends}——访县水务局局长 周敏"
    parts = [*paragraphs, "通讯员李静 记者 王军", head]
    if draw(st.booleans()):
        parts = [head, *parts[:-1]]
    return (ends * draw(st.integers(1, 3))).join(parts) + ends


@settings(max_examples=40, deadline=None)
@given(
    page=_pages(),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"]),
)
def test_every_span_is_in_the_source(page: str, encoding: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.txt")
        path.write_bytes(page.encode(encoding))
        records = list(gaoyou_nlp.annotate(gaoyou_nlp.read(path), _rules()))
        assert records
        for record in records:
            assert record.article.source is not None
            source = path.read_bytes().decode(record.article.source.encoding or "")
            rows = record.to_dict()["spans"]
            assert rows
            for row in rows:
                assert record.text[row["start"] : row["end"]] == row["text"]
                piece = source[row["source_start"] : row["source_end"]]
                assert _BLANK.sub("", piece) == _BLANK.sub("", row["text"])
