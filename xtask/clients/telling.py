# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a client tells of a feature of /v1, whatever it read it with."""


def row(asked, properties, plain=lambda value: value):
    """Name, figures and reasons of an area; `plain` makes None of what a client has in the place of nothing."""
    reasons = dict(part.split("=") for part in properties["missing"].split(";") if part)
    told = {"name": properties["name"]}
    for indicator in asked["indicators"]:
        told[indicator] = plain(properties[indicator])
        told[indicator + " is missing"] = reasons.get(indicator)
    return told


def bounds(feature):
    """West, south, east and north of a feature of GeoJSON."""
    points = []

    def gather(value):
        if isinstance(value[0], list):
            for item in value:
                gather(item)
        else:
            points.append(value)

    gather(feature["geometry"]["coordinates"])
    return [min(x for x, _ in points), min(y for _, y in points), max(x for x, _ in points), max(y for _, y in points)]
