"""Sets the layouts by typst and by XeLaTeX, as people who write in them do."""

# ruff: noqa: E501

from __future__ import annotations

import math
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.documents.layout_texts import BOX, BOX_TITLE, TITLE, Layout

_WIDTH = {False: 740, True: 335}
"""Points that a line of A3 and of A5 has."""


def by_typst(layout: Layout, path: Path) -> bool:
    """Set by typst; returns whether it is installed."""
    try:
        import typst
    except ImportError:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.typ")
        source.write_text(typst_source(layout), encoding="utf-8")
        typst.compile(str(source), output=str(path))
    return True


def typst_source(layout: Layout) -> str:
    """The layout for typst, whose columns are as high as one says."""
    page = '"a5", margin: 15mm, numbering: "— 1 —"' if layout.pages else '"a3", margin: 18mm'
    text = "\n\n".join(layout.texts)
    width = _WIDTH[layout.pages] * (0.64 if layout.beside else 1)
    if layout.columns > 1 and not layout.pages:
        room = int((width - 18 * (layout.columns - 1)) / layout.columns / 10)
        lines = sum(math.ceil((len(text) + 2) / room) for text in layout.texts)
        height = 16 * math.ceil(lines / layout.columns) + 2
        text = f"#block(height: {height}pt)[#columns({layout.columns}, gutter: 18pt)[{text}]]"
    title = f"#align(center)[#text(size: 24pt)[{TITLE}]]\n\n"
    other = f"#align(center)[#text(size: 15pt)[{BOX_TITLE}]]\n\n" + "\n\n".join(BOX)
    if layout.pages:
        text = f"#columns({layout.columns}, gutter: 18pt)[{text}]"
    if layout.beside:
        title, text = "", f"#grid(columns: (64%, 1fr), gutter: 20pt, [{title}{text}], [{other}])"
    table = f"\n\n#block(above: 20pt)[{_typst_table(layout)}]" if layout.table else ""
    box = f"\n\n#rect(width: 110mm, inset: 8pt)[{other}]" if layout.box else ""
    return (
        f'#set page(paper: {page})\n#set text(font: "Noto Serif CJK SC", size: 10pt, lang: "zh", top-edge: 0.8em, bottom-edge: -0.2em)\n'
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 0.6em, spacing: 0.6em)\n"
        f"{title}{text}{table}{box}\n"
    )


def _typst_table(layout: Layout) -> str:
    stroke = "none" if layout.table == "bare" else "0.5pt"
    rows = [",".join(f"[{cell}]" for cell in row) for row in layout.rows]
    if layout.table == "merged":
        two = "table.cell(rowspan: 2)"
        rows[0] = f"{two}[序号],{two}[项目名称],table.cell(colspan: 2)[投资（万元）],{two}[进度]"
        rows[1] = "[总投资],[今年计划]"
        rows[-1] = "table.cell(colspan: 2)[合计],[103300],[25000],[]"
    if layout.table == "long":
        rows[0] = f"table.header({rows[0]})"
    return f"#set par(first-line-indent: 0em, justify: false)\n#table(columns: 5, stroke: {stroke}, {','.join(rows)})"


def by_xelatex(layout: Layout, path: Path) -> bool:
    """Set by XeLaTeX with the fonts that it brings; returns whether it is installed."""
    program = shutil.which("xelatex")
    if program is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "page.tex").write_text(tex_source(layout), encoding="utf-8")
        for _ in range(2 if layout.table == "long" else 1):  # a long table knows its widths then
            subprocess.run(
                [program, "-interaction=nonstopmode", "-halt-on-error", "page.tex"],
                cwd=folder, check=True, capture_output=True, timeout=300,
            )  # fmt: skip
        shutil.copyfile(Path(folder, "page.pdf"), path)
    return True


def tex_source(layout: Layout) -> str:
    """The layout for XeLaTeX."""
    paper = "a5paper,margin=15mm" if layout.pages else "a3paper,margin=18mm"
    text = "\n\n".join(layout.texts)
    if layout.columns > 1:
        text = f"\\begin{{multicols}}{{{layout.columns}}}\n{text}\n\\end{{multicols}}"
    title = f"{{\\centering\\fontsize{{24}}{{32}}\\selectfont {TITLE}\\par}}\\vspace{{10pt}}\n\n"
    other = f"{{\\centering\\fontsize{{15}}{{24}}\\selectfont {BOX_TITLE}\\par}}\n" + "\n\n".join(
        BOX
    )
    if layout.beside:
        wide = f"\\begin{{minipage}}[t]{{0.64\\textwidth}}\\setlength\\parindent{{2em}}{title}{text}\\end{{minipage}}"
        small = f"\\begin{{minipage}}[t]{{0.32\\textwidth}}\\setlength\\parindent{{2em}}{other}\\end{{minipage}}"
        title, text = "", f"\\noindent {wide}\\hfill {small}"
    table = f"\n\n\\bigskip\\noindent\n{_tex_table(layout)}" if layout.table else ""
    box = (
        f"\n\n\\bigskip\\noindent\\fbox{{\\parbox{{110mm}}{{\\setlength\\parindent{{2em}}{other}}}}}"
        if layout.box
        else ""
    )
    return (
        "\\documentclass[10pt]{article}\n\\usepackage{xeCJK,multicol,longtable,multirow}\n"
        f"\\usepackage[{paper}]{{geometry}}\n\\setCJKmainfont{{FandolSong-Regular.otf}}\n"
        f"\\setlength\\parindent{{2em}}\\setlength\\columnsep{{20pt}}\\linespread{{1.3}}\\pagestyle{{{'plain' if layout.pages or layout.table == 'long' else 'empty'}}}\n"
        f"\\begin{{document}}\n{title}{text}{table}{box}\n\\end{{document}}\n"
    )


def _tex_table(layout: Layout) -> str:
    bar, line = ("", "") if layout.table == "bare" else ("|", "\\hline")
    columns = bar + bar.join("lllll") + bar
    rows = [f"{_tex_row(row)} {line}" for row in layout.rows]
    if layout.table == "merged":
        two = "\\multirow{2}{*}"
        rows[0] = (
            f"{two}{{序号}} & {two}{{项目名称}} & \\multicolumn{{2}}{{c|}}{{投资（万元）}} & {two}{{进度}} \\\\ \\cline{{3-4}}"
        )
        rows[-1] = f"\\multicolumn{{2}}{{|c|}}{{合计}} & 103300 & 25000 & \\\\ {line}"
        rows[1] = f" & & 总投资 & 今年计划 & \\\\ {line}"
    if layout.table == "long":
        return (
            f"\\begin{{longtable}}[l]{{{columns}}}{line} {rows[0]} \\endhead\n"
            + "\n".join(rows[1:])
            + "\\end{longtable}"
        )
    return f"\\begin{{tabular}}{{{columns}}}{line}\n" + "\n".join(rows) + "\\end{tabular}"


def _tex_row(row: Sequence[str]) -> str:
    return " & ".join(row) + " \\\\"
