# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""Words as a trie, compiled; ``word_table.py`` and ``word_pattern.py`` say what each method does."""

from libc.math cimport INFINITY
from libc.stdint cimport int32_t, uint64_t
from libc.stdlib cimport calloc, free, malloc
from libc.string cimport memset

cdef extern from "Python.h":
    Py_ssize_t PY_SSIZE_T_MAX

cdef double _NONE = -1.0
"""Of a stretch that begins words but is none."""

cdef struct Step:
    uint64_t key  # the node one comes from and the character, 0 for a free place
    double cost
    int32_t node
    int32_t counted  # one more than its count, 0 for a word that was not counted


cdef class _Trie:
    """A trie in one table of steps from node to node (open addressing)."""

    cdef Step *_steps
    cdef uint64_t _mask
    cdef int32_t _nodes

    def __cinit__(self):
        self._nodes = 1  # the root

    def __dealloc__(self):
        free(self._steps)

    cdef Step *_at(self, int32_t node, Py_UCS4 char) noexcept:
        """The step from a node by a character, or the free place where it would be."""
        cdef uint64_t key = (<uint64_t>node << 21) | <uint64_t>char
        cdef uint64_t place = (key * 0x9E3779B97F4A7C15u) >> 20
        while True:
            place &= self._mask
            if self._steps[place].key == key or self._steps[place].key == 0:
                return &self._steps[place]
            place += 1

    cdef int _fill(self, dict costs) except -1:
        self._resize(64)
        for word, cost in costs.items():
            self._add(word, cost)
        return 0

    cdef int _add(self, str word, double cost) except -1:
        cdef Step *step = NULL
        cdef int32_t node = 1
        for char in word:
            step = self._at(node, char)
            if step.key == 0:
                if 3 * <uint64_t>self._nodes > 2 * self._mask:
                    self._resize(2 * (self._mask + 1))
                    step = self._at(node, char)
                self._nodes += 1
                step.key = (<uint64_t>node << 21) | <uint64_t>char
                step.node = self._nodes
                step.cost = _NONE
            node = step.node
        if step != NULL:
            step.cost = cost
        return 0

    cdef int _resize(self, uint64_t size) except -1:
        """Move the steps to a table of another size, a power of two."""
        cdef uint64_t old = 0 if self._steps == NULL else self._mask + 1, place
        cdef Step *steps = self._steps
        cdef Step *larger = <Step *>calloc(size, sizeof(Step))
        if larger == NULL:
            raise MemoryError
        self._steps = larger
        self._mask = size - 1
        for place in range(old):
            if steps[place].key != 0:
                self._at(<int32_t>(steps[place].key >> 21), <Py_UCS4>(steps[place].key & 0x1FFFFF))[0] = steps[place]
        free(steps)
        return 0


cdef class WordTable(_Trie):
    cdef double _unknown
    cdef dict _others  # counts of words that no word begins with

    def __init__(self, dict costs not None, double unknown, dict counts not None):
        cdef Step *step
        self._unknown = unknown
        self._fill(costs)
        self._others = {}
        for word, count in counts.items():
            step = self._find(word)
            if step == NULL:
                self._others[word] = count
            else:
                step.counted = <int32_t>count + 1

    cdef Step *_find(self, str word):
        """The last step of a word, NULL where no word begins so."""
        cdef Step *step = NULL
        cdef int32_t node = 1
        for char in word:
            step = self._at(node, char)
            if step.key == 0:
                return NULL
            node = step.node
        return step

    def segment(self, str text not None):
        cdef Py_ssize_t size = len(text), at, end
        cdef double *best = <double *>malloc((size + 1) * sizeof(double))
        cdef int32_t *back = <int32_t *>malloc((size + 1) * sizeof(int32_t))
        cdef double here, cost
        cdef int32_t node
        cdef Step *step
        cdef list edges
        if best == NULL or back == NULL:
            free(best)
            free(back)
            raise MemoryError
        try:
            best[0] = 0.0
            for at in range(1, size + 1):
                best[at] = INFINITY
            for at in range(size):
                here = best[at]
                step = self._at(1, text[at])
                cost = here + (step.cost if step.key != 0 and step.cost >= 0 else self._unknown)
                if cost < best[at + 1]:
                    best[at + 1] = cost
                    back[at + 1] = 1
                end = at + 1
                while step.key != 0 and end < size:
                    step = self._at(step.node, text[end])
                    end += 1
                    if step.key != 0 and step.cost >= 0:
                        cost = here + step.cost
                        if cost < best[end]:
                            best[end] = cost
                            back[end] = end - at
            edges = [size]
            while size > 0:
                size -= back[size]
                edges.append(size)
        finally:
            free(best)
            free(back)
        edges.reverse()
        return tuple(edges)

    def costs_to_end(self, str window not None):
        cdef Py_ssize_t size = len(window), at, end
        cdef double *best = <double *>malloc((size + 1) * sizeof(double))
        cdef double cost
        cdef Step *step
        if best == NULL:
            raise MemoryError
        try:
            best[size] = 0.0
            for at in range(size - 1, -1, -1):
                step = self._at(1, window[at])
                cost = step.cost if step.key != 0 and step.cost >= 0 else self._unknown
                best[at] = cost + best[at + 1]
                end = at + 1
                while step.key != 0 and end < size:
                    step = self._at(step.node, window[end])
                    end += 1
                    if step.key != 0 and step.cost >= 0 and step.cost + best[end] < best[at]:
                        best[at] = step.cost + best[end]
            return [best[at] for at in range(size + 1)]
        finally:
            free(best)

    cdef object _cost(self, Step *step, Py_ssize_t size):
        if step.cost >= 0:
            return step.cost
        return self._unknown if size == 1 else INFINITY if size == 2 else None

    def cost(self, str word not None):
        cdef Step *step = self._find(word)
        return None if step == NULL else self._cost(step, len(word))

    def cost_of_counted(self, str word not None):
        cdef Step *step = self._find(word)
        return None if step == NULL or not step.counted else self._cost(step, len(word))

    def count(self, str word not None):
        cdef Step *step = self._find(word)
        if step == NULL:
            return self._others.get(word, 0)
        return step.counted - 1 if step.counted else 0


