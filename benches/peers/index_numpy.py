# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two budgets of an index in numpy, beside ours.

    cargo bench -p kapstok-score
    python3 -m venv VENV && VENV/bin/pip install numpy
    VENV/bin/python benches/peers/index_numpy.py [target/criterion]

Run both on the same quiet machine, one right after the other. Ours comes from the estimates of criterion
(the median); numpy is timed here (the median of some runs) on one thread, in processor seconds where we
promise those and by the clock elsewhere.
"""

import json
import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np  # noqa: E402: the number of threads is read when numpy is loaded

N_AREAS, N_INDICATORS, N_DOMAINS, N_DRAWS = 14_500, 60, 8, 1000


def ranks(index):
    """1 for the highest."""
    places = np.empty(index.size, dtype=np.int64)
    places[np.argsort(-index, kind="stable")] = np.arange(1, index.size + 1)
    return places


def one_index(figures, domain_of):
    scores = (figures - figures.mean(axis=0)) / figures.std(axis=0)
    domains = np.stack([scores[:, domain_of == domain].mean(axis=1) for domain in range(N_DOMAINS)], axis=1)
    return ranks(domains.mean(axis=1))


def weights_and_ranks(domains, generator):
    for weights in generator.dirichlet(np.ones(N_DOMAINS), N_DRAWS):
        places = ranks(domains @ weights)
    return places


def with_intervals(domains, generator):
    places = np.empty((N_DRAWS, N_AREAS), dtype=np.int32)
    for draw, weights in enumerate(generator.dirichlet(np.ones(N_DOMAINS), N_DRAWS)):
        places[draw] = ranks(domains @ weights)
    kept = np.partition(places, [25, N_DRAWS - 26], axis=0)
    return kept[25], kept[N_DRAWS - 26], (places <= N_AREAS // 5).mean(axis=0)


def median_ms(work, clock, n_runs):
    work()
    times = []
    for _ in range(n_runs):
        start = clock()
        work()
        times.append((clock() - start) * 1000)
    return statistics.median(times)


def ours_ms(criterion, name):
    estimates = criterion / name / "new" / "estimates.json"
    if not estimates.exists():
        return None
    return json.loads(estimates.read_text())["median"]["point_estimate"] / 1e6


def main():
    default = Path(__file__).resolve().parents[2] / "target" / "criterion"
    criterion = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    generator = np.random.default_rng(7)
    figures = generator.normal(20, 5, (N_AREAS, N_INDICATORS))
    domain_of = np.arange(N_INDICATORS) % N_DOMAINS
    domains = np.ascontiguousarray(figures[:, :N_DOMAINS])
    rows = [
        ("one_index", lambda: one_index(figures, domain_of), time.perf_counter, 30),
        ("replications/1000_weights_and_ranks", lambda: weights_and_ranks(domains, generator), time.process_time, 5),
        ("replications/1000_with_intervals_on_1", lambda: with_intervals(domains, generator), time.process_time, 3),
    ]
    print(f"numpy {np.__version__}; milliseconds")
    print(f"{'work':40} {'numpy':>10} {'kapstok':>10} {'numpy / kapstok':>16}")
    for name, work, clock, n_runs in rows:
        theirs, ours = median_ms(work, clock, n_runs), ours_ms(criterion, name)
        shown = ("not run", "") if ours is None else (f"{ours:.2f}", f"{theirs / ours:.1f}")
        print(f"{name:40} {theirs:10.2f} {shown[0]:>10} {shown[1]:>16}")


if __name__ == "__main__":
    main()
