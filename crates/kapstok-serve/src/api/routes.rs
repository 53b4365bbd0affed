// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The table of all paths of `/v1`: what each takes, what it answers, and who answers.
//!
//! Out: the router and the description are both made from it. Invariant: what a path takes stands here and nowhere else.

use super::ask::{Ask, JSON};
use super::columns::BYTES;
use super::{area, catalogue, columns, search};
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

const BUILD: Parameter = Parameter {
    name: "build",
    about: "The build that the address is of, as the catalogue writes it; the answer may then be kept for ever. \
        404 when there is a newer one.",
    schema: r#"{"type":"string"}"#,
};

/// All paths.
pub(crate) static ROUTES: &[Route] = &[
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
