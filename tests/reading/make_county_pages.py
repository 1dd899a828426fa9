"""Thirty pages as portals of counties save them: frames, gadgets, declared or not, old and new.

They were written after the rules that read them (``make_pages`` was written beside them), and say
how well the rules hold on what they have not seen. All texts are invented; none is of a page.
"""

# ruff: noqa: E501

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.reading.make_pages import News, Saved

SITE = "云岫县人民政府"
PAPER = "云岫融媒"

BRIDGE = News(
    "云岫县枫溪大桥合龙 年底通车",
    (
        "4月9日上午，随着最后一方混凝土浇筑完成，云岫县枫溪大桥顺利合龙。县委常委、常务副县长骆闻笙到场察看。",
        "枫溪大桥全长1.26公里，总投资3.85亿元，由湖北鼎岳路桥有限公司承建，是连接县城与枫溪镇的重要通道。",
        "“合龙只是一个节点，接下来桥面铺装要抢在梅雨前完成。”县交通运输局局长师一帆说。",
        "大桥通车后，枫溪镇到县城的车程将由40分钟缩短到12分钟。",
    ),
    author="陆小棠",
    date="2026-04-10",
    time="08:16",
)
FACTORY = News(
    "云岫经济开发区一季度签约项目九个",
    (
        "记者从云岫经济开发区管委会获悉，一季度开发区签约亿元以上项目9个，协议引资41.7亿元。",
        "其中，智能农机装备制造项目由安徽启垄机械有限公司投资，计划总投资12亿元，固定资产投资8亿元。",
        "一、项目质量高",
        "9个项目中制造业项目7个，设备投资占比超过六成，平均每亩投资强度420万元。",
        "二、落地速度快",
        "已有5个项目完成供地，3个项目进场施工，管委会主任卓然要求专班每周调度。",
    ),
    author="冯念慈",
    date="2026-04-02",
    time="17:40",
)
SCHOOL = News(
    "县实验小学扩建工程开工",
    ("4月1日，县实验小学扩建工程开工，工程投资6200万元，预计明年8月投入使用。",),
    author="云教轩",
    date="2026-04-01",
    time="11:05",
)
NOTICE = News(
    "云岫县人民政府关于印发《云岫县粮食生产奖补办法》的通知",
    (
        "各乡镇人民政府，县政府各部门：",
        "《云岫县粮食生产奖补办法》已经县政府第31次常务会议审议通过，现印发给你们，请认真贯彻执行。",
        "第一条 为稳定粮食播种面积，提高种粮积极性，根据有关规定，结合本县实际，制定本办法。",
        "第二条 县财政每年安排奖补资金1500万元，由县农业农村局会同县财政局管理使用。",
        "第三条 本办法自2026年5月1日起施行。",
        "云岫县人民政府",
        "2026年4月7日",
    ),
    author="县政府办公室",
    date="2026-04-08",
    time="09:30",
)
MEETING = News(
    "县委常委会召开会议 研究防汛和安全生产工作",
    (
        "4月6日，县委书记江砚秋主持召开县委常委会会议，学习有关文件精神，研究防汛抗旱和安全生产工作。",
        "会议指出，入汛时间临近，要把隐患排查放在前头，对全县37座小型水库、112处山洪灾害点逐一落实责任人。",
        "会议强调，要深入开展安全生产专项整治，紧盯矿山、道路交通、自建房、燃气等重点领域，压紧压实属地责任、部门责任和企业责任，坚决防范各类事故发生。",
        "会议还研究了其他事项。",
    ),
    author="杭立夏",
    date="2026-04-07",
    time="19:22",
)
_LINKS = (
    "我县举办春季专场招聘会",
    "枫溪镇：千亩茶园开园采茶",
    "云岫县2025年财政决算公开",
    "县长祝南乔主持召开专题会议",
    "总投资30亿元的抽水蓄能项目启动前期工作",
    "关于做好城乡居民医保缴费的通知",
)
_MENU = ("首页", "云岫概况", "新闻中心", "政务公开", "政务服务", "政民互动", "专题专栏", "数据开放")


def _items(*, dated: bool = False) -> str:
    days = range(10, 30)
    return "".join(
        f'<li><a href="/art/{n}.html" title="{text}">{text}</a>'
        + (f"<span>2026-03-{day}</span>" if dated else "")
        + "</li>"
        for n, (text, day) in enumerate(zip(_LINKS, days, strict=False))
    )


