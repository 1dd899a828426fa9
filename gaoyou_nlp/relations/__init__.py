"""From entities to records: posts of people, status and amount of projects.

Plain spans and a text in, ``Official`` and ``Project`` records out. Knows ``language`` and the
ground floor; which spans stand is decided before (``rules.decide``).
"""
