/* The loops of _kernels.pyx: plain C that a compiler turns into vector code.

   Where gcc can, each function is compiled for three kinds of processor, and the one that fits is
   chosen when the library is loaded: one wheel runs everywhere and uses what there is. */

#ifndef GAOYOU_KERNELS_H
#define GAOYOU_KERNELS_H

#include <math.h>
#include <stdint.h>
#include <string.h>

#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 12 && defined(__x86_64__) \
    && defined(__gnu_linux__)
#define CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define CLONES
#endif

#ifdef __GNUC__
#define INLINED inline __attribute__((always_inline))
#else
#define INLINED inline
#endif

#if defined(__GNUC__) && !defined(__clang__)
#define APART _Pragma("GCC ivdep") /* of a loop whose arrays do not overlap */
#else
#define APART
#endif

#define LANES 16 /* floats that are worked on together: tags are padded to a multiple of it */
#define MOST_TAGS 256

typedef ptrdiff_t place;

/* e to the power of x, within two units of the last place, by 2^n * e^r with r in +-ln(2)/2. */
static INLINED float exp_of(float x) {
    x = x < -87.0f ? -87.0f : x;
    x = x > 88.0f ? 88.0f : x;
    float shifted = x * 1.44269504f + 12582912.0f; /* 1.5 * 2^23: rounds to a whole number */
    int32_t bits;
    memcpy(&bits, &shifted, 4);
    float n = shifted - 12582912.0f;
    float r = (x - n * 0.693359375f) + n * 2.12194440e-4f;
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    uint32_t power = ((uint32_t)bits - 0x4B400000u + 127u) << 23;
    float scale;
    memcpy(&scale, &power, 4);
    return p * scale;
}

static INLINED float sigmoid_of(float x) { return 1.0f / (1.0f + exp_of(-x)); }

static INLINED float tanh_of(float x) { return 2.0f / (1.0f + exp_of(-2.0f * x)) - 1.0f; }

static INLINED float max_of(float a, float b) { return a > b ? a : b; }

/* The first tag with the highest score and weight; weights stand `stride` apart. */
static INLINED place best_tag(const float *score, const float *weight, place tags, place stride) {
    place best = 0;
    for (place t = 1; t < tags; t++)
        if (score[t] + weight[t * stride] > score[best] + weight[best * stride]) best = t;
    return best;
}

/* The sum of the rows of a table that each row of `hashes` names. */
CLONES static void sum_rows(const float *table, place table_rows, place width,
                            const uint32_t *hashes, place rows, float *out, place out_width) {
    for (place i = 0; i < rows; i++) {
        const float *a = table + (hashes[4 * i] % (uint32_t)table_rows) * width;
        const float *b = table + (hashes[4 * i + 1] % (uint32_t)table_rows) * width;
        const float *c = table + (hashes[4 * i + 2] % (uint32_t)table_rows) * width;
        const float *d = table + (hashes[4 * i + 3] % (uint32_t)table_rows) * width;
        float *to = out + i * out_width;
        APART for (place j = 0; j < width; j++) to[j] = a[j] + b[j] + c[j] + d[j];
    }
}

/* One direction of one step of a GRU; `moved` is the state times the recurrent weights. */
CLONES static void advance(const float *inputs, const float *moved, const float *bias,
                           const float *inner_bias, float *state, const int64_t *places,
                           place rows, place width, float *out, place out_width) {
    const float *bz = bias, *br = bias + width, *bn = bias + 2 * width;
    for (place i = 0; i < rows; i++) {
        const float *x = inputs + 3 * width * i, *m = moved + 3 * width * i;
        float *s = state + width * i, *to = out + places[i] * out_width;
        APART for (place j = 0; j < width; j++) {
            float z = sigmoid_of(x[j] + bz[j] + m[j]);
            float r = sigmoid_of(x[width + j] + br[j] + m[width + j]);
            float n = tanh_of(x[2 * width + j] + bn[j]
                              + r * (m[2 * width + j] + inner_bias[j]));
            s[j] = n + z * (s[j] - n);
            to[j] = s[j];
        }
    }
}

