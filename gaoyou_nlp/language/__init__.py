"""Chinese as such: lists of words and areas, names of people, the dictionary, long texts in pieces.

Holds what is true of the language whatever is looked for. Text comes in; words, offsets and odds
go out. It knows the ground floor (records, labels, errors) and nothing of rules, money or spaCy.
Its lists are in ``data``, one entry a line, with source, licence and date.
"""
