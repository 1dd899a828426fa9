# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False
"""The inner loops of prediction, compiled; ``kernels.py`` says what each does and when it is used.

Every function checks the shapes it was given before it reads or writes a number: a wrong shape is
a ``ValueError``, never a crash. The loops themselves are in ``_kernels.h``.
"""

from libc.stdint cimport int64_t, uint32_t


cdef extern from "_kernels.h" nogil:
    ctypedef Py_ssize_t place
    enum:
        MOST_TAGS
    void c_sum_rows "sum_rows"(
        const float *table, place table_rows, place width, const uint32_t *hashes, place rows,
        float *out, place out_width)
    void c_advance "advance"(
        const float *inputs, const float *moved, const float *bias, const float *inner_bias,
        float *state, const int64_t *places, place rows, place width, float *out,
        place out_width)
    void c_viterbi "viterbi"(
        const float *emissions, place rows, place tags, place padded, const float *first,
        const float *next, const float *last, float *score, int64_t *path)
    double c_forward_backward "forward_backward"(
        const float *emissions, place rows, place tags, place padded, const float *first,
        const float *move, const float *back, const float *last, float floor, float *ahead,
        float *behind, float *weight)


def _check(bint fits, str what):
    if not fits:
        raise ValueError(f"the shapes of {what} do not fit each other.")


def sum_rows(const float[:, ::1] table, const uint32_t[:, ::1] hashes, float[:, ::1] out,
             Py_ssize_t column):
    """Write the sums of four hashed rows of a table into some columns of an array."""
    cdef Py_ssize_t rows = hashes.shape[0], width = table.shape[1]
    _check(hashes.shape[1] == 4 and out.shape[0] == rows and table.shape[0] > 0
           and 0 <= column <= out.shape[1] - width, "table, hashes and columns")
    if rows and width:
        with nogil:
            c_sum_rows(&table[0, 0], table.shape[0], width, &hashes[0, 0], rows,
                       &out[0, column], out.shape[1])


def advance(const float[:, :, ::1] inputs, Py_ssize_t start, const float[:, :, ::1] moved,
            const float[:, ::1] bias, const float[:, ::1] inner_bias, float[:, :, ::1] state,
            const int64_t[:, ::1] places, Py_ssize_t first, Py_ssize_t rows, float[:, ::1] out):
    """Advance the first rows of a state by one step of a GRU, in both directions."""
    cdef Py_ssize_t width = state.shape[2], way, row
    _check(inputs.shape[0] == moved.shape[0] == bias.shape[0] == inner_bias.shape[0] == 2
           and state.shape[0] == places.shape[0] == 2
           and inputs.shape[2] == moved.shape[2] == bias.shape[1] == 3 * width
           and inner_bias.shape[1] == width and out.shape[1] == 2 * width
           and 0 <= rows <= min(moved.shape[1], state.shape[1])
           and 0 <= start <= inputs.shape[1] - rows
           and 0 <= first <= places.shape[1] - rows, "a step")
    for way in range(2):
        for row in range(first, first + rows):
            if not 0 <= places[way, row] < out.shape[0]:
                raise ValueError("a state has no place in the result.")
    if rows and width:
        with nogil:
            for way in range(2):
                c_advance(&inputs[way, start, 0], &moved[way, 0, 0], &bias[way, 0],
                          &inner_bias[way, 0], &state[way, 0, 0], &places[way, first], rows,
                          width, &out[0, way * width], out.shape[1])


cdef Py_ssize_t _checked_tags(const int64_t[::1] lengths, Py_ssize_t rows, Py_ssize_t tags,
                              const float[::1] first, const float[:, ::1] next,
                              const float[::1] last) except -1:
    """Check a batch and its chain, and return the number of padded columns."""
    cdef Py_ssize_t padded = next.shape[1], total = 0, number
    for number in range(lengths.shape[0]):
        _check(lengths[number] >= 0, "lengths")
        total += lengths[number]
    _check(total == rows and 0 < tags <= padded <= MOST_TAGS and padded % 16 == 0
           and first.shape[0] == last.shape[0] == padded and next.shape[0] == tags,
           "emissions and chain")
    return padded


def best_path(const float[:, ::1] emissions, const int64_t[::1] lengths,
              const float[::1] first, const float[:, ::1] next, const float[::1] last,
              float[:, ::1] scores, int64_t[::1] path):
    """Write the likeliest tags of some sequences; ``scores`` has room for the longest."""
    cdef Py_ssize_t tags = emissions.shape[1], start = 0, number
    cdef Py_ssize_t padded = _checked_tags(lengths, emissions.shape[0], tags, first, next, last)
    _check(path.shape[0] == emissions.shape[0] and scores.shape[1] == padded, "path")
    for number in range(lengths.shape[0]):
        _check(lengths[number] <= scores.shape[0], "lengths")
    with nogil:
        for number in range(lengths.shape[0]):
            if lengths[number]:
                c_viterbi(&emissions[start, 0], lengths[number], tags, padded, &first[0],
                          &next[0, 0], &last[0], &scores[0, 0], &path[start])
                start += lengths[number]


def posterior(const float[:, ::1] emissions, const int64_t[::1] lengths,
              const float[::1] first, const float[:, ::1] move, const float[:, ::1] back,
              const float[::1] last, float floor, float[:, ::1] ahead, float[:, ::1] behind,
              float[:, ::1] weight, double[::1] log_total):
    """Run forwards and backwards over some sequences."""
    cdef Py_ssize_t tags = emissions.shape[1], rows = emissions.shape[0], start = 0, number
    cdef Py_ssize_t padded = _checked_tags(lengths, rows, tags, first, move, last)
    _check(back.shape[0] == tags and back.shape[1] == padded
           and ahead.shape[0] == behind.shape[0] == weight.shape[0] == rows
           and ahead.shape[1] == behind.shape[1] == weight.shape[1] == tags
           and log_total.shape[0] == lengths.shape[0], "posterior")
    with nogil:
        for number in range(lengths.shape[0]):
            if lengths[number]:
                log_total[number] = c_forward_backward(
                    &emissions[start, 0], lengths[number], tags, padded, &first[0],
                    &move[0, 0], &back[0, 0], &last[0], floor, &ahead[start, 0],
                    &behind[start, 0], &weight[start, 0])
                start += lengths[number]
