# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures of one map on another in tobler, beside ours.

    cargo bench -p kapstok-space --bench areal
    python3 -m venv VENV && VENV/bin/pip install tobler
    VENV/bin/python benches/peers/areal_tobler.py [target/criterion]

Run both on the same machine, one right after the other. The maps are the same: twice 121 by 120 areas with 12 points
each on the same land. tobler and ours on one thread are told in processor seconds; ours comes from the estimates of
criterion (the median). Both sums are printed, for an answer that is not the same is no race.
"""

import json
import statistics
import sys
import time
from pathlib import Path

try:
    import geopandas
    import numpy as np
    import shapely
    from tobler.area_weighted import area_interpolate
except ImportError as error:
    sys.exit(print(f"not run: {error.name} is not installed"))

WIDE, HIGH = 121, 120


def chance(place):
    """A number from 0 up to 1 that belongs to a place, as in benches/areal.rs."""
    with np.errstate(over="ignore"):
        mixed = place.astype(np.uint64) * np.uint64(0x9E37_79B9_7F4A_7C15) ^ np.uint64(0x5EED)
        for _ in range(3):
            mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0xBF58_476D_1CE4_E5B9)
    return (mixed >> np.uint64(11)).astype(float) / (1 << 53)


def outlines(number):
    columns, rows = 3 * WIDE + 1, 3 * HIGH + 1
    x, y = np.meshgrid(np.arange(columns), np.arange(rows))
    place = 2 * (number * 1_000_000 + y * columns + x)

    def moved(at, last, place):
        return 500.0 * (at + np.where((at == 0) | (at == last), 0.0, 0.9 * chance(place) - 0.45))

    points = np.stack([moved(x, columns - 1, place), moved(y, rows - 1, place + 1)], axis=2)
    south, east = [(step, 0) for step in range(3)], [(3, step) for step in range(3)]
    around = south + east + [(3 - right, 3) for right, _ in south] + [(0, 3 - up) for _, up in east]
    areas = [(3 * (at % WIDE), 3 * (at // WIDE)) for at in range(WIDE * HIGH)]
    rings = np.array([[points[b + up, a + right] for right, up in around] for a, b in areas])
    return shapely.polygons(rings)


def main():
    default = Path(__file__).resolve().parents[2] / "target" / "criterion"
    criterion = Path(sys.argv[1]) if len(sys.argv) > 1 else default
    figures = np.floor(4000.0 * chance(np.arange(WIDE * HIGH)))
    sources = geopandas.GeoDataFrame({"count": figures, "share": figures}, geometry=outlines(0), crs=28992)
    targets = geopandas.GeoDataFrame(geometry=outlines(1), crs=28992)
    times = []
    for _ in range(3):
        start = time.process_time()
        found = area_interpolate(
            sources, targets, extensive_variables=["count"], intensive_variables=["share"], allocate_total=False
        )
        times.append(time.process_time() - start)
    peer = statistics.median(times)
    print(f"tobler: {peer:.2f} s of processor; {figures.sum():.6f} counted, {found['count'].sum():.6f} carried over")
    try:
        estimates = json.loads((criterion / "areal" / "two_maps_on_1" / "new" / "estimates.json").read_text())
    except OSError:
        return print("ours: not run")
    ours = estimates["median"]["point_estimate"] / 1e9
    print(f"ours, one thread: {ours:.3f} s, {peer / ours:.1f} times as fast")


main()
