"""What stands beside an amount: bounds that fall, words behind a unit of price, units that go on.

Each row is a text with its amounts in brackets, and their readings; see ``money_notation``.
"""

from __future__ import annotations

import pytest
from money_notation import mark, readings, rows_of, unmark

from gaoyou_nlp.money import find_money

FALLS = """
豆粕现货跌破[3100元]/吨 | … 3100 CNY `<` /吨
金价一度跌破每盎司[1800美元] | … 1800 USD `<` /盎司
股价跌穿[20元] | … 20 CNY `<`
玉米失守每吨[2300元]关口 | … 2300 CNY `<` /吨
鸡蛋价格跌至每斤[4元]以下 | … 4 CNY `<` /斤
均价回落到[8000元]以下 | … 8000 CNY `<`
成本降到[500元]以内 | … 500 CNY `<`
总额未超过[300万元] | … 3000000 CNY `<=`
单笔不得超过[5万元] | … 50000 CNY `<=`
产值尚未突破[2亿元] | … 200000000 CNY `<=`
全年没有超过[80亿元] | … 8000000000 CNY `<=`
年纯收入不到[5万元] | … 50000 CNY `<`
余款不足[40万元] | … 400000 CNY `<`
价格跌至每吨[3000元] | 3000 CNY /吨
产值突破[10亿元] | 1000000000 … CNY `>`
税收首破[10亿元] | 1000000000 … CNY `>`
处[5万元]以下罚款 | … 50000 CNY `<=`
"""
BEHIND_UNITS = """
出厂价在[1750元]/吨左右 | 1750 CNY `~` /吨
每套[300元]左右 | 300 CNY `~` /套
比年初高出[200元]/吨以上 | 200 … CNY `>=` /吨
租金[600元]/亩以下的地块 | … 600 CNY `<=` /亩
木板[90元]/张起 | 90 … CNY `>=` /张
柚子[6元]一斤左右 | 6 CNY `~` /斤
报价[15元]/(㎡·月)以上 | 15 … CNY `>=` /㎡·月
补贴[200元]/吨。左右两岸 | 200 CNY /吨
大约需要[30万元] | 300000 CNY `~`
装修大约要[8万元] | 80000 CNY `~`
单户额度最高可达[1000万元] | … 10000000 CNY `<=`
奖金最多可达[3000元] | … 3000 CNY `<=`
需要[30万元] | 300000 CNY
可达[1000万元] | 10000000 CNY
已预约需要[30元] | 30 CNY
"""
GOES_ON = """
对每人处[一千元]以上[五千元]以下罚款 | 1000 … CNY `>=` /人; … 5000 CNY `<=` /人
每人每年由[420元]提高到[450元] | 420 CNY /人·年; 450 CNY /人·年
由每人每月[420元]提高至[450元] | 420 CNY /人·月; 450 CNY /人·月
职工每人[446元]，次年提高到[610元] | 446 CNY /人; 610 CNY /人
每亩租金从[500元]涨到[800元] | 500 CNY /亩; 800 CNY /亩
每人奖励[3000元]、[2000元] | 3000 CNY /人; 2000 CNY /人
给予每人[10万元]经费补贴和[2万元]安家费 | 100000 CNY /人; 20000 CNY /人
考试费每人每科[60元] | 60 CNY /人·科
每人日均工资涨到[80元] | 80 CNY /人·日
每人年平均收入[一百五十元至二百元] | 150 … 200 CNY /人·年
每亩[500元]，总投资[800万元] | 500 CNY /亩; 8000000 CNY
每亩补贴[300元]，全镇共发放[20万元] | 300 CNY /亩; 200000 CNY
每吨[300元]以上，年产值[5亿元]以上 | 300 … CNY `>=` /吨; 500000000 … CNY `>=`
每人[200元]和总额[30万元] | 200 CNY /人; 300000 CNY
每科室奖励[500元] | 500 CNY /科室
"""
CURRENCIES = """
抢走[5000比索]，还有柜子里的[12万]现金 | 5000 ?; 120000 ?
出价[3万美元]，保证金[50万] | 30000 USD; 500000 ?
投资[20万]，另捐[5万美元]。 | 200000 ?; 50000 USD
出价[3万美元]。投资[50万]。 | 30000 USD; 500000 CNY
投资[2亿元]，税收[5000万]，创汇[3万美元] | 200000000 CNY; 50000000 CNY; 30000 USD
投资[2亿元]，税收[5000万] | 200000000 CNY; 50000000 CNY
投资[50万] | 500000 CNY
出口额从[5亿]增至[8亿美元] | 500000000 USD; 800000000 USD
"""


@pytest.mark.parametrize(
    ("marked", "expected"),
    [row for table in (FALLS, BEHIND_UNITS, GOES_ON, CURRENCIES) for row in rows_of(table)],
)
def test_what_stands_beside(marked: str, expected: str) -> None:
    text, _ = unmark(marked)
    amounts = find_money(text)
    assert (mark(text, amounts), readings(amounts)) == (marked, expected)
