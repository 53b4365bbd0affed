# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Regions of pygeoda's max-p, beside our connected sets.

    cargo bench -p kapstok-space --bench regions
    python3 -m venv VENV && VENV/bin/pip install pygeoda geopandas
    VENV/bin/python benches/peers/regions_pygeoda.py [120] [3340] [14566]

The map is that of benches/regions.rs: bricks, each row half a brick to the side, so that who touches whom is the same.
Max-p does another thing: it divides all areas into as many regions as it can, alike in the share of burdened residents,
each of at least a number of residents. What can be compared is what one would do with its regions: of those within the
floor and the ceiling, take the sets with the most burdened residents. It is run with several numbers of residents per
region, and the best is what is said. Tabu search over 3,340 areas was not done after six minutes. A peer that is not
installed is not run, and said so.
"""

import math
import sys
import time

MAPS = {120: (12, 3), 3_340: (58, 20), 14_566: (121, 20)}
FLOOR, CEILING = 4_000, 12_000
BOUNDS = (4_000, 7_000, 10_000)
MASK = (1 << 64) - 1


def chance(place):
    """A number from 0 up to 1 that belongs to a place, as in benches/regions.rs."""
    mixed = (place * 0x9E37_79B9_7F4A_7C15 & MASK) ^ 0x5EED
    for _ in range(3):
        mixed = (mixed ^ (mixed >> 31)) * 0xBF58_476D_1CE4_E5B9 & MASK
    return (mixed >> 11) / (1 << 53)


def around(at, wide, n_areas):
    x, y = at % wide, at // wide
    left = x if y % 2 == 1 else x - 1
    cells = [(left, y - 1), (left + 1, y - 1), (x - 1, y), (x + 1, y), (left, y + 1), (left + 1, y + 1)]
    return [b * wide + a for a, b in cells if 0 <= a < wide and b >= 0 and b * wide + a < n_areas]


def figures(rows):
    residents = [math.floor(500 + 2_000 * chance(at)) for at in range(len(rows))]
    smooth = [chance(at + 1_000_000) - 0.5 for at in range(len(rows))]
    for _ in range(4):
        smooth = [(smooth[at] + sum(smooth[other] for other in row)) / (len(row) + 1) for at, row in enumerate(rows)]
    shares = (0.12 + smooth[at] + 0.1 * (chance(at + 2_000_000) - 0.5) for at in range(len(rows)))
    burdened = [math.floor(min(max(share, 0.01), 0.6) * each) for share, each in zip(shares, residents)]
    return burdened, residents


def best_of(regions, burdened, residents, n_sets):
    """Burdened residents of the best regions within floor and ceiling, and how many regions those are."""
    within = [region for region in regions if FLOOR <= sum(residents[at] for at in region) <= CEILING]
    found = sorted((sum(burdened[at] for at in region) for region in within), reverse=True)[:n_sets]
    return sum(found), len(found)


def compare(pygeoda, geopandas, shapely, n_areas):
    wide, n_sets = MAPS[n_areas]
    rows = [around(at, wide, n_areas) for at in range(n_areas)]
    burdened, residents = figures(rows)
    left = [at % wide + 0.5 * (at // wide % 2) for at in range(n_areas)]
    # A point halfway along each long side: pygeoda compares points.
    sides = [[(x + part, at // wide) for part in (0, 0.5, 1)] for at, x in enumerate(left)]
    bricks = [shapely.Polygon(side + [(x, y + 1) for x, y in reversed(side)]) for side in sides]
    share = [one / each for one, each in zip(burdened, residents)]
    frame = geopandas.GeoDataFrame({"share": share, "residents": [float(each) for each in residents]}, geometry=bricks)
    weights = pygeoda.queen_weights(pygeoda.open(frame))
    assert all(sorted(weights.get_neighbors(at)) == sorted(row) for at, row in enumerate(rows)), "another map"
    methods = {
        "maxp_greedy": lambda bound: pygeoda.maxp_greedy(weights, frame[["share"]], frame["residents"], bound, iterations=9),
        "maxp_tabu": lambda bound: pygeoda.maxp_tabu(
            weights, frame[["share"]], frame["residents"], bound, tabu_length=10, conv_tabu=10, iterations=9
        ),
    }
    for name, method in methods.items():
        best, seconds = (0, 0), 0.0
        for bound in BOUNDS:
            start = time.perf_counter()
            clusters = method(bound)["Clusters"]
            seconds += time.perf_counter() - start
            regions = [[at for at in range(n_areas) if clusters[at] == label] for label in sorted(set(clusters))]
            best = max(best, best_of(regions, burdened, residents, n_sets))
        print(f"{n_areas} areas, {n_sets} sets: pygeoda {pygeoda.__version__} {name}: {best[0]} burdened residents in "
              f"{best[1]} regions, {seconds:.1f} s for {len(BOUNDS)} runs", flush=True)


def main():
    try:
        import geopandas
        import pygeoda
        import shapely
    except ImportError:
        return print("not run: pygeoda or geopandas is not installed")
    for n_areas in [int(text) for text in sys.argv[1:]] or MAPS:
        compare(pygeoda, geopandas, shapely, n_areas)


if __name__ == "__main__":
    main()
