"""Columns of tokens and tags that other tools write: read whole, or refused with what to do."""

from pathlib import Path

import pytest
from shown_records import shown

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats import conll


def _rows(lines: str) -> str:
    """Lines with ``/`` between sentences."""
    return "".join("\n" if line == "/" else line + "\n" for line in lines.split("; "))


CONLL = {
    "bio": ("陈 B-PER; 安 I-PER; 到 O; 乙 B-LOC; 县 I-LOC", "1: [陈安|PER]到[乙县|LOC]"),
    "bio-of-words": (
        "陈安 B-PER; 到 O; 乙县 B-LOC; 水务局 I-LOC",
        "1: [陈安|PER]到[乙县水务局|LOC]",
    ),
    "bioes": ("陈 B-PER; 安 E-PER; 到 O; 省 S-LOC", "1: [陈安|PER]到[省|LOC]"),
    "bmes": ("陈 B-PER; 小 M-PER; 安 E-PER; 到 O", "1: [陈小安|PER]到"),
    "bmes-without-m": ("陈 B-NAME; 安 E-NAME", "1: [陈安|NAME]"),
    "bilou": ("陈 B-PER; 小 I-PER; 安 L-PER; 省 U-LOC", "1: [陈小安|PER][省|LOC]"),
    "iob1": ("陈 I-PER; 安 I-PER; 周 B-PER; 敏 I-PER; 省 I-LOC", "1: [陈安|PER][周敏|PER][省|LOC]"),
    "iob1-over-a-sentence": (
        "陈 I-PER; 安 I-PER; /; 周 I-PER; 敏 I-PER",
        "1: [陈安|PER]\n[周敏|PER]",
    ),
    "underscore": ("陈 B_PER; 安 I_PER; 到 O", "1: [陈安|PER]到"),
    "label-with-a-dash": ("县 B-ORG-gov; 局 I-ORG-gov", "1: [县局|ORG-gov]"),
    "three-columns": ("陈安 NR B-PER; 到 V O", "1: [陈安|PER]到"),
    "four-columns-and-docstart": (
        "-DOCSTART- -X- O O; /; 陈安 NR B-NP B-PER; /; -DOCSTART- -X- O O; /; 乙县 NS B-NP B-LOC",
        "1: [陈安|PER]; 2: [乙县|LOC]",
    ),
    "tabs": ("陈\tB-PER; 安\tI-PER", "1: [陈安|PER]"),
    "latin-words": ("Green B-ORG; Valley I-ORG; 2 O; 0 O; 公司 O", "1: [Green Valley|ORG] 20公司"),
    "a-blank-as-token": ("陈 B-PER;  O; 安 O", "1: [陈|PER] 安"),
    "astral": ("𠮷 B-LOC; 县 I-LOC; 好 O", "1: [𠮷县|LOC]好"),
    "remarks": ("# text = 陈安到; 陈 B-PER; 安 I-PER; # O", "1: [陈安|PER]#"),
}
"""Name: lines, what is read."""

CONLL_REFUSED = {
    "i-with-nothing": ("乙 B-LOC; 县 O; 陈 I-PER", 3, "I-PER goes on with nothing."),
    "open-end": ("陈 B-PER; 安 E-PER; 乙 B-LOC; 县 O", 4, "the span of LOC before it has no end."),
    "open-at-the-end": ("省 S-LOC; 陈 B-PER", 2, "the span of PER has no end."),
    "other-label": ("陈 B-PER; 安 E-LOC", 2, "the tag of LOC goes on with nothing."),
    "no-tag": ("陈 NR", 1, "'陈 NR' is no token with a tag."),
    "ten-columns": ("1 陈 _ _ _ _ _ _ _ O", 1, "'1 陈 _ _ _ _ _ _ _ O' is no token with a tag."),
    "columns-differ": ("陈 NR O; 安 O", 2, "'安 O' has 2 columns, the line before 3."),
}
"""Name: lines, the line refused, why."""


@pytest.mark.parametrize("name", CONLL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_conll(tmp_path: Path, name: str, encoding: str) -> None:
    lines, wanted = CONLL[name]
    (tmp_path / "a.conll").write_bytes(_rows(lines).encode(encoding))
    assert "; ".join(shown(conll.read(tmp_path / "a.conll"))) == wanted


def test_conll_in_gb18030(tmp_path: Path) -> None:
    content = "陈 B-PER\n安 I-PER\n" + "".join(
        f"{char} O\n" for char in "说，县里今天召开了工作会议。"
    )
    (tmp_path / "a.conll").write_bytes(content.encode("gb18030"))
    assert shown(conll.read(tmp_path / "a.conll")) == ["1: [陈安|PER]说，县里今天召开了工作会议。"]


@pytest.mark.parametrize("name", CONLL_REFUSED)
def test_conll_refused(tmp_path: Path, name: str) -> None:
    lines, number, reason = CONLL_REFUSED[name]
    (tmp_path / "a.conll").write_text(_rows(lines), encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(conll.read(tmp_path / "a.conll"))
    assert caught.value.line == number
    assert caught.value.message == (
        f"{reason} A line is a token, at most 2 other columns, and a tag such as O, B-ORG or I-ORG "
        "(BIO, IOB1, BIOES, BMES, BILOU). Convert the file to that."
    )


def test_conll_in_another_encoding(tmp_path: Path) -> None:
    content = "".join(f"{char} O\n" for char in "县里今天召开了工作会议")
    (tmp_path / "a.conll").write_bytes(content.encode("utf-16"))
    with pytest.raises(ReadError, match=r"is utf-16\. Convert it to UTF-8\."):
        list(conll.read(tmp_path / "a.conll"))