def _menu(tag: str = "li") -> str:
    return "".join(f'<{tag}><a href="/c{n}/">{name}</a></{tag}>' for n, name in enumerate(_MENU))


def _foot() -> str:
    return (
        f"<p>版权所有：{SITE}　主办单位：云岫县人民政府办公室</p><p>备案号：鄂ICP备00000000号-1　"
        "鄂公网安备 00000000000000号　政府网站标识码：0000000000</p><p>联系电话：0000-0000000"
        "（仅受理网站建设维护相关事宜）　为保证浏览效果，建议使用1440*900以上分辨率。</p>"
    )


def _ps(news: News, before: str = "", attributes: str = "") -> str:
    return "\n".join(f"<p{attributes}>{before}{text}</p>" for text in news.paragraphs)


def _brs(news: News, before: str = "&nbsp;&nbsp;&nbsp; ", between: str = "<br/><br/>") -> str:
    return between.join(before + text for text in news.paragraphs)


def _whole(main: str, head: str = "", *, title: str = SITE, charset: str | None = "utf-8") -> str:
    meta = f'<meta charset="{charset}">' if charset else ""
    return (
        f'<!DOCTYPE html>\n<html>\n<head>{meta}<meta name="viewport" content="width=device-width">'
        f"<title>{title}</title>{head}<script>var _hmt=_hmt||[];</script></head>\n<body>"
        f'<div class="header"><div class="logo"><img src="/logo.png" alt="{SITE}"></div>'
        f'<div class="search"><form><input value="请输入关键字"><input type="submit" value="搜索">'
        f'</form></div><ul class="menu">{_menu()}</ul></div>\n{main}\n'
        f'<div class="foot">{_foot()}</div></body></html>'
    )


def _crumb(news: News) -> str:
    return (
        '<div class="dqwz">您现在的位置：<a href="/">首页</a>&nbsp;&gt;&nbsp;<a>新闻中心</a>&nbsp;&gt;'
        f"&nbsp;<a>云岫要闻</a>&nbsp;&gt;&nbsp;{news.title}</div>"
    )


def _meta(news: News) -> str:
    rows = {
        "SiteName": SITE,
        "SiteDomain": "www.yunxiu.invalid",
        "ColumnName": "云岫要闻",
        "ColumnType": "新闻中心",
        "ArticleTitle": news.title,
        "PubDate": f"{news.date} {news.time}",
        "ContentSource": PAPER,
        "Keywords": "云岫,要闻",
        "Author": news.author,
        "Description": news.paragraphs[0][:60],
    }
    return "".join(f'<meta name="{name}" content="{value}"/>\n' for name, value in rows.items())


def _saved(text: str, news: News, encoding: str = "utf-8", *, date: bool = True) -> Saved:
    return Saved(text.encode(encoding), news.title, news.paragraphs, news.date if date else None)


def meta_gb2312() -> Saved:
    n = BRIDGE
    main = (
        f'{_crumb(n)}<div class="bt_content"><div class="bt">{n.title}</div><div class="ly">'
        f"[来源：{PAPER}　发布日期：{n.date}　阅读：<span id=hits></span>次　字号：<a>大</a> <a>中</a> <a>小</a>]</div>"
        f'<div class="wz"><!--ZJEG_RSS.content.begin-->{_ps(n, "&ensp;&ensp;&ensp;&ensp;")}'
        '<!--ZJEG_RSS.content.end--></div><div class="dy"><a>[打印本页]</a><a>[关闭窗口]</a></div></div>'
    )
    head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">' + _meta(n)
    return _saved(_whole(main, head, title=n.title, charset=None), n, "gb18030")


def gbk_undeclared() -> Saved:
    n = SCHOOL
    text = (
        f"<HTML><HEAD><TITLE>{n.title}</TITLE></HEAD><BODY bgcolor=#ffffff><CENTER><TABLE width=778>"
        f"<TR>{''.join(f'<TD><A HREF=#>{m}</A></TD>' for m in _MENU)}</TR></TABLE><TABLE width=778><TR>"
        f"<TD align=center><FONT size=5 color=red>{n.title}</FONT></TD></TR><TR><TD align=center>{n.date} "
        f"{n.time}:00　　点击数：35</TD></TR><TR><TD><P>　　{n.paragraphs[0]}</TD></TR></TABLE>{_foot()}</BODY></HTML>"
    )
    return _saved(text, n, "gb18030")


