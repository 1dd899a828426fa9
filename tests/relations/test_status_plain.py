"""Stages in plain words, and the same words where they tell none."""

from __future__ import annotations

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.projects import relate_projects

KINDS = {
    "money that is spent on works": """
[恒岳光伏电站|PROJECT status=在建]总投资41亿元，上半年完成7.3亿元。
其中[恒岳光伏电站|PROJECT status=在建]总投资41亿元，今年已完成7.3亿元。
[恒岳光伏电站|PROJECT status=在建]累计完成年度投资3亿元。
[恒岳光伏电站|PROJECT]已完成产值7.3亿元。
[恒岳光伏电站|PROJECT]总投资41亿元，计划今年完成7.3亿元。
""",
    "把 and the name": """
今年要把[恒岳医院东院区|PROJECT status=在建]等12件实事办完。
县里要把[恒岳大桥|PROJECT status=在建]建好。
年底前把[恒岳大桥|PROJECT status=在建]修好。
去年县里把[恒岳大桥|PROJECT status=竣工]修好了。
县里要把[恒岳大桥|PROJECT]的故事讲好。
""",
    "a part that is completed": """
上半年，完成[岔河引水闸改建工程|PROJECT status=在建]水下部分，工程总投资4300万元。
已完成[岔河引水闸改建工程|PROJECT status=在建]主体部分。
已完成[岔河引水闸改建工程|PROJECT status=竣工]，工程总投资4300万元。
年内完成[岔河引水闸改建工程|PROJECT status=在建]一期工程。
""",
    "before a season": """
[恒岳烘干中心|PROJECT status=在建]投资900万元，早稻收割前投用。
[恒岳烘干中心|PROJECT status=在建]入冬前全面建成。
[恒岳中学|PROJECT status=在建]秋季开学前交付。
[恒岳灌区|PROJECT status=在建]主汛期前完工。
[恒岳中学|PROJECT status=竣工]两年前建成。
[恒岳中学|PROJECT status=竣工]三个月前交付使用。
[恒岳中学|PROJECT status=竣工]目前已经建成。
""",
    "a plan that came true early": """
[恒岳检测仪工厂|PROJECT status=投产]原计划10月投产，7月26日首台设备下线。
[恒岳检测仪工厂|PROJECT status=开工]原定下月开工，昨日提前开工。
[恒岳检测仪工厂|PROJECT status=竣工]原计划明年完工，现已竣工。
[恒岳检测仪工厂|PROJECT status=在建]原计划10月投产，目前仍在安装设备。
[恒岳污水站|PROJECT status=竣工]7月底竣工验收，比合同工期早42天。
[恒岳污水站|PROJECT status=竣工]月底竣工，比计划提前一个月。
[恒岳污水站|PROJECT status=在建]7月底竣工。
[恒岳检测仪工厂|PROJECT status=在建]计划10月投产，年底达产。
""",
    "put off": """
[盘山北环线|PROJECT status=前期]暂不启动。
[盘山北环线|PROJECT status=前期]暂缓开工。
[盘山北环线|PROJECT]暂缓实施。
[盘山北环线|PROJECT status=前期]迟迟开不了工。
[盘山北环线|PROJECT status=前期]今年开不了工。
[盘山北环线|PROJECT status=开工]开工了。
""",
    "under way and planned": """
我们正在谈的[恒岳碳汇林基地|PROJECT status=在谈]面积不小。
[恒岳碳汇林基地|PROJECT status=在谈]还在谈。
正在谈论[恒岳碳汇林基地|PROJECT]的几个人走了。
与建设中的[恒岳水泥厂|PROJECT status=在建]遥相呼应。
建设中的[恒岳水泥厂|PROJECT status=在建]、[沙坪水泥厂|PROJECT status=在建]。
[恒岳面板线|PROJECT status=投产]去年正式量产。
[恒岳面板线|PROJECT status=在建]要到今年底才正式量产。
[恒岳面板线|PROJECT status=在建]预计明年量产。
集团计划在沙坪建设[恒岳裂解项目|PROJECT status=前期]。
集团计划在2030年前后建设[恒岳裂解项目|PROJECT status=前期]。
[恒岳铁路|PROJECT status=前期]已纳入省里今年的开工计划。
[恒岳铁路|PROJECT status=前期]已列入年度投资计划。
[恒岳电机项目|PROJECT status=前期]仍在办理用地手续。
[恒岳电机项目|PROJECT status=前期]正在办理前期手续。
[恒岳电机项目|PROJECT]办理退税手续。
[恒岳电机项目|PROJECT status=前期]图纸还在改。
[恒岳电机项目|PROJECT status=前期]仍停留在图纸上。
""",
    "since it is in use": """
[恒岳调水工程|PROJECT status=投产]自2013年建成通水以来，已调水40亿立方米。
[恒岳高速|PROJECT]自去年建成通车以来，运行平稳。
[恒岳电厂|PROJECT status=投产]投产以来，累计发电3亿千瓦时。
[恒岳电厂|PROJECT status=在建]开工以来，进展顺利。
以[恒岳电厂|PROJECT]来说，前景不明。
""",
    "first and last days": """
[恒岳水厂|PROJECT status=竣工]去年年底建成。
[恒岳水厂|PROJECT status=在建]今年年底建成。
[恒岳水厂|PROJECT status=竣工]已完成建设。
[恒岳水厂|PROJECT status=在建]已完成建设投资3亿元。
[恒岳展馆|PROJECT status=投产]正式开馆。
[恒岳展馆|PROJECT]开馆时间为每天9点。
[恒岳展馆|PROJECT]是对外开放的窗口。
县里新建了[恒岳展馆|PROJECT status=竣工]。
县里新建了[恒岳展馆|PROJECT]三座。
县里要新建[恒岳展馆|PROJECT]三座。
[恒岳展馆|PROJECT status=前期]已具备开工条件。
[恒岳展馆|PROJECT status=前期]尚不具备开工条件。
[恒岳展馆|PROJECT]引进人才20名。
成功引进[恒岳热源厂|PROJECT status=签约]。
""",
    "questions and checks": """
[恒岳电机项目|PROJECT]能否如期投产，还是未知数。
[恒岳电机项目|PROJECT]是否开工，尚无消息。
[恒岳电机项目|PROJECT]已经开工了吗？
[恒岳电机项目|PROJECT]开工没有？
[恒岳电机项目|PROJECT]开工？
[恒岳电机项目|PROJECT status=前期]没有开工。
网传[恒岳电机项目|PROJECT]年底投产，县里回应称不实。
[恒岳电机项目|PROJECT]已经投产的说法是谣言。
[恒岳电机项目|PROJECT]何时开工？
[恒岳电机项目|PROJECT]什么时候竣工，居民很关心。
[恒岳电机项目|PROJECT status=在建]竣工验收未获通过。
[恒岳电机项目|PROJECT status=在建]未通过竣工验收。
[恒岳电机项目|PROJECT status=竣工]竣工验收获得通过。
[恒岳电机项目|PROJECT status=竣工]顺利通过竣工验收。
[恒岳电机项目|PROJECT status=在建]不日即可投产。
[恒岳电机项目|PROJECT status=在建]离投产只差一步。
[恒岳电机项目|PROJECT status=在建]距离通车还有三个月。
""",
    "classes of a list": """
续建类：[恒岳大桥|PROJECT status=在建]、[恒岳泵站|PROJECT status=在建]。
续建项目3个：[恒岳大桥|PROJECT status=在建]；[恒岳泵站|PROJECT status=在建]。
前期类2个：[恒岳大桥|PROJECT status=前期]、[恒岳泵站|PROJECT status=前期]。
谋划项目：[恒岳大桥|PROJECT status=前期]等5个。
建材类：[恒岳大桥|PROJECT]、[恒岳泵站|PROJECT]。
续建类2个：[恒岳大桥|PROJECT status=竣工]已竣工；[恒岳泵站|PROJECT status=在建]。
""",
    "with several tenders": """
31个项目公开招标，其中包括[恒岳泵站|PROJECT status=前期]、[恒岳校园改造|PROJECT status=前期]等。
31个项目将公开招标，其中包括[恒岳校园改造|PROJECT status=前期]。
31个项目通过验收，其中包括[恒岳校园改造|PROJECT status=竣工]。
""",
    "goals and dates ahead": """
力争到2030年，[恒岳大桥|PROJECT status=在建]建成通车。
到明年，[恒岳大桥|PROJECT status=在建]建成。
力争年底前建成[恒岳大桥|PROJECT status=在建]。
到县里办事的人说，[恒岳大桥|PROJECT status=竣工]建成通车。
预计投资3亿元，[恒岳大桥|PROJECT status=竣工]建成通车。
随着[恒岳大桥|PROJECT]的建成，两岸往来更方便。
随着[恒岳大桥|PROJECT]的全面建成投用，村民出行更方便。
昨天，[恒岳大桥|PROJECT status=竣工]建成，两岸往来更方便。
[恒岳大桥|PROJECT status=前期]2030年再开工。
[恒岳大桥|PROJECT status=开工]去年再次开工。
[恒岳大桥|PROJECT status=前期]5月开工⏎市民盼了多年。
[恒岳大桥|PROJECT status=开工]去年5月开工⏎市民盼了多年。
市民盼了多年。⏎[恒岳大桥|PROJECT status=开工]5月开工⏎
[恒岳大桥|PROJECT status=前期]计划5月开工。
""",
    "months that are past": """
今年5月，通往县城的要道[派墨公路|PROJECT status=竣工]全线贯通。公路建成后，里程缩短。
连接两地的重要通道[派墨公路|PROJECT status=竣工]建成通车。
全县的要塞[派墨公路|PROJECT status=竣工]建成通车。
[派墨公路|PROJECT status=在建]要建成通车。
今年5月，[派墨公路|PROJECT status=竣工]建成通车。
今年5月底前，[派墨公路|PROJECT status=在建]建成通车。
""",
}
CASES = [
    pytest.param(line, id=f"{kind}: {line}")
    for kind, lines in KINDS.items()
    for line in lines.splitlines()
    if line
]


@pytest.mark.parametrize("marked", CASES)
def test_a_plain_stage(marked: str) -> None:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    assert [(p.name, p.status) for p in relate_projects(text, spans, [])] == [
        (s.text, s.attributes.get("status")) for s in gold
    ]
