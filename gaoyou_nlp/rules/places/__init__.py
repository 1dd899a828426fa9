"""Administrative areas: listed names, patterns (某某县), lists of areas.

``find.find_places`` proposes GPE candidates. Comes first, since bodies, names and projects take
areas as evidence.
"""
