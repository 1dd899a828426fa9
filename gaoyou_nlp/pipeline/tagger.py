"""The trained component: a tagger of characters that proposes spans with a score each.

It is a spaCy component like any other: ``spacy train`` trains it, ``nlp.to_disk`` saves it. It
appends its spans to ``doc.spans["gaoyou"]`` with the id ``model`` and writes their scores, and
those of the rules' candidates, to ``doc.user_data["gaoyou_scores"]``; the resolver decides what
becomes of them.
"""

# no postponed annotations here: spaCy reads those of ``initialize`` to check configs
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, cast

import numpy as np
import srsly
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.api import Model, Optimizer, set_dropout_rate
from thinc.types import Ragged

from gaoyou_nlp.labels import LABELS
from gaoyou_nlp.network.arrays import lengths_of, ragged, rows_of
from gaoyou_nlp.network.crf import likelihood
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.network.storage import load_model, model_bytes
from gaoyou_nlp.network.tags import Tags
from gaoyou_nlp.network.threads import one_thread
from gaoyou_nlp.pipeline.draft import Draft
from gaoyou_nlp.pipeline.extensions import KEY, SCORES, set_extensions
from gaoyou_nlp.pipeline.features import LIKELY_ID, MODEL_ID, reads_drafts
from gaoyou_nlp.pipeline.tag_model import add_chain_gradient, read_chain, set_tags
from gaoyou_nlp.pipeline.tagger_gold import allowed_tags, open_seams
from gaoyou_nlp.pipeline.tagger_predict import Found, find_spans
from gaoyou_nlp.pipeline.tagger_scores import score_candidates
from gaoyou_nlp.records import Span

DEFAULT_MODEL = {
    "@architectures": "gaoyou.TagModel.v1",
    "encoder": None,
    "features": {"@architectures": "gaoyou.Features.v1"},
    "mixer": {"@architectures": "gaoyou.GruMixer.v1"},
}


@Language.factory(
    "gaoyou_tagger",
    assigns=["doc.spans"],
    default_config={"model": DEFAULT_MODEL},
    default_score_weights={"tagger_f": 1.0, "tagger_p": 0.0, "tagger_r": 0.0},
)
def make_tagger(nlp: Language, name: str, model: Model[list[Doc], Ragged]) -> "Tagger":
    """Propose spans by a trained model.

    Parameters:
        nlp, name: Given by spaCy.
        model: Such as ``gaoyou.TagModel.v1``.
    """
    return Tagger(nlp.vocab, model, name)


