"""Pages as thirty kinds of site builders save them, with what a reader should take from each.

Run ``python tests/reading/make_pages.py FOLDER`` to look at them. All texts are invented.
"""

# ruff: noqa: E501

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path

SITE = "青川县人民政府"
PAPER = "青川日报"


@dataclass(frozen=True)
class News:
    """An article, and what pages say about it."""

    title: str
    paragraphs: tuple[str, ...]
    author: str = "孟晓岚"
    date: str = "2026-03-18"
    time: str = "10:25"


@dataclass(frozen=True)
class Saved:
    """A saved page: its bytes, the text a reader should find, and the facts that it states."""

    data: bytes
    title: str
    paragraphs: tuple[str, ...]
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None


OPENING = News(
    "青川县新型材料产业园一期项目开工",
    (
        "本报讯（记者 孟晓岚）3月17日上午，青川县新型材料产业园一期项目举行开工仪式。"
        "县委书记贺远舟宣布开工，县委副书记、县长秦立岩主持仪式。",
        "该项目由江苏澄景新材料有限公司投资建设，计划总投资18.6亿元，占地320亩，"
        "分两期实施，全部达产后预计年可实现开票销售40亿元。",
        "秦立岩表示，县发改委、县自然资源局等部门将靠前服务，帮助企业解决用地、用工、"
        "用能等问题，推动项目早竣工、早投产。",
        "据了解，今年以来全县已开工亿元以上项目12个，完成投资27.3亿元。",
    ),
)
SHORT = News(
    "县水务局部署春季防汛工作",
    ("3月16日，县水务局召开春季防汛工作会议，局党组书记、局长卢向东要求抢抓枯水期加固圩堤。",),
    author="卫青",
)
POSTS = News(
    "关于褚文博等同志职务任免的通知",
    (
        "各镇人民政府，县各委办局，县各直属单位：",
        "经县政府第12次常务会议研究，决定：",
        "褚文博同志任县交通运输局局长；",
        "任命柏雪松为县统计局副局长；",
        "免去方致和同志的县应急管理局副局长职务。",
        "青川县人民政府",
        "2026年3月12日",
    ),
    author="县政府办公室",
)
VISIT = News(
    "贺远舟调研重点项目建设时强调 以实干实绩推动高质量发展",
    (
        "3月15日，县委书记贺远舟深入大桥镇、青川经济开发区，调研重点项目建设情况。",
        "在青川县人民医院新院区项目现场，贺远舟详细询问工程进度。该项目总投资9.8亿元，"
        "门诊楼主体结构已经封顶，预计明年6月投入使用。",
        "贺远舟强调，要坚持项目为王，以更大力度招商引资；要强化要素保障，盘活存量土地，"
        "把每一寸土地都用在刀刃上；要守牢安全底线，压实各方责任。",
        "县领导秦立岩、沈怀远、闻若谷参加调研。",
    ),
)
NEWS = (OPENING, SHORT, POSTS, VISIT)

_LINKS = (
    "全县重点项目集中开工",
    "县委常委会召开会议传达学习上级精神",
    "青川县2025年国民经济和社会发展统计公报",
    "县长秦立岩会见客商代表",
    "投资50亿元的光伏项目签约",
)
_MENU = ("首页", "走进青川", "政务公开", "办事服务", "互动交流", "县长信箱", "县委书记信箱")
_FOOT = (
    "主办：青川县人民政府办公室　承办：青川县大数据中心　网站标识码：0000000000　"
    "苏ICP备00000000号　地址：青川县人民中路1号　联系电话：0000-00000000"
)
_SCRIPT = "<script>var t='总投资99亿元';document.write('<p>县长王假名出席</p>');</script>"
_STYLE = "<style>.a{color:red} /* 总投资88亿元 */</style>"


def _list(links: tuple[str, ...], kind: str = "ul") -> str:
    items = "".join(f'<li><a href="/a/{n}.html">{text}</a></li>' for n, text in enumerate(links))
    return f"<{kind}>{items}</{kind}>"


def _p(news: News, attributes: str = "", before: str = "") -> str:
    return "".join(f"<p{attributes}>{before}{text}</p>\n" for text in news.paragraphs)


def _br(news: News) -> str:
    return "<br>\n<br>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{text}" for text in news.paragraphs)


def _page(body: str, *, head: str = "", title: str = "", charset: str = "utf-8") -> str:
    return (
        f'<!DOCTYPE html><html lang="zh"><head><meta charset="{charset}"><title>{title}</title>'
        f"{head}{_STYLE}{_SCRIPT}</head><body>{body}</body></html>"
    )