def deep_tables() -> Saved:
    n = FACTORY
    links = "".join(f"<tr><td>·<a href=#>{t}</a></td></tr>" for t in _LINKS)
    body = (
        '<table width="1003" align=center><tbody><tr><td background="top.gif" height=120>&nbsp;</td></tr>'
        f"<tr><td><table><tr>{_menu('td')}</tr></table></td></tr><tr><td><table><tr><td width=220 valign=top>"
        f"<table><tr><td>热点信息</td></tr>{links}</table></td><td width=10>&nbsp;</td><td valign=top><table width=100%>"
        f"<tr><td class=title align=center>{n.title}</td></tr><tr><td align=center>作者：{n.author}　更新时间："
        f"{n.date} {n.time}　来源：本站原创</td></tr><tr><td class=content><div>{_brs(n)}</div></td></tr></table>"
        f"</td></tr></table></td></tr><tr><td align=center>{_foot()}</td></tr></tbody></table>"
    )
    text = f"<html><head><meta http-equiv='Content-Type' content='text/html;charset=gb2312'><title>{SITE}</title></head><body>{body}</body></html>"
    return _saved(text, n, "gb18030")


def span_per_character() -> Saved:
    n = MEETING
    inner = "".join(
        '<p style="text-indent:32px"><span style="font-family:仿宋">'
        + "".join(f'<span style="font-size:21px">{char}</span>' for char in text)
        + "</span></p>"
        for text in n.paragraphs
    )
    main = (
        f'{_crumb(n)}<div class="xl_tit">{n.title}</div><div class="xl_sub"><span>发布时间：{n.date} {n.time}</span>'
        f'<span>信息来源：{PAPER}</span></div><div class="xl_con">{inner}</div>'
    )
    return _saved(_whole(main, title=f"{n.title}-{SITE}"), n)


def frames() -> Saved:
    n = BRIDGE
    body = (
        '<iframe src="top.html" width=1000 height=200>您的浏览器不支持框架</iframe>'
        f'<div id="content"><h3 align="center">{n.title}</h3><p align="center">发布日期：2026年4月10日</p><hr>{_ps(n, "　　")}</div>'
        '<iframe src="foot.html"></iframe><noframes>请升级浏览器，县长信箱</noframes>'
    )
    text = (
        f"<html><head><meta charset=utf-8><title>{n.title}</title></head><body>{body}</body></html>"
    )
    return _saved(text, n)


def share_bar() -> Saved:
    n = MEETING
    main = (
        f'{_crumb(n)}<div class="article"><h2>{n.title}</h2><div class="article-info"><span>{n.date} {n.time}</span> '
        f'<span>来源：{PAPER}</span><div class="bdsharebuttonbox"><a class="bds_more">分享到：</a><a>微信</a><a>新浪微博</a>'
        f'<a>QQ空间</a></div></div><div class="article-txt">{_ps(n)}<div class="ewm"><img src="q.png"><p>扫一扫在手机打开当前页</p></div>'
        '<p class="edit">责任编辑：杭立夏　审核：卫一鸣　监审：童谣</p></div><div class="tools"><a>打印</a> <a>收藏</a> <a>关闭</a></div></div>'
    )
    return _saved(_whole(main, title=f"{n.title}_{SITE}"), n)


def captions() -> Saved:
    n = News(
        BRIDGE.title,
        (*BRIDGE.paragraphs[:2], "图为合龙现场。杭立夏 摄", *BRIDGE.paragraphs[2:]),
        date=BRIDGE.date,
        time=BRIDGE.time,
    )
    ps = _ps(n).replace(
        "<p>图为",
        '<p style="text-align:center"><img src="a.jpg" alt="航拍" title="航拍"></p><p style="text-align:center">图为',
    )
    main = f'<div class="detail"><h1>{n.title}</h1><div class="time">时间：2026/4/10 8:16</div><div class="detail-con">{ps}</div></div>'
    return _saved(_whole(main, title=n.title), n)


def paged() -> Saved:
    n = FACTORY
    main = (
        f'{_crumb(n)}<div class="main"><div class="tt">{n.title}</div><div class="ss">时间：{n.date}</div><div class="nr">{_ps(n)}'
        '<div class="page">共3页　<a>上一页</a> <b>1</b> <a>2</a> <a>3</a> <a>下一页</a></div></div>'
        f'<div class="like"><h4>猜你喜欢</h4><ul>{_items(dated=True)}</ul></div></div>'
    )
    return _saved(_whole(main, title=f"{n.title}|{SITE}"), n)


