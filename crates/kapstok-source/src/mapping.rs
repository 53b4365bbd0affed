// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a workspace says of a file: the keys of `[[source]]` and `[[crosswalk]]` in `kapstok.toml`.
//!
//! Invariant: a key that is not known is refused where it stands, and so is a reason or kind of evidence
//! that is not known. Not here: whether columns and indicators exist (`table.rs`).

use std::collections::BTreeMap;

use kapstok_area::{Evidence, Unlisted};
use kapstok_table::WhyMissing;
use serde::Deserialize;

use crate::number::Decimal;

/// One `[[source]]`: a published file and what its rows, columns and marks mean.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceSpec {
    /// Its name in the workspace.
    pub id: String,
    /// Its file in `sources/`; a `.gz` is unpacked.
    pub file: String,
    /// Title as published.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// Id of the published table.
    pub table_id: Option<String>,
    /// Licence (SPDX id, or the words of the publisher).
    pub licence: Option<String>,
    /// What must stand beside the figures.
    pub attribution: Option<String>,
    /// Where the file is fetched from.
    pub url: Option<String>,
    /// Or the OData table that it is made from.
    pub odata: Option<ODataSpec>,
    /// Sheet, layer or table; the first one when absent.
    pub sheet: Option<String>,
    /// A built-in form that fills the keys below; keys that are written here win.
    pub form: Option<String>,
    /// The map of its codes.
    pub boundary_year: u16,
    /// What time all figures are about.
    pub period: Option<String>,
    /// Or the column that says it.
    pub period_column: Option<String>,
    /// The column with the area code.
    pub area: Option<String>,
    /// Put before codes that are published without it.
    pub area_prefix: Option<String>,
    /// The column with the name of the area.
    pub name: Option<String>,
    /// A column that says in which area the area lies.
    pub parent: Option<String>,
    /// Only rows with these texts are read.
    #[serde(default)]
    pub r#where: BTreeMap<String, String>,
    /// Rows with these texts are no area.
    #[serde(default)]
    pub drop: Vec<DropSpec>,
    /// How many rows of titles there are; one when absent.
    pub header_rows: Option<u32>,
    /// The sign before the decimals.
    #[serde(default)]
    pub decimal: Decimal,
    /// Marks for missing figures, in all columns.
    #[serde(default)]
    pub missing: Vec<MarkSpec>,
    /// Whether the file is also the map of its level.
    #[serde(default)]
    pub geometry: bool,
    /// One row per figure instead of one per area.
    pub long: Option<LongSpec>,
    /// The columns that are read.
    #[serde(default)]
    pub column: Vec<ColumnSpec>,
}

/// A table of an OData service; by its id, or looked up in the catalogue by title and year.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ODataSpec {
    /// Address of the service, up to the id of the table.
    pub base: String,
    /// Id of the table, where it is known.
    pub table: Option<String>,
    /// Address of the list of all tables; `Datasets` behind the base when absent.
    pub catalogue: Option<String>,
    /// Words of the title, to look the table up.
    pub title: Option<String>,
    /// Year in the title or the period, to look the table up.
    pub year: Option<u16>,
    /// What follows the id; `Observations` when absent.
    pub path: Option<String>,
    /// Query behind it, such as `$filter=...`.
    pub query: Option<String>,
}

/// Rows that are no area.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropSpec {
    /// Title of the column.
    pub column: String,
    /// Texts that make a row no area.
    #[serde(default)]
    pub is: Vec<String>,
    /// Starts of texts that make a row no area, such as `GG`.
    #[serde(default)]
    pub starts_with: Vec<String>,
}

/// What a mark means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkSpec {
    /// The mark as it stands, without padding; nothing for the empty cell. A number is matched by value.
    pub mark: String,
    /// What it means.
    pub reason: MarkReason,
}

/// What stands where there is no figure to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub enum MarkReason {
    /// There is no figure, for this reason.
    Missing(WhyMissing),
    /// There is one: it is 0 (`-` in older tables of CBS).
    Nil,
}

impl TryFrom<String> for MarkReason {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        if text == "nil" {
            return Ok(Self::Nil);
        }
        reason(&text).map(Self::Missing)
    }
}

/// The reasons that a publisher can have; the other two come about here.
fn reason(text: &str) -> Result<WhyMissing, String> {
    let known = || "expected `secret`, `not_measured`, `cannot_occur` or `not_yet_out`";
    match WhyMissing::parse(text) {
        Some(WhyMissing::LostInRecoding | WhyMissing::TooFewResidents) | None => {
            Err(format!("unknown reason `{text}`, {}", known()))
        }
        Some(reason) => Ok(reason),
    }
}

/// The reason for which 0 means no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct ZeroReason(pub WhyMissing);

impl TryFrom<String> for ZeroReason {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        reason(&text).map(Self)
    }
}

