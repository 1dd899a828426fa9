"""Fuzz a reader of documents: ``python tests/fuzz/fuzz_readers.py SECONDS [KIND ...] [--seed N]``.

Good documents are spoiled: bytes, words and numbers of theirs; of packed ones (docx, xlsx, odt,
zip) the files inside, which are then packed again. Each comes out as articles whose places are
right, or as rejects with a reason. A crash, a hang, a place that is wrong, and memory beyond the
limit are failures: the document is kept, and the run ends with 1. Each kind runs in a process of
its own, so that a crash of a library in C is seen; it runs SECONDS for each KIND.
"""

from __future__ import annotations

import argparse
import faulthandler
import gc
import io
import json
import random
import re
import resource
import subprocess
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp.reading.documents.reader import Opened, read_opened  # noqa: E402
from gaoyou_nlp.reading.files import read_file  # noqa: E402
from gaoyou_nlp.reading.rows import Input, Options  # noqa: E402
from gaoyou_nlp.records import Article, Reject  # noqa: E402

KINDS = ("pdf", "html", "docx", "odt", "rtf", "mail", "xlsx", "xls", "json", "xml", "zip")
KINDS += ("csv", "parquet")
PACKED = ("docx", "odt", "ods", "xlsx", "zip")
HANG = 60
"""Seconds for one document on a busy machine."""
SLOW = 5.0
"""CPU seconds of a document that is told as slow."""
TABLES = ("csv", "parquet")
COLUMNS = {"json": "content", "xml": "description", "parquet": "content"}
MEMORY = 3 * 2**30
"""Bytes of address space that a run may take."""

_NUMBER = re.compile(rb"\d+(?:\.\d+)?")
_WORD = re.compile(rb"<[^<>]{0,200}>|/[A-Za-z]+|\\[a-z]+-?\d*|\"[^\"]{0,100}\"|[A-Za-z-]+:")
NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"2147483647", b"-2147483648", b"4294967296")
NUMBERS += (b"99999999999999999999", b"1e308", b"1e999", b"NaN", b"0.0000001")
TOKENS = (
    *(b"\0", b"\xff\xfe", b"\r\n", b"\t", b"&#0;", b"&#x110000;", b"&#xD800;", b"&amp;", b"]]>"),
    *(b"<!--", b"-->", b"<table>", b"<tr><td colspan=9999 rowspan=9999>", b"<div>" * 500),
    *(b"[" * 2000, b'{"a":' * 2000, b"{" * 2000, b"\\u-1?", b"\\bin99999999 ", b"\\cell\\row"),
    *(b"endobj", b"endstream", b" 0 R", b" 1 0 R", b"<<", b">>", b"trailer", b"startxref 0"),
    *(b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" * 60, b"=?gb2312?B?/w==?="),
    *("長".encode("gb18030"), "𠮷".encode(), "\u202e".encode(), "⼯".encode(), "\ufdfa".encode()),
)


def seeds() -> dict[str, list[bytes]]:
    """Good documents of each kind, as the tests make them."""
    from tests.documents.bureau import carried
    from tests.documents.towns import pages as town_pages
    from tests.documents.towns import sheets, word_files
    from tests.documents.towns.carried import crawled, lines, pieces
    from tests.reading import make_pages, paper, small_documents, test_word, test_workbooks

    other, books = small_documents, test_workbooks
    record = [other.RECORD, {**other.RECORD, "content": f"<p>{other.BODY}</p>", "n": [1, None]}]
    pages = [page.data for page in make_pages.pages().values()]
    word = test_word._notice()
    odt = other.odt(f"<text:p>{other.BODY}</text:p>{other.odt_table()}")
    sheet = books._xlsx(books.ROWS)
    canvases = [paper.pages(), paper.columns(list)]
    papers = [path.read_bytes() for path in sorted((ROOT / "tests/documents").glob("*.pdf"))]
    rtf = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 SimSun;}}\u21439?abc\'b8\'df\par def\cell x\row}"
    return {
        "pdf": [*canvases * 8, *papers],
        "html": [*pages, *(case.make() for case in town_pages.CASES)],
        "docx": [word, *(case.make() for case in word_files.CASES)],
        "odt": [odt, books._ods(books.ROWS)],
        "rtf": [rtf],
        "mail": [other.mail(page=True).as_bytes(), other.mail(page=False).as_bytes()],
        "xlsx": [sheet],
        "xls": [books._xls(books.ROWS), sheets.old_book()],
        "json": [json.dumps(tree, ensure_ascii=False).encode() for tree in (record, record[0])]
        + [crawled(), pieces(), lines()],
        "xml": [other.RSS],
        "zip": [
            other.packed({"a.html": pages[0], "b.docx": word, "c.odt": odt, "d.xml": other.RSS})
        ],
        "csv": [
            *(carried.list_csv(), carried.titled_csv(), carried.records_csv()),
            *(sheets.thousands(), sheets.markup_in_cells(), sheets.wide_text()),
        ],
        "parquet": [_parquet(record, packing) for packing in ("none", "snappy", "zstd")],
    }


def _parquet(rows: list[dict[str, object]], packing: str) -> bytes:
    """A table of records."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    plain = [{name: str(value) for name, value in row.items()} for row in rows * 20]
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(plain), stream, compression=packing)
    return stream.getvalue()


def _items(data: bytes, kind: str, path: Path, options: Options) -> Iterator[Article | Reject]:
    """What is read; a table from its file, a document from its bytes."""
    if kind in TABLES:
        return read_file(Input(str(path), "f", kind), options)
    return read_opened(Opened(data, "f", "f", options))


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Change a few places of a document."""
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        data = chance.choice(_CHANGES)(data, chance) or b"x"
    return data


