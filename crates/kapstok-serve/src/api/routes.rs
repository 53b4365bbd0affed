// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table of all paths of `/v1`: what each takes, what it answers, and who answers.
//!
//! Out: the router and the description are both made from it. Invariant: what a path takes stands here and nowhere else.

use super::ask::{Ask, JSON};
use super::collections::SCHEMA;
use super::columns::BYTES;
use super::items::GEOJSON;
use super::landing::OPENAPI;
use super::page::HTML;
use super::tiles::TILE;
use super::{
    area, catalogue, choices, collections, columns, documents, downloads, items, landing, openapi, search, tiles,
};
use crate::answer::Answer;
use crate::problem::Problem;

/// One path.
pub(crate) struct Route {
    /// As the router reads it; what stands between braces is a part that varies.
    pub(crate) path: &'static str,
    /// Its name in the description.
    pub(crate) id: &'static str,
    /// One line on what it answers.
    pub(crate) summary: &'static str,
    /// All that it takes behind the `?`.
    pub(crate) parameters: &'static [Parameter],
    /// Media types of its answers, each with the name of its schema in the description.
    pub(crate) answers: &'static [(&'static str, &'static str)],
    /// Who answers.
    pub(crate) handler: fn(&Ask) -> Result<Answer, Problem>,
}

/// Something behind the `?`.
pub(crate) struct Parameter {
    /// Its name.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) about: &'static str,
    /// Its JSON Schema.
    pub(crate) schema: &'static str,
}

/// Schemas of answers that lie ready as bytes, of which a caller may ask a part (`Range`).
pub(super) const IN_PARTS: [&str; 5] = ["Catalogue", "AreaList", "Column", "Tile", "File"];

const BUILD: Parameter = Parameter {
    name: "build",
    about: "The build that the address is of, as the catalogue writes it; the answer may then be kept for ever. \
        404 when there is a newer one.",
    schema: r#"{"type":"string"}"#,
};

const FORM: Parameter = Parameter {
    name: "f",
    about: "The form of the answer. Without it the header `Accept` decides.",
    schema: r#"{"type":"string","enum":["json","html"]}"#,
};

const CRS: Parameter = Parameter {
    name: "crs",
    about: "The coordinate system of the answer: one of those of the collection. Axes stand in the order of the system.",
    schema: r#"{"type":"string","format":"uri","default":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}"#,
};

