"""What a person reads in each document, and how the library's reading differs from it."""

# ruff: noqa: E501

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject, locate
from gaoyou_nlp.relations.tables import projects_of_table
from tests.documents.bureau import carried
from tests.documents.bureau import texts as t


@dataclass(frozen=True)
class Reading:
    """An article: title, lines, date, names of projects and amounts in 元, source."""

    title: str
    lines: tuple[str, ...]
    date: str | None = None
    amounts: tuple[tuple[str, int | None], ...] = ()
    publisher: str | None = None
    url: str | None = None


_PLAN = tuple((row[1], amount) for row, amount in zip(t.ROWS, t.AMOUNTS, strict=True))
_NOTICE = Reading(t.TITLE, t.NOTICE, "2026-03-12")
_LISTING = Reading(t.LIST_TITLE, ("附件", t.LIST_TITLE, t.UNIT, *t.TABLE_LINES), None, _PLAN)
_LONG_ROWS = tuple(map(t.tabbed, (t.LONG_HEADER, *t.LONG)))
_LONG_AMOUNTS = tuple((row[1], int(row[3]) * 10000) for row in t.LONG)
_LONG = Reading(
    "澜川县各乡镇在库项目清单",
    ("澜川县各乡镇在库项目清单", *_LONG_ROWS, "说明：本清单由县发展和改革局汇总，截至2026年2月底。"),
    None, _LONG_AMOUNTS,
)  # fmt: skip
_NEWS = Reading(t.NEWS_TITLE, (t.NEWS_TITLE, *t.NEWS))
_CHANGED = Reading(
    t.NEWS_TITLE,
    (t.NEWS_TITLE, "3月9日，大桥8号主墩承台开始浇筑，总投资3.27亿元。", "县交通运输局局长杭叙白3月9日到现场察看。",
     "大桥全长1.86公里，由湖南砚山路桥建设有限公司承建。", "加快征地拆迁。", "加强安全监管。", "项目名称\t总投资（亿元）", "石磨滩特大桥\t3.27"),
    None, (("石磨滩特大桥", 327000000),),
)  # fmt: skip
_BOXED = Reading(t.NEWS_TITLE, (t.NEWS_TITLE, t.NEWS[0], t.OTHER_TITLE, t.OTHER[0], t.NEWS[1]))


def _shown_plan() -> Reading:
    lines = map(t.tabbed, (t.UPPER, t.LOWER, *t.ROWS, ("合计", "117,800", "65,800")))
    return Reading(
        t.LIST_TITLE, (t.LIST_TITLE, "填报单位：县发展和改革局\t" + t.UNIT, *lines), None, _PLAN
    )


def _plan(total: str, second: str = "65800") -> tuple[Reading, ...]:
    rows = [
        tuple(cell.replace(",", "") if at in (3, 4) else cell for at, cell in enumerate(row))
        for row in t.ROWS
    ]
    rows[0] = t.ROWS[0][:4] + rows[0][4:]
    lines = map(t.tabbed, (t.UPPER, t.LOWER, *rows, ("合计", "", "", total, second, "", "")))
    first = Reading(
        t.LIST_TITLE, (t.LIST_TITLE, "填报单位：县发展和改革局\t" + t.UNIT, *lines), None, _PLAN
    )
    return (first,)


def _dates(value: str, *days: str) -> Reading:
    one, other, rate = days or ("2026-04-20", "2026-05-06", "35%")
    lines = ("项目名称\t总投资（亿元）\t开工时间\t完成率", f"澜川县第三自来水厂\t3.57\t{one}\t{rate}",
             f"白鹿岭农产品冷链仓储中心\t{value + chr(9) if value else ''}{other}\t12.5%")  # fmt: skip
    return Reading(
        "",
        lines,
        None,
        (
            ("澜川县第三自来水厂", 357000000),
            ("白鹿岭农产品冷链仓储中心", 279000000 if value else None),
        ),
    )


