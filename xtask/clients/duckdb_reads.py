# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""DuckDB reads a build without us: as many cells as `build.json` says, codes as text, and one known figure."""

import json
import sys
from pathlib import Path

import duckdb

build = Path(sys.argv[1])
manifest = json.loads((build / "build.json").read_text())
n_columns = 0
for level in manifest["levels"]:
    name = level["level"]
    figures = duckdb.read_parquet(str(build / f"figures-{name}.parquet"))
    found = duckdb.sql(
        "select indicator, period, count(value), count(*) - count(value) from figures group by all"
    ).fetchall()
    counted = {(indicator, period): (known, missing) for indicator, period, known, missing in found}
    for column in level["columns"]:
        expected = (column["known"], sum(column["missing"].values()))
        assert counted[column["indicator"], column["period"]] == expected, (name, column)
        n_columns += 1
    # A CSV beside its Parquet says the same of every area.
    areas = duckdb.read_csv(str(build / f"areas-{name}.csv"), all_varchar=True)
    same = duckdb.read_parquet(str(build / f"areas-{name}.parquet"))
    differs = duckdb.sql("select count(*) from areas anti join same using (area, name)").fetchall()
    assert differs == [(0,)], name
    if level["map"]:
        shapes = duckdb.read_parquet(str(build / f"map-{name}.parquet"))
        assert duckdb.sql("select count(area) from shapes").fetchall() == [(level["n_areas"],)], name

# The crimes of a buurt add up to those of its municipality only where the file says so; a single cell is plain:
# `kapstok why` prints this one from row to figure.
area, indicator, period = "XB01010114", "volwassenen_laag_inkomen", "2024"
figures = duckdb.read_parquet(str(build / "figures-neighbourhood.parquet"))
cell = duckdb.sql(
    "select value, row from figures where area = $area and indicator = $indicator and period = $period",
    params={"area": area, "indicator": indicator, "period": period},
).fetchall()
assert cell == [(float(sys.argv[2]), int(sys.argv[3]))], cell
print(f"DuckDB: {n_columns} columns hold the cells that build.json counts; one cell has its figure and row")
