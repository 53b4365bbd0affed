// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Forms of the answers, as they stand in the description.
//!
//! Out: JSON Schemas by name, in the dialect of OpenAPI 3.0. Invariant: they refer to each other and to nothing else.

use serde_json::{Value, json};

/// All schemas by name.
pub(super) fn all() -> Value {
    let text = || json!({ "type": "string" });
    let whole = || json!({ "type": "integer" });
    let number_or_none = || json!({ "type": "number", "nullable": true });
    let text_or_none = || json!({ "type": "string", "nullable": true });
    let of = |name: &str| json!({ "$ref": format!("#/components/schemas/{name}") });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let object = |required: &[&str], properties: Value| json!({ "type": "object", "required": required, "properties": properties });
    let mut all = json!({
        "Problem": object(&["type", "title", "status", "detail"], json!({
            "type": text(), "title": text(), "status": whole(), "detail": text(),
            "hint": { "type": "string", "description": "What to ask instead" },
        })),
        "Link": object(&["href", "rel"], json!({
            "href": text(), "rel": text(), "type": text(), "title": text(), "templated": { "type": "boolean" },
        })),
        "LandingPage": object(&["links"], json!({ "title": text(), "description": text(), "links": list(of("Link")) })),
        "Conformance": object(&["conformsTo"], json!({ "conformsTo": list(text()), "links": list(of("Link")) })),
        "Collections": object(&["links", "collections"], json!({
            "links": list(of("Link")), "crs": list(text()), "collections": list(of("Collection")),
        })),
        "Collection": object(&["id", "links"], json!({
            "id": text(), "title": text(), "description": text(), "itemType": text(), "extent": { "type": "object" },
            "crs": list(text()), "storageCrs": text(), "links": list(of("Link")),
        })),
        "FeatureCollection": object(&["type", "features"], json!({
            "type": { "type": "string", "enum": ["FeatureCollection"] },
            "numberMatched": whole(), "numberReturned": whole(),
            "timeStamp": { "type": "string", "format": "date-time" },
            "links": list(of("Link")), "features": list(of("Feature")),
        })),
        "Feature": object(&["type", "geometry", "properties"], json!({
            "type": { "type": "string", "enum": ["Feature"] }, "id": text(),
            "geometry": { "type": "object", "nullable": true }, "properties": { "type": "object", "nullable": true },
            "links": list(of("Link")),
        })),
        "TileSets": object(&["tilesets"], json!({ "links": list(of("Link")), "tilesets": list(of("TileSet")) })),
        "TileSet": object(&["dataType", "crs", "links"], json!({
            "title": text(), "dataType": text(), "crs": text(), "tileMatrixSetURI": text(),
            "tileMatrixSetLimits": list(json!({ "type": "object" })), "links": list(of("Link")),
        })),
        "Tile": { "type": "string", "format": "binary", "description": "A Mapbox vector tile: layer `areas`, `index`, `name`" },
        "Column": { "type": "string", "format": "binary", "description": "KPC1: 16 bytes, then figures, margins, statuses" },
        "Page": { "type": "string", "description": "The same to look at" },
        "Description": { "type": "object" },
        "Both": object(&["nl", "en"], json!({ "nl": text(), "en": text() })),
        "Catalogue": object(&["title", "build", "levels", "indicators"], json!({
            "title": of("Both"), "invented": { "type": "boolean" }, "build": text(), "program": text(),
            "minResidents": { "type": "number" }, "levels": list(of("CatalogueLevel")),
            "indicators": list(of("Indicator")),
        })),
        "CatalogueLevel": object(&["id", "areasHref", "columns", "recipes"], json!({
            "id": text(), "boundaryYear": whole(), "nAreas": whole(), "bbox": list(json!({ "type": "number" })),
            "hasMap": { "type": "boolean" }, "areasHref": text(), "tilesHref": text(), "minZoom": whole(),
            "maxZoom": whole(), "columns": list(object(&["indicator", "period", "href"], json!({
                "indicator": text(), "period": text(), "known": whole(), "href": text(),
            }))),
            "recipes": list(object(&["id", "domains", "columns"], json!({
                "id": text(), "worstFraction": number_or_none(), "domains": list(text()),
                "columns": list(object(&["id", "href"], json!({ "id": text(), "href": text() }))),
            }))),
        })),
        "Indicator": object(&["id", "label", "unit", "direction"], json!({
            "id": text(), "label": of("Both"), "explanation": of("Both"), "unit": text(), "direction": text(),
            "domain": text(), "kind": text(), "modelledFrom": list(text()), "population": text_or_none(),
            "source": text(), "licence": text(), "attribution": text(),
        })),
        "AreaList": object(&["level", "build", "codes", "names"], json!({
            "level": text(), "build": text(), "boundaryYear": whole(), "codes": list(text()), "names": list(text()),
            "within": { "type": "object" },
            "centres": list(json!({ "type": "array", "nullable": true, "items": { "type": "number" } })),
            "residents": list(number_or_none()), "neighbours": list(list(whole())),
        })),
        "AreaName": object(&["code", "name", "level"], json!({ "code": text(), "name": text(), "level": text() })),
        "Cell": object(&["indicator", "period", "value", "status"], json!({
            "indicator": text(), "period": text(), "origin": whole(), "column": text(), "value": number_or_none(),
            "status": whole(), "reason": text_or_none(), "mark": text(), "lower": number_or_none(),
            "upper": number_or_none(), "provisional": { "type": "boolean" }, "rebased": { "type": "boolean" },
            "row": { "type": "integer", "nullable": true },
        })),
        "Area": object(&["code", "name", "level", "cells", "origins"], json!({
            "code": text(), "name": text(), "level": text(), "boundaryYear": whole(), "invented": { "type": "boolean" },
            "build": text(), "residents": number_or_none(), "within": list(of("AreaName")), "cells": list(of("Cell")),
            "scores": list(json!({ "type": "object" })), "neighbours": list(json!({ "type": "object" })),
            "origins": list(json!({ "type": "object" })),
        })),
        "Downloads": object(&["build", "files"], json!({
            "build": text(), "files": list(object(&["level", "form", "mediaType", "href"], json!({
                "level": text(), "form": text(), "mediaType": text(), "href": text(), "fileName": text(),
            }))),
        })),
        "File": { "type": "string", "format": "binary", "description": "A file of the form that its name ends with" },
        "Why": { "type": "object" },
        "SearchResults": object(&["numberMatched", "results"], json!({
            "numberMatched": whole(), "numberReturned": whole(), "results": list(json!({ "type": "object" })),
        })),
    });
    // What one macro can hold has an end.
    all["Choices"] = object(
        &["build", "choices"],
        json!({
            "build": text(), "invented": { "type": "boolean" },
            "choices": list(object(&["id", "title", "areas", "links"], json!({
                "id": text(), "title": of("Both"), "level": text(), "recipe": text(), "protocolSha256": text(),
                "objective": { "type": "number" }, "bound": { "type": "number" }, "areas": list(text()),
                "reached": { "type": "number" }, "missed": { "type": "number" },
                "mostLiesOutside": { "type": "boolean" }, "links": list(of("Link")),
            }))),
        }),
    );
    all["Choice"] = object(
        &["build", "choice"],
        json!({
            "build": text(), "invented": { "type": "boolean" },
            "choice": { "type": "object", "description": "In the form `kapstok-choice/1`, which is experimental" },
        }),
    );
    let told = |name: &str, schema: Value| {
        object(&["build", name], json!({ "build": text(), "invented": { "type": "boolean" }, name: schema }))
    };
    let row = |description: &str| json!({ "type": "object", "description": description });
    all["Documents"] = told(
        "documents",
        list(object(
            &["id", "title", "kind", "sha256", "links"],
            json!({
                "id": text(), "title": of("Both"), "kind": { "type": "string", "enum": ["agreement", "ask"] },
                "sha256": text(), "recipe": text(), "recipeSha256": text(), "language": text(), "pages": whole(),
                "pagesWithoutText": list(whole()), "sentences": whole(), "byArea": whole(), "commitments": whole(),
                "links": list(of("Link")),
            }),
        )),
    );
    all["Document"] = told("document", row("In the form that `kapstok read --rows` prints, which is experimental"));
    all["Answers"] = told(
        "answers",
        list(object(
            &["agreement", "rows"],
            json!({ "agreement": text(), "rows": list(row("An ask, its verdict, and both quotes")) }),
        )),
    );
    all
}
