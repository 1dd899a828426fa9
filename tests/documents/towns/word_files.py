"""Word files with the habits of WPS and of forms: boxes, changes, notes, tables in tables."""

# ruff: noqa: E501

from __future__ import annotations

import io
from typing import Any

from tests.documents.bureau.expected import Reading
from tests.documents.bureau.office import _line, _word
from tests.documents.towns import texts as t
from tests.documents.towns.case import Case

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_BY = 'w:author="WPS_1591" w:date="2026-03-08T10:00:00Z"'


_BOLDED = f'<w:b/><w:rPrChange w:id="4" {_BY}><w:rPr/></w:rPrChange>'
_RESTART = '<w:vMerge w:val="restart"/>'


def _size(halves: int) -> str:
    return f'<w:sz w:val="{halves}"/>'


def _saved(word: Any) -> bytes:
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def _put(word: Any, xml: str) -> None:
    """Add a piece of the body as it stands in the file."""
    from docx.oxml import parse_xml

    tag, _, rest = xml.partition(">") if not xml.startswith("<w:p ") else xml.partition(" ")
    joint = " " if xml.startswith("<w:p ") else ">"
    body = word.element.body
    body.insert(len(body) - 1, parse_xml(f"{tag} {_SPACES}{joint}{rest}"))


def _run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _cell(inner: str, marks: str = "") -> str:
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{inner}</w:tc>"


def _plain(*texts: str) -> str:
    return "".join(_cell(f"<w:p>{_run(text)}</w:p>") for text in texts)


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def wps_box() -> bytes:
    """A headline in a text box of the old kind, paragraphs parted by line breaks, blanks as
    indents."""
    word = _word()
    inner = f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{_run(t.TITLE, _size(44))}</w:p>'
    _put(word, f'<w:p><w:r><w:pict><v:shape type="#_x0000_t202"><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>')  # fmt: skip
    breaks = "<w:r><w:br/></w:r>".join(_run(f"　　{text}") for text in t.NEWS)
    _put(word, f"<w:p>{breaks}</w:p>")
    return _saved(word)


def tracked() -> bytes:
    """Rows that are struck out or added, a paragraph struck out whole, one that moved."""
    word = _word()
    _line(word, t.TITLE, size=18, align="center")
    _put(word, f'<w:p><w:pPr><w:rPr><w:del w:id="1" {_BY}/></w:rPr></w:pPr><w:del w:id="2" {_BY}><w:r><w:delText>旧稿这一段不要了。</w:delText></w:r></w:del></w:p>')  # fmt: skip
    _put(word, f'<w:p><w:moveTo w:id="3" {_BY}>{_run(t.NEWS[0])}</w:moveTo></w:p>')
    _put(word, f'<w:p>{_run(t.NEWS[1][:20], _BOLDED)}{_run(t.NEWS[1][20:])}</w:p>')  # fmt: skip
    header, *rows = ("".join(_plain(row[1], row[3])) for row in (t.HEADER, *t.ROWS))
    _put(word, _table(
        f"<w:tr>{header}</w:tr>", f"<w:tr>{rows[0]}</w:tr>",
        f'<w:tr><w:trPr><w:ins w:id="5" {_BY}/></w:trPr>{rows[1]}</w:tr>',
        f'<w:tr><w:trPr><w:del w:id="6" {_BY}/></w:trPr>{rows[2]}</w:tr>',
    ))  # fmt: skip
    _put(word, f'<w:p><w:moveFrom w:id="7" {_BY}>{_run(t.NEWS[0])}</w:moveFrom></w:p>')
    return _saved(word)


def noted() -> bytes:
    """Notes, a phonetic guide, a symbol of a font, hidden text, a formula."""
    word = _word()
    _line(word, t.TITLE, size=18, align="center")
    _put(word, f'<w:p>{_run(t.NEWS[0][:-1])}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>{_run("。")}</w:p>')  # fmt: skip
    ruby = f"<w:r><w:ruby><w:rubyPr/><w:rt>{_run('yuè')}</w:rt><w:rubyBase>{_run('岳')}</w:rubyBase></w:ruby></w:r>"
    before, _, after = t.NEWS[1].partition("岳")
    _put(word, f'<w:p>{_run(before)}{ruby}{_run(after)}{_run("内部口径，不公开。", "<w:vanish/>")}</w:p>')  # fmt: skip
    _put(word, f'<w:p>{_run("占地")}<m:oMath><m:r><m:t>1200</m:t></m:r></m:oMath>{_run("平方米，")}<w:r><w:noBreakHyphen/></w:r>{_run("期工程")}<w:r><w:softHyphen/></w:r>{_run("完工。")}</w:p>')  # fmt: skip
    return _saved(word)


def form() -> bytes:
    """A form: names of fields and values side by side, a long text across."""
    word = _word()
    _line(word, "砚池县政府投资项目审批表", size=18, align="center")
    wide = '<w:gridSpan w:val="3"/>'
    _put(word, _table(
        f"<w:tr>{_plain('项目名称')}{_cell('<w:p>' + _run(t.ROWS[0][1]) + '</w:p>', wide)}</w:tr>",
        f"<w:tr>{_plain('建设地点', '柏桥镇', '总投资', '4860万元')}</w:tr>",
        f"<w:tr>{_plain('建设内容')}{_cell('<w:p>' + _run('新建生化池两座。') + '</w:p><w:p>' + _run('铺设管网23公里。') + '</w:p>', wide)}</w:tr>",
        f"<w:tr>{_plain('审批意见')}{_cell('<w:p>' + _run('同意。') + '</w:p>', wide)}</w:tr>",
    ))  # fmt: skip
    return _saved(word)


