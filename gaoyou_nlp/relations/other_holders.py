"""Says where the words between a name and a post give the post to somebody else, or to nobody."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re

_TABLE = "relations/post_contexts.tsv"

_OF_HIS = re.compile(r"(?:同志)?的(?:[^，。；、\n]{0,4})(?:{kin and company}|领导)", words=_TABLE)
"""张三的妻子是医院院长: the post is of somebody else."""
_OF_POST = re.compile(
    r"的[^，。；、\n]{0,2}(?:{kin and company}|{company of a post})", words=_TABLE
)
"""是县长的司机: the post is of whom the holder is related to."""
_TAKEN = re.compile("(?:当选为?|[就出连再升转调]任|任命为)$")
_OF_OBJECT = re.compile(
    "(?:{does to another})(?!为|其|自己|[担出连就兼续]?任|当选)"
    "[\u4e00-\u9fffA-Za-z·]{2,12}?(?:当选|[担出连就续再]?任|为)",
    words=_TABLE,
)
"""张三致电祝贺某某当选总统, 张三提名某某为局长: the post is the one of the object."""
_ANOTHER = re.compile(
    r"(?:前者|后者)[^，。；、\n]{0,14}$|(?:{meets another})[^，。；、\n]{0,14}"
    "(?:新|时|前|离|首|现)任$",
    words=_TABLE,
)
"""Behind these words the holder of the post is another: 会见云河县新任县长."""
_NOT_YET = re.compile(r"(?:{not yet})[^，。；、\n]{0,8}$", words=_TABLE)
"""What may come or should have come is no post: 县长张三应该被提拔为县委书记."""


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
    if _ANOTHER.search(gap) or _NOT_YET.search(gap):
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