def _frame(main: str, *, side: bool = True) -> str:
    """A page's furniture around what it is about."""
    menu = '<div class="nav">' + " | ".join(f'<a href="/">{m}</a>' for m in _MENU) + "</div>"
    more = f'<div class="right"><h3>热点新闻</h3>{_list(_LINKS)}</div>' if side else ""
    return (
        f'<div class="top">欢迎访问{SITE}网站 今天是2026年3月20日 星期五</div>{menu}'
        f'<div class="path">当前位置：<a>首页</a> &gt; <a>政务公开</a> &gt; 正文</div>'
        f'{main}{more}<div class="footer"><p>{_FOOT}</p></div>'
    )


def _saved(text: str, news: News, encoding: str = "utf-8", **facts: str) -> Saved:
    return Saved(text.encode(encoding), news.title, news.paragraphs, **facts)


def _gov_meta(news: News) -> str:
    return (
        f'<meta name="SiteName" content="{SITE}"><meta name="ArticleTitle" content="{news.title}">'
        f'<meta name="PubDate" content="{news.date} {news.time}">'
        f'<meta name="ContentSource" content="{PAPER}"><meta name="Author" content="{news.author}">'
        '<meta name="Url" content="http://www.qingchuan.invalid/art/1.html">'
    )


def trs() -> Saved:
    n = OPENING
    main = (
        f'<h1 class="title">{n.title}</h1><div class="info">发布时间：{n.date} {n.time}　来源：{PAPER}　'
        f"作者：{n.author}　浏览次数：<span>128</span>　字体：【大 中 小】</div>"
        f'<div class="view TRS_UEDITOR trs_paper_default">{_p(n, before="　　")}</div>'
    )
    return _saved(
        _page(_frame(main), head=_gov_meta(n), title=f"{n.title}_{SITE}"),
        n,
        date="2026-03-18",
        author=n.author,
        publisher=PAPER,
        url="http://www.qingchuan.invalid/art/1.html",
    )


def zoom() -> Saved:
    n = VISIT
    main = (
        f'<table id="article"><tr><td class="title">{n.title}</td></tr>'
        f"<tr><td>来源：{PAPER} 发布日期：{n.date} 浏览次数：<script>hit()</script>次</td></tr>"
        f'<tr><td><div id="zoom">{_p(n)}</div></td></tr></table>'
        "<div>【打印本页】【关闭窗口】</div>"
    )
    return _saved(_page(_frame(main), title=n.title), n, date=n.date, publisher=PAPER)


def vsb() -> Saved:
    n = POSTS
    main = (
        f'<form name="_newscontent_fromname"><h1>{n.title}</h1><div>时间：2026年03月18日 '
        f'作者：{n.author} 点击：[<span id="dynclicks">12</span>]</div>'
        f'<div id="vsb_content"><div class="v_news_content">{_p(n)}</div></div>'
        "<p>上一条：<a>县政府关于表彰先进集体的通报</a></p><p>下一条：<a>县政府办公室通知</a></p></form>"
    )
    return _saved(
        _page(_frame(main), title=f"{n.title}-{SITE}"), n, date="2026-03-18", author=n.author
    )


def ucap() -> Saved:
    n = SHORT
    main = (
        f'<div class="article"><h1>{n.title}</h1><p class="meta">{n.date} 来源：县水务局</p>'
        f'<div id="UCAP-CONTENT">{_p(n)}</div><div class="share">分享到：微信 微博</div></div>'
    )
    return _saved(_page(_frame(main), title=n.title), n, date=n.date, publisher="县水务局")


def wordpress() -> Saved:
    n = OPENING
    main = (
        '<main><article class="post"><header class="entry-header"><h1 class="entry-title">'
        f'{n.title}</h1><div class="entry-meta">Posted on <time class="entry-date published" '
        f'datetime="{n.date}T10:25:00+08:00">{n.date}</time> by <span class="author vcard">'
        f'{n.author}</span></div></header><div class="entry-content">{_p(n)}</div>'
        '<footer class="entry-footer">Filed under: 要闻</footer></article>'
        '<section id="comments"><h2>2 条评论</h2><ol><li>网友甲：投资70亿元才好</li>'
        "<li>网友乙：支持县长</li></ol></section></main>"
    )
    return _saved(
        _page(_frame(main), title=f"{n.title} &#8211; 青川博客"),
        n,
        date="2026-03-18",
    )


