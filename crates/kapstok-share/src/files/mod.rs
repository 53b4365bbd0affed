// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **Files to take along**: one level of a snapshot as bytes, in the forms that other programs read.
//!
//! In: a snapshot, a level, a kind. Out: bytes, the same each time: no clock, no locale; the day inside a file is the day on
//! which its newest source was fetched. Invariant: a file is made from a [`Snapshot`], so from behind the gate; codes are
//! text; what is missing has its reason beside it.
//!
//! Two shapes. *Wide* (`wide`): one row per area, of each indicator the newest period, with a column that says final,
//! provisional or why there is none. *Long* (`long`): one row per area, indicator and period, with all that is said of
//! it. CSV, spreadsheet, GeoParquet, GeoPackage and GeoJSON have the wide shape; the CSV package has the long one, and a
//! GeoPackage holds both. What the figures mean, where they come from and how to cite them (`about`) is in every kind but
//! the bare CSV, which has no place for it; the package has.

mod about;
mod csv_text;
mod geojson;
mod geopackage;
mod geoparquet;
mod long;
mod package;
mod shapes;
mod sheet;
mod wide;
mod workbook;

pub use about::{citation, citation_lines};
pub(crate) use workbook::{cell_text, sheet_name};

use rust_xlsxwriter::ExcelDateTime;

use crate::snapshot::{Level, Snapshot};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    /// CSV as RFC 4180 and machines have it: comma, decimal point, UTF-8 without mark, line feed, raw text.
    Csv,
    /// CSV for a Dutch spreadsheet: semicolon, decimal comma, byte order mark; text that would run as a formula is quoted.
    CsvNl,
    /// A data package: CSV files with their description, dictionary, reasons, sources, burdens, citation, in one zip.
    CsvZip,
    /// A workbook.
    Xlsx,
    /// GeoParquet 1.1.
    Parquet,
    /// GeoPackage 1.3.
    Gpkg,
    /// GeoJSON (RFC 7946).
    GeoJson,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Csv, Self::CsvNl, Self::CsvZip, Self::Xlsx, Self::Parquet, Self::Gpkg, Self::GeoJson];

    /// What its name ends with, behind a point.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::CsvNl => "nl.csv",
            Self::CsvZip => "csv.zip",
            Self::Xlsx => "xlsx",
            Self::Parquet => "parquet",
            Self::Gpkg => "gpkg",
            Self::GeoJson => "geojson",
        }
    }

    /// Its media type.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvNl => "text/csv; charset=utf-8; header=present",
            Self::CsvZip => "application/zip",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Parquet => "application/vnd.apache.parquet",
            Self::Gpkg => "application/geopackage+sqlite3",
            Self::GeoJson => "application/geo+json",
        }
    }

    /// The kind that a file name of a level ends with.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.extension() == extension)
    }

    /// Whether it cannot be made of a level without a map. Parquet can: it is then without geometry.
    pub const fn needs_map(self) -> bool {
        matches!(self, Self::Gpkg | Self::GeoJson)
    }

    /// The kinds that are made of a level, in the order of [`Self::ALL`]. Lists name these and no others.
    pub fn made_of(level: &Level) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|kind| kind.is_made_of(level))
    }

    /// Whether it is made of a level.
    pub fn is_made_of(self, level: &Level) -> bool {
        self.check(level).is_ok()
    }

    /// What keeps it from being made of a level.
    ///
    /// # Errors
    /// [`FileError::NoMap`] for a kind that is a map; [`FileError::UnknownCrs`] for GeoJSON, which is in degrees, where the
    /// coordinates of the map cannot be brought there.
    pub fn check(self, level: &Level) -> Result<(), FileError> {
        match (self, level.outlines()) {
            (Self::Gpkg | Self::GeoJson, None) => Err(FileError::no_map(level)),
            (Self::GeoJson, Some(map)) if map.crs().is_none() => Err(FileError::unknown_crs(level, map.srs)),
            _ => Ok(()),
        }
    }
}

/// A file that cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The level has no map.
    #[error("`{level}` has no map")]
    NoMap {
        /// The level.
        level: String,
    },
    /// The map of the level stands in a system that cannot be brought to longitude and latitude here.
    #[error("the map of `{level}` is in EPSG:`{srs}`, which cannot be brought to longitude and latitude here")]
    UnknownCrs {
        /// The level.
        level: String,
        /// EPSG code of its coordinates.
        srs: u32,
    },
    /// What the writer of the form says.
    #[error("{what}: {why}")]
    Writer {
        /// The form.
        what: &'static str,
        /// What it says.
        why: String,
    },
}

impl FileError {
    fn no_map(level: &Level) -> Self {
        Self::NoMap { level: level.name().to_owned() }
    }

    fn unknown_crs(level: &Level, srs: u32) -> Self {
        Self::UnknownCrs { level: level.name().to_owned(), srs }
    }

    pub(crate) fn writer(what: &'static str) -> impl Fn(&dyn std::fmt::Display) -> Self {
        move |why| Self::Writer { what, why: why.to_string() }
    }
}

/// The day of a file about no known day.
const FIRST_DAY: (u16, u8, u8) = (2000, 1, 1);

/// Year, month and day of `2024-03-18`; the first day of 2000 for what is no day.
pub(crate) fn year_month_day(day: &str) -> (u16, u8, u8) {
    let mut parts = day.splitn(3, '-');
    let mut next = || parts.next().unwrap_or_default();
    match (next().parse(), next().parse(), next().parse()) {
        (Ok(year), Ok(month), Ok(day)) if ExcelDateTime::from_ymd(year, month, day).is_ok() => (year, month, day),
        _ => FIRST_DAY,
    }
}

/// Makes a file of a level.
///
/// # Errors
/// Those of [`FileKind::check`]; what the writer of the form says. An outline that cannot be read is none: an area
/// without a place, as on the pages.
pub fn file(snapshot: &Snapshot, level: &Level, kind: FileKind) -> Result<Vec<u8>, FileError> {
    kind.check(level)?;
    match kind {
        FileKind::Csv => csv_text::write(wide::sheet(snapshot, level), csv_text::Dialect::Iso),
        FileKind::CsvNl => csv_text::write(wide::sheet(snapshot, level), csv_text::Dialect::DutchSpreadsheet),
        FileKind::CsvZip => package::write(snapshot, level),
        FileKind::Xlsx => workbook::write(snapshot, level),
        FileKind::Parquet => geoparquet::write(snapshot, level),
        FileKind::Gpkg => geopackage::write(snapshot, level),
        FileKind::GeoJson => geojson::write(snapshot, level),
    }
}

/// The name that a file of a level has when it is taken along.
pub fn file_name(snapshot: &Snapshot, level: &Level, kind: FileKind) -> String {
    let build: String = snapshot.id().chars().take(8).collect();
    let safe =
        |text: &str| text.chars().map(|it| if it.is_ascii_alphanumeric() { it } else { '-' }).collect::<String>();
    format!("kapstok-{}-{}-{}.{}", safe(level.name()), level.boundary_year(), safe(&build), kind.extension())
}