def open_government() -> Saved:
    """The table of an official document's facts stands above its text."""
    n = NOTICE
    rows = (
        ("索引号", "000000000/2026-00031", "主题分类", "农业、林业、水利"),
        ("发文机关", SITE, "成文日期", "2026年4月7日"),
        ("标题", n.title, "发布日期", "2026年4月8日"),
        ("发文字号", "云政发〔2026〕9号", "有效性", "有效"),
    )
    table = "".join(
        f"<tr><th>{a}：</th><td>{b}</td><th>{c}：</th><td>{d}</td></tr>" for a, b, c, d in rows
    )
    main = (
        f'<div class="xxgk"><table class="xxgk_table" width="100%">{table}</table></div><div class="wzbt">{n.title}</div>'
        f'<div class="wznr" id="UCAP-CONTENT">{_ps(n)}</div>'
    )
    return _saved(_whole(main, _meta(n), title=n.title), n)


def open_government_no_meta() -> Saved:
    n = NOTICE
    rows = (
        ("索 引 号", "0000/2026-31"),
        ("公开日期", n.date),
        ("发布机构", "县政府办公室"),
        ("文　　号", "云政发〔2026〕9号"),
    )
    cells = "".join(f"<li><b>{a}：</b><span>{b}</span></li>" for a, b in rows)
    main = f'<ul class="gk-head">{cells}</ul><h1 class="gk-title">{n.title}</h1><div class="gk-text">{_ps(n, "&emsp;&emsp;")}</div>'
    return _saved(_whole(main, title=f"{n.title} - {SITE}"), n)


def logo_heading() -> Saved:
    n = MEETING
    main = (
        f'<h1 class="site">{SITE}</h1>{_crumb(n)}<div class="news"><h2 class="news-title">{n.title}</h2>'
        f'<p class="news-info">发布者：{n.author}　发布时间：{n.date}</p><div class="news-text">{_ps(n)}</div></div>'
    )
    return _saved(_whole(main, title=f"{SITE} - {n.title}"), n)


def site_title_only() -> Saved:
    n = BRIDGE
    main = (
        f'<div class="w1200"><div class="left"><div class="title">{n.title}</div><div class="from">2026.04.10　来源：{PAPER}</div>'
        f'<div class="txt">{_ps(n)}</div></div><div class="right"><div class="hd">最新要闻</div><ul>{_items(dated=True)}</ul></div></div>'
    )
    return _saved(_whole(main, title=f"{SITE}门户网站"), n)


def long_side() -> Saved:
    """Summaries beside a short article hold more text than it."""
    n = SCHOOL
    side = "".join(
        f'<div class="sum"><a href=#>{t}</a><p>本网讯 近日，{t}，现场气氛热烈，群众反响良好，有关部门负责同志参加了活动，并作了详细介绍。<a>[详细]</a></p></div>'
        for t in _LINKS
    )
    main = f'<div class="show"><h1>{n.title}</h1><div class="info">{n.date} {n.time} 来源：县教育局</div><div class="show_con">{_ps(n)}</div></div><div class="side">{side}</div>'
    return _saved(_whole(main, title=n.title), n)


def disclaimer() -> Saved:
    n = FACTORY
    main = (
        f'<div class="con"><h1>{n.title}</h1><div class="source">{n.date} | {PAPER}</div><div class="con_main">{_ps(n)}</div>'
        "<div class=sm><p>免责声明：凡本网注明“来源：XXX（非本网）”的作品，均转载自其它媒体，转载目的在于传递更多信息，并不代表本网赞同其观点和对其真实性负责。</p></div></div>"
    )
    return _saved(_whole(main, title=n.title), n)


def hidden_ways() -> Saved:
    n = BRIDGE
    ps = _ps(n)
    main = (
        f'<div class="box"><h1>{n.title}</h1><p class=d>{n.date}</p><div class="cont">{ps}<p style="DISPLAY: none">总投资88亿元，县长王假名出席。</p>'
        '<p style="font-size:0;line-height:0">总投资77亿元，县长李假名出席。</p><div style="position:absolute; left:-9999px">总投资66亿元，副县长假名到场。</div>'
        '<p style="visibility:hidden">总投资55亿元，书记假名讲话。</p><p aria-hidden="true" style="opacity:0">局长假名说，投资1亿元。</p></div></div>'
    )
    return _saved(_whole(main, title=n.title), n)


