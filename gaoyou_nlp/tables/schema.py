"""The one schema of all tables: names, types, units, meanings and examples of their columns.

Columns keep their order; new ones are added before the shared ones at the end. A new table is an
entry here and a function in ``rows``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Type = Literal["text", "integer", "number", "date", "boolean"]

VERSION: Final = 2
"""Of the schema; goes up when a column changes its meaning or its place."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Parameters:
        name: What it is called: ASCII, at most 32 characters, no reserved word of Stata.
        type: What its cells are. A ``number`` is a decimal, a ``date`` an ISO 8601 day.
        chinese: What it is called in Chinese.
        meaning: In a line.
        example: A cell as it is written in CSV.
        unit: Of numbers.
    """

    name: str
    type: Type
    chinese: str
    meaning: str
    example: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Parameters:
        name: What it and its sheet or file is called.
        chinese: What it is called in Chinese.
        meaning: What a row stands for.
        columns: All of them, in their order.
    """

    name: str
    chinese: str
    meaning: str
    columns: tuple[Column, ...]

    def names(self, *, chinese: bool = False) -> list[str]:
        """Return the names of the columns.

        Examples:
            >>> TABLES["dates"].names()[:4]
            ['article_id', 'date_id', 'text', 'first_day']
        """
        return [column.chinese if chinese else column.name for column in self.columns]


_ARTICLE: Final = Column(
    "article_id", "text", "文章编号", "The article; see articles.article_id", "2022/news-3"
)
_PERSON: Final = Column(
    "person_id", "text", "人物编号", "The person, see people; article and name where the tables "
    "are not linked", "p-48fe3d103e76",
)  # fmt: skip
_ENTITY: Final = Column(
    "entity_id", "text", "实体编号", "The person, body, place or project that it names; empty "
    "where unsure, and where the tables are not linked", "b-1f0a2c3d4e5f",
)  # fmt: skip
_SEEN: Final = (
    Column("first_day", "date", "最早日期", "Day of the first article that names it",
           "2020-02-01"),
    Column("last_day", "date", "最晚日期", "Day of the last article that names it", "2022-01-08"),
    Column("articles", "integer", "文章数", "How many articles name it", "12"),
)  # fmt: skip
_IN_AREA: Final = (
    Column("area", "text", "所在地区", "The area from the province to the county that it is in",
           "高邮市"),
    Column("area_code", "text", "地区代码", "Six digits of the area; empty where they are not "
           "certain", "321084"),
)  # fmt: skip

_PLACE: Final = (
    Column("sentence", "text", "原句", "The sentence of the article", "县水利局局长叶大川到场。"),
    Column("source_path", "text", "来源文件", "The file that the article was read from", "a.txt"),
    Column("start", "integer", "起始", "First character in the article's text, from 0", "5",
           "characters"),
    Column("end", "integer", "结束", "One past the last character in the text", "8", "characters"),
    Column("source_start", "integer", "来源起始", "First character in the decoded source file", "5",
           "characters"),
    Column("source_end", "integer", "来源结束", "One past the last character in the source file",
           "9", "characters"),
    Column("rule", "text", "规则", "What found it: the id of a rule, or model", "person.chain"),
    Column("score", "number", "得分", "How sure the model is, 0 to 1; empty for rules", "0.98"),
)  # fmt: skip
"""Where a row comes from: the last columns of every table but that of the articles."""

