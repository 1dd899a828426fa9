"""Web pages of other builders: boards of questions, lists, pages of an app, electronic papers."""

# ruff: noqa: E501

from __future__ import annotations

import json

from tests.documents.bureau.expected import Reading
from tests.documents.towns import texts as t
from tests.documents.towns.case import Case

_PARAGRAPHS = "".join(f"<p>{text}</p>" for text in t.NEWS)
_QUESTION = "我是柏桥镇云水村村民，村口到镇里的公路坑洼不平，下雨天无法通行，请问什么时候维修？"
_ANSWER = "您好！您反映的问题已收悉。望苏乡通村公路提升工程已列入今年民生实事，总投资2275万元，计划6月底前完工，届时云水村路段将一并修复。感谢您的关注！"


def board() -> bytes:
    """A question to the mayor and the answer of a bureau."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>云水村公路何时维修-领导信箱-砚池县人民政府网</title></head><body>
<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/xx">信息公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>
<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/hd">互动交流</a> &gt; 领导信箱</div>
<div class="letter"><h2>云水村公路何时维修</h2>
<table class="info"><tr><th>来信时间</th><td>2026-03-02</td><th>办理状态</th><td>已办结</td></tr></table>
<div class="ask"><h3>来信内容</h3><div class="txt">{_QUESTION}</div></div>
<div class="reply"><h3>回复内容</h3><p class="who">回复单位：县交通运输局　回复时间：2026-03-09</p><div class="txt">{_ANSWER}</div></div></div>
<div class="side"><h3>热门来信</h3><ul><li><a href="1.html">关于小区停车难的问题</a></li><li><a href="2.html">公交线路调整建议</a></li></ul></div>
<div class="foot">主办：砚池县人民政府办公室　备案号：00000号</div></body></html>""".encode()


def listing() -> bytes:
    """A page that lists articles and holds none."""
    rows = "".join(
        f'<li><span>2026-03-{day:02}</span><a href="/art/{day}.html" title="{title}">{title}</a></li>'
        for day, title in enumerate((t.TITLE, t.OTHER_TITLE, "县委常委会召开会议", "春耕备耕全面展开", "关于清明节放假的通知", "望苏乡开展植树活动"), 1)
    )  # fmt: skip
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>砚池要闻_砚池县人民政府</title></head><body><div class=nav><a href=/>首页</a></div><div class=col><h2>砚池要闻</h2><ul class=list>{rows}</ul><div class=page>共12页 <a href=#>1</a> <a href=#>2</a> <a href=#>下一页</a></div></div><div class=foot>版权所有：砚池县人民政府</div></body></html>".encode()


def linked_data() -> bytes:
    """Facts in JSON-LD only; the meta element names UTF-8 and the bytes are GB18030."""
    facts = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "砚池网"}, {"@type": "NewsArticle", "headline": t.TITLE, "datePublished": "2026-03-09T18:30:00+08:00", "publisher": {"@type": "Organization", "name": "砚池县融媒体中心"}, "mainEntityOfPage": {"@id": "https://www.yanchi.example/a/1.html"}}]}  # fmt: skip
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{t.TITLE} - 砚池网</title><script type="application/ld+json">{json.dumps(facts, ensure_ascii=False)}</script></head><body><header><nav><a href="/">首页</a></nav></header><main><article><h1>{t.TITLE}</h1>{_PARAGRAPHS}</article></main><footer>砚池网 版权所有</footer></body></html>'.encode("gb18030")  # fmt: skip


def clash() -> bytes:
    """The meta element names GB2312 and the bytes are UTF-8; names of elements in capitals."""
    body = "".join(f"<P align=justify>　　{text}</P>" for text in t.NEWS)
    return f'<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=gb2312"><TITLE>{t.TITLE}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><FONT SIZE=5><B>{t.TITLE}</B></FONT></CENTER><P ALIGN=CENTER>发布时间：2026-3-9 来源：砚池县融媒体中心</P><HR>{body}</BODY></HTML>'.encode()


