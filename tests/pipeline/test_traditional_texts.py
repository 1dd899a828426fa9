"""Traditional text through the pipeline: the same as its simplified twin, cut from the original."""

from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

import gaoyou_nlp
from gaoyou_nlp import Article, Record, annotate, load
from gaoyou_nlp.pipeline.memory import reading_text_of, text_of

TWINS = {
    "縣委書記何景行昨日會見台商，縣財政局局長孫志強陪同。": (
        "县委书记何景行昨日会见台商，县财政局局长孙志强陪同。"
    ),
    "鎮江市副市長劉國棟到訪開發區，聽取管委會主任張學農匯報。": (
        "镇江市副市长刘国栋到访开发区，听取管委会主任张学农汇报。"
    ),
    "會議由縣長馬曉東主持，縣委副書記趙麗華作報告。": (
        "会议由县长马晓东主持，县委副书记赵丽华作报告。"
    ),
    "東興紡織產業園項目總投資約12.5億元，年內竣工。": (
        "东兴纺织产业园项目总投资约12.5亿元，年内竣工。"
    ),
    "縣農業農村局撥款三千五百萬元，補貼農機購置。": (
        "县农业农村局拨款三千五百万元，补贴农机购置。"
    ),
    "江蘇遠達電氣有限公司董事長陳偉與縣政府簽約，投資超過8億元建設儲能電池項目。": (
        "江苏远达电气有限公司董事长陈伟与县政府签约，投资超过8亿元建设储能电池项目。"
    ),
    "任命錢衛東為縣水務局局長，免去吳愛華的縣水務局局長職務。": (
        "任命钱卫东为县水务局局长，免去吴爱华的县水务局局长职务。"
    ),
    "記者從縣發展和改革委員會獲悉，城東污水處理廠擴建工程已開工。": (
        "记者从县发展和改革委员会获悉，城东污水处理厂扩建工程已开工。"
    ),
    "𠮷祥鎮黨委書記葉鳳鳴說，全鎮將投入2000餘萬元修路。": (
        "𠮷祥镇党委书记叶凤鸣说，全镇将投入2000余万元修路。"
    ),
    "新北區人民醫院院長羅慶豐、揚州大學教授顧為民出席。": (
        "新北区人民医院院长罗庆丰、扬州大学教授顾为民出席。"
    ),
    "縣人大常委會主任鄧華強率隊視察，原縣教育局局長蘇鐵軍參加。": (
        "县人大常委会主任邓华强率队视察，原县教育局局长苏铁军参加。"
    ),
    "香港華潤貿易公司擬出資1.2億港元，在鹽城市設廠，每畝投資不低於300萬元。": (
        "香港华润贸易公司拟出资1.2亿港元，在盐城市设厂，每亩投资不低于300万元。"
    ),
    "昨日上午，市公安局副局長譚銳鋒到龍潭鄉檢查，鄉長彭靜陪同。": (
        "昨日上午，市公安局副局长谭锐锋到龙潭乡检查，乡长彭静陪同。"
    ),
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load("rules")


def _record(text: str, nlp: Language) -> Record:
    [record] = annotate([Article("1", text)], nlp)
    return record


def _whole(record: Record) -> list[object]:
    """All of a record but its characters."""
    amounts = [(at, replace(amount, text="")) for at, amount in record.amounts]
    officials = [
        (o.mentions, [(len(p.org or ""), len(p.title), p.change, p.rule) for p in o.posts])
        for o in record.officials
    ]
    projects = [(p.status, p.amount, p.mentions, len(p.name)) for p in record.projects]
    spans = [(s.start, s.end, s.label, s.rule) for s in record.spans]
    return [spans, amounts, officials, projects]


@pytest.mark.parametrize("text", TWINS)
def test_the_same_as_its_twin(text: str, nlp: Language) -> None:
    record, twin = _record(text, nlp), _record(TWINS[text], nlp)
    assert len(twin.spans) > 0
    assert _whole(record) == _whole(twin)
    assert [text[s.start : s.end] for s in record.spans] == [s.text for s in record.spans]
    assert [text[a.start : a.end] for _, a in record.amounts] == [a.text for _, a in record.amounts]
    said = [o.name for o in record.officials] + [p.name for p in record.projects]
    said += [v for o in record.officials for p in o.posts for v in (p.org or "", p.title)]
    assert [value for value in said if value not in text] == []


def test_spans_and_posts_are_cut_from_the_original(nlp: Language) -> None:
    record = _record(next(iter(TWINS)), nlp)
    assert [(s.text, s.label) for s in record.spans] == [
        ("縣委", "ORG"),
        ("書記", "TITLE"),
        ("何景行", "OFFICIAL"),
        ("縣財政局", "ORG"),
        ("局長", "TITLE"),
        ("孫志強", "OFFICIAL"),
    ]
    assert [(o.name, [(p.org, p.title) for p in o.posts]) for o in record.officials] == [
        ("何景行", [("縣委", "書記")]),
        ("孫志強", [("縣財政局", "局長")]),
    ]


def test_a_traditional_paragraph_in_a_simplified_article(nlp: Language) -> None:
    first = "县水务局局长陈一鸣说，" + "水库建成后全县的供水将有保证，" * 8 + "总投资3亿元。"
    second = "縣財政局局長孫志強陪同。"
    record = _record(f"{first}\n{second}", nlp)
    assert [(s.text, s.label) for s in record.spans] == [
        ("县水务局", "ORG"),
        ("局长", "TITLE"),
        ("陈一鸣", "OFFICIAL"),
        ("3亿元", "MONEY"),
        ("縣財政局", "ORG"),
        ("局長", "TITLE"),
        ("孫志強", "OFFICIAL"),
    ]


def test_a_simplified_text_is_its_own_reading(nlp: Language) -> None:
    doc = nlp("县水务局局长陈一鸣说，总投资5亿元。")
    assert reading_text_of(doc) is text_of(doc)


@pytest.mark.parametrize("surface", ["鳴鶴山莊", "鸣鹤山庄"])
def test_a_list_in_either_script(surface: str, tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text(f"surface\tlabel\n{surface}\tORG\n", encoding="utf-8")
    nlp = gaoyou_nlp.load("rules", lexicon=path)
    doc = nlp("記者昨日來到鳴鶴山莊，見到了場長。")
    assert ("鳴鶴山莊", "ORG") in [(ent.text, ent.label_) for ent in doc.ents]
