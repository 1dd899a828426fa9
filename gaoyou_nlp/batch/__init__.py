"""Files in, files out: parts, resume, rejects, worker processes; engines do the parts."""

from gaoyou_nlp.batch.job import Report, annotate_files

__all__ = ["Report", "annotate_files"]
