"""Train the teacher, and have teachers annotate plain text for the shipped tagger to learn from.

    pip install -e '.[train,teacher]'
    python -m training.teach train training/output/teacher-1.pt --seed 5 --epochs 5
    python -m training.teach label training/output/taught FOLDER_OF_TEXTS \\
        training/output/teacher-1.pt --pieces 8000
    spacy train configs/student.cfg --output training/output/student \\
        --paths.more training/output/taught

Several teachers may be given: their probabilities are averaged. Nothing of the texts goes into the
repository. On one core a teacher takes 50 minutes and annotates a million characters in 8.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from gaoyou_nlp.corpora.markup import GoldArticle, read_corpus, write_article
from training.teacher.believe import TAGS, believe
from training.teacher.e5 import E5
from training.teacher.inputs import Reader, batches, collate
from training.teacher.network import Teacher
from training.teacher.texts import make_pieces, read_texts
from training.teacher.weights import Weights, installed_file, read_weights

ROOT = Path(__file__).parents[1]
_AT_ONCE = 64


def train(options: argparse.Namespace) -> None:
    """Train a teacher on the splits train and seed; it is saved after every epoch.

    Parameters:
        options: Of the command ``train``; see ``main``.
    """
    random.seed(options.seed)
    np.random.seed(options.seed)
    torch.manual_seed(options.seed)
    weights = read_weights(installed_file())
    folders = [options.corpus, *options.more]
    articles = [
        article
        for folder in folders
        for article in read_corpus(folder)
        if article.header["split"] in ("train", "seed")
    ]
    pieces = Reader(weights).read([a.text for a in articles], [a.spans for a in articles])
    teacher = Teacher(E5(weights), rules=options.rules)
    encoder = {id(p) for p in teacher.enc.parameters()}
    groups = [
        {"params": [p for p in teacher.enc.parameters() if p.requires_grad], "lr": 1e-4},
        {"params": [p for p in teacher.parameters() if id(p) not in encoder], "lr": 1.5e-3},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = options.epochs * math.ceil(len(pieces) / options.batch)
    plan = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, 10 * step / steps) * max(0.02, 1 - step / steps)
    )
    for epoch in range(options.epochs):
        teacher.train()
        begin, losses = time.perf_counter(), []
        for group in batches(pieces, options.batch, shuffle=True):
            loss = teacher.loss(collate(group))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            plan.step()
            losses.append(loss.item())
        seconds = time.perf_counter() - begin
        say(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f}, {seconds:.0f} s")
        torch.save({"rules": options.rules, "state": teacher.state_dict()}, options.output)


def load_teacher(path: Path, weights: Weights) -> Teacher:
    """Load what ``train`` saved."""
    saved = torch.load(path)
    teacher = Teacher(E5(weights), rules=saved["rules"])
    teacher.load_state_dict(saved["state"])
    return teacher.eval()


def annotate(
    texts: list[str], reader: Reader, teachers: list[Teacher], batch: int = 16
) -> list[np.ndarray[tuple[int, int], np.dtype[np.float32]]]:
    """Have teachers read texts.

    Parameters:
        texts: Any.
        reader: For the pieces.
        teachers: Whose probabilities are averaged.
        batch: Pieces that are read together.

    Returns:
        For each text one row a character, one column a tag.
    """
    sums = [np.zeros((len(text), len(TAGS)), np.float32) for text in texts]
    with torch.inference_mode():
        for group in batches(reader.read(texts), batch, shuffle=False):
            collated = collate(group)
            for teacher in teachers:
                for piece, rows in zip(group, teacher.marginals(collated), strict=True):
                    part = slice(piece.start, piece.start + len(piece))
                    sums[piece.text][part] += rows[: len(piece)].numpy() / len(teachers)
    return sums


def label(options: argparse.Namespace) -> None:
    """Annotate texts, one corpus file a piece.

    Parameters:
        options: Of the command ``label``; see ``main``.
    """
    weights = read_weights(installed_file())
    teachers = [load_teacher(path, weights) for path in options.teachers]
    pieces = make_pieces(read_texts(options.texts), options.pieces, options.seed)
    options.output.mkdir(parents=True, exist_ok=True)
    reader = Reader(weights)
    begin, done = time.perf_counter(), 0
    for first in range(0, len(pieces), _AT_ONCE):
        texts = pieces[first : first + _AT_ONCE]
        for number, (text, rows) in enumerate(
            zip(texts, annotate(texts, reader, teachers), strict=True)
        ):
            header = {
                "id": f"taught-{first + number:05}",
                "kind": "城市新闻",
                "province": "-",
                "place": "-",
                "date": "2020-01-01",
                "split": "train",
                "origin": "model",
            }
            article = GoldArticle(header, text, believe(text, rows), {})
            target = options.output / f"{article.id}.txt"
            target.write_text(write_article(article), encoding="utf-8", newline="\n")
        done += sum(map(len, texts))
        say(f"{done:,} characters, {done / (time.perf_counter() - begin):,.0f} a second")


def say(line: str) -> None:
    """Write a line to standard output at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    """Run a command."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("train", help="train a teacher")
    command.add_argument("output", type=Path)
    command.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    command.add_argument("--more", type=Path, nargs="*", default=[], help="more such folders")
    command.add_argument("--rules", action=argparse.BooleanOptionalAction, default=True)
    command.add_argument("--epochs", type=int, default=8)
    command.add_argument("--batch", type=int, default=8)
    command.add_argument("--seed", type=int, default=1)
    command.set_defaults(run=train)
    command = commands.add_parser("label", help="annotate plain text")
    command.add_argument("output", type=Path)
    command.add_argument("texts", type=Path, help="a folder of .jsonl or .jsonl.gz files")
    command.add_argument("teachers", type=Path, nargs="+")
    command.add_argument("--pieces", type=int, default=0, help="how many; 0 for all")
    command.add_argument("--seed", type=int, default=3)
    command.set_defaults(run=label)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
