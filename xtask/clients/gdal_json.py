# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What GDAL's command line makes of a source: its features as GeoJSON, and the bounds of one."""

import json
import subprocess


def features(*arguments):
    command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", *arguments, "-lco", "COORDINATE_PRECISION=9"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["features"]


def bounds(feature):
    points = []

    def gather(value):
        if isinstance(value[0], list):
            for item in value:
                gather(item)
        else:
            points.append(value)

    gather(feature["geometry"]["coordinates"])
    return [min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)]
