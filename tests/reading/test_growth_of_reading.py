"""Time to read a file grows in proportion to it, whatever it repeats."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

import gaoyou_nlp
from training.growth import CHUNKS, steepest

pytest.importorskip("lxml")

BOUND = 1.35
"""Of a quadratic step the exponent is 2; what lies above is measured again, in longer texts."""
SIZES = (4_000, 32_000)
UNITS = (
    *CHUNKS,
    *("一", "1", " ", "\u3000", "（", "“", "—", "–", "-", "、", "。", "\n", "　　第", "1\n"),
    *("———\n", "记者 王小明 ", "实习兼职", "2024-01-01 ", "■", "a b ", "&amp;", "&", "|", "\xa0"),
)
TAGS = ("<!--", "<!-- a -->", "<p>", "<b", "<td>", "<table><tr><td>", "</div>", "<", "<a b='")
FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "page": ("a.txt", str),
    "line": ("a.jsonl", lambda text: json.dumps({"text": text})),
    "fragment": ("b.jsonl", lambda text: json.dumps({"text": f"<p>{text}<br>"})),
    "table": ("a.csv", lambda text: f'text\n"{text}"\n'),
    "list": ("b.csv", lambda text: f'序号,项目名称,投资\n1,"{text}",5\n2,水厂,6\n3,水库,7\n'),
    "web page": ("a.html", lambda text: f"<h1>题</h1><div>{escape(text)}</div>"),
    "mark-up": ("b.html", lambda text: f"<html><h1>题</h1><div>{text}</div>"),
    "title": ("c.html", lambda text: f"<html><title>题{escape(text)}目</title><p>好。</p>"),
}


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_time_to_read_grows_in_proportion(form: str, tmp_path: Path) -> None:
    name, make = FORMS[form]

    def read(text: str) -> object:
        (tmp_path / name).write_text(make(text), "utf-8", newline="")
        return list(gaoyou_nlp.read(tmp_path / name, on_reject=lambda reject: None))

    of = (*UNITS, *TAGS) if form in ("fragment", "mark-up") else UNITS
    read("一")
    found = {unit: number for number, unit in steepest(read, of, SIZES, BOUND) if number > BOUND}
    assert found == {}


@pytest.mark.timeout(60)
def test_many_comments_at_the_top_are_passed_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<!-- 甲 -->\n" * 200 + "<svg>县水库开工。", "utf-8")
    assert len(list(gaoyou_nlp.read(tmp_path / "a.html"))) == 1