_WATER = Reading(
    "澜川县水利工程一览表",
    ("澜川县水利工程一览表", "单位：亿元", "序号\t工程名称\t总投资\t开工日期\t责任单位", "1\t青螺水库除险加固工程\t1.26\t2026-02-18\t县水利局", "2\t芦塘灌区续建配套工程\t0.85\t2025-11-03"),
    None, (("青螺水库除险加固工程", 126000000), ("芦塘灌区续建配套工程", 85000000)),
)  # fmt: skip
_SHORT = tuple((row[1], row[2], row[3], row[6]) for row in t.ROWS)
_THREE = Reading(
    t.LIST_TITLE,
    (t.LIST_TITLE, t.PARAGRAPHS[0], t.UNIT, "项目名称\t建设地点\t总投资\t进度", *map("\t".join, _SHORT), t.PARAGRAPHS[1]),
    None, _PLAN,
)  # fmt: skip
_BESIDE = tuple("\t".join(row[:3]) for row in (("项目名称", "建设地点", "总投资（万元）"), *_SHORT))
_PAGE = Reading(t.NEWS_TITLE, carried.PAGE_LINES, "2026-03-10", _PLAN, "澜川县融媒体中心")
_SAVED = Reading(*(_PAGE.title, _PAGE.lines, _PAGE.date, _PLAN, _PAGE.publisher, carried.URL))
_TYPST = Reading(
    t.TITLE,
    (t.HEAD, t.NUMBER, t.TITLE, t.ADDRESSEE, *t.PARAGRAPHS, t.ATTACHMENT, t.SIGNED, t.DATE, "县政府第41次常务会议于2026年3月6日召开。", "附件", t.LIST_TITLE, t.UNIT, *t.TABLE_LINES),
    "2026-03-12", _PLAN,
)  # fmt: skip
_CSV = Reading("", tuple(map("\t".join, (t.LONG_HEADER, *t.LONG[:4]))), None, _LONG_AMOUNTS[:4])
_TITLED = Reading(
    t.LIST_TITLE,
    (t.LIST_TITLE, t.UNIT, "序号\t项目名称\t建设地点\t总投资\t2026年计划投资\t责任单位\t进度", *map("\t".join, t.ROWS)),
    None, _PLAN,
)  # fmt: skip
_TWO = (
    Reading(t.NEWS_TITLE, (t.NEWS_TITLE, *t.NEWS, "记者 温如故"), "2026-03-10", (), "澜川日报"),
    Reading(
        t.OTHER_TITLE, (t.OTHER_TITLE, *t.OTHER, "通讯员 舒小满"), "2026-03-10", (), "澜川日报"
    ),
)
_GUTTER = (Reading("", t.NEWS + t.OTHER),)