def json_ld() -> Saved:
    n = VISIT
    facts = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": PAPER},
            {
                "@type": "NewsArticle",
                "headline": n.title,
                "datePublished": "2026-03-18T10:25:00+08:00",
                "author": [{"@type": "Person", "name": n.author}],
                "publisher": {"@type": "Organization", "name": PAPER},
                "mainEntityOfPage": "https://paper.qingchuan.invalid/2.html",
            },
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script>'
    main = f'<div id="root"><div class="css-1x2y"><h1>{n.title}</h1><div class="css-9z">{_p(n)}</div></div></div>'
    return _saved(
        _page(_frame(main), head=head, title=n.title),
        n,
        date="2026-03-18",
        author=n.author,
        publisher=PAPER,
        url="https://paper.qingchuan.invalid/2.html",
    )


def wechat() -> Saved:
    n = VISIT
    head = (
        f'<meta property="og:title" content="{n.title}"><meta property="og:url" '
        'content="http://mp.invalid/s/abc"><meta property="og:site_name" content="微信公众平台">'
    )
    spans = "".join(
        f'<section><p style="text-indent:2em"><span>{text}</span></p></section><p><br></p>'
        for text in n.paragraphs
    )
    main = (
        f'<div id="img-content"><h1 id="activity-name">{n.title}</h1><div id="meta_content">'
        f'<a id="js_name">青川发布</a> <em id="publish_time">{n.date}</em></div>'
        f'<div id="js_content" style="visibility:hidden">{spans}</div></div>'
        '<div id="js_pc_qr_code"><p>微信扫一扫 关注该公众号</p></div>'
    )
    return _saved(
        _page(main, head=head, title=n.title), n, date=n.date, url="http://mp.invalid/s/abc"
    )


def old_tables() -> Saved:
    n = OPENING
    body = (
        '<table width="760"><tr><td>' + " ".join(f"<a href=#>{m}</a>" for m in _MENU) + "</td></tr>"
        f'<tr><td width="180" valign="top">{"<br>".join(f"<a href=#>{t}</a>" for t in _LINKS)}</td>'
        f'<td><table><tr><td align="center"><font size="5"><b>{n.title}</b></font></td></tr>'
        f"<tr><td>（{n.date}）</td></tr><tr><td><font size=3>{_br(n)}</font></td></tr></table></td>"
        f"</tr><tr><td colspan=2>{_FOOT}</td></tr></table>"
    )
    text = (
        f"<html><head><title>{n.title}</title><meta http-equiv=Content-Type "
        f'content="text/html; charset=gb2312"></head><body>{body}</body></html>'
    )
    return _saved(text, n, "gb18030", date=n.date)


def no_charset_gbk() -> Saved:
    n = VISIT
    main = f"<h2>{n.title}</h2><div class=content>{_p(n)}</div>"
    text = f"<html><head><title>{n.title}</title></head><body>{_frame(main)}</body></html>"
    return _saved(text, n, "gb18030")


def wrong_charset() -> Saved:
    """Says UTF-8, is GBK: an editor saved it so."""
    n = OPENING
    main = f"<h1>{n.title}</h1><div class=content>{_p(n)}</div>"
    return _saved(_page(_frame(main), title=n.title), n, "gb18030")


def utf16() -> Saved:
    n = POSTS
    main = f"<h1>{n.title}</h1><div class=content>{_p(n)}</div>"
    return _saved(_page(_frame(main), title=n.title, charset="utf-16"), n, "utf-16")


def xhtml() -> Saved:
    n = OPENING
    main = f'<h1>{n.title}</h1><div class="con_text">{_p(n)}</div>'
    text = (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 '
        'Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{n.title}</title></head>'
        f"<body>{_frame(main)}</body></html>"
    )
    return _saved(text, n)


def word_export() -> Saved:
    n = POSTS
    body = "".join(
        f'<p class=MsoNormal style="text-indent:32.0pt"><span lang=EN-US>{text}<o:p></o:p></span></p>'
        for text in n.paragraphs
    )
    title = (
        f'<p class=MsoTitle align=center><b><span style="font-size:22.0pt">{n.title}</span></b></p>'
    )
    text = (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>'
        f"<title>{n.title}</title><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->"
        f"</head><body><div class=WordSection1>{title}{body}</div></body></html>"
    )
    return _saved(text, n)


def dede() -> Saved:
    n = SHORT
    main = (
        f'<div class="viewbox"><div class="title"><h2>{n.title}</h2></div><div class="info">'
        f"<small>时间:</small>{n.date} {n.time}<small>来源:</small>{PAPER} <small>作者:</small>{n.author} "
        f'<small>点击:</small>36次</div><div class="content">{_br(n)}</div>'
        '<div class="context"><ul><li>上一篇：<a>县长调研农业</a></li><li>下一篇：没有了</li></ul></div></div>'
    )
    return _saved(
        _page(_frame(main), title=f"{n.title}_青川在线"),
        n,
        date="2026-03-18",
        author=n.author,
        publisher=PAPER,
    )


