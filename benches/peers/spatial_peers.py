# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Statistics of a map in esda, pygeoda and mapclassify, beside ours.

    cargo bench -p kapstok-space --bench statistics
    python3 -m venv VENV && VENV/bin/pip install esda libpysal pygeoda mapclassify numba geopandas
    VENV/bin/python benches/peers/spatial_peers.py [target/criterion]

Run both on the same machine, one right after the other. Ours comes from the estimates of criterion (the
median). The map is the same: 120 by 121 squares, neighbours by side and corner, the same figures. What numba
compiles, it compiles in a first run that is timed apart. A peer that is not installed is not run, and said so.
"""

import json
import statistics
import sys
import time
from pathlib import Path

try:
    import numpy as np
except ImportError:
    sys.exit(print("not run: numpy is not installed"))

WIDE, HIGH, PERMUTATIONS, CLASSES = 120, 121, 999, 7
MASK = (1 << 64) - 1


def chance(place):
    """A number from 0 up to 1 that belongs to a place, as in benches/statistics.rs."""
    mixed = (place * 0x9E37_79B9_7F4A_7C15 & MASK) ^ 0x5EED
    for _ in range(3):
        mixed = (mixed ^ (mixed >> 31)) * 0xBF58_476D_1CE4_E5B9 & MASK
    return (mixed >> 11) / (1 << 53)


def around(at):
    x, y = at % WIDE, at // WIDE
    rows, columns = range(max(y - 1, 0), min(y + 2, HIGH)), range(max(x - 1, 0), min(x + 2, WIDE))
    return [b * WIDE + a for b in rows for a in columns if b * WIDE + a != at]


NEIGHBOURS = {at: around(at) for at in range(WIDE * HIGH)}
OWN = [chance(at) for at in NEIGHBOURS]
FIGURES = np.array([0.5 * OWN[at] + 0.5 * sum(OWN[other] for other in row) / len(row) for at, row in NEIGHBOURS.items()])


def ours(folder, name):
    try:
        estimates = json.loads((folder / "statistics" / name / "new" / "estimates.json").read_text())
    except OSError:
        return None
    return estimates["median"]["point_estimate"] / 1e9


def timed(work, n_runs=3):
    """The first run, with what is compiled in it, and the median of those after it."""
    def once():
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    first = once()
    return first, statistics.median(once() for _ in range(n_runs))


def say(folder, name, peer, work, n_runs=3):
    first, later = timed(work, n_runs)
    own = ours(folder, name)
    beside = f"ours {own:.4f} s, {later / own:.1f} times ours" if own else "ours was not measured"
    print(f"{name}: {peer} {later:.4f} s (first run, compilation included: {first:.4f} s); {beside}")


def of_esda(folder):
    try:
        import esda
        import libpysal
    except ImportError:
        return print("not run: esda or libpysal is not installed")
    weights = libpysal.weights.W(NEIGHBOURS, silence_warnings=True)
    weights.transform = "R"
    peer = f"esda {esda.__version__}, one thread,"
    say(folder, "local_moran_999", peer, lambda: esda.Moran_Local(FIGURES, weights, permutations=PERMUTATIONS, n_jobs=1))
    star = lambda: esda.G_Local(FIGURES, weights, star=True, permutations=PERMUTATIONS, n_jobs=1)  # noqa: E731
    say(folder, "gi_star_999", peer, star)
    say(folder, "moran_999", peer, lambda: esda.Moran(FIGURES, weights, permutations=PERMUTATIONS))


def of_pygeoda(folder):
    try:
        import geopandas
        import pygeoda
        import shapely
    except ImportError:
        return print("not run: pygeoda or geopandas is not installed")
    squares = [shapely.box(at % WIDE, at // WIDE, at % WIDE + 1, at // WIDE + 1) for at in NEIGHBOURS]
    frame = geopandas.GeoDataFrame({"figure": FIGURES}, geometry=squares)
    opened = pygeoda.open(frame)
    weights = pygeoda.queen_weights(opened)
    figures = frame["figure"]
    for method in ("lookup", "complete"):
        peer = f"pygeoda {pygeoda.__version__}, 2 threads, `{method}`,"
        options = {"permutations": PERMUTATIONS, "permutation_method": method, "cpu_threads": 2, "seed": 7}
        say(folder, "local_moran_999", peer, lambda: pygeoda.local_moran(weights, figures, **options))
        say(folder, "gi_star_999", peer, lambda: pygeoda.local_gstar(weights, figures, **options))


def of_mapclassify(folder):
    try:
        import mapclassify
    except ImportError:
        return print("not run: mapclassify is not installed")
    peer = f"mapclassify {mapclassify.__version__}"
    say(folder, "classes_14520", peer, lambda: mapclassify.FisherJenks(FIGURES, k=CLASSES), n_runs=1)


def main():
    default = Path(__file__).resolve().parents[2] / "target" / "criterion"
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    of_pygeoda(folder)
    of_esda(folder)
    of_mapclassify(folder)


if __name__ == "__main__":
    main()
