"""Find the temperature that makes a trained tagger's scores true, and write it into the tagger.

    python training/calibrate.py training/output/model-best

A network is too sure of itself. Divided by a temperature, its emissions and the weights of its
chain keep their order, so the same spans are found, but their probabilities become milder (Guo et
al. 2017, "On Calibration of Modern Neural Networks"). The temperature with the least negative
log-likelihood on the split dev is taken.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import spacy

from gaoyou_nlp.network.arrays import lengths_of, rows_of
from gaoyou_nlp.network.crf import likelihood
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.network.tags import Tags
from gaoyou_nlp.pipeline.corpus_reader import build_corpus_reader
from gaoyou_nlp.pipeline.tag_model import read_chain
from gaoyou_nlp.pipeline.tagger import Tagger
from gaoyou_nlp.pipeline.tagger_gold import allowed_tags, open_seams

ROOT = Path(__file__).parents[1]
GRID = [round(1.0 + 0.05 * step, 2) for step in range(41)]


def fit(nlp: spacy.Language, tagger: Tagger, corpus: Path, split: str) -> dict[float, float]:
    """Measure the negative log-likelihood at each temperature.

    Parameters:
        nlp: The rules before the tagger, and the tagger.
        tagger: Of this pipeline.
        corpus, split: The gold.

    Returns:
        From temperature to negative log-likelihood a character.
    """
    tags = Tags(tagger.labels)
    examples = list(build_corpus_reader(corpus, split)(nlp))
    with nlp.select_pipes(disable=["gaoyou_tagger"]):
        docs = [nlp(example.x) for example in examples]
    emissions = tagger.model.predict(docs)
    allowed = np.concatenate([allowed_tags(example, tags) for example in examples])
    allowed = open_seams(allowed, lengths_of(emissions), tags)
    layout = pack(lengths_of(emissions))
    packed, chain = rows_of(emissions)[layout.source], read_chain(tagger.model, tags)
    return {
        t: likelihood(
            (packed / t).astype(np.float32), layout, chain.scaled(1 / t), allowed[layout.source]
        )[0]
        / layout.rows
        for t in GRID
    }


def main() -> int:
    """Write the best temperature."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", type=Path, help="a folder of spacy train")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--split", default="dev")
    arguments = parser.parse_args()
    nlp = spacy.load(arguments.model)
    tagger = nlp.get_pipe("gaoyou_tagger")
    if not isinstance(tagger, Tagger):
        raise SystemExit(f"gaoyou_tagger of {arguments.model} is a {type(tagger).__name__}.")
    losses = fit(nlp, tagger, arguments.corpus, arguments.split)
    best = min(losses, key=lambda t: losses[t])
    if best == GRID[-1]:
        sys.stderr.write(f"the best temperature is the highest tried, {best}: look at the model.\n")
    tagger.cfg["temperature"] = best
    nlp.to_disk(arguments.model)
    sys.stdout.write(f"temperature {best}: {losses[1.0]:.4f} → {losses[best]:.4f} a character\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
