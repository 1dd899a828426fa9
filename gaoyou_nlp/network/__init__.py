"""The layers of the tagger: numpy and thinc alone.

Arrays in, arrays out: recurrent layer, window layer, chain of labels (CRF), the tags and how spans
are scored. It knows no text, no rule and no spaCy; ``pipeline`` puts the layers together.
"""