/// All paths.
pub(crate) static ROUTES: &[Route] = &[
    Route {
        path: "/v1",
        id: "getLandingPage",
        summary: "Where a program begins",
        parameters: &[FORM],
        answers: &[(JSON, "LandingPage"), (HTML, "Page")],
        handler: landing::landing,
    },
    // OWSLib asks for it so. Every other path with a `/` at its end is not there.
    Route {
        path: "/v1/",
        id: "getLandingPageToo",
        summary: "Where a program begins",
        parameters: &[FORM],
        answers: &[(JSON, "LandingPage"), (HTML, "Page")],
        handler: landing::landing,
    },
    Route {
        path: "/v1/openapi.json",
        id: "getDescription",
        summary: "The description of this API",
        parameters: &[FORM],
        answers: &[(OPENAPI, "Description"), (HTML, "Page")],
        handler: openapi::answer,
    },
    Route {
        path: "/v1/conformance",
        id: "getConformance",
        summary: "Standards that hold here",
        parameters: &[FORM],
        answers: &[(JSON, "Conformance"), (HTML, "Page")],
        handler: landing::conformance,
    },
    Route {
        path: "/v1/collections",
        id: "getCollections",
        summary: "The levels with a map, as collections of features",
        parameters: &[FORM],
        answers: &[(JSON, "Collections"), (HTML, "Page")],
        handler: collections::collections,
    },
    Route {
        path: "/v1/collections/{level}",
        id: "getCollection",
        summary: "One level",
        parameters: &[FORM],
        answers: &[(JSON, "Collection"), (HTML, "Page")],
        handler: collections::collection,
    },
    Route {
        path: "/v1/collections/{level}/schema",
        id: "getSchema",
        summary: "What the properties of the features mean",
        parameters: &[FORM],
        answers: &[(SCHEMA, "Description"), (HTML, "Page")],
        handler: collections::schema,
    },
    Route {
        path: "/v1/collections/{level}/items",
        id: "getFeatures",
        summary: "Areas as features, with the newest figure of each indicator",
        parameters: &[
            FORM,
            Parameter {
                name: "limit",
                about: "Features of a page. More than the maximum gives the maximum.",
                schema: r#"{"type":"integer","minimum":1,"maximum":10000,"default":1000}"#,
            },
            Parameter {
                name: "bbox",
                about: "Only areas that have a point in common with this box: four numbers (or six, with heights, \
                    which are passed over), in the system and order of `bbox-crs`.",
                schema: r#"{"type":"array","items":{"type":"number"},"minItems":4,"maxItems":6}"#,
            },
            Parameter {
                name: "bbox-crs",
                about: "The coordinate system of `bbox`.",
                schema: r#"{"type":"string","format":"uri","default":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}"#,
            },
            CRS,
            Parameter {
                name: "datetime",
                about: "Only areas whose map holds at this moment, or at some time between two. The time of an area is \
                    the year of its boundaries; the periods of its figures are in the schema.",
                schema: r#"{"type":"string"}"#,
            },
            Parameter {
                name: "properties",
                about: "Only these properties, by name, with a comma between.",
                schema: r#"{"type":"array","items":{"type":"string"}}"#,
            },
            Parameter {
                name: "cursor",
                about: "Where the page begins: follow the links `next` and `prev`. It fits the filters it was made with.",
                schema: r#"{"type":"string"}"#,
            },
        ],
        answers: &[(GEOJSON, "FeatureCollection"), (HTML, "Page")],
        handler: items::items,
    },
    Route {
        path: "/v1/collections/{level}/items/{code}",
        id: "getFeature",
        summary: "One area as a feature",
        parameters: &[FORM, CRS],
        answers: &[(GEOJSON, "Feature"), (HTML, "Page")],
        handler: items::item,
    },
    Route {
        path: "/v1/collections/{level}/tiles",
        id: "getTileSets",
        summary: "The sets of vector tiles of a level",
        parameters: &[FORM],
        answers: &[(JSON, "TileSets"), (HTML, "Page")],
        handler: tiles::tile_sets,
    },
    Route {
        path: "/v1/collections/{level}/tiles/WebMercatorQuad",
        id: "getTileSet",
        summary: "The set of vector tiles of a level; with f=tilejson as TileJSON",
        parameters: &[Parameter {
            name: "f",
            about: "The form of the answer. Without it the header `Accept` decides.",
            schema: r#"{"type":"string","enum":["json","html","tilejson"]}"#,
        }],
        answers: &[(JSON, "TileSet"), (HTML, "Page")],
        handler: tiles::tile_set,
    },
    Route {
        path: "/v1/collections/{level}/tiles/WebMercatorQuad/{z}/{y}/{x}",
        id: "getTile",
        summary: "One tile: zoom, row from the north, column from the west",
        parameters: &[BUILD],
        answers: &[(TILE, "Tile")],
        handler: tiles::tile,
    },
    Route {
        path: "/v1/catalogue",
        id: "getCatalogue",
        summary: "What there is, and where",
        parameters: &[],
        answers: &[(JSON, "Catalogue")],
        handler: catalogue::answer,
    },
    Route {
        path: "/v1/columns/{level}",
        id: "getAreas",
        summary: "The areas of a level, in the order of every column",
        parameters: &[BUILD],
        answers: &[(JSON, "AreaList")],
        handler: columns::areas,
    },
    Route {
        path: "/v1/columns/{level}/{indicator}/{period}",
        id: "getColumn",
        summary: "One column of figures, as bytes",
        parameters: &[BUILD],
        answers: &[(BYTES, "Column")],
        handler: columns::figures,
    },
    Route {
        path: "/v1/columns/{level}/recipes/{recipe}/{column}",
        id: "getRecipeColumn",
        summary: "One column of what a recipe counts, as bytes",
        parameters: &[BUILD],
        answers: &[(BYTES, "Column")],
        handler: columns::recipe,
    },
    Route {
        path: "/v1/areas/{code}",
        id: "getArea",
        summary: "Everything that is known of one area",
        parameters: &[],
        answers: &[(JSON, "Area")],
        handler: area::answer,
    },
    Route {
        path: "/v1/areas/{code}/why/{indicator}",
        id: "getNewestWhy",
        summary: "The whole story of the newest figure of an indicator",
        parameters: &[],
        answers: &[(JSON, "Why")],
        handler: area::story,
    },
    Route {
        path: "/v1/areas/{code}/why/{indicator}/{period}",
        id: "getWhy",
        summary: "The whole story of one figure",
        parameters: &[],
        answers: &[(JSON, "Why")],
        handler: area::story,
    },
    Route {
        path: "/v1/downloads",
        id: "getDownloads",
        summary: "Files to take along, per level: CSV, spreadsheet, GeoParquet, GeoPackage, GeoJSON",
        parameters: &[],
        answers: &[(JSON, "Downloads")],
        handler: downloads::list,
    },
    Route {
        path: downloads::FILE,
        id: "getDownload",
        summary: "One file to take along: LEVEL.csv, .nl.csv, .csv.zip, .xlsx, .parquet, .gpkg or .geojson",
        parameters: &[],
        answers: &[(downloads::ANY, "File")],
        handler: downloads::one,
    },
    Route {
        path: "/v1/choices",
        id: "getChoices",
        summary: "What written rules chose, and whom that reaches and misses",
        parameters: &[],
        answers: &[(JSON, "Choices")],
        handler: choices::list,
    },
    Route {
        path: "/v1/choices/{choice}",
        id: "getChoice",
        summary: "One choice with its rule and every area that it looked at",
        parameters: &[],
        answers: &[(JSON, "Choice")],
        handler: choices::one,
    },
    Route {
        path: "/v1/documents",
        id: "getDocuments",
        summary: "Documents that were read: what asks and what promises",
        parameters: &[],
        answers: &[(JSON, "Documents")],
        handler: documents::list,
    },
    Route {
        path: "/v1/documents/{document}",
        id: "getDocument",
        summary: "One document: its text, and every statement with its quote and place",
        parameters: &[],
        answers: &[(JSON, "Document")],
        handler: documents::one,
    },
    Route {
        path: "/v1/documents/{document}/answers",
        id: "getAnswers",
        summary: "What agreements say to each ask of a document",
        parameters: &[],
        answers: &[(JSON, "Answers")],
        handler: documents::answers,
    },
    Route {
        path: "/v1/search",
        id: "search",
        summary: "Areas by what people type",
        parameters: &[
            Parameter {
                name: "q",
                about: "The beginning of a code or of the words of a name; the larger area may stand behind a comma.",
                schema: r#"{"type":"string","maxLength":200}"#,
            },
            Parameter {
                name: "limit",
                about: "How many results at most.",
                schema: r#"{"type":"integer","minimum":1,"maximum":50,"default":10}"#,
            },
        ],
        answers: &[(JSON, "SearchResults")],
        handler: search::answer,
    },
];