def phpcms() -> Saved:
    n = OPENING
    main = (
        f'<div id="Article"><h1>{n.title}<br /><span>{n.date} {n.time}:00　来源：{PAPER}　评论：<a>0</a>'
        f' 点击：</span></h1><div class="content">{_p(n)}</div><div class="related"><h5>延伸阅读：</h5>'
        f"{_list(_LINKS)}</div></div>"
    )
    return _saved(
        _page(_frame(main), title=f"{n.title} - 要闻 - {SITE}"),
        n,
        date="2026-03-18",
        publisher=PAPER,
    )


def empire() -> Saved:
    n = VISIT
    main = (
        f'<div class="newstitle"><h1>{n.title}</h1></div><p class="newsinfo">编辑：{n.author} '
        f'{n.date}</p><div id="newstext"><div>{_p(n)}</div></div>'
        f'<div class="xgnews"><b>相关新闻</b>{_list(_LINKS)}</div>'
    )
    return _saved(_page(_frame(main), title=n.title), n, date=n.date)


def drupal() -> Saved:
    n = OPENING
    main = (
        '<div class="region region-content"><article about="/node/5"><div class="node__content">'
        f'<h1 class="page-header"><span>{n.title}</span></h1><div class="field field--name-body '
        f'field--type-text-with-summary">{_p(n)}</div></div></article></div>'
    )
    return _saved(_page(_frame(main), title=f"{n.title} | {PAPER}"), n)


def joomla() -> Saved:
    n = VISIT
    main = (
        '<div class="item-page" itemscope itemtype="https://schema.org/Article"><h2 itemprop="headline">'
        f'{n.title}</h2><dl class="article-info"><dd><time datetime="{n.date}" itemprop="datePublished">'
        f'发布于 {n.date}</time></dd></dl><div itemprop="articleBody">{_p(n)}</div></div>'
    )
    return _saved(_page(_frame(main), title=n.title), n, date=n.date)


def hugo() -> Saved:
    n = POSTS
    body = (
        f"<header><nav>{_list(_MENU)}</nav></header><main><article><h1>{n.title}</h1>{_p(n)}</article>"
        f"</main><aside>{_list(_LINKS)}</aside><footer>{_FOOT}</footer>"
    )
    return _saved(_page(body, title=n.title), n)


def react() -> Saved:
    n = OPENING
    state = json.dumps({"a": {"body": "<p>总投资77亿元</p>"}}, ensure_ascii=False)
    main = (
        f'<div id="__next"><div class="sc-a"><h1 class="sc-b">{n.title}</h1><div class="sc-c">'
        + "".join(f'<div class="sc-d">{text}</div>' for text in n.paragraphs)
        + f'</div></div></div><script id="__NEXT_DATA__" type="application/json">{state}</script>'
    )
    return _saved(_page(_frame(main), title=n.title), n)


def og_meta() -> Saved:
    n = VISIT
    head = (
        f'<meta property="og:type" content="article"><meta property="og:title" content="{n.title}">'
        f'<meta property="article:published_time" content="{n.date}T10:25:00+08:00">'
        f'<meta property="article:author" content="{n.author}"><link rel="canonical" '
        'href="https://news.qingchuan.invalid/4.html">'
    )
    main = f'<h1>{n.title}</h1><div class="post_body">{_p(n)}</div>'
    return _saved(
        _page(_frame(main), head=head, title=n.title),
        n,
        date="2026-03-18",
        author=n.author,
        url="https://news.qingchuan.invalid/4.html",
    )


def portal() -> Saved:
    n = OPENING
    main = (
        f'<div class="main-content"><h1 class="main-title">{n.title}</h1><div class="date-source">'
        f'<span class="date">2026年03月18日 10:25</span> <a class="source">{PAPER}</a></div>'
        f'<div class="article" id="artibody">{_p(n)}<p class="show_author">责任编辑：{n.author}</p></div>'
        f'<div class="keywords">关键词：<a>项目</a><a>开工</a></div></div>{_list(_LINKS)}{_list(_LINKS)}'
    )
    return _saved(_page(_frame(main), title=f"{n.title}_新闻中心"), n, date="2026-03-18")


def epaper() -> Saved:
    n = VISIT
    main = (
        '<div class="edition">第01版：要闻</div><founder-title>' + n.title + "</founder-title>"
        f'<div id="ozoom"><founder-content>{_p(n)}</founder-content></div>'
        '<div class="pages">第01版：要闻 第02版：综合 第03版：专题</div>'
    )
    return _saved(_page(_frame(main, side=False), title=f"{PAPER} {n.title}"), n)


