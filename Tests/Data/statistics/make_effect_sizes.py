#!/usr/bin/env python3
"""Makes noncentral_t.csv and effect_sizes.csv with numpy and scipy (1.17), which share no code with us.

Cohen's d of two groups with its exact interval (Steiger and Fouladi 1997), and of pairs in the mean
variance with that of Algina and Keselman (2003). Run it in this folder.
"""
import csv
import itertools

import numpy as np
from scipy import integrate, optimize, stats


def cdf(t, df, nc):
    """By integration over the chi distribution; scipy's nct, where it has a value, must agree."""
    chi = stats.chi(df)
    edges = chi.ppf([1e-16, 0.001, 0.5, 0.999]).tolist() + [chi.isf(1e-16)]
    value = sum(
        integrate.quad(lambda x: stats.norm.cdf(t * x / np.sqrt(df) - nc) * chi.pdf(x), a, b,
                       epsabs=1e-13, epsrel=1e-12, limit=400)[0]
        for a, b in itertools.pairwise(edges))
    other = stats.nct.cdf(t, df, nc)
    assert np.isnan(other) or abs(value - other) < 1e-8, (t, df, nc, value, other)
    return value


def bounds(t, df):
    """The noncentralities that leave 2.5 % on either side of t."""
    def bound(share):
        reach = 12 + 2 * abs(t)
        return optimize.brentq(lambda nc: cdf(t, df, nc) - share, t - reach, t + reach, xtol=1e-10)
    return bound(0.975), bound(0.025)


def unpaired(m1, s1, n1, m2, s2, n2):
    df = n1 + n2 - 2
    d = (m2 - m1) / np.sqrt(((n1 - 1) * s1**2 + (n2 - 1) * s2**2) / df)
    scale = np.sqrt(1 / n1 + 1 / n2)
    low, high = bounds(d / scale, df)
    return d, low * scale, high * scale, d * (1 - 3 / (4 * df - 1))


def paired(m1, s1, m2, s2, s_change, n):
    s = np.sqrt((s1**2 + s2**2) / 2)
    d = (m2 - m1) / s
    scale = s_change / (s * np.sqrt(n))
    low, high = bounds(d / scale, n - 1)
    return d, low * scale, high * scale, d * (1 - 3 / (4 * (n - 1) - 1))


with open("noncentral_t.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["t", "df", "noncentrality", "cdf"])
    for df, t, nc in itertools.product(
            [4, 8, 22, 58, 400], [-3.5, -0.4, 0, 1.1, 2.8, 7], [-2, 0, 0.7, 3, 6.5]):
        out.writerow([t, df, nc, repr(float(cdf(t, df, nc)))])

with open("effect_sizes.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["design", "m1", "s1", "n1", "m2", "s2", "n2", "s_change",
                  "d", "low", "high", "g"])
    two = [
        (13.8, 5.2, 24, 10.1, 4.9, 22), (19.4, 6.1, 31, 18.9, 6.4, 30), (52, 18, 12, 61, 17, 11),
        (45.5, 20.2, 5, 30.3, 18.8, 5), (8.7, 1.2, 40, 6.1, 0.9, 38), (50, 10, 200, 55, 11, 190),
        (3, 1, 6, 3, 1, 9), (10, 4, 9, 24, 3, 14),
    ]
    for m1, s1, n1, m2, s2, n2 in two:
        row = unpaired(m1, s1, n1, m2, s2, n2)
        out.writerow(["unpaired", m1, s1, n1, m2, s2, n2, ""] + [repr(float(x)) for x in row])
    pairs = [
        (13.8, 5.2, 10.1, 4.9, 4.1, 20), (22.4, 9, 15.2, 7.5, 6, 8), (61, 17, 60, 18, 9, 40),
        (12, 3, 15, 3.5, 2.2, 5), (5, 1, 9, 1.5, 1.1, 12),
    ]
    for m1, s1, m2, s2, change, n in pairs:
        row = paired(m1, s1, m2, s2, change, n)
        out.writerow(["paired", m1, s1, n, m2, s2, n, change] + [repr(float(x)) for x in row])
    # Values of people, from which the moments are taken too.
    seed = np.random.default_rng(2026)
    for n in (5, 11, 24):
        a = np.round(seed.normal(20, 6, n), 2)
        b = np.round(0.6 * a + seed.normal(6, 3, n), 2)
        row = paired(a.mean(), a.std(ddof=1), b.mean(), b.std(ddof=1), (b - a).std(ddof=1), n)
        out.writerow(["people", " ".join(map(str, a)), "", n, " ".join(map(str, b)), "", n, ""]
                     + [repr(float(x)) for x in row])
