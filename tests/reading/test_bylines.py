"""By-lines: roles, names, and names that nothing parts."""

import pytest

from gaoyou_nlp.language.name_runs import split_names
from gaoyou_nlp.reading.bylines import dateline_authors, parse_byline, trailing_byline


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("通讯员周敏 记者 李晓静", "周敏/通讯员 李晓静/记者"),
        ("通讯员 周敏记者李晓静", "周敏/通讯员 李晓静/记者"),
        ("周敏 李晓静", "周敏/ 李晓静/"),
        ("周敏李晓静", "周敏/ 李晓静/"),
        ("周敏、李晓静、何平", "周敏/ 李晓静/ 何平/"),
        ("王　军", "王军/"),
        ("周 敏 李 静", "周敏/ 李静/"),
        ("（本报记者 王 军 通讯员 欧阳文华）", "王军/记者 欧阳文华/通讯员"),
        ("■本报记者 王军 李静", "王军/记者 李静/记者"),
        ("江都日报记者 王军", "王军/记者"),
        ("特约通讯员：王军", "王军/特约通讯员"),
        ("文/图 王军", "王军/文/图"),
        ("王军 文/图", "王军/文/图"),
        ("文/王军 图/李静", "王军/文 李静/图"),
        ("融媒体中心记者 王军 通讯员 李静 报道", "王军/记者 李静/通讯员"),
        ("记者 阿不都·热合曼", "阿不都·热合曼/记者"),
        ("责任编辑：李静", "李静/责任编辑"),
        ("记者从县水务局了解到", ""),
        ("记者探访新区", ""),
        ("作者单位：县委党校", ""),
        ("项目建设", ""),
        ("金融服务 平安建设", ""),
        ("高质量发展", ""),
        ("王军 摄", ""),
        ("江苏 江都", ""),
        ("记者", ""),
        ("", ""),
    ],
)
def test_parse_byline(byline: str, authors: str) -> None:
    found = [f"{author.name}/{author.role or ''}" for author in parse_byline(byline)]
    assert found == authors.split()


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("周敏李晓静", "周敏 李晓静"),
        ("王军王磊", "王军 王磊"),
        ("李明欧阳文华", "李明 欧阳文华"),
        ("诸葛明", "诸葛明"),
        ("张伟丽", "张伟丽"),
        ("张三李四王五", "张三 李四 王五"),
        ("加快推进", ""),
        ("的", ""),
        ("", ""),
    ],
)
def test_split_names(run: str, names: str) -> None:
    assert list(split_names(run)) == names.split()


@pytest.mark.parametrize(
    ("paragraph", "byline"),
    [
        ("县水库开工。 通讯员周敏 记者 李晓静", "通讯员周敏 记者 李晓静"),
        ("县水库开工。（周敏）", "（周敏）"),
        ("他说：“好。” 周敏 李晓静", "周敏 李晓静"),
        ("县水库开工。周敏李晓静", None),
        ("县水库开工。记者了解到", None),
        ("县水库开工。", None),
        ("县水库开工", None),
    ],
)
def test_trailing_byline(paragraph: str, byline: str | None) -> None:
    at = trailing_byline(paragraph)
    assert (None if at is None else paragraph[at:]) == byline


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("本报讯（记者 周敏 通讯员 李静）昨日，县水库开工。", "周敏 李静"),
        ("新华社南京1月3日电（记者周敏）县水库开工。", "周敏"),
        ("本报讯（通讯员 周敏）", "周敏"),
        ("本报讯（详见第3版）昨日，县水库开工。", ""),
        ("县水库开工，通讯（信号）好。", ""),
    ],
)
def test_dateline(paragraph: str, names: str) -> None:
    assert [author.name for author in dateline_authors(paragraph)[1]] == names.split()
