"""Tells public bodies from companies and associations, by their names."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re

_PUBLIC_ASSOCIATION = re.compile(
    "(?:科学技术|作家|文学艺术|残疾人|书法家|美术家)协会$|红十字会|企业家?协会党委|(?:监督管理|监管)[局委]"
)
# Whatever ends such a name: 恒石集团党委宣传部 is of a company.
_ALWAYS_BUSINESS = re.compile(
    "公司|集团|企业$|(?<!人民)银行(?!保险监|监|业监)|商会(?!联系)|协会|学会|合作社|事务所|基金会|证券(?!监|业监|期货监)|"
    "期货(?!监)|信托|保险公司|(?<!银行)保险(?!监|事业|局|中心|基金|处|科|管理)|株式会社|俱乐部|促进会|研究会|超市|商场|控股|股份|农商行|信用社|"
    "农信社|(?<!残疾人)(?<!工商业)(?<!工商)(?<!妇女)(?<!艺术界)(?<!华侨)(?<!科学界)(?<!青年)(?<!学生)联合会|同乡会|校友会|酒店|宾馆|饭店|(?<![科作音美曲影书记政])协$"
)
_BUSINESS = re.compile(
    "厂$|矿$|店$|基金|支行|分行|电业局|电力局|传媒|"
    "国际|资本|租赁|半导体|机电|电[器气子]|服饰|家[居具]|科技|能源|重工|光[电伏]|材料|医疗|"
    "(?:[行业]|新材|医药|生物|食品|纺织|机械|汽车|化工|钢铁|物流|通信|网络|软件|环保|建工|建材|文旅|集成|智造|动力|(?<![员常委国议大工])会)$"
)
_PUBLIC = re.compile(
    "(?:(?<!电力)(?<!电业)(?<!铁路)局|[委厅办府科院校省市县区州盟旗镇乡村所司署]|(?<!业务)(?<!事业)部|处|中心|政协|人大|街道|社区|"
    "大学|中学|小学|国务院|中央|领馆|使馆|管委会|委员会|指挥部|工会|总工会|法院|文联|妇联|残联|侨联|科协|红十字会|工商联|[大支中]队|军区|[残妇工青科文侨作]联|"
    "代表会|[委国议]会|常委会|联席会议|工作组|领导小组|专班|机关|支部|总支|监狱|大队|派出所|(?:残疾人|工商业|妇女|艺术界|华侨|科学界|青年|学生)联合会|人民银行(?:.{2,6}[支分]行)?|党组|理事会|办公室|气象台|电视台|日报社)$"
)


def is_business(name: str) -> bool:
    """Whether a name is one of a company, a bank or an association.

    Parameters:
        name: Of a body.

    Examples:
        >>> is_business("恒石集团党委宣传部"), is_business("县能源局"), is_business("中国人民银行")
        (True, False, False)
    """
    if _ALWAYS_BUSINESS.search(name):
        return not _PUBLIC_ASSOCIATION.search(name)
    return _PUBLIC.search(name) is None and _BUSINESS.search(name) is not None


def is_public(name: str) -> bool:
    """Whether a name is one of a public body, by its end.

    Parameters:
        name: Of a body.

    Examples:
        >>> is_public("县教育局"), is_public("恒石集团党委宣传部"), is_public("恒石")
        (True, False, False)
    """
    return not is_business(name) and _PUBLIC.search(name) is not None