EXPECTED: dict[str, tuple[Reading, ...]] = {
    **{f"notice{kind}": (_NOTICE,) for kind in (".docx", "-office.docx", "-office.odt", "-office.rtf", "-office.html")},
    "notice-office.pdf": (Reading(t.TITLE, ("内部资料 注意保存", *t.NOTICE), "2026-03-12"),),
    **{f"listing{kind}": (_LISTING,) for kind in (".docx", "-office.odt", "-office.html", "-office.rtf", "-office.pdf")},
    **{f"long{kind}": (_LONG,) for kind in (".docx", "-office.pdf", "_list-chromium.pdf")},
    "typst_list.pdf": (_LONG,),
    "changed.docx": (_CHANGED,),
    "boxed.docx": (_BOXED,),
    "plan.xlsx": (*_plan("117800"), _dates("")),
    **{f"formulas-office.{kind}": (*_plan("117800"), _dates("2.79")) for kind in ("xlsx", "xls")},
    "formulas-office.ods": (_shown_plan(), _dates("2.79", "2026年4月20日", "2026年5月6日", "35.0%")),
    "formulas.xlsx": (*_plan("", ""), _dates("")),
    "water.xls": (_WATER,),
    "water-office.xlsx": (_WATER,),
    "merged_list-chromium.pdf": (Reading(t.LIST_TITLE, (t.LIST_TITLE, t.UNIT, *t.TABLE_LINES), None, _PLAN),),
    "three_lines-chromium.pdf": (_THREE,),
    "bare_beside-chromium.pdf": (Reading(t.NEWS_TITLE, (t.NEWS_TITLE, *t.NEWS * 2, *_BESIDE), None, _PLAN),),
    "two_articles-chromium.pdf": _TWO,
    "watermark-chromium.pdf": (Reading(t.TITLE, (t.TITLE, t.ADDRESSEE, *t.PARAGRAPHS, t.SIGNED, t.DATE), "2026-03-12"),),
    "typst_notice.pdf": (_TYPST,),
    "typst_columns.pdf": (Reading(t.NEWS_TITLE, (t.NEWS_TITLE, *t.NEWS * 2)), Reading(t.OTHER_TITLE, (t.OTHER_TITLE, *t.OTHER * 2))),
    **{f"{kind}{gutter}.pdf": _GUTTER for kind in ("gutter", "woven") for gutter in (20, 9, 5)},
    "woven-blanks.pdf": (),
    "scanned.pdf": (_NEWS,),
    "saved": (_PAGE,),
    "blink.mhtml": (_SAVED,),
    "explorer.mht": (_SAVED,),
    "mail.eml": (Reading(t.NEWS_TITLE, (t.NEWS_TITLE, *t.NEWS), "2026-03-10"), _WATER, _NOTICE),
    "crawled.json": (
        Reading(t.NEWS_TITLE, _PAGE.lines[1:], "2026-03-10", (), "澜川县融媒体中心", carried.URL),
        Reading(t.OTHER_TITLE, t.OTHER, "2026-03-11", (), "澜川县融媒体中心", carried.URL + "?2"),
    ),
    "list.csv": (_CSV,),
    "titled.csv": (_TITLED,),
    "records.csv": (
        Reading(t.NEWS_TITLE, t.NEWS, "2026-03-10"),
        Reading(t.OTHER_TITLE, (t.OTHER[0] + "\"完\"",), "2026-03-11"),
    ),
    "packed.zip": (_WATER, _CSV, _NOTICE, _SAVED),
}  # fmt: skip


def faults(path: Path) -> Iterator[str]:
    """How what is read differs from what a person reads."""
    rejects: list[Reject] = []
    options = {"text_column": "content", "date_column": "pubDate"} if path.suffix == ".json" else {}
    articles = list(read(path, on_reject=rejects.append, **options))  # type: ignore[arg-type]
    yield from (
        f"set aside: {reject.path}: {reject.reason}"
        for reject in rejects
        if "scanned" not in reject.reason
    )
    wanted = EXPECTED[path.name]
    if path.name == "woven-blanks.pdf" and all("not sure" in "".join(a.notes) for a in articles):
        return
    if len(articles) != len(wanted):
        yield f"{len(articles)} articles, not {len(wanted)}: {[a.text[:200] for a in articles]}"
    for article, reading in zip(articles, wanted, strict=False):
        yield from differences(article, reading)


def differences(article: Article, reading: Reading) -> Iterator[str]:
    for name in ("title", "date", "publisher", "url"):
        got, want = getattr(article, name), getattr(reading, name)
        if (got or None) != (want or None):
            yield f"{name} is {got!r}, not {want!r}"
    lines = tuple(article.text.split("\n"))
    yield from _lines(lines, reading.lines)
    found = [p for table in article.tables for p in projects_of_table(table)]
    amounts = tuple((p.name.text, None if p.amount is None else p.amount.low) for p in found)
    if amounts != reading.amounts:
        yield f"projects {len(amounts)} not {len(reading.amounts)}: {amounts[:6]}"
    for project in found:
        for cell in (project.name, project.amount_cell):
            if cell is not None and cell.text:
                if article.text[cell.start : cell.end] != cell.text:
                    yield f"offsets of {cell.text!r} hold {article.text[cell.start : cell.end]!r}"
                if not locate(article, cell.start, cell.end):
                    yield f"{cell.text!r} leads nowhere"


def _lines(lines: Sequence[str], wanted: Sequence[str]) -> Iterator[str]:
    missing = [line for line in wanted if line not in lines]
    more = [line for line in lines if line not in wanted]
    yield from (f"missing: {line[:70]!r}" for line in missing[:4])
    yield from (f"read:    {line[:70]!r}" for line in more[:4])
    if not missing and not more and list(lines) != list(wanted):
        yield f"{len(lines)} lines, not {len(wanted)}, or in another order"
