"""Makes documents as bureaus of a county have them, by many programs, and says what is read.

``python tests/documents/bureau/make.py FOLDER [NAME ...]`` writes them (all, or those whose name
begins so) with reportlab, python-docx, openpyxl, xlwt, and where they are installed LibreOffice,
Chromium and typst; then it compares what a person reads there with what the library reads.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.documents.bureau import carried, office, printed
from tests.documents.bureau.expected import EXPECTED, faults


def convert(sources: Sequence[Path], ending: str) -> None:
    """Save files again with LibreOffice, started once for all; ``-office`` is added to their
    names."""
    program = shutil.which("soffice")
    if program is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder, f"{source.stem}-office{source.suffix}") for source in sources]
        for source, copy in zip(sources, copies, strict=True):
            shutil.copyfile(source, copy)
        subprocess.run(
            [program, "-env:UserInstallation=file:///tmp/bureau-office", "--headless",
             "--convert-to", ending, "--outdir", f"{folder}/out", *map(str, copies)],
            check=True, capture_output=True, timeout=600,
        )  # fmt: skip
        for source, copy in zip(sources, copies, strict=True):
            made = Path(folder, "out", f"{copy.stem}.{ending}")
            shutil.copyfile(made, source.parent / made.name)


def _printed(page: str, path: Path) -> None:
    """Print a page with Chromium."""
    program = shutil.which("chromium")
    if program is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page, encoding="utf-8")
        subprocess.run(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", source.as_uri()],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip


def _typeset(source: str, path: Path) -> None:
    """Set a page with typst."""
    try:
        import typst
    except ImportError:
        return
    path.with_suffix(".typ").write_text(source, encoding="utf-8")
    typst.compile(str(path.with_suffix(".typ")), output=str(path))
    path.with_suffix(".typ").unlink()


def make_here(folder: Path) -> None:
    """Write the documents that need no program but Python's."""
    office.notice().save(folder / "notice.docx")
    office.listing().save(folder / "listing.docx")
    office.long_list().save(folder / "long.docx")
    office.changed().save(folder / "changed.docx")
    office.boxed().save(folder / "boxed.docx")
    office.workbook(computed=False).save(folder / "plan.xlsx")
    office.workbook().save(folder / "formulas.xlsx")
    office.old_workbook().save(folder / "water.xls")
    for gutter in (20, 9, 5):
        (folder / f"gutter{gutter}.pdf").write_bytes(printed.columns(gutter, woven=False))
        (folder / f"woven{gutter}.pdf").write_bytes(printed.columns(gutter, woven=True))
    (folder / "woven-blanks.pdf").write_bytes(printed.columns(5, woven=True, blanks=True))
    (folder / "scanned.pdf").write_bytes(printed.scanned())
    for name, data in carried.page_folder().items():
        path = folder / "saved" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    water, notice = (folder / "water.xls").read_bytes(), (folder / "notice.docx").read_bytes()
    inside = {"通知.docx": notice, "水利/水利工程.xls": water, "清单.csv": carried.list_csv(),
              "页面.mht": carried.old_mht()}  # fmt: skip
    for name, data in (
        ("blink.mhtml", carried.mhtml()),
        ("explorer.mht", carried.old_mht()),
        ("mail.eml", carried.mail(water, notice)),
        ("crawled.json", carried.crawled()),
        ("list.csv", carried.list_csv()),
        ("titled.csv", carried.titled_csv()),
        ("records.csv", carried.records_csv()),
        ("packed.zip", carried.archive(inside)),
    ):
        (folder / name).write_bytes(data)


def make_elsewhere(folder: Path) -> None:
    """Write those that LibreOffice, Chromium and typst make, as far as they are installed."""
    for ending, names in (
        ("pdf", ("notice.docx", "listing.docx", "long.docx")),
        ("odt", ("notice.docx", "listing.docx")), ("rtf", ("notice.docx", "listing.docx")),
        ("html", ("notice.docx", "listing.docx")), ("docx", ("notice.docx",)),
        ("xlsx", ("formulas.xlsx", "water.xls")),
        ("xls", ("formulas.xlsx",)), ("ods", ("formulas.xlsx",)),
    ):  # fmt: skip
        convert([folder / name for name in names], ending)
    for name in ("long_list", "merged_list", "three_lines", "bare_beside", "two_articles",
                 "watermark"):  # fmt: skip
        _printed(getattr(printed, name)(), folder / f"{name}-chromium.pdf")
    for name in ("typst_notice", "typst_columns", "typst_list"):
        _typeset(getattr(printed, name)(), folder / f"{name}.pdf")


def main() -> None:
    """Make, read, compare."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "packed.zip").exists():
        make_here(folder)
        make_elsewhere(folder)
    good = count = 0
    for name in EXPECTED:
        if not (folder / name).exists() or not name.startswith(tuple(sys.argv[2:]) or ""):
            continue
        wrong = list(faults(folder / name))
        count += 1
        good += not wrong
        sys.stdout.write(f"{name:28} {'as a person reads it' if not wrong else ''}\n")
        sys.stdout.writelines(f"    {fault}\n" for fault in wrong)
        sys.stdout.flush()
    sys.stdout.write(f"{good} of {count}\n")


if __name__ == "__main__":
    main()