_ALL: Final = (
    Table("articles", "文章", "An article.", (
        Column("article_id", "text", "文章编号", "Unique in a run", "2022/news-3"),
        Column("date", "date", "日期", "Day of publication, where the input gives it",
               "2022-03-04"),
        Column("title", "text", "标题", "Headline", "县水库开工"),
        Column("subtitle", "text", "副标题", "Line under the headline", "总投资5亿元"),
        Column("kicker", "text", "引题", "Line above the headline", "重大项目"),
        Column("byline", "text", "署名", "The by-line as printed", "记者 孟小荷"),
        Column("author", "text", "作者", "As the document's own data name her or him", "孟小荷"),
        Column("publisher", "text", "发布者", "As the document says it", "云河日报"),
        Column("url", "text", "网址", "As the document says it", "https://example.org/3.html"),
        Column("characters", "integer", "字数", "Length of the text", "1238", "characters"),
        Column("source_path", "text", "来源文件", "The file it was read from", "a.txt"),
        Column("source_line", "integer", "来源行", "Its line or row in a file of many, from 1",
               "7"),
        Column("source_page", "integer", "来源页", "The page of a document where its first mention "
               "stands, from 1", "2"),
        Column("source_encoding", "text", "来源编码", "The encoding of that file", "gb18030"),
        Column("source_sha256", "text", "来源校验", "The sha256 of that file, where it was taken",
               "9f86d081884c7d65"),
        Column("model", "text", "模型", "Name and version of what annotated it",
               "zh_gaoyou_news 1.0.0"),
        Column("text", "text", "正文", "The text that all offsets count in", "县水库开工…"),
    )),
    Table("authors", "作者", "A name of a by-line.", (
        _ARTICLE,
        Column("name", "text", "姓名", "The name", "孟小荷"),
        Column("role", "text", "身份", "As printed", "记者"),
        _PERSON,
        *_PLACE,
    )),
    Table("mentions", "提及", "A marked stretch of text.", (
        _ARTICLE,
        Column("mention_id", "integer", "提及编号", "Its number in the article, from 0", "2"),
        Column("label", "text", "类别", "OFFICIAL, PERSON, TITLE, ORG, GPE, MONEY or PROJECT",
               "OFFICIAL"),
        Column("text", "text", "文字", "The characters", "叶大川"),
        Column("canonical", "text", "规范名", "The name that your word list gives it", "县水利局"),
        Column("origin", "text", "来历", "rule, model, both, or user (your word list)", "both"),
        _ENTITY,
        *_PLACE,
    )),
    Table("officials", "官员", "An official of an article; the place is the first mention.", (
        _ARTICLE,
        _PERSON,
        Column("name", "text", "姓名", "The personal name", "叶大川"),
        Column("posts", "text", "职务", "All posts in the article, parted by ; ",
               "县水利局 党组书记; 县水利局 局长"),
        Column("mentions", "integer", "提及次数", "How often the article names her or him", "3"),
        *_PLACE,
    )),
    Table("posts", "任职", "A post of an official in an article; the place is the title's.", (
        _ARTICLE,
        _PERSON,
        Column("name", "text", "姓名", "The personal name", "叶大川"),
        Column("org", "text", "单位", "The body as written; empty where none is named", "县水利局"),
        Column("title", "text", "职务", "The post as written", "局长"),
        Column("change", "text", "变动", "appointed, removed …; empty where the text says no more "
               "than that the post is held", "removed"),
        Column("start_date", "date", "任职日期", "First day in the post, where the text says it",
               "2022-03-04"),
        Column("end_date", "date", "免职日期", "Last day in the post, where the text says it",
               "2023-05-06"),
        Column("body", "text", "单位全称", "Full name of the body, with its area where that is "
               "known; one for all its names in the article", "云河县水利局"),
        Column("area", "text", "所属地区", "Area of the body; empty where it is left open",
               "云河县"),
        Column("start_grain", "text", "任职日期粒度", "How exact that day is: day, month, year …",
               "month"),
        Column("start_text", "text", "任职日期原文", "The date as written", "2022年3月"),
        Column("end_grain", "text", "免职日期粒度", "How exact that day is", "day"),
        Column("end_text", "text", "免职日期原文", "The date as written", "2023年5月6日"),
        Column("org_id", "text", "单位编号", "The body, see bodies; empty where unsure, and where "
               "the tables are not linked", "b-1f0a2c3d4e5f"),
        *_PLACE,
    )),
    Table("amounts", "金额", "An amount of money.", (
        _ARTICLE,
        Column("amount_id", "integer", "金额编号", "Its number in the article, from 0", "0"),
        Column("mention_id", "integer", "提及编号", "Its mention; see mentions.mention_id", "4"),
        Column("text", "text", "文字", "The characters", "3至5亿元"),
        Column("low", "number", "下限", "Lower bound; empty where open", "300000000",
               "of the currency (元, not 万元)"),
        Column("high", "number", "上限", "Upper bound; equal to low for one number", "500000000",
               "of the currency"),
        Column("currency", "text", "币种", "ISO 4217", "CNY"),
        Column("comparator", "text", "比较", ">=, >, <=, <, ~ or empty", ">="),
        Column("per", "text", "单价单位", "Of a unit price", "亩"),
        Column("vague", "boolean", "概数", "Whether only bounds are said (几亿)", "false"),
        *_PLACE,
    )),
    Table("projects", "项目", "A project of an article; the place is the first mention.", (
        _ARTICLE,
        Column("project_id", "integer", "项目编号", "Its number in the article, from 0", "0"),
        Column("name", "text", "名称", "Its longest name in the article", "云湖水库扩建工程"),
        Column("status", "text", "状态", "前期, 在谈, 签约, 开工, 在建, 竣工, 投产, 达产 or empty",
               "开工"),
        Column("amount_low", "number", "投资下限", "Lower bound of its total; empty where open",
               "500000000", "of the currency"),
        Column("amount_high", "number", "投资上限", "Upper bound of its total", "500000000",
               "of the currency"),
        Column("amount_currency", "text", "投资币种", "ISO 4217", "CNY"),
        Column("amount_text", "text", "投资文字", "The total as written", "5亿元"),
        Column("place", "text", "地点", "Where it is: area or address, as written",
               "云河县城东工业园"),
        Column("mentions", "integer", "提及次数", "How often the article names it", "2"),
        Column("builder", "text", "建设单位", "Who builds it or invests in it, as written",
               "县交通运输局"),
        Column("capacity", "text", "产能", "What it makes or handles, parted by ; ",
               "年产3万吨纸板"),
        Column("start_date", "date", "开工日期", "First day of its construction", "2021-03-01"),
        Column("start_grain", "text", "开工日期粒度", "How exact that day is: day, month, year …",
               "month"),
        Column("start_planned", "boolean", "开工为计划", "Whether it is still to come by the text",
               "false"),
        Column("end_date", "date", "建成日期", "Last day of its completion, else of its start-up",
               "2023-12-31"),
        Column("end_grain", "text", "建成日期粒度", "How exact that day is", "year"),
        Column("end_stage", "text", "建成阶段", "What end_date is of: 竣工 or 投产", "竣工"),
        Column("end_planned", "boolean", "建成为计划", "Whether it is still to come by the text",
               "true"),
        Column("group_id", "integer", "项目组编号", "Its group; see project_groups.group_id", "0"),
        _ENTITY,
        *_PLACE,
    )),
    Table("project_groups", "项目组", "Several projects that an article counts or sums up "
          "together; the sum belongs to none of them alone.", (
        _ARTICLE,
        Column("group_id", "integer", "项目组编号", "Its number in the article, from 0", "0"),
        Column("project_count", "integer", "项目数", "How many there are by the text; empty where "
               "it does not say so exactly", "12", "projects"),
        Column("members", "text", "项目", "Those that the text names, parted by ; ",
               "云湖水库扩建工程; 沙坪大桥"),
        Column("member_ids", "text", "项目编号", "Their projects.project_id, parted by ; ", "0; 1"),
        Column("amount_low", "number", "投资下限", "Lower bound of their sum; empty where open",
               "8600000000", "of the currency"),
        Column("amount_high", "number", "投资上限", "Upper bound of their sum", "8600000000",
               "of the currency"),
        Column("amount_currency", "text", "投资币种", "ISO 4217", "CNY"),
        Column("amount_text", "text", "投资文字", "The sum as written", "86亿元"),
        Column("text", "text", "文字", "The part of the sentence that says it",
               "12个项目集中开工，总投资86亿元"),
        *_PLACE,
    )),
    Table("figures", "指标", "A target or result: the number that an indicator has in a period.", (
        _ARTICLE,
        Column("figure_id", "integer", "指标编号", "Its number in the article, from 0", "0"),
        Column("status", "text", "性质", "target, result, or empty where the text leaves it open",
               "target"),
        Column("indicator", "text", "指标原文", "The indicator as written", "GDP"),
        Column("canonical", "text", "指标", "Its one name; empty where it has none",
               "地区生产总值"),
        Column("kind", "text", "类型", "level, growth, share, count, rank or increment", "growth"),
        Column("direction", "text", "方向", "up or down, of growth and increments", "up"),
        Column("low", "number", "下限", "Lower bound; empty where open", "6", "column unit"),
        Column("high", "number", "上限", "Upper bound; equal to low for one number", "6",
               "column unit"),
        Column("unit", "text", "单位", "元, %, 百分点, 人, 个 …; 万 and 亿 are written out", "%"),
        Column("comparator", "text", "比较", ">=, >, <=, <, ~ or empty", "~"),
        Column("period_start", "date", "期间起", "First day; empty where not said", "2022-01-01"),
        Column("period_end", "date", "期间止", "Last day; empty where not said", "2022-12-31"),
        Column("wording", "text", "措辞", "The word that says how firm it is", "力争"),
        Column("wording_class", "text", "措辞类别", "hard, expected, effort or plan", "effort"),
        Column("owner", "text", "主体", "The body or area it belongs to, as written", "云河县"),
        Column("speaker", "text", "说话人", "Who says it", "叶大川"),
        Column("condition", "text", "条件", "What the counted things must fulfil", "亿元以上"),
        Column("group_id", "integer", "组号", "The same for level, growth and rank of one "
               "indicator in one sentence", "1"),
        Column("text", "text", "文字", "The part of the clause that says it", "GDP增长6%左右"),
        *_PLACE,
    )),
    Table("statements", "言论", "Something that somebody says.", (
        _ARTICLE,
        Column("statement_id", "integer", "言论编号", "Its number in the article, from 0", "0"),
        Column("kind", "text", "类型", "direct (quoted) or reported", "direct"),
        Column("speaker", "text", "说话人", "Who says it; empty where a pronoun may be several",
               "叶大川"),
        Column("mention_id", "integer", "提及编号", "The speaker's mention, if any", "2"),
        Column("text", "text", "文字", "What is said", "大桥年底通车。"),
        *_PLACE,
    )),
    Table("dates", "日期", "A date expression and the days it stands for.", (
        _ARTICLE,
        Column("date_id", "integer", "日期编号", "Its number in the article, from 0", "0"),
        Column("text", "text", "文字", "The characters", "去年9月"),
        Column("first_day", "date", "首日", "First day; empty where open or not known",
               "2021-09-01"),
        Column("last_day", "date", "末日", "Last day, included", "2021-09-30"),
        Column("grain", "text", "粒度", "day, ten-day, week, month, season, quarter, half, year, "
               "five-year, decade or empty", "month"),
        Column("note", "text", "说明", "Why a day is missing or rests on a convention",
               "no anchor"),
        *_PLACE,
    )),
    Table("people", "人物", "A person over all articles; of one article where the tables are not "
          "linked.", (
        Column("person_id", "text", "人物编号", "Stays the same in later runs", "p-48fe3d103e76"),
        Column("name", "text", "姓名", "The personal name", "叶大川"),
        Column("posts", "text", "职务", "The posts by their first days, parted by ; ",
               "高邮市水利局 局长; 高邮市商务局 局长"),
        *_IN_AREA,
        *_SEEN,
    )),
    Table("bodies", "单位", "A body over all articles; none where the tables are not linked.", (
        Column("org_id", "text", "单位编号", "Stays the same in later runs", "b-1f0a2c3d4e5f"),
        Column("name", "text", "名称", "Its full name, the last one where it has changed",
               "高邮市发展和改革委员会"),
        Column("other_names", "text", "其他名称", "As written and as it was called, parted by ; ",
               "市发改委; 高邮市发改委"),
        *_IN_AREA,
        *_SEEN,
    )),
    Table("places", "地点", "A place over all articles; none where the tables are not linked.", (
        Column("place_id", "text", "地点编号", "Stays the same in later runs", "l-0d9c8b7a6f5e"),
        Column("name", "text", "名称", "Its full name", "三垛镇"),
        Column("other_names", "text", "其他名称", "As written, parted by ; ", "三垛"),
        *_IN_AREA,
        *_SEEN,
    )),
    Table("linked_projects", "跨文项目", "A project over all articles; none where the tables are "
          "not linked.", (
        Column("entity_id", "text", "项目总编号", "Stays the same in later runs",
               "w-5a4b3c2d1e0f"),
        Column("name", "text", "名称", "Its name without the area", "云湖水库扩建工程"),
        Column("other_names", "text", "其他名称", "As written, parted by ; ", "云湖水库扩建"),
        *_IN_AREA,
        *_SEEN,
    )),
    Table("links", "链接", "What an article names, and what that is over all articles; the place "
          "is the first mention. None where the tables are not linked.", (
        _ARTICLE,
        Column("kind", "text", "类别", "person, body, place or project", "body"),
        Column("name", "text", "名称", "As written", "市发改委"),
        _ENTITY,
        Column("link_score", "number", "链接得分", "How sure that is, 0 to 1", "0.99"),
        Column("reason", "text", "理由", "Why", "short form in the tables"),
        Column("mentions", "integer", "提及次数", "How often the article names it", "2"),
        *_PLACE,
    )),
)  # fmt: skip

TABLES: Final = {table.name: table for table in _ALL}
"""The tables by their names, in their order."""