def print_view() -> Saved:
    n = OPENING
    text = f"<html><meta charset=utf-8><title>打印</title><body onload=print()><center><h3>{n.title}</h3></center>{_p(n)}</body></html>"
    return _saved(text, n)


def mobile() -> Saved:
    n = SHORT
    body = (
        f'<section class="m-top">青川手机报</section><section class="m-article"><h1>{n.title}</h1>'
        f'<p class="m-info">{PAPER} {n.date}</p><div class="m-text">{_p(n)}</div></section>'
        f'<section class="m-more"><h3>推荐阅读</h3>{_list(_LINKS)}</section>'
    )
    return _saved(_page(body, title=n.title), n, date=n.date)


def spans_only() -> Saved:
    n = OPENING
    inner = "".join(
        f'<div style="text-indent:2em"><span style="font-size:16px">{text[:20]}</span>'
        f"<span>{text[20:]}</span></div>"
        for text in n.paragraphs
    )
    main = f'<div class="bt">{n.title}</div><div class="nr">{inner}</div>'
    return _saved(_page(_frame(main), title=n.title), n)


def broken() -> Saved:
    """Tags that nobody closed."""
    n = VISIT
    body = "<p>".join(n.paragraphs)
    main = f"<h1>{n.title}</h1><div class=text><p>{body}<div class=clear>"
    text = f"<html><head><meta charset=utf-8><title>{n.title}<body>{_frame(main)}"
    return _saved(text.replace("<title>" + n.title, f"<title>{n.title}</title>"), n)


def nested_lists() -> Saved:
    n = POSTS
    items = "".join(f"<li>{text}</li>" for text in n.paragraphs)
    main = f'<h1>{n.title}</h1><div class="pages_content"><ol style="list-style:none">{items}</ol></div>'
    return _saved(_page(_frame(main), title=n.title), n)


def inline_marks() -> Saved:
    n = VISIT
    body = (
        _p(n)
        .replace("9.8亿元", "<strong>9.8</strong>亿元")
        .replace("贺远舟", "<a href=#>贺远舟</a>")
    )
    body = body.replace("大桥镇", "大桥&#8203;镇").replace("投入使用", "投入<!-- 注 -->使用")
    main = f'<h1>{n.title}</h1><div class="article-content">{body}</div>'
    return _saved(_page(_frame(main), title=n.title), n)


def hidden_parts() -> Saved:
    n = OPENING
    main = (
        f'<h1>{n.title}</h1><div class="content">{_p(n)}<p style="display:none">总投资66亿元</p>'
        "<p hidden>县长王假名</p><noscript>请打开脚本</noscript><textarea>投资55亿元</textarea>"
        "<select><option>选择县长</option></select><button>打印</button></div>"
    )
    return _saved(_page(_frame(main), title=n.title), n)


def with_table() -> Saved:
    n = News(
        "青川县2026年重点项目一季度进展情况",
        (
            "一季度，全县重点项目进展顺利，具体情况如下。",
            "单位：万元",
            "序号\t项目名称\t建设地点\t总投资\t进展",
            "1\t城北水厂扩建工程\t城北街道\t23600\t在建",
            "2\t大桥镇农贸市场改造项目\t大桥镇\t1850\t已竣工",
            "下一步，县发改委将加强调度，确保完成年度投资目标。",
        ),
    )
    rows = "".join(
        "<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in line.split("\t")) + "</tr>"
        for line in n.paragraphs[2:5]
    )
    main = (
        f'<h1>{n.title}</h1><div class="TRS_Editor"><p>{n.paragraphs[0]}</p><p align=right>'
        f"{n.paragraphs[1]}</p><table border=1><tbody>{rows}</tbody></table><p>{n.paragraphs[5]}</p></div>"
    )
    return _saved(_page(_frame(main), title=n.title), n)


BUILDERS = (
    trs, zoom, vsb, ucap, wordpress, json_ld, wechat, old_tables, no_charset_gbk, wrong_charset,
    utf16, xhtml, word_export, dede, phpcms, empire, drupal, joomla, hugo, react, og_meta, portal,
    epaper, print_view, mobile, spans_only, broken, nested_lists, inline_marks, hidden_parts,
    with_table,
)  # fmt: skip


def pages() -> dict[str, Saved]:
    """Every page by the name of its kind."""
    return {builder.__name__: builder() for builder in BUILDERS}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, saved in pages().items():
        (folder / f"{name}.html").write_bytes(saved.data)