cdef class Match:
    cdef str _text
    cdef Py_ssize_t _start, _end

    def start(self):
        return self._start

    def end(self):
        return self._end

    def span(self):
        return self._start, self._end

    def group(self):
        return self._text[self._start : self._end]

    def __getitem__(self, int group):
        if group:
            raise IndexError("no such group")
        return self._text[self._start : self._end]


cdef class WordPattern(_Trie):
    cdef unsigned char _firsts[8192]
    cdef bint _repeated

    def __init__(self, words, bint repeated):
        cdef Py_ssize_t place
        self._repeated = repeated
        self._fill(dict.fromkeys(words, 0.0))
        memset(self._firsts, 0, 8192)
        for word in words:
            place = ord(word[0]) & 0xFFFF
            self._firsts[place >> 3] |= 1 << (place & 7)

    cdef Py_ssize_t _word_end(self, str text, Py_ssize_t at, Py_ssize_t stop):
        """The end of the longest word that begins at an offset, or -1."""
        cdef Py_ssize_t place, end = -1
        cdef int32_t node = 1
        cdef Step *step
        if at >= stop:
            return -1
        place = <Py_ssize_t>text[at] & 0xFFFF
        if not self._firsts[place >> 3] >> (place & 7) & 1:
            return -1
        while at < stop:
            step = self._at(node, text[at])
            if step.key == 0:
                break
            at += 1
            if step.cost >= 0:
                end = at
            node = step.node
        return end

    cdef Match _match(self, str text, Py_ssize_t at, Py_ssize_t stop):
        cdef Py_ssize_t end = self._word_end(text, at, stop), last
        cdef Match match
        if end < 0:
            return None
        while self._repeated:
            last = self._word_end(text, end, stop)
            if last < 0:
                break
            end = last
        match = Match.__new__(Match)
        match._text = text
        match._start = at
        match._end = end
        return match

    def ends_at(self, str string not None, places):
        cdef Py_ssize_t at, end, stop = len(string)
        cdef list found = []
        for at in places:
            end = self._word_end(string, at, stop)
            if end >= 0:
                found.append((at, end))
        return found

    def match(self, str string not None, Py_ssize_t pos=0, Py_ssize_t endpos=PY_SSIZE_T_MAX):
        return self._match(string, max(pos, 0), min(endpos, len(string)))

    def fullmatch(self, str string not None, Py_ssize_t pos=0, Py_ssize_t endpos=PY_SSIZE_T_MAX):
        cdef Py_ssize_t begin = max(pos, 0), stop = min(endpos, len(string)), at, end
        cdef int32_t node
        cdef Step *step
        cdef Match match
        if begin >= stop:
            return None
        cdef bytearray reached = bytearray(stop - begin + 1)
        reached[0] = 1
        for at in range(begin, stop if self._repeated else begin + 1):
            if not reached[at - begin]:
                continue
            node = 1
            for end in range(at, stop):
                step = self._at(node, string[end])
                if step.key == 0:
                    break
                if step.cost >= 0:
                    reached[end + 1 - begin] = 1
                node = step.node
        if not reached[stop - begin]:
            return None
        match = Match.__new__(Match)
        match._text = string
        match._start = begin
        match._end = stop
        return match

    def search(self, str string not None, Py_ssize_t pos=0, Py_ssize_t endpos=PY_SSIZE_T_MAX):
        cdef Py_ssize_t at, stop = min(endpos, len(string))
        cdef Match match
        for at in range(max(pos, 0), stop):
            match = self._match(string, at, stop)
            if match is not None:
                return match
        return None

    def finditer(self, str string not None, Py_ssize_t pos=0, Py_ssize_t endpos=PY_SSIZE_T_MAX):
        cdef Py_ssize_t at = max(pos, 0), stop = min(endpos, len(string))
        cdef Match match
        cdef list found = []
        while at < stop:
            match = self._match(string, at, stop)
            if match is None:
                at += 1
            else:
                found.append(match)
                at = match._end
        return iter(found)
