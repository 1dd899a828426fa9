"""Says where the words between a name and a post give the post to somebody else, or to nobody."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternatives

_TABLE = "relations/post_contexts.tsv"

# 张三的妻子是医院院长: the post is of somebody else.
_RELATIVES = (
    "妻|夫|丈|爱人|父|母|儿|女|兄|弟|姐|妹|哥|叔|舅|侄|孙|岳|亲|同学|同事|战友|朋友|好友|老乡|上级|上司|下属|"
    "搭档|继任|前任|接任|接班|老师|学生|秘书|司机"
)
_OF_HIS = re.compile(f"(?:同志)?的(?:[^，。；、\n]{{0,4}})(?:{_RELATIVES}|领导)")
_OF_POST = re.compile(f"的[^，。；、\n]{{0,2}}(?:{_RELATIVES}|助手|副手|人选|对手)")
_TAKEN = re.compile("(?:当选为?|就任|出任|连任|再任|升任|转任|调任|任命为)$")
# 张三致电祝贺某某当选总统, 张三提名某某为局长: the post is the one of the object.
_OF_OBJECT = re.compile(
    "(?:祝贺|恭贺|会见|会晤|接见|约见|欢迎|悼念|任命|提名|批准|宣布|推荐|聘任|聘请|委任|选举|推选|推举)"
    "(?!为|其|自己|[担出连就兼续]?任|当选)[\u4e00-\u9fffA-Za-z·]{2,12}?(?:当选|[担出连就续再]?任|为)"
)


@cache
def _another() -> re.Pattern[str]:
    """Behind these words the holder of the post is another: 会见云河县新任县长."""
    return re.compile(
        r"(?:前者|后者)[^，。；、\n]{0,14}$|(?:"
        + alternatives(_TABLE, "meets another")
        + r")[^，。；、\n]{0,14}(?:新|时|前|离|首|现)任$"
    )


@cache
def _not_yet() -> re.Pattern[str]:
    """What may come or should have come is no post: 县长张三应该被提拔为县委书记."""
    return re.compile("(?:" + alternatives(_TABLE, "not yet") + r")[^，。；、\n]{0,8}$")


def is_of_another(gap: str) -> bool:
    """Say whether the words between a name and a post speak of another holder, or of none.

    Parameters:
        gap: The words.

    Examples:
        >>> is_of_another("会见云河县新任"), is_of_another("的妻子是"), is_of_another("从未担任")
        (True, True, True)
        >>> is_of_another("被任命为"), is_of_another("是")
        (False, False)
    """
    if _another().search(gap) or _not_yet().search(gap):
        return True
    return _OF_HIS.match(gap) is not None or _OF_OBJECT.search(gap) is not None


def is_of_relative(text: str, end: int) -> bool:
    """Say whether a post is that of somebody whom the holder is related to: 是县长的司机.

    Parameters:
        text: The article.
        end: Where the post ends.

    Examples:
        >>> is_of_relative("是县长的司机", 3), is_of_relative("是县长", 3)
        (True, False)
    """
    return _OF_POST.match(text, end) is not None


def is_taken(text: str, start: int) -> bool:
    """Say whether the words right before a post give it to somebody named before: 当选总统.

    Parameters:
        text: The article.
        start: Where the post begins.

    Examples:
        >>> is_taken("某某当选总统", 4), is_taken("某某总统", 2)
        (True, False)
    """
    return _TAKEN.search(text, max(0, start - 4), start) is not None
