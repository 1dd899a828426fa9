"""Names of concrete projects: proposed generously, weighed by what is seen of them.

``find.find_projects`` proposes PROJECT candidates. ``heads``, ``lists``, ``capacity`` and
``labelled`` propose stretches; ``names`` knows where a name begins; ``cues`` holds the words that
speak for or against one; ``features`` says what is seen of a stretch, ``odds`` what that is worth.
"""
