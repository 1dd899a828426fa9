"""Tells names of services and of purchases from those of works: these have no stage of building."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re

_TABLE = "relations/service_words.tsv"
_BOUGHT = "(?:及(?:安装|配送))?(?:更换)?(?:政府|集中|定点)?(?:{bought})"
_FIRST = "(?:及[\u4e00-\u9fff]{1,5})?"
_ITEM = "[、和及][^，。；：、\n]{0,14}?"
_NAME = (
    f"(?:(?:{{service}}){_FIRST}(?:服务|业务|管理)?(?:采购)?|(?:{{goods}})类?{_BOUGHT})(?:{{end}})*"
)
_PATTERN = re.compile(_NAME, words="relations/service_words.tsv")
"""What a name of a service or of a purchase ends with."""

_CONTEXTS = "relations/project_contexts.tsv"
_PURCHASE = re.compile("(?:采购|制品类?)(?:{behind 采购})?$", words=_CONTEXTS)
"""Whatever is bought and not installed: 某某月饼采购项目, 某某类制品项目."""
_WORKS = re.compile("{works bought}", words=_CONTEXTS)
_GOODS = 3  # characters before 采购 that name what is bought
_ITEMS = re.compile(f"{_ITEM}(?:{_NAME})(?![\u4e00-\u9fff])", words="relations/service_words.tsv")
"""The rest of a list that ends with such a name: 甲楼|、乙楼维保项目."""


def is_service(name: str) -> bool:
    """Say whether a name is that of a service or of goods that are bought, not of a work.

    Parameters:
        name: Such as 恒岳医院电梯维保项目.

    Returns:
        True where the name ends with a word of ``service_words.tsv``; false where a work is
        named for such a service (养护中心项目), and for equipment that is installed.

    Examples:
        >>> is_service("恒岳医院电梯维保项目"), is_service("沙坪养护中心项目")
        (True, False)
        >>> is_service("恒岳医院月饼采购项目"), is_service("恒岳采购中心项目")
        (True, False)
        >>> is_service("恒岳医院试剂采购项目"), is_service("恒岳医院电梯采购安装项目")
        (True, False)
    """
    bought = _PURCHASE.search(name)
    if bought and not _WORKS.search(name, max(0, bought.start() - _GOODS)):
        return True
    return any(_PATTERN.fullmatch(name, at.start()) for at in _PATTERN.finditer(name))


def is_item_of_service(text: str, end: int) -> bool:
    """Say whether a name that ends here is an item of a list that ends with a service.

    Parameters:
        text: The article.
        end: Where the name ends, in characters.

    Examples:
        >>> is_item_of_service("恒岳医院东楼、西楼零星维修项目", 6)
        True
        >>> is_item_of_service("云岭大桥、沙坪大桥", 4)
        False
    """
    return _ITEMS.match(text, end) is not None
