# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""GDAL reads /v1 by its command line: every area of every level, one box, and one outline in two systems."""

import json
import subprocess
import sys
from pathlib import Path

from gdal_json import features
from telling import bounds, row

asked = json.loads(Path(sys.argv[1]).read_text())
source = "OAPIF:" + asked["api"]

by_level = {level: features(source, level) for level in asked["levels"]}
areas = {feature["properties"]["code"]: feature for feature in by_level[asked["level"]]}
box = [str(number) for number in asked["box"]]
outline = features(source, asked["level"], "-where", f"code = '{asked['outline']}'", "-t_srs", "EPSG:28992")
item = f"{asked['api']}/collections/{asked['level']}/items/{asked['outline']}?f=json&crs={asked['rd']}"
version = subprocess.run(["ogrinfo", "--version"], check=True, stdout=subprocess.PIPE, text=True).stdout
print(json.dumps({
    "version": version.split(",")[0],
    "n_areas": {level: len(found) for level, found in by_level.items()},
    "rows": {code: row(asked, areas[code]["properties"]) for code in asked["areas"]},
    "n_in_box": len(features(source, asked["level"], "-spat", *box)),
    "bounds": bounds(areas[asked["outline"]]),
    # The driver asks for other systems from GDAL 3.7 on; before that one feature is read as a file.
    "bounds_rd": bounds(features(item)[0]),
    "bounds_rd_own": bounds(outline[0]),
}))
