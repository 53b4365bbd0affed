# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""QGIS reads /v1 with its own provider, as a map window does: all areas, one box, and one outline in two systems."""

import json
import sys
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from telling import row

asked = json.loads(Path(sys.argv[1]).read_text())
program = QgsApplication([], False)
program.initQgis()
project = QgsProject.instance()


def layer(level):
    layer = QgsVectorLayer(f"url='{asked['api']}' typename='{level}' pageSize='50'", level, "OAPIF")
    assert layer.isValid(), layer.error().message()
    # This version calls it so; that longitude comes first shows in the bounds.
    assert layer.crs().authid() in ("OGC:CRS84", "EPSG:4326"), layer.crs().authid()
    return layer


def bounds(box):
    return [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()]


def plain(value):
    return None if value is None or (hasattr(value, "isNull") and value.isNull()) else value


by_level = {level: list(layer(level).getFeatures()) for level in asked["levels"]}
areas = {feature["code"]: feature for feature in by_level[asked["level"]]}
in_box = layer(asked["level"]).getFeatures(QgsFeatureRequest().setFilterRect(QgsRectangle(*asked["box"])).setFlags(
    QgsFeatureRequest.ExactIntersect))
rd = QgsCoordinateReferenceSystem("EPSG:28992")
moved = areas[asked["outline"]].geometry()
moved.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem("OGC:CRS84"), rd, project))
# The provider asks for CRS84 alone in this version; one feature in another system is read as a file.
item = f"{asked['api']}/collections/{asked['level']}/items/{asked['outline']}?f=json&crs={asked['rd']}"
served = QgsVectorLayer(item, "item", "ogr")
assert served.isValid(), served.error().message()
print(json.dumps({
    "version": "QGIS " + Qgis.QGIS_VERSION,
    "n_areas": {level: len(found) for level, found in by_level.items()},
    "rows": {code: row(asked, areas[code], plain) for code in asked["areas"]},
    "n_in_box": len(list(in_box)),
    "bounds": bounds(areas[asked["outline"]].geometry().boundingBox()),
    "bounds_rd": bounds(next(served.getFeatures()).geometry().boundingBox()),
    "bounds_rd_own": bounds(moved.boundingBox()),
}), flush=True)