/// The columns of a file with one row per figure.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LongSpec {
    /// The column that says what is measured.
    pub measure: String,
    /// The column with the figure.
    pub value: String,
    /// The column that says why there is none.
    pub attribute: Option<String>,
}

/// One `[[source.column]]`.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnSpec {
    /// Title in the file; in a file with one row per figure, the code of the measure.
    pub title: String,
    /// Other titles that it goes by in other years.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Id of the indicator that it measures.
    pub indicator: String,
    /// What time it is about; wins over the source's.
    pub period: Option<String>,
    /// What to multiply by, to come to the indicator's unit.
    pub factor: Option<f64>,
    /// Marks for missing figures; win over the source's.
    #[serde(default)]
    pub missing: Vec<MarkSpec>,
    /// Why 0 means no figure here.
    pub zero: Option<ZeroReason>,
    /// Column with the lower margin.
    pub lower: Option<String>,
    /// Column with the upper margin.
    pub upper: Option<String>,
    /// Confidence level of the margins, 0.95 when absent.
    pub level: Option<f64>,
}

/// One `[[crosswalk]]`: which part of an area of one year lies in which area of another.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrosswalkSpec {
    /// Its name in the workspace.
    pub id: String,
    /// Its file in `sources/`.
    pub file: String,
    /// Where the file is fetched from.
    pub url: Option<String>,
    /// Licence (SPDX id, or the words of the publisher).
    pub licence: Option<String>,
    /// What must stand beside figures that came along it.
    pub attribution: Option<String>,
    /// The level of its areas.
    pub level: String,
    /// The map before and the map after.
    pub years: [u16; 2],
    /// What the weights count.
    pub evidence: EvidenceWord,
    /// What it means that an area is not listed.
    pub unlisted: UnlistedWord,
    /// The column with the code before.
    pub from: String,
    /// The column with the code after.
    pub to: String,
    /// The column with the weight; absent in a table of one to one.
    pub weight: Option<String>,
    /// Put before codes that are published without it.
    pub prefix: Option<String>,
    /// Only rows with these texts are read.
    #[serde(default)]
    pub r#where: BTreeMap<String, String>,
}

/// Evidence as it is written in `kapstok.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceWord {
    /// Addresses of any kind.
    Addresses,
    /// Homes.
    Homes,
    /// Residents.
    Residents,
    /// Surface of the overlap.
    Surface,
    /// A published table of codes.
    OneToOne,
}

impl From<EvidenceWord> for Evidence {
    fn from(word: EvidenceWord) -> Self {
        match word {
            EvidenceWord::Addresses => Self::Addresses,
            EvidenceWord::Homes => Self::Homes,
            EvidenceWord::Residents => Self::Residents,
            EvidenceWord::Surface => Self::Surface,
            EvidenceWord::OneToOne => Self::OneToOne,
        }
    }
}

/// What leaving out means, as it is written in `kapstok.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UnlistedWord {
    /// Only changed areas are listed.
    KeptBoundary,
    /// Nothing is known.
    Unknown,
}

impl From<UnlistedWord> for Unlisted {
    fn from(word: UnlistedWord) -> Self {
        match word {
            UnlistedWord::KeptBoundary => Self::KeptBoundary,
            UnlistedWord::Unknown => Self::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = r#"
id = "a"
file = "a.csv"
boundary_year = 2024
period = "2024"
area = "code"
where = { Leeftijd = "20300" }
drop = [{ column = "water", is = ["JA", "B"] }]
missing = [{ mark = "", reason = "not_measured" }, { mark = "-", reason = "nil" }]
long = { measure = "Measure", value = "Value" }
[[column]]
title = "a"
indicator = "a"
factor = 100.0
zero = "not-measured"
"#;

    #[test]
    fn the_keys_of_a_source_are_read_and_no_other() {
        let spec: SourceSpec = toml::from_str(SOURCE).unwrap();
        assert_eq!(spec.r#where["Leeftijd"], "20300");
        assert_eq!(spec.missing[1].reason, MarkReason::Nil);
        assert_eq!(spec.column[0].zero, Some(ZeroReason(WhyMissing::NotMeasured)));
        assert_eq!((spec.decimal, spec.geometry), (Decimal::Either, false));
        let cases = [
            ("period", "perod", "unknown field `perod`"),
            ("not_measured", "onbekend", "unknown reason `onbekend`"),
            ("not_measured", "lost_in_recoding", "unknown reason `lost_in_recoding`"),
            ("factor", "faktor", "unknown field `faktor`"),
            ("value = ", "waarde = ", "unknown field `waarde`"),
        ];
        for (from, to, expected) in cases {
            let error = toml::from_str::<SourceSpec>(&SOURCE.replacen(from, to, 1)).unwrap_err();
            assert!(error.message().contains(expected), "{to}: {}", error.message());
        }
    }
}
