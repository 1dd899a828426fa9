"""Files in, files out: parts, resume, rejects, worker processes; engines do the parts."""

from gaoyou_nlp.batch.job import annotate_files
from gaoyou_nlp.batch.report import Report

__all__ = ["Report", "annotate_files"]