def spa() -> Saved:
    n = MEETING
    inner = "".join(f'<div data-v-7ba5bd90="" class="para">{t}</div>' for t in n.paragraphs)
    main = (
        f'<div id="app" data-v-app=""><div data-v-7ba5bd90="" class="page"><div data-v-7ba5bd90="" class="page-title">{n.title}</div>'
        f'<div data-v-7ba5bd90="" class="page-time"><i></i>{n.date} {n.time}:00</div><div data-v-7ba5bd90="" class="rich">{inner}</div></div></div>'
        '<script>window.__INITIAL_STATE__={"text":"总投资77亿元，县长假名出席。"}</script>'
    )
    return _saved(_whole(main, title=n.title), n)


def pre_text() -> Saved:
    n = NOTICE
    text = "\n".join(f"　　{t}" for t in n.paragraphs)
    main = f'<div class="gg"><h2>{n.title}</h2><div>发布时间：{n.date}</div><pre>{text}</pre></div>'
    return _saved(_whole(main, title=n.title), n)


def title_in_two_lines() -> Saved:
    n = BRIDGE
    first, second = n.title.split(" ")
    main = f'<div class="art"><h1>{first}<br>{second}</h1><div class="art-date">{n.date}</div><div class="art-body">{_ps(n)}</div></div>'
    return _saved(
        _whole(main, f'<meta property="og:title" content="{n.title}">', title=f"{n.title}_{SITE}"),
        n,
    )


def ld_article() -> Saved:
    n = FACTORY
    data = [
        {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []},
        {"@type": ["NewsArticle", "Article"], "headline": n.title, "datePublished": f"{n.date}T17:40:00+08:00", "dateModified": "2026-04-05T08:00:00+08:00",
         "author": {"@type": "Person", "name": n.author}, "image": ["https://www.yunxiu.invalid/a.jpg"]},
    ]  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'
    main = f'<div class="layout"><div class="layout-main"><h1>{n.title}</h1><div class="body">{_ps(n)}</div></div><div class="layout-side"><h3>热门</h3><ul>{_items()}</ul></div></div>'
    return _saved(_whole(main, head, title=n.title), n)


def microdata() -> Saved:
    n = SCHOOL
    main = (
        f'<div itemscope itemtype="http://schema.org/NewsArticle"><meta itemprop="datePublished" content="{n.date}"><h1 itemprop="headline">{n.title}</h1>'
        f'<div itemprop="articleBody"><p>{n.paragraphs[0]}</p></div></div>'
    )
    return _saved(_whole(main, title=n.title), n)


def comments() -> Saved:
    n = SCHOOL
    users = "".join(
        f'<div class="cmt"><span>网友{c}</span><p>早就盼着了，希望工程质量有保障，请县长多来看看。</p><em>2026-04-03</em><a>回复</a></div>'
        for c in "甲乙丙丁戊"
    )
    main = f'<div class="wrap"><div class="tit"><h1>{n.title}</h1><span>{n.date}</span></div><div class="neirong"><p>{n.paragraphs[0]}</p></div><div class="comment"><h3>网友评论</h3>{users}</div></div>'
    return _saved(_whole(main, title=n.title), n)


def video() -> Saved:
    n = MEETING
    main = (
        f'<div class="video-page"><h1>{n.title}</h1><p>发布时间：{n.date} 19:22　来源：云岫县广播电视台</p><video controls src="a.mp4">您的浏览器不支持视频播放，请升级。</video>'
        f'<div class="intro">{_ps(n)}</div></div>'
    )
    return _saved(_whole(main, title=n.title), n)


def word_paste() -> Saved:
    n = NOTICE
    inner = "".join(
        f'<p class="MsoNormal" style="text-indent:32pt;line-height:28pt"><span style="font-family:仿宋_GB2312;mso-spacerun:\'yes\'"><font face="仿宋_GB2312">{t[:9]}</font></span><span lang="EN-US">{t[9:]}<o:p></o:p></span></p><p>&nbsp;</p>'
        for t in n.paragraphs
    )
    main = f'<div class="news_show"><div class="news_title">{n.title}</div><div class="news_date">发布日期：{n.date}</div><div class="news_word">{inner}</div></div>'
    return _saved(_whole(main, title=n.title), n)


def attachments() -> Saved:
    n = NOTICE
    files = "".join(f'<li><a href="/f/{k}.docx">附件{k}：申报表{k}.docx</a></li>' for k in (1, 2))
    main = (
        f'<div class="tzgg"><h1>{n.title}</h1><div class="tzgg_info">日期：{n.date} 作者：{n.author}</div><div class="tzgg_con">{_ps(n)}</div>'
        f'<div class="fj"><b>附件下载：</b><ul>{files}</ul></div><p class="pre">上一篇：<a>{_LINKS[0]}</a></p><p class="nxt">下一篇：<a>{_LINKS[1]}</a></p></div>'
    )
    return _saved(_whole(main, title=n.title), n)


