# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""geopandas reads /v1: all areas, one box, and one outline in two systems."""

import json
import sys
from pathlib import Path

import geopandas

from telling import row

asked = json.loads(Path(sys.argv[1]).read_text())
collections = asked["api"] + "/collections/"


def read(level, more=""):
    # The Fiona below it knows no service, so that a page is read as a file: the largest holds all areas here.
    return geopandas.read_file(f"{collections}{level}/items?f=json&limit=10000{more}")


def plain(value):
    """What is not equal to itself is no number."""
    return None if value != value else value


by_level = {level: read(level) for level in asked["levels"]}
areas = by_level[asked["level"]].set_index("code", drop=False)
outline = areas.loc[[asked["outline"]]]
# GDAL asks for other systems from 3.7 on; before that one feature is read as a file.
served = geopandas.read_file(f"{collections}{asked['level']}/items/{asked['outline']}?f=json&crs={asked['rd']}")
print(json.dumps({
    "version": "geopandas " + geopandas.__version__,
    "n_areas": {level: len(found) for level, found in by_level.items()},
    "rows": {code: row(asked, areas.loc[code], plain) for code in asked["areas"]},
    "n_in_box": len(read(asked["level"], "&bbox=" + ",".join(str(number) for number in asked["box"]))),
    "bounds": list(outline.total_bounds),
    "bounds_rd": list(served.total_bounds),
    "bounds_rd_own": list(outline.to_crs(28992).total_bounds),
}))
