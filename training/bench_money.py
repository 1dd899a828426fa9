"""Measure the speed of money extraction against jionlp and recognizers-text, in one run.

    python training/bench_money.py --text news.jsonl.gz --characters 300000

Each tool runs in a process of its own on the same texts; the table gives characters per CPU second
of one thread, the best of three runs, and the number of amounts found. A peer that is not installed
is left out and named. The peers come with the ``bench`` extra; recognizers-text needs emoji
before 2.0, so an environment of its own is best: ``--python`` names its interpreter.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

TOOLS = ("gaoyou", "jionlp", "recognizers")
SENTENCES = (
    "全年实现地区生产总值812.6亿元，增长6.4%，一般公共预算收入突破50亿元。",
    "会议通报了重点项目推进情况，要求各地各部门压实责任，确保按期建成。",
    "总投资35亿元的新材料产业园开工，项目达产后可实现年销售60亿至80亿元、税收3亿元以上。",
    "县里拿出2000余万元支持乡村道路建设，每亩补助300元，惠及群众1.2万人。",
    "该公司注册资本5000万美元，计划用地320亩，新增就业岗位1500个。",
)


def texts(path: Path | None, characters: int) -> list[str]:
    """Return texts of so many characters: from JSONL with a text field, or invented sentences."""
    if path is None:
        sentence = "\n".join(SENTENCES)
        return [sentence * 4] * max(1, characters // (4 * len(sentence)))
    found: list[str] = []
    left = characters
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode().splitlines()
    while left > 0:
        for line in lines:
            text = json.loads(line)["text"][:left]
            found.append(text)
            left -= len(text)
            if left <= 0:
                break
    return found


def finder(tool: str) -> Callable[[str], int]:
    """Return a function from a text to the number of amounts that a tool finds.

    Raises:
        ImportError: The tool is not installed.
    """
    if tool == "gaoyou":
        from gaoyou_nlp.money import find_money

        return lambda text: len(find_money(text))
    if tool == "jionlp":
        import jionlp

        return lambda text: len(jionlp.ner.extract_money(text, with_parsing=False))
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    model = NumberWithUnitRecognizer("zh-cn").get_currency_model("zh-cn", False)
    return lambda text: len(model.parse(text))


def measure(tool: str, batch: Iterable[str], repeats: int) -> dict[str, float]:
    """Return the characters per CPU second, best of some runs, and the amounts found."""
    batch = list(batch)
    find = finder(tool)
    find(batch[0][:200])
    best = float("inf")
    found = 0
    for _ in range(repeats):
        start = time.process_time()
        found = sum(find(text) for text in batch)
        best = min(best, time.process_time() - start)
    return {"speed": sum(map(len, batch)) / best, "amounts": found}


def main() -> None:
    """Run every tool in its own process and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--text", type=Path, help="JSONL (.gz) with a text field")
    parser.add_argument("--characters", type=int, default=300_000)
    parser.add_argument("--slow-characters", type=int, default=30_000, help="for recognizers")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--python", default=sys.executable, help="interpreter with the peers")
    parser.add_argument("--tool", choices=TOOLS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.tool:
        most = options.slow_characters if options.tool == "recognizers" else options.characters
        result = measure(options.tool, texts(options.text, most), options.repeats)
        sys.stdout.write(json.dumps(result) + "\n")
        return
    rows: dict[str, dict[str, float]] = {}
    for tool in TOOLS:
        python = sys.executable if tool == "gaoyou" else options.python
        command = [python, __file__, *sys.argv[1:], "--tool", tool]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            reason = done.stderr.strip().splitlines()[-1:] or ["no reason given"]
            sys.stdout.write(f"{tool}: left out ({reason[0]})\n")
            continue
        rows[tool] = json.loads(done.stdout.splitlines()[-1])
    sys.stdout.write("| tool | characters / CPU s | amounts | gaoyou is |\n|---|---|---|---|\n")
    for tool, row in rows.items():
        ratio = rows["gaoyou"]["speed"] / row["speed"] if "gaoyou" in rows else float("nan")
        sys.stdout.write(
            f"| {tool} | {row['speed']:,.0f} | {row['amounts']:.0f} | {ratio:.1f} × as fast |\n"
        )


if __name__ == "__main__":
    main()
