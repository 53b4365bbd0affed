# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""OWSLib reads /v1 link by link: description, conformance, collections, and the areas by pages of 50."""

import json
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import owslib
from owslib.ogcapi.features import Features

from telling import bounds, row

asked = json.loads(Path(sys.argv[1]).read_text())
service = Features(asked["api"])
assert service.api()["openapi"].startswith("3.0."), service.api()["openapi"]
assert any(uri.endswith("ogcapi-features-1/1.0/conf/core") for uri in service.conformance()["conformsTo"])
assert sorted(service.feature_collections()) == sorted(asked["levels"]), service.feature_collections()
for level in asked["levels"]:
    assert service.collection(level)["id"] == level


def pages(level, **filters):
    """All features, by following `next` as far as it goes; each page says how many match."""
    page = service.collection_items(level, limit=50, **filters)
    found = list(page["features"])
    while links := [link for link in page["links"] if link["rel"] == "next"]:
        cursor = parse_qs(urlsplit(links[0]["href"]).query)["cursor"][0]
        page = service.collection_items(level, limit=50, cursor=cursor, **filters)
        found += page["features"]
    assert len(found) == page["numberMatched"], (level, len(found), page["numberMatched"])
    return found


by_level = {level: pages(level) for level in asked["levels"]}
areas = {feature["id"]: feature for feature in by_level[asked["level"]]}
print(json.dumps({
    "version": "OWSLib " + owslib.__version__,
    "n_areas": {level: len(found) for level, found in by_level.items()},
    "rows": {code: row(asked, areas[code]["properties"]) for code in asked["areas"]},
    "n_in_box": len(pages(asked["level"], bbox=asked["box"])),
    "bounds": bounds(service.collection_item(asked["level"], asked["outline"])),
}))