/* The likeliest tags of one sequence (Viterbi). `next` has `padded` columns; `score` has as many, and
   room for all rows: where a tag came from is found again on the way back, for one tag a row. */
CLONES static void viterbi(const float *emissions, place rows, place tags, place padded,
                           const float *first, const float *next, const float *last,
                           float *score, int64_t *path) {
    for (place t = 0; t < tags; t++) score[t] = emissions[t] + first[t];
    for (place i = 1; i < rows; i++) {
        const float *before = score + (i - 1) * padded, *e = emissions + i * tags;
        float *now = score + i * padded;
        APART for (place t = 0; t < padded; t++) now[t] = before[0] + next[t];
        for (place f = 1; f < tags; f++) {
            const float *row = next + f * padded;
            APART for (place t = 0; t < padded; t++) now[t] = max_of(before[f] + row[t], now[t]);
        }
        for (place t = 0; t < tags; t++) now[t] += e[t];
    }
    place tag = best_tag(score + (rows - 1) * padded, last, tags, 1);
    for (place i = rows - 1; i >= 0; i--) {
        path[i] = (int64_t)tag;
        if (i) tag = best_tag(score + (i - 1) * padded, next + tag, tags, padded);
    }
}

/* out = state * matrix, the matrix with `padded` columns. */
static INLINED void times(const float *state, const float *matrix, place tags, place padded,
                         float *out) {
    for (place base = 0; base < padded; base += LANES) {
        float sum[LANES] = {0};
        for (place f = 0; f < tags; f++) {
            const float *row = matrix + f * padded + base;
            for (place k = 0; k < LANES; k++) sum[k] += state[f] * row[k];
        }
        for (place k = 0; k < LANES; k++) out[base + k] = sum[k];
    }
}

static INLINED float sum_of(const float *values, place padded) {
    float part[LANES] = {0}, total = 0;
    for (place base = 0; base < padded; base += LANES)
        for (place k = 0; k < LANES; k++) part[k] += values[base + k];
    for (place k = 0; k < LANES; k++) total += part[k];
    return total;
}

/* Forwards and backwards over one sequence, scaled at each row, as network/crf.py says.
   `first`, `last`, `move` and `back` (move transposed) are no logarithms; their padding is 0. */
CLONES static double forward_backward(const float *emissions, place rows, place tags,
                                      place padded, const float *first, const float *move,
                                      const float *back, const float *last, float floor,
                                      float *ahead, float *behind, float *weight) {
    float state[MOST_TAGS], now[MOST_TAGS] = {0};
    double log_total = 0;
    memcpy(state, first, sizeof(float) * (size_t)padded);
    for (place i = 0; i < rows; i++) {
        const float *e = emissions + i * tags;
        float *w = weight + i * tags, *a = ahead + i * tags;
        float top = e[0];
        for (place t = 1; t < tags; t++) top = e[t] > top ? e[t] : top;
        APART for (place t = 0; t < tags; t++) w[t] = exp_of(e[t] - top) + floor;
        if (i) {
            times(state, move, tags, padded, now);
            memcpy(state, now, sizeof(float) * (size_t)padded);
        }
        for (place t = 0; t < tags; t++) state[t] *= w[t];
        float scale = sum_of(state, padded);
        APART for (place t = 0; t < tags; t++) {
            a[t] = state[t] = state[t] / scale;
            w[t] = w[t] / scale;
        }
        log_total += log((double)scale) + (double)top;
    }
    double ends = 0;
    for (place t = 0; t < tags; t++) ends += (double)state[t] * (double)last[t];
    log_total += log(ends);
    for (place t = 0; t < padded; t++) state[t] = last[t] / (float)ends;
    memcpy(behind + (rows - 1) * tags, state, sizeof(float) * (size_t)tags);
    for (place i = rows - 2; i >= 0; i--) {
        const float *w = weight + (i + 1) * tags;
        for (place t = 0; t < tags; t++) state[t] *= w[t];
        times(state, back, tags, padded, now);
        memcpy(state, now, sizeof(float) * (size_t)padded);
        memcpy(behind + i * tags, state, sizeof(float) * (size_t)tags);
    }
    return log_total;
}

#endif
