"""Bodies that begin with an area: branches, brands in a row, parties and forces abroad."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.rules.decide import by_rank
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.find import find_organisations
from gaoyou_nlp.rules.places.find import find_places

BODIES = """
记者从[江西移动|ORG]获悉，[江西联通|ORG]、[宁夏铁塔|ORG]共同建设
[绵阳国税|ORG]推出新办法，由[绵阳广电|ORG]直播，[大庆石化|ORG]两条线投产
[江西水泥|ORG]（000000）一季度亏损，[宁海啤酒|ORG](600000)涨停
收购了[宁海啤酒|ORG]，控股[临沂恒岳|ORG]的计划
有[天津恒岳|ORG]、[深圳林盛|ORG]、[杭州瑞丽|ORG]、[上海博格|ORG]等厂家
[柬埔寨人民党|ORG]主席、[泰国海军|ORG]司令与[也门胡塞武装|ORG]代表
[菲律宾卫生|ORG]部长、[法国经济和财政|ORG]部长
"""

NONE = """
江西移动互联网产业，绵阳移动支付，联通了江西铁路
绵阳石化产业基地，绵阳石化园区，宁夏广电行业，绵阳联通两地
江西移动医疗队赴武汉，宁夏海事法院的法官
品尝北京烤鸭、天津麻花、南京板鸭、上海小笼
经河北石家庄、河南郑州、湖北武汉、湖南长沙
走访河北唐山、江苏苏州、浙江宁波等城市
绵阳水泥产量下降，江西水泥（每吨300元）
泰国共产党员，越南政府采购，泰国国会大厦
以色列国防部长，泰国外交部长
"""


def _bodies(text: str, rules: tuple[str, ...]) -> list[tuple[int, int, str]]:
    found = find_places(Evidence(text))
    found += find_organisations(Evidence(text, found))
    return [(s.start, s.end, s.text) for s in by_rank(text, found, {}) if s.rule.startswith(rules)]


@pytest.mark.parametrize("marked", BODIES.strip().splitlines())
def test_bodies_behind_areas(marked: str) -> None:
    text, gold = parse_markup(marked)
    assert _bodies(text, ("org.",)) == [(s.start, s.end, s.text) for s in gold]


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_no_bodies_behind_areas(text: str) -> None:
    assert _bodies(text, ("org.company", "org.foreign")) == []
