# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""GDAL reads the files to take along: GeoPackage, GeoJSON, workbook and CSV, which hold the same."""

import json
import subprocess
import sys
from pathlib import Path

from gdal_json import features
from takes import all_the_same, row, taken
from telling import bounds

asked = json.loads(Path(sys.argv[1]).read_text())


def rows(found):
    areas = {feature["properties"]["area"]: feature["properties"] for feature in found}
    return {code: row(asked, areas[code]) for code in asked["areas"]}


def forms(level):
    # A workbook says of its cells what they are, a CSV file does not: figures are told apart from text by their look.
    guess = ("-oo", "AUTODETECT_TYPE=YES")
    return {
        "gpkg": features(str(taken(asked, level, "gpkg")), level),
        "geojson": features(str(taken(asked, level, "geojson"))),
        "xlsx": features(str(taken(asked, level, "xlsx")), "figures", "-oo", "HEADERS=FORCE"),
        "csv": features(str(taken(asked, level, "csv")), *guess),
    }


n_areas, maps = {}, {}
for level in asked["levels"]:
    by_form = forms(level)
    n_areas[level] = all_the_same({form: len(found) for form, found in by_form.items()})
    if level == asked["level"]:
        told_rows = all_the_same({form: rows(found) for form, found in by_form.items()})
        for form in ("gpkg", "geojson"):
            [area] = [it for it in by_form[form] if it["properties"]["area"] == asked["outline"]]
            maps[form] = bounds(area)
version = subprocess.run(["ogrinfo", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout
apart = max(abs(one - other) for one, other in zip(maps["gpkg"], maps["geojson"]))
assert apart < 1e-6, maps
print(json.dumps({"version": version.split(",")[0], "n_areas": n_areas, "rows": told_rows, "bounds": maps["gpkg"]}))