def _change_byte(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _cut_out(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 10, 200)) :]


def _cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))] if chance.random() < 0.2 else data


def _double(data: bytes, chance: random.Random) -> bytes:
    at, to = chance.randrange(len(data)), chance.randrange(len(data))
    piece = data[at : at + chance.choice((5, 60, 500))]
    return data[:to] + piece * chance.choice((1, 1, 2, 50)) + data[to:]


def _put_token(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(TOKENS) + data[at:]


def _change_number(data: bytes, chance: random.Random) -> bytes:
    found = _near(_NUMBER, data, chance)
    return data if found is None else data[: found[0]] + chance.choice(NUMBERS) + data[found[1] :]


def _exchange_words(data: bytes, chance: random.Random) -> bytes:
    one, other = _near(_WORD, data, chance), _near(_WORD, data, chance)
    if one is None or other is None:
        return data
    return data[: one[0]] + data[other[0] : other[1]] + data[one[1] :]


def _near(pattern: re.Pattern[bytes], data: bytes, chance: random.Random) -> tuple[int, int] | None:
    found = pattern.search(data, chance.randrange(len(data)))
    return None if found is None else found.span()


_CHANGES = (
    *(_change_byte, _cut_out, _cut_off, _double, _put_token),
    *(_change_number, _change_number, _exchange_words, _exchange_words),
)


def spoil_packed(data: bytes, chance: random.Random) -> bytes:
    """Change a file inside a packed document, and pack it again; at times the package itself."""
    if chance.random() < 0.2:
        return spoil(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        files = [(item.filename, package.read(item)) for item in package.infolist()]
    at = chance.randrange(len(files))
    kind = chance.randrange(12)
    if kind == 0:
        del files[at]
    elif kind == 1:
        files.append((files[at][0], files[chance.randrange(len(files))][1]))
    elif kind == 2:
        files[at] = (spoil(files[at][0].encode(), chance).decode("latin-1"), files[at][1])
    else:
        inner = spoil_packed if files[at][1][:2] == b"PK" else spoil
        files[at] = (files[at][0], inner(files[at][1] or b"x", chance))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files:
            package.writestr(name.replace("\0", "_")[:200] or "x", content)
    return stream.getvalue()


def check(item: Article | Reject) -> None:
    """What must hold of whatever comes out."""
    if isinstance(item, Reject):
        assert item.reason
        return
    assert item.text
    assert item.source is not None
    item.text.encode()
    last = 0
    for start, end, _ in item.source.anchors:
        assert last <= start < end <= len(item.text)
        last = end
    for table in item.tables:
        for cell in (cell for row in table.rows for cell in row if cell.end):
            shown = item.text[cell.start : cell.end]
            assert shown.replace(" ", "") == cell.text.replace(" ", "")


def work(kind: str, seconds: float, seed: int, kept: Path) -> None:
    """Spoil and read documents of one kind until the time is over; print what came out."""
    import warnings

    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    chance = random.Random(f"{kind} {seed}")
    sound = seeds()[kind]
    options = Options(text_column=COLUMNS.get(kind, "text"))
    counts: Counter[str] = Counter()
    unforeseen: Counter[str] = Counter()
    longest = 0.0
    gc.freeze()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        change = spoil_packed if kind in PACKED or kind == "odt" else spoil
        data = change(chance.choice(sound), chance)
        kept.write_bytes(data)
        faulthandler.dump_traceback_later(HANG, exit=True)
        begin = time.process_time()
        for item in _items(data, kind, kept, options):
            check(item)
            counts["articles" if isinstance(item, Article) else "rejects"] += 1
            if isinstance(item, Reject) and "cannot be read (" in item.reason:
                unforeseen[item.reason.partition("(")[2][:60]] += 1
            if isinstance(item, Reject) and "more memory" in item.reason:
                raise MemoryError(item.reason)
        took = time.process_time() - begin
        faulthandler.cancel_dump_traceback_later()
        if took > max(SLOW, longest):
            kept.with_suffix(".slow").write_bytes(data)
        longest = max(longest, took)
        counts["documents"] += 1
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(
        f"{kind}: {counts['documents']} documents, {counts['articles']} articles, "
        f"{counts['rejects']} rejects ({sum(unforeseen.values())} of them by an error that only "
        f"the library knows), longest {longest:.2f} s CPU, peak {peak} MiB\n"
    )
    for reason, count in unforeseen.most_common(8):
        sys.stdout.write(f"    {count} {reason}\n")
    if longest > SLOW:
        raise SystemExit(f"{kind}: a document took {longest:.1f} s CPU")


def main() -> None:
    """Run each kind in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=float)
    parser.add_argument("kinds", nargs="*", default=KINDS, metavar="KIND")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kept", type=Path, default=Path("/tmp"), help="where failures are kept")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    failed = []
    for kind in given.kinds:
        kept = given.kept / f"fuzz-{kind}-{given.seed}.bin"
        if given.here:
            work(kind, given.seconds, given.seed, kept)
            continue
        begin, seed = time.monotonic(), given.seed
        while (left := given.seconds - (time.monotonic() - begin)) > 1 or seed == given.seed:
            kept = given.kept / f"fuzz-{kind}-{seed}.bin"
            command = [sys.executable, __file__, str(left), kind, f"--seed={seed}", "--here"]
            ended = subprocess.run([*command, f"--kept={given.kept}"], check=False).returncode
            if ended == 0:
                break
            sys.stdout.write(f"{kind}: a failure (exit {ended}), kept in {kept}\n")
            failed.append(kind)
            seed += 1
        else:
            continue
        kept.unlink(missing_ok=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
