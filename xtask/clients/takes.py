# SPDX-FileCopyrightText: Kapstok contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files to take along, as they are downloaded: where they are put, and what a row of them tells."""

import tempfile
import urllib.request
from pathlib import Path


def taken(asked, level, form):
    """The path of a file of a level, downloaded."""
    path = Path(tempfile.mkdtemp(prefix="kapstok-takes-")) / f"{level}.{form}"
    with urllib.request.urlopen(f"{asked['api']}/downloads/{level}.{form}") as reply:
        path.write_bytes(reply.read())
    return path


def told(asked, properties):
    """What a row of the wide table tells of the figures that are asked."""
    row = {"name": properties["name"]}
    for indicator in asked["indicators"]:
        state = properties[f"{indicator}_state"].split(" ")[0]
        # A reader may leave out what is empty.
        row[indicator] = properties.get(indicator)
        row[indicator + " is missing"] = None if state in ("final", "provisional") else state
    return row


def all_the_same(by_form):
    """The rows of the first form; an error that names the first of the others that has something else."""
    forms = list(by_form)
    for form in forms[1:]:
        assert by_form[form] == by_form[forms[0]], (form, by_form[form], forms[0], by_form[forms[0]])
    return by_form[forms[0]]
