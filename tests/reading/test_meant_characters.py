"""Characters as they are meant, offsets kept."""

import unicodedata
from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.reading.characters import as_meant, clean, private_places, spelt_out

TABLE = Path(__file__).parents[2] / "gaoyou_nlp" / "reading" / "radicals.tsv"


def _rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")][1:]


def test_radicals_are_radicals_and_stand_for_ideographs() -> None:
    rows = _rows()
    assert len({radical for radical, _ in rows}) == len(rows)
    for radical, ideograph in rows:
        assert unicodedata.name(radical).startswith("CJK RADICAL")
        assert unicodedata.name(ideograph).startswith("CJK UNIFIED IDEOGRAPH")
        plain = unicodedata.normalize("NFKC", radical)
        assert plain in (radical, ideograph)


def test_every_kangxi_radical_has_its_ideograph() -> None:
    radicals = "".join(map(chr, range(0x2F00, 0x2FD6)))
    meant = as_meant(radicals)
    assert len(meant) == len(radicals)
    assert all(unicodedata.name(char).startswith("CJK UNIFIED") for char in meant)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("县⻓⻢致远在⼯地", "县长马致远在工地"),
        ("污⽔处理⼚", "污水处理厂"),
        ("城北﨑路", "城北﨑路"),
        ("金額", "金額"),
        ("１２.８亿元", "１２.８亿元"),
        ("𠮷林", "𠮷林"),
    ],
    ids=["simplified", "kangxi", "no-twin", "compatibility", "full-width", "astral"],
)
def test_equal_length(text: str, meant: str) -> None:
    assert as_meant(text) == meant
    assert len(as_meant(text)) == len(text)


def test_what_is_spelt_out() -> None:
    glyphs = ["ﬁ", "ﬄ", "⸺", "\u00ad", "\u200b", "⼯", "县"]
    assert [spelt_out(glyph) for glyph in glyphs] == ["fi", "ffl", "——", "", "", "工", "县"]
    assert clean("关\u00ad于ﬁ") == "关于fi"
    assert list(private_places("王\ue000军\ufffd")) == [1, 3]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("县⻓⻢致远说，总投资5亿元。", "县长马致远说，总投资5亿元。"),
        ("县长马\u200b致远\u00ad说，总投资5亿元。", "县长马致远说，总投资5亿元。"),
        ("关 于 印 发 计 划 的 通 知\n\n各镇人民政府：\n请认真组织实施。", None),
    ],
    ids=["radicals", "unseen", "spaced-headline"],
)
def test_text_files_lead_back(source: str, text: str | None, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(source, encoding="utf-8")
    (article,) = read(tmp_path / "a.txt")
    assert article.text == (text or "关于印发计划的通知\n各镇人民政府：\n请认真组织实施。")
    for at in range(len(article.text)):
        place = article.source_map.to_source(at, at + 1)
        if place is not None:
            assert as_meant(source[place[0] : place[1]]) == article.text[at]


def test_private_characters_are_noted(tmp_path: Path) -> None:
    pytest.importorskip("lxml")
    (tmp_path / "a.html").write_text("<h1>县水库开工</h1><p>县长王\ue001军说，好。</p>", "utf-8")
    (article,) = read(tmp_path / "a.html")
    assert article.text == "县水库开工\n县长王\ue001军说，好。"
    assert article.notes == (
        "1 characters that only their font knows, or that could not be decoded, at 9.",
    )
