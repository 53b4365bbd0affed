# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who touches whom, in libpysal, pygeoda and shapely, beside ours.

In: target/criterion of `cargo bench -p kapstok-space --bench map -- queen_contiguity`. Out: a line for each peer with
its time and the ratio to ours, and whether it finds the same pairs. The map is that of the bench: 121 by 120 areas of
12 points. Opening it (points to the objects of a peer) is timed apart.

    python3 -m venv VENV && VENV/bin/pip install libpysal pygeoda geopandas shapely
    VENV/bin/python benches/peers/contiguity.py
"""
import json
import pathlib
import statistics
import time

import numpy

WIDE, HIGH = 121, 120
MASK = (1 << 64) - 1


def noise(a, b):
    """A number between -0.5 and 0.5 that belongs to two others, as in the bench."""
    mixed = ((a << 32) | b) ^ 0x5EED
    for _ in range(3):
        mixed = ((mixed ^ (mixed >> 31)) * 0x9E3779B97F4A7C15) & MASK
    return (mixed >> 11) / float(1 << 53) - 0.5


def point(x, y):
    """A point of a lattice with three steps to an area, shaken."""
    return (20_000.0 + 300.0 * (x + 0.6 * noise(x, y)), 350_000.0 + 300.0 * (y + 0.6 * noise(y, x + 1_000_000)))


def ring(at):
    """The border of an area."""
    x, y = 3 * (at % WIDE), 3 * (at // WIDE)
    south = [point(x + step, y) for step in range(3)]
    east = [point(x + 3, y + step) for step in range(3)]
    north = [point(x + 3 - step, y + 3) for step in range(3)]
    west = [point(x, y + 3 - step) for step in range(3)]
    return [*south, *east, *north, *west]


def timed(work, n_runs=3):
    """What a work gives, and the median of its times in seconds."""
    times, found = [], None
    for _ in range(n_runs):
        start = time.perf_counter()
        found = work()
        times.append(time.perf_counter() - start)
    return found, statistics.median(times)


def ours():
    """The median of the last bench, in seconds; None where it was not run."""
    path = pathlib.Path("target/criterion/queen_contiguity/new/estimates.json")
    return json.loads(path.read_text())["median"]["point_estimate"] / 1e9 if path.exists() else None


def say(peer, seconds, n_pairs, here):
    """Prints a line."""
    ratio = f", {seconds / here:.0f} times ours ({here * 1000:.0f} ms)" if here else ""
    print(f"{peer}: {seconds * 1000:.0f} ms, {n_pairs:,} pairs{ratio}")


def of_shapely(polygons, here):
    """All pairs that have a point in common, by an index of boxes."""
    import shapely

    def pairs():
        left, right = shapely.STRtree(polygons).query(polygons, predicate="intersects")
        return int(numpy.count_nonzero(left < right))

    found, seconds = timed(pairs)
    say(f"shapely {shapely.__version__}, STRtree", seconds, found, here)


def of_libpysal(polygons, here):
    """Its two ways: weights by points in common, and a graph."""
    import geopandas
    import libpysal

    frame, opened = timed(lambda: geopandas.GeoDataFrame(geometry=polygons, crs=28992), 1)
    print(f"geopandas: opened in {opened * 1000:.0f} ms")
    version = libpysal.__version__
    old, seconds = timed(lambda: libpysal.weights.Queen.from_dataframe(frame, use_index=False, silence_warnings=True))
    say(f"libpysal {version}, weights.Queen", seconds, sum(old.cardinalities.values()) // 2, here)
    new, seconds = timed(lambda: libpysal.graph.Graph.build_contiguity(frame, rook=False))
    say(f"libpysal {version}, Graph.build_contiguity", seconds, len(new.adjacency) // 2, here)
    return frame


def of_pygeoda(frame, here):
    """Its weights; what it takes to open the map stands apart."""
    import pygeoda

    opened, seconds = timed(lambda: pygeoda.open(frame), 1)
    print(f"pygeoda {pygeoda.__version__}: opened in {seconds * 1000:.0f} ms")
    found, seconds = timed(lambda: pygeoda.queen_weights(opened))
    n_pairs = sum(len(found.get_neighbors(at)) for at in range(WIDE * HIGH)) // 2
    say(f"pygeoda {pygeoda.__version__}, queen_weights", seconds, n_pairs, here)


def main():
    """Runs each peer that is there."""
    import shapely

    here = ours()
    if here is None:
        print("ours was not run: cargo bench -p kapstok-space --bench map -- queen_contiguity")
    polygons = shapely.polygons([ring(at) for at in range(WIDE * HIGH)])
    of_shapely(polygons, here)
    of_pygeoda(of_libpysal(polygons, here), here)


if __name__ == "__main__":
    main()
