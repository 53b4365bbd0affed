# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""DuckDB reads the files to take along: both kinds of CSV, the package of CSV files, and GeoParquet, which hold the same."""

import json
import shutil
import sys
import zipfile
from pathlib import Path

import duckdb

from takes import all_the_same, row, taken

asked = json.loads(Path(sys.argv[1]).read_text())
level = asked["level"]


def tables(level):
    """The wide table of a level, by form."""
    spreadsheet = {"delimiter": ";", "decimal": ","}
    text = {"area": "VARCHAR"}
    return {
        "csv": duckdb.read_csv(str(taken(asked, level, "csv")), dtype=text),
        "nl.csv": duckdb.read_csv(str(taken(asked, level, "nl.csv")), dtype=text, **spreadsheet),
        "parquet": duckdb.read_parquet(str(taken(asked, level, "parquet"))),
    }


def rows(table):
    found = {}
    for code in asked["areas"]:
        [values] = table.filter(f"area = '{code}'").fetchall()
        found[code] = row(asked, dict(zip(table.columns, values)))
    return found


n_areas = {name: all_the_same({form: table.shape[0] for form, table in tables(name).items()}) for name in asked["levels"]}
by_form = {form: rows(table) for form, table in tables(level).items()}

# The package holds the same in its long table, each cell with its reason.
package = zipfile.ZipFile(taken(asked, level, "csv.zip"))
folder = Path(sys.argv[1]).parent / "clients-package"
shutil.rmtree(folder, ignore_errors=True)
package.extractall(folder)
figures = duckdb.read_csv(str(folder / "figures.csv"), dtype={"area": "VARCHAR", "period": "VARCHAR", "mark": "VARCHAR"})
long = {}
for code in asked["areas"]:
    found = figures.filter(f"area = '{code}' and period = '{asked['period']}'")
    cells = {cell[0]: cell[1:] for cell in found.project("indicator, value, reason, name").fetchall()}
    long[code] = {"name": cells[asked["indicators"][0]][2]}
    for indicator in asked["indicators"]:
        value, reason, _ = cells[indicator]
        long[code] |= {indicator: value, indicator + " is missing": reason}
by_form["csv.zip"] = long
print(json.dumps({"version": "DuckDB " + duckdb.__version__, "n_areas": n_areas, "rows": all_the_same(by_form)}))
