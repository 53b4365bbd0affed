# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""DuckDB reads a build without us: as many cells as `build.json` says, codes as text, and the figures that all are asked."""

import json
import sys
from pathlib import Path

import duckdb

asked = json.loads(Path(sys.argv[1]).read_text())
build = Path(asked["build"])
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

# Figures and reasons of single areas, as everyone is asked them.
areas = duckdb.read_parquet(str(build / f"areas-{asked['level']}.parquet"))
figures = duckdb.read_parquet(str(build / f"figures-{asked['level']}.parquet"))
rows, source_rows = {}, {}
for code in asked["areas"]:
    [[name]] = duckdb.sql("select name from areas where area = $code", params={"code": code}).fetchall()
    rows[code], source_rows[code] = {"name": name}, {}
    for indicator in asked["indicators"]:
        [[value, reason, row]] = duckdb.sql(
            "select value, reason, row from figures where area = $area and indicator = $indicator and period = $period",
            params={"area": code, "indicator": indicator, "period": asked["period"]},
        ).fetchall()
        rows[code] |= {indicator: value, indicator + " is missing": reason}
        source_rows[code][indicator] = row
n_areas = {}
for level in asked["levels"]:
    shapes = duckdb.read_parquet(str(build / f"map-{level}.parquet"))
    [[n_areas[level]]] = duckdb.sql("select count(area) from shapes").fetchall()
print(f"{n_columns} columns hold the cells that build.json counts")
print(json.dumps({"version": "DuckDB " + duckdb.__version__, "n_areas": n_areas, "rows": rows,
                  "source_rows": source_rows}))