def head_in_table() -> bytes:
    """The red head of a paper by two bureaus, set in a table; number and signer in one line."""
    word = _word()
    _put(word, _table(f"<w:tr>{_plain('砚池县财政局')}{_cell('<w:p>' + _run('文件') + '</w:p>', _RESTART)}</w:tr>", f"<w:tr>{_plain('砚池县水利局')}{_cell('<w:p/>', '<w:vMerge/>')}</w:tr>"))  # fmt: skip
    _line(word, "砚财农〔2026〕5号", align="center")
    _line(word, "关于拨付水利设施维修资金的通知", size=18, align="center")
    _line(word, "柏桥镇人民政府：")
    _line(word, "经研究，拨付你镇水利设施维修资金320万元，用于望苏渠清淤。", indent=True)
    _line(word, "砚池县财政局　　砚池县水利局", align="right")
    _line(word, "2026年3月5日", align="right")
    return _saved(word)


def controls() -> bytes:
    """Controls that hold paragraphs and a table, as templates of offices have them."""
    word = _word()
    _put(word, f"<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{_run(t.TITLE, _size(40))}</w:p></w:sdtContent></w:sdt>")  # fmt: skip
    rows = "".join(
        f"<w:sdt><w:sdtContent><w:tr>{_plain(*row)}</w:tr></w:sdtContent></w:sdt>"
        for row in (t.HEADER, *t.ROWS)
    )
    _put(word, f"<w:sdt><w:sdtContent><w:p>{_run(t.NEWS[0])}</w:p>{_table(rows)}</w:sdtContent></w:sdt>")  # fmt: skip
    return _saved(word)


def agenda() -> bytes:
    """Minutes with a table whose first column is merged downwards."""
    word = _word()
    _line(word, "砚池县重点工作调度会议程", size=18, align="center")
    rows = (
        _plain("时间", "议程", "汇报人"),
        _cell(f"<w:p>{_run('3月9日上午')}</w:p>", _RESTART) + _plain("通报项目进展", "岳知行"),
        _cell("<w:p/>", "<w:vMerge/>") + _plain("部署防汛工作", "陆听澜"),
        _plain("3月9日下午", "实地察看", "简从周"),
    )
    _put(word, _table(*(f"<w:tr>{row}</w:tr>" for row in rows)))
    _line(word, "会议由县委书记商止戈主持。")
    return _saved(word)


def nested() -> bytes:
    """A list inside a cell of a table that sets out the page, a second one beside it."""
    word = _word()
    _line(word, t.LIST_TITLE, size=18, align="center")
    inner = _table(*(f"<w:tr>{_plain(row[1], row[3])}</w:tr>" for row in (t.HEADER, *t.ROWS)))
    left = f"<w:p>{_run(t.NEWS[0])}</w:p>"
    _put(word, _table(f"<w:tr>{_cell(left)}{_cell(inner + '<w:p/>')}</w:tr>"))
    return _saved(word)


_SHORT = tuple(f"{row[1]}\t{row[3]}" for row in (t.HEADER, *t.ROWS))
_NEWS = Reading(t.TITLE, (t.TITLE, *t.NEWS))

CASES = (
    Case("wps-box.docx", wps_box, (_NEWS,)),
    Case("tracked.docx", tracked, (
        Reading(t.TITLE, (t.TITLE, *t.NEWS[:2], *_SHORT[:3]), None, t.PROJECTS[:2]),
    )),
    Case("noted.docx", noted, (
        Reading(t.TITLE, (t.TITLE, *t.NEWS[:2], "占地1200平方米，-期工程完工。")),
    )),
    Case("form.docx", form, (
        Reading("砚池县政府投资项目审批表", ("砚池县政府投资项目审批表", "项目名称\t柏桥镇污水处理厂二期工程", "建设地点\t柏桥镇\t总投资\t4860万元", "建设内容\t新建生化池两座。铺设管网23公里。", "审批意见\t同意。"), None, t.PROJECTS[:1]),
    )),
    Case("head-in-table.docx", head_in_table, (
        Reading("关于拨付水利设施维修资金的通知", ("砚池县财政局\t文件", "砚池县水利局", "砚财农〔2026〕5号", "关于拨付水利设施维修资金的通知", "柏桥镇人民政府：", "经研究，拨付你镇水利设施维修资金320万元，用于望苏渠清淤。", "砚池县财政局砚池县水利局", "2026年3月5日"), "2026-03-05"),
    )),
    Case("controls.docx", controls, (
        Reading(t.TITLE, (t.TITLE, t.NEWS[0], *t.LINES), None, t.PROJECTS),
    )),
    Case("agenda.docx", agenda, (
        Reading("砚池县重点工作调度会议程", ("砚池县重点工作调度会议程", "时间\t议程\t汇报人", "3月9日上午\t通报项目进展\t岳知行", "部署防汛工作\t陆听澜", "3月9日下午\t实地察看\t简从周", "会议由县委书记商止戈主持。")),
    )),
    Case("nested.docx", nested, (
        Reading(t.LIST_TITLE, (t.LIST_TITLE, t.NEWS[0], *_SHORT), None, t.PROJECTS),
    )),
)  # fmt: skip
