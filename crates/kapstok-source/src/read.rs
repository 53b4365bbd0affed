// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One door for all forms of file: what the bytes say decides, not the name.

use kapstok_table::{Place, Problem};

use crate::limits::Limits;
use crate::raw::RawTable;
use crate::unpack::{UnpackError, gunzip};
use crate::{csv, encoding, flatgeobuf, geopackage, json, xlsx};

/// What a workspace says about how to read a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadOptions {
    /// Sheet, layer or table; the first one when absent.
    pub sheet: Option<String>,
    /// How many rows of titles a CSV or spreadsheet has.
    pub header_rows: u32,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { sheet: None, header_rows: 1 }
    }
}

/// The form of a file, from its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Gzip,
    Zip,
    FlatGeobuf,
    Sqlite,
    Json,
    /// The container of old spreadsheets and of encrypted new ones.
    CompoundFile,
    /// Known, and no table: its name.
    Other(&'static str),
    Text,
}

impl Form {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let sign = start.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        match bytes {
            [0x1f, 0x8b, ..] => Self::Gzip,
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Self::Zip,
            [b'f', b'g', b'b', _, b'f', b'g', b'b', ..] => Self::FlatGeobuf,
            _ if bytes.starts_with(b"SQLite format 3\0") => Self::Sqlite,
            _ if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => Self::CompoundFile,
            _ if bytes.starts_with(b"%PDF") => Self::Other("PDF"),
            _ if bytes.starts_with(b"PAR1") => Self::Other("Parquet"),
            _ if bytes.starts_with(b"\x00\x00\x27\x0a") => Self::Other("Shapefile"),
            _ if matches!(sign, Some(b'{' | b'[')) => Self::Json,
            _ if sign == Some(b'<') => Self::Other("HTML/XML"),
            _ => Self::Text,
        }
    }
}

/// Reads one sheet, layer or table of a file. All problems that can be seen at once are given at once;
/// without a table at least one of them is an error.
///
/// # Examples
/// ```
/// use kapstok_source::{Limits, ReadOptions, read};
///
/// let (table, problems) = read("a.csv", b"code;a\nGM0363;1,5\n", &ReadOptions::default(), &Limits::default());
/// assert_eq!(table.expect("read").cell(0, 1).text, "1,5");
/// assert!(problems.is_empty());
/// ```
pub fn read(file_name: &str, bytes: &[u8], options: &ReadOptions, limits: &Limits) -> (Option<RawTable>, Vec<Problem>) {
    let file = || Place::file(file_name);
    let refused = |problem: Problem| (None, vec![problem]);
    if options.header_rows == 0 || options.header_rows > 5 {
        return refused(Problem::error("K0317", file()).with("found", options.header_rows));
    }
    match Form::of(bytes) {
        Form::Gzip => match gunzip(bytes, limits) {
            Ok(unpacked) if Form::of(&unpacked) == Form::Gzip => {
                refused(Problem::error("K0302", file()).with("found", "gzip/gzip"))
            }
            Ok(unpacked) => read(file_name, &unpacked, options, limits),
            Err(UnpackError::Limit(hit)) => refused(hit.problem(file())),
            Err(UnpackError::Damaged(found)) => refused(Problem::error("K0303", file()).with("found", found)),
        },
        Form::Zip => xlsx::read(file_name, bytes, options, limits),
        Form::FlatGeobuf => flatgeobuf::read(file_name, bytes, options, limits),
        Form::Sqlite => geopackage::read(file_name, bytes, options, limits),
        Form::Json => json::read(file_name, bytes, options, limits),
        Form::CompoundFile => refused(Problem::error("K0309", file())),
        Form::Other(found) => refused(Problem::error("K0302", file()).with("found", found)),
        Form::Text => read_text(file_name, bytes, options, limits),
    }
}

fn read_text(
    file_name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    limits: &Limits,
) -> (Option<RawTable>, Vec<Problem>) {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return (None, vec![Problem::error("K0300", Place::file(file_name))]);
    }
    if let Err(hit) = crate::limits::check("unpacked-bytes", bytes.len(), limits.unpacked_bytes) {
        return (None, vec![hit.problem(Place::file(file_name))]);
    }
    match encoding::decode(file_name, bytes) {
        Err(problem) => (None, vec![*problem]),
        Ok((text, mut problems)) => {
            let (table, more) = csv::read(file_name, &text, options.header_rows, limits);
            problems.extend(more);
            if let Some(table) = &table
                && table.n_rows() == 0
                && problems.iter().all(|problem| problem.severity < kapstok_table::Severity::Error)
            {
                problems.push(Problem::warning("K0318", Place::file(file_name)));
            }
            (table, problems)
        }
    }
}

/// The sheets of a spreadsheet or the layers of a GeoPackage or TopoJSON, in the order of the file; empty
/// for any other form and for a file that cannot be read.
pub fn sheets(bytes: &[u8]) -> Vec<String> {
    let limits = Limits::default();
    match Form::of(bytes) {
        Form::Gzip => match gunzip(bytes, &limits) {
            Ok(unpacked) if Form::of(&unpacked) != Form::Gzip => sheets(&unpacked),
            Ok(_) | Err(_) => Vec::new(),
        },
        Form::Zip => xlsx::sheets(bytes, &limits),
        Form::Sqlite => geopackage::sheets(bytes),
        Form::Json => json::sheets(bytes, &limits),
        Form::FlatGeobuf | Form::CompoundFile | Form::Other(_) | Form::Text => Vec::new(),
    }
}
