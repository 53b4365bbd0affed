# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What GDAL's command line makes of a source: its features as GeoJSON."""

import json
import subprocess


def features(*arguments):
    command = ["ogr2ogr", "-f", "GeoJSON", "/vsistdout/", *arguments, "-lco", "COORDINATE_PRECISION=9"]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)["features"]