def laid_out() -> bytes:
    """Tables that set out the page, and a list of projects among them."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in (t.HEADER, *t.ROWS)
    )
    text = "<br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{x}" for x in t.NEWS)
    return f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=gbk"><title>砚池县人民政府</title></head><body>
<table width=980 align=center><tr><td colspan=2><img src=banner.jpg></td></tr><tr><td width=180 valign=top><table><tr><td><a href=1.asp>机构设置</a></td></tr><tr><td><a href=2.asp>政策法规</a></td></tr><tr><td><a href=3.asp>办事指南</a></td></tr></table></td>
<td valign=top><table width=100%><tr><td align=center><font size=4 color=red><b>{t.TITLE}</b></font></td></tr><tr><td align=center>[ 2026-03-09 ]　来源：县生态环境局　点击：128</td></tr><tr><td>{text}<br><table border=1>{rows}</table></td></tr><tr><td align=right>【<a href=#>打印</a>】【<a href=#>关闭</a>】</td></tr></table></td></tr>
<tr><td colspan=2 align=center>主办单位：砚池县人民政府　技术支持：砚池县信息中心</td></tr></table></body></html>""".encode("gb18030")  # fmt: skip


def app_page() -> bytes:
    """A page of an app for messages: hidden until its script runs, sections in place of
    paragraphs, a line of one's own account, buttons below."""
    sections = "".join(
        f'<section style="line-height:1.75em;"><span style="font-size:15px;"><span leaf="">{text}</span></span></section><section><span leaf=""><br></span></section>'
        for text in t.NEWS
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="{t.TITLE}"><meta name="author" content="砚池发布"><title></title></head><body id="activity-detail"><div class="rich_media"><h1 class="rich_media_title" id="activity-name"> {t.TITLE} </h1>
<div id="meta_content" class="rich_media_meta_list"><span class="rich_media_meta rich_media_meta_text">融媒体中心</span> <a href="javascript:void(0);" id="js_name">砚池发布</a> <em id="publish_time" class="rich_media_meta rich_media_meta_text">2026年3月9日 18:30</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0; ">{sections}<section><img data-src="https://mm.example/0" alt="图片"></section></div></div>
<div class="rich_media_tool"><a>阅读原文</a><span>阅读</span><span>赞</span><span>在看</span></div><div class="qr_code"><p>微信扫一扫<br>关注该公众号</p></div><script>var ct = "1773052200";</script></body></html>""".encode()  # fmt: skip


def paper() -> bytes:
    """A page of an electronic paper: line above the headline, headline, line below it."""
    return f"""<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>砚池日报-{t.TITLE}</TITLE></HEAD><BODY>
<TABLE><TR><TD>砚池日报 2026年03月10日 星期二</TD><TD><a href="n1.htm">上一版</a> <a href="n3.htm">下一版</a></TD></TR></TABLE>
<TABLE><TR><TD><a href="node_2.htm">第02版：要闻</a></TD></TR></TABLE>
<TABLE id="text"><TR><TD align=center><founder-pretitle>民生实事见成效</founder-pretitle></TD></TR><TR><TD align=center><strong style="font-size:23px"><founder-title>{t.TITLE}</founder-title></strong></TD></TR><TR><TD align=center><founder-subtitle>——服务群众6.3万名</founder-subtitle></TD></TR><TR><TD align=center><founder-author>本报记者 温则言</founder-author></TD></TR>
<TR><TD><founder-content>{_PARAGRAPHS}</founder-content></TD></TR></TABLE>
<TABLE><TR><TD><a href="c1.htm">上一篇</a></TD><TD><a href="c3.htm">下一篇</a></TD></TR></TABLE></BODY></HTML>""".encode()  # fmt: skip


def tender() -> bytes:
    """An announcement of a purchase: numbered heads, labels in bold, a table of bids, an
    attachment."""
    return """<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="柏桥镇供水管网改造工程中标结果公告"><meta name="PubDate" content="2026-03-12 09:00"><title>柏桥镇供水管网改造工程中标结果公告</title></head><body><div id="nav"><a href="/">首页</a></div><div class="main"><h1>柏桥镇供水管网改造工程中标结果公告</h1><div class="sub">发布日期：2026-03-12　<span>字号：[大] [中] [小]</span></div><div class="content">
<h4>一、项目编号：YC2026-031</h4><h4>二、中标信息</h4><table border="1"><tbody><tr><th>序号</th><th>中标单位</th><th>中标金额（元）</th></tr><tr><td>1</td><td>浙江云柏建设有限公司</td><td>6,128,800.00</td></tr></tbody></table><p><strong>三、公告期限：</strong>自本公告发布之日起1个工作日。</p><p><strong>四、联系方式</strong></p><p>采购人：柏桥镇人民政府</p><p>联系人：庄牧野</p><p>附件：<a href="a.pdf">中标通知书.pdf</a></p></div></div><div class="share">分享到：<a>微信</a><a>微博</a></div></body></html>""".encode()


def appointments() -> bytes:
    """Appointments in lines broken by hand, indents of ``&emsp;``, hidden words, pages below."""
    return """<!DOCTYPE html><html><head><meta charset="utf-8"><title>砚池县人民政府关于庄牧野等同志职务任免的通知</title></head><body><div class="crumb"><a href="/">首页</a> &gt; <a href="/rs">人事信息</a></div><div class="article"><h1>砚池县人民政府关于庄牧野等同志职务任免的通知</h1><p class="meta">时间：2026-03-06 来源：县政府办公室 浏览：<span id="hits">0</span>次</p><div class="zoom"><div>各乡镇人民政府：<br>&emsp;&emsp;县政府决定：<br>&emsp;&emsp;庄牧野任县应急管理局局长；<br>&emsp;&emsp;免去陆听澜的县民政局副局长职务。<br></div><div style="display:none">此处为系统缓存内容</div><p style="text-align:right">砚池县人民政府</p><p style="text-align:right">2026年3月5日</p></div><div class="pager">上一篇：<a href="1">关于表彰先进的决定</a> 下一篇：<a href="2">没有了</a></div></div><div class="links">友情链接：<a href="#">省政府</a> <a href="#">市政府</a></div></body></html>""".encode()


_NEWS = (t.TITLE, *t.NEWS)

CASES = (
    Case("board.html", board, (
        Reading("云水村公路何时维修", ("云水村公路何时维修", "来信时间", "办理状态", "已办结", "来信内容", _QUESTION, "回复内容", "回复单位：县交通运输局回复时间：2026-03-09", _ANSWER)),
    )),
    Case("listing.html", listing, (), refused=("page of links",)),
    Case("linked-data.html", linked_data, (
        Reading(t.TITLE, _NEWS, "2026-03-09", (), "砚池县融媒体中心", "https://www.yanchi.example/a/1.html"),
    )),
    Case("clash.html", clash, (Reading(t.TITLE, _NEWS, "2026-03-09", (), "砚池县融媒体中心"),)),
    Case("laid-out.html", laid_out, (
        Reading(t.TITLE, (*_NEWS, *t.LINES), "2026-03-09", t.PROJECTS, "县生态环境局"),
    )),
    Case("app-page.html", app_page, (Reading(t.TITLE, _NEWS, "2026-03-09"),)),
    Case("paper.html", paper, (
        Reading(t.TITLE, (t.TITLE, "——服务群众6.3万名", "本报记者 温则言", *t.NEWS), "2026-03-10", (), "砚池日报"),
    )),
    Case("tender.html", tender, (
        Reading("柏桥镇供水管网改造工程中标结果公告", ("柏桥镇供水管网改造工程中标结果公告", "一、项目编号：YC2026-031", "二、中标信息", "序号\t中标单位\t中标金额（元）", "1\t浙江云柏建设有限公司\t6,128,800.00", "三、公告期限：自本公告发布之日起1个工作日。", "四、联系方式", "采购人：柏桥镇人民政府", "联系人：庄牧野", "附件：中标通知书.pdf"), "2026-03-12"),
    )),
    Case("appointments.html", appointments, (
        Reading("砚池县人民政府关于庄牧野等同志职务任免的通知", ("砚池县人民政府关于庄牧野等同志职务任免的通知", "各乡镇人民政府：", "县政府决定：", "庄牧野任县应急管理局局长；", "免去陆听澜的县民政局副局长职务。", "砚池县人民政府", "2026年3月5日"), "2026-03-06", (), "县政府办公室"),
    )),
)  # fmt: skip
