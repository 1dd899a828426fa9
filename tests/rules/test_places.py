"""Areas: the table, patterns, lists, later short forms; and what is no area."""

from itertools import pairwise

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.places.find import find_places

CASES = """
[四川省|GPE][绵阳市|GPE][三台县|GPE][芦溪镇|GPE]，[绵阳|GPE]在[四川|GPE]
[恩施土家族苗族自治州|GPE]，[恩施州|GPE]，[恩施|GPE]，[内蒙古|GPE][锡林郭勒盟|GPE]，[锡盟|GPE]
[桂阳县|GPE]县长、[桂阳|GPE]县长，[宜兴|GPE]市长
来自[德国|GPE]和[波兰|GPE]的客商，[法兰克福|GPE]
[通州区|GPE]今年，[通州|GPE]明年
[宁海县|GPE]县长、[宁海镇|GPE]党委书记，[宁海镇|GPE]今年，[宁海|GPE]明年
[宁海县|GPE]县城，[宁海|GPE]县城，[海盐|GPE]市区，[海盐|GPE]市民
[柯柯牙镇|GPE]、[石门坎乡|GPE]、[云顶街道|GPE]和[双河口村|GPE]
在[大岩头村|GPE]，[大岩头|GPE]有古民居；[岩屯镇|GPE]党委书记
深入[龙安镇|GPE][王家坝村|GPE]调研
[黑石|GPE]、[白泥|GPE]、[乌沙|GPE]等乡镇受灾
[和县|GPE]召开会议，到[和县|GPE]调研
[巢湖|GPE]、[桐城|GPE]、[天长|GPE]三市
[临沂|GPE]举办荷花节，[临沂|GPE]与博览会的渊源，[东营|GPE]参加运动会
[宁海|GPE][辛丰镇|GPE]，[山西省|GPE][长治市|GPE][潞州区|GPE]
[林桥市|GPE][云东区|GPE]人民政府，[林桥市|GPE]今年，[云东区|GPE]明年
[绵阳|GPE]政府采购，[四川省|GPE]人民
[美国|GPE][明尼苏达州|GPE][明尼阿波利斯市|GPE]，[莫斯科州|GPE]，[新南威尔士州|GPE]
位于[巴西|GPE]的[卡苏里亚州|GPE]，[俄罗斯|GPE][贝尔托夫斯克州|GPE]，[美国|GPE][加州|GPE]
[也门|GPE]北部的[阿尔古兰省|GPE]，[智利|GPE][克拉维亚市|GPE]，[汗尤尼斯|GPE]东部
[沙县|GPE][长坝镇|GPE]党委书记，[康县|GPE]县长
[吉林省|GPE]，[博尔塔拉州|GPE]，[阿克苏市|GPE]，[鄂尔多斯市|GPE]，[香格里拉市|GPE]
"""

NONE = """
衢州第三届农民运动会，桂林半程马拉松，临沂荷花节，2021年东营国际马拉松
农村，乡村，城镇，全市，该县，我镇，各乡镇，城中村，示范村，贫困村，特色小镇
县委，市区，市民，市场，县城，区域，村民，乡亲
长治久安，和平发展，新兴产业，合作共赢，平安建设
市委和县委，请市水务局和县水务局研究
沿黄河，过长江，京杭大运河，太湖流域
第十届中国（宁海）茶叶博览会，中国·宁海开游节
《宁海县扶持工业发展若干意见》，中国特色，中国梦
“临沂晚风”行动，“美丽临沂”，“绵阳制造”，小说《绵阳往事录与新的一天》
临沂人民大会堂，绵阳会展中心，临沂经济论坛，绵阳质量奖，临沂驰名商标
年日照时数，来宾们，全州上下，阳春三月，巴中关系
印发临沂市道路管理办法的通知，环巢湖
新任镇党委书记，各区县，记者李夏村说
湖南绿心，江西之窗，浙江明珠，建设湖北样板区，湘潭走廊
创建全省一流城关镇，做强两区一镇，三园两镇
南京路，海南岛，长沙话
加大州内投入，因省钱，马力市场，达因省力
"""


def _check(marked: str) -> None:
    text, gold = parse_markup(marked)
    assert [(s.start, s.end, s.text) for s in find_places(Evidence(text))] == [
        (s.start, s.end, s.text) for s in gold
    ]


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_areas_are_found(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_other_words_are_no_areas(text: str) -> None:
    _check(text)


def test_areas_do_not_overlap() -> None:
    text = "福建省泉州市安溪县湖头镇、蓬莱镇，安溪、泉州与福建"
    spans = find_places(Evidence(text))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(text[s.start : s.end] == s.text for s in spans)


def test_every_area_says_its_rule() -> None:
    assert {s.rule for s in find_places(Evidence("绵阳市青屯村"))} == {
        "gpe.division",
        "gpe.pattern",
    }