class Tagger(TrainablePipe):  # type: ignore[misc]
    """Tags tokens by a network and a chain, and turns the tags into candidates.

    Parameters:
        vocab: Of the pipeline.
        model: From docs to one column a tag.
        name: Of the component.
        labels: What it can propose.
    """

    def __init__(
        self,
        vocab: Vocab,
        model: Model[list[Doc], Ragged],
        name: str = "gaoyou_tagger",
        *,
        labels: Sequence[str] = LABELS,
    ) -> None:
        set_extensions()
        self.vocab = vocab
        self.model = model
        self.name = name
        self.cfg: dict[str, Any] = {"labels": list(labels), "temperature": 1.0}
        self.scorer = score_candidates

    @property
    def labels(self) -> tuple[str, ...]:
        """What it can propose."""
        return tuple(self.cfg["labels"])

    @property
    def label_data(self) -> tuple[str, ...]:
        """The labels, as ``spacy init labels`` writes them."""
        return self.labels

    def add_label(self, label: str) -> int:
        """Refuse a label that is not one of the guidelines.

        Returns:
            0: nothing is ever added.

        Raises:
            ValueError: The label is unknown.
        """
        if label not in self.labels:
            raise ValueError(f"unknown label {label!r}. Labels are {', '.join(self.labels)}.")
        return 0

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: Sequence[str] | None = None,
    ) -> None:
        """Make the network ready for training.

        Parameters:
            get_examples: Gives a few examples, to find the sizes of the layers.
            nlp: Not used.
            labels: What to propose; the labels of the guidelines where None.
        """
        if labels is not None:
            self.cfg["labels"] = list(labels)
        docs = [example.x for example in islice(get_examples(), 4)]
        set_tags(self.model, Tags(self.labels))
        self.model.initialize(X=docs)

    def predict(self, docs: Iterable[Doc]) -> list[Found]:
        """Find the spans of some docs.

        Parameters:
            docs: With the candidates of the rules, if the network was trained with them.

        Returns:
            For each doc its spans, in order, and the probabilities of these and of the rules'.
        """
        return find_spans(self.model, list(docs), self.labels, self.cfg["temperature"])

    def set_annotations(self, docs: Iterable[Doc], activations: list[Found]) -> None:
        """Write what ``predict`` found into the docs."""
        for doc, found in zip(docs, activations, strict=True):
            scores = dict(doc.user_data.get(SCORES, {}))
            for (start, end, label), score in found.scores.items():
                scores[f"{start}:{end}:{label}"] = round(score, 4)
            if KEY not in doc.spans:
                doc.spans[KEY] = []
            for spans, name in ((found.spans, MODEL_ID), (found.likely, LIKELY_ID)):
                doc.spans[KEY].extend(
                    [DocSpan(doc, s.start, s.end, s.label, span_id=name) for s in spans]
                )
            doc.user_data[SCORES] = scores

    @property
    def can_read_drafts(self) -> bool:
        """Whether the network reads nothing but the features of ``gaoyou.Features.v1``."""
        layer: Model[Any, Any] = self.model
        while layer.layers and not reads_drafts(layer):
            layer = layer.layers[0]
        return reads_drafts(layer) and self.model.maybe_get_ref("encoder") is None

    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Write what the network finds into drafts."""
        all_found = find_spans(self.model, drafts, self.labels, self.cfg["temperature"])
        for draft, found in zip(drafts, all_found, strict=True):
            draft.scores.update((key, round(score, 4)) for key, score in found.scores.items())
            starts, ends = draft.edges
            for spans, name in ((found.spans, MODEL_ID), (found.likely, LIKELY_ID)):
                for first, last, label in spans:
                    start, end = starts[first], ends[last - 1]
                    text = draft.reading[start:end]
                    draft.candidates.append(Span(start, end, label, text, name))

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from some examples.

        Parameters:
            examples: Gold in ``doc.ents``; tokens whose entity is missing teach nothing.
            drop: Dropout of the network.
            sgd: To change the weights at once; None leaves it to ``finish_update``.
            losses: To be added to, under the component's name.

        Returns:
            The losses.
        """
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        batch = [example for example in examples if len(example.x)]
        if batch:
            set_dropout_rate(self.model, drop)
            with one_thread():
                emissions, backprop = self.model.begin_update([example.x for example in batch])
                loss, gradient = self.get_loss(batch, emissions)
                backprop(gradient)
            losses[self.name] += loss
            if sgd is not None:
                self.finish_update(sgd)
        return losses

    def get_loss(self, examples: Iterable[Example], scores: Ragged) -> tuple[float, Ragged]:
        """Measure how far the network is from the gold.

        Parameters:
            examples: As for ``update``.
            scores: What the network said of them.

        Returns:
            The negative log-likelihood of the gold, a mean over the tokens, and its gradient.
        """
        tags = Tags(self.labels)
        allowed = np.concatenate([allowed_tags(example, tags) for example in examples])
        allowed = open_seams(allowed, lengths_of(scores), tags)
        layout = pack(lengths_of(scores))
        packed = rows_of(scores)[layout.source]
        loss, by_emissions, by_chain = likelihood(
            packed, layout, read_chain(self.model, tags), allowed[layout.source]
        )
        share = np.float32(1 / max(layout.rows, 1))
        gradient = np.empty_like(by_emissions)
        gradient[layout.source] = by_emissions * share
        add_chain_gradient(self.model, by_chain.scaled(float(share)))
        return loss * float(share), ragged(gradient, lengths_of(scores))

    def finish_update(self, sgd: Optimizer) -> None:
        """Change the weights by the gradients; the encoder learns at its own rate."""
        encoder = self.model.maybe_get_ref("encoder")
        slow = {} if encoder is None else {node.id for node in encoder.walk()}
        rate = 0.0 if encoder is None else encoder.attrs["learn_rate"]
        for node in self.model.walk():
            for name in node.param_names:
                if node.has_grad(name):
                    scale = rate if node.id in slow else 1.0
                    value, _ = sgd(
                        (node.id, name), node.get_param(name), node.get_grad(name), lr_scale=scale
                    )
                    node.set_param(name, value)
                    node.set_grad(name, cast(Any, np.zeros_like(node.get_grad(name))))

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Score the model's spans; see ``score_candidates``."""
        return score_candidates(examples)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Write the component as bytes: settings and weights in half precision."""
        parts = {"cfg": lambda: srsly.json_dumps(self.cfg).encode(), "model": self._model_bytes}
        written = {name: make() for name, make in parts.items() if name not in set(exclude)}
        return cast(bytes, srsly.msgpack_dumps(written))

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "Tagger":
        """Read what ``to_bytes`` wrote."""
        written = srsly.msgpack_loads(bytes_data)
        if "cfg" not in set(exclude):
            self.cfg.update(srsly.json_loads(written["cfg"]))
        if "model" not in set(exclude):
            self._load(written["model"])
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the component into a folder: settings and weights in half precision."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if "cfg" not in set(exclude):
            srsly.write_json(folder / "cfg", self.cfg)
        if "model" not in set(exclude):
            (folder / "model").write_bytes(self._model_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Tagger":
        """Read what ``to_disk`` wrote."""
        folder = Path(path)
        if "cfg" not in set(exclude):
            self.cfg.update(srsly.read_json(folder / "cfg"))
        if "model" not in set(exclude):
            self._load((folder / "model").read_bytes())
        return self

    def _model_bytes(self) -> bytes:
        return model_bytes(self.model)

    def _load(self, content: bytes) -> None:
        set_tags(self.model, Tags(self.labels))
        load_model(self.model, content)