def unclosed() -> Saved:
    n = MEETING
    text = (
        f"<html><head><meta charset=utf-8><title>{n.title}</title><body><div id=nav><ul>{_menu()}</ul><div id=m><h3>{n.title}</h3>"
        f"<span class=t>{n.date}</span><div class=c><P>{'<P>'.join(n.paragraphs)}<div class=f>{_foot()}"
    )
    return _saved(text, n)


def figure() -> Saved:
    n = News(
        SCHOOL.title,
        (
            "扩建后的校园效果图。",
            *SCHOOL.paragraphs,
            "建成后可新增学位1080个，有效缓解城南片区入学压力。",
        ),
        date=SCHOOL.date,
    )
    ps = "".join(f"<p>{t}</p>" for t in n.paragraphs[1:])
    main = f'<main><article><header><h1>{n.title}</h1><time datetime="{n.date}T11:05:00+08:00" pubdate>4月1日</time></header><figure><img src=a.webp><figcaption>{n.paragraphs[0]}</figcaption></figure>{ps}</article><section class="rec"><h2>推荐</h2><ul>{_items()}</ul></section></main>'
    return _saved(_whole(main, title=f"{n.title} – {PAPER}"), n)


def inner_links() -> Saved:
    n = FACTORY
    main = f'<div class="a_box"><h1>{n.title}</h1><div class="a_time">{n.date}</div><div class="a_text">{_ps(n)}<p><strong>相关链接：</strong></p><ul>{_items()}</ul></div></div>'
    return _saved(_whole(main, title=n.title), n)


def all_divs() -> Saved:
    """No class says anything."""
    n = BRIDGE
    inner = "".join(f"<div><div><div>{t}</div></div></div>" for t in n.paragraphs)
    side = "".join(f"<div><div><a href=#>{t}</a></div></div>" for t in _LINKS)
    body = f"<div><div>{''.join(f'<div><a>{m}</a></div>' for m in _MENU)}</div><div><div><div><div>{n.title}</div><div><div>{n.date}</div><div>{PAPER}</div></div>{inner}</div></div><div>{side}</div></div><div>{_foot()}</div></div>"
    text = (
        f"<html><head><meta charset=utf-8><title>{n.title}</title></head><body>{body}</body></html>"
    )
    return _saved(text, n)


def print_page() -> Saved:
    n = NOTICE
    text = f'<html><head><meta charset="gbk"><title>打印页面</title></head><body><div class="noprint"><button>打印</button> <a href="javascript:window.close()">关闭</a></div><h1 style="text-align:center">{n.title}</h1><p style="text-align:center">（{n.date}）</p>{_ps(n)}<div>网址：http://www.yunxiu.invalid/</div></body></html>'
    return _saved(text, n, "gb18030")


def mobile_app() -> Saved:
    n = FACTORY
    body = (
        f'<div class="download-bar">打开云岫融媒客户端，阅读体验更佳 <a>立即打开</a></div><div class="rm-article"><div class="rm-title">{n.title}</div><div class="rm-meta"><img src=a.png><b>{PAPER}</b><i>{n.date} {n.time}</i></div>'
        f'<div class="rm-rich">{_ps(n, attributes=" style=text-align:justify")}</div><div class="rm-zan">点赞 12</div></div><div class="rm-more">更多精彩内容，请下载客户端。</div>'
    )
    return _saved(
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{n.title}</title></head><body>{body}</body></html>",
        n,
    )


BUILDERS = (
    meta_gb2312, gbk_undeclared, deep_tables, span_per_character, frames, share_bar, captions,
    paged, open_government, open_government_no_meta, logo_heading, site_title_only, long_side,
    disclaimer, hidden_ways, spa, pre_text, title_in_two_lines, ld_article, microdata, comments,
    video, word_paste, attachments, unclosed, figure, inner_links, all_divs, print_page, mobile_app,
)  # fmt: skip


def county_pages() -> dict[str, Saved]:
    """Every page by the name of its kind."""
    return {builder.__name__: builder() for builder in BUILDERS}


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, saved in county_pages().items():
        (folder / f"{name}.html").write_bytes(saved.data)
