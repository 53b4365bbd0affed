# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files to take along, as they are downloaded: where they are put, and what a row of them tells."""

import sys
import urllib.request
from pathlib import Path


def taken(asked, level, form):
    """The path of a file of a level, downloaded."""
    folder = Path(sys.argv[1]).parent / "clients-files"
    folder.mkdir(exist_ok=True)
    path = folder / f"{level}.{form}"
    with urllib.request.urlopen(f"{asked['api']}/downloads/{level}.{form}") as reply:
        path.write_bytes(reply.read())
    return path


def row(asked, properties):
    """Name, figures and reasons of an area, by its row of the wide table."""
    told = {"name": properties["name"]}
    for indicator in asked["indicators"]:
        state = properties[f"{indicator}_state"].split(" ")[0]
        # A reader may leave out what is empty.
        told[indicator] = properties.get(indicator)
        told[indicator + " is missing"] = None if state in ("final", "provisional") else state
    return told


def all_the_same(by_form):
    """The rows of the first form; an error that names the first of the others that has something else."""
    forms = list(by_form)
    for form in forms[1:]:
        assert by_form[form] == by_form[forms[0]], (form, by_form[form], forms[0], by_form[forms[0]])
    return by_form[forms[0]]
