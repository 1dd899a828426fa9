"""Measures how fast documents are read and how much memory that takes, beside the bare library.

    python training/bench_documents.py [--pages 1000]

A PDF file of so many pages (two columns of 1,700 characters a page, page numbers) is read by
``gaoyou_nlp.reading``, and its text taken by pypdfium2 alone and by what else is installed. Each
program runs in a process of its own; the peak is that of the process, the base that of one which
only imports. Other kinds of documents follow, a thousand notices each.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

TEXT = (
    "云岫县交通运输局局长师一帆介绍，枫溪大桥总投资3.85亿元，由湖北鼎岳路桥有限公司承建，全长"
    "1.26公里，通车以后枫溪镇到县城的车程将由40分钟缩短到12分钟，两万多名群众从中受益。"
)
PROGRAMS = ("base", "gaoyou", "pypdfium2", "pdfminer.six", "pdfplumber")


def make_pdf(path: Path, pages: int) -> None:
    """Write a file of many pages in two columns."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), pagesize=(595, 842), pageCompression=1, invariant=True)
    room, rows = 23, 40
    for page in range(pages):
        canvas.setFont("STSong-Light", 10)
        text = "　　" + TEXT * 20
        for column in range(2):
            for row in range(rows):
                at = (column * rows + row) * room
                canvas.drawString(50 + 255 * column, 770 - 17 * row, text[at : at + room])
        canvas.drawString(290, 30, f"— {page + 1} —")
        canvas.showPage()
    canvas.save()


def make_archive(path: Path, kind: str, count: int) -> None:
    """Write a ZIP file of many notices of one kind."""
    lines = [f"云岫县通报第{{}}号\n{TEXT}", TEXT, TEXT]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            texts = [line.format(number) for line in "\n".join(lines).split("\n")]
            archive.writestr(f"{number:05}.{kind}", _notice(kind, texts))


def _notice(kind: str, texts: list[str]) -> bytes:
    if kind == "html":
        body = "".join(f"<p>{text}</p>" for text in texts[1:])
        page = f"<!DOCTYPE html><title>{texts[0]}</title><h1>{texts[0]}</h1><div>{body}</div>"
        return page.encode()
    import docx

    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def measure(program: str, path: Path) -> None:
    """Read a file by a program; print characters, CPU seconds and peak memory."""
    from gaoyou_nlp.reading import read

    begin = time.process_time()
    size = 0
    if program == "gaoyou":
        size = sum(len(article.text) for article in read(path))
    elif program == "pypdfium2":
        import pypdfium2

        for page in pypdfium2.PdfDocument(path):
            size += len(page.get_textpage().get_text_range())
    elif program == "pdfminer.six":
        from pdfminer.high_level import extract_text

        size = len(extract_text(path))
    elif program == "pdfplumber":
        import pdfplumber

        with pdfplumber.open(path) as document:
            for page in document.pages:
                size += len(page.extract_text() or "")
                page.close()
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps([size, seconds, peak]))


def main() -> None:
    """Make the files, run each program, print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--measure", nargs=2, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        measure(given.measure[0], Path(given.measure[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        runs = []
        pdf = Path(folder, "pages.pdf")
        make_pdf(pdf, given.pages)
        runs += [(f"{given.pages} PDF pages", program, pdf) for program in PROGRAMS]
        for kind in ("html", "docx"):
            archive = Path(folder, f"{kind}.zip")
            make_archive(archive, kind, given.pages)
            runs.append((f"{given.pages} {kind} in a ZIP", "gaoyou", archive))
        for name, program, path in runs:
            command = [sys.executable, __file__, "--measure", program, str(path)]
            ended = subprocess.run(command, capture_output=True, text=True, check=False)
            if ended.returncode:
                sys.stdout.write(f"{name:22} {program:14} not installed, or failed\n")
                continue
            size, seconds, peak = json.loads(ended.stdout)
            sys.stdout.write(
                f"{name:22} {program:14} {size:9} characters {seconds:7.1f} s CPU {peak:6.0f} MiB\n"
            )
            sys.stdout.flush()


if __name__ == "__main__":
    main()
