"""How good predictions are: exact and overlap scores, intervals, agreement, errors in context."""

from gaoyou_nlp.evaluation.agreement import agreement
from gaoyou_nlp.evaluation.counts import Counts
from gaoyou_nlp.evaluation.gold import read_gold
from gaoyou_nlp.evaluation.scores import Report, score

__all__ = ["Counts", "Report", "agreement", "read_gold", "score"]
