"""``python -m gaoyou_nlp.cli``: the command without its script."""

from gaoyou_nlp.cli import app

if __name__ == "__main__":
    app()
