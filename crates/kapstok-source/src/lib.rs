// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **How does this published file become a table?** Bytes in; per level of area a table of checked cells
//! out, with every problem of the file at once.
//!
//! Two steps. [`read`] turns any form of file into a [`RawTable`]: text as it stands. [`to_table`] and
//! [`to_crosswalk`] make figures and links of it, as the workspace says ([`SourceSpec`]).
//!
//! ```
//! use std::sync::Arc;
//! use kapstok_area::Hierarchy;
//! use kapstok_source::{Limits, ReadOptions, read};
//!
//! let bytes = "gwb_code;inkomen\nBU05990110  ;  17,5\nBU05990111  ;     .\n".as_bytes();
//! let (raw, problems) = read("voorbeeld.csv", bytes, &ReadOptions::default(), &Limits::default());
//! let raw = raw.expect("a table");
//! assert_eq!((raw.title(1), raw.cell(0, 1).text, raw.row_number(1)), ("inkomen", "  17,5", 3));
//! assert!(problems.is_empty());
//! ```
//!
//! *Useful for*: files of CBS, RIVM, police, ONS and the like, as they are downloaded, and any CSV, XLSX
//! or map by a mapping; plans that people typed in Excel or Word ([`grids`]). *Not useful for*: downloading (the app), other boundary years
//! (`kapstok_table::rebase`), PDF.
//!
//! **Invariant:** no input or output, no panic on foreign bytes, and no more memory than [`Limits`] lets.
//! This is the only crate that knows how a publisher writes.

mod crosswalk;
mod csv;
mod describe;
mod encoding;
mod flatgeobuf;
mod forms;
mod geopackage;
mod grid;
mod json;
mod limits;
mod mapping;
mod number;
mod package;
mod raw;
mod read;
mod table;
mod tally;
mod unpack;
mod wkb;
mod xlsx;

pub use crosswalk::to_crosswalk;
pub use describe::{ColumnDescription, ColumnKind, Description, WithoutPrefix, describe};
pub use forms::{FORMS, apply_form, recognise};
pub use grid::{Grid, GridCell, GridRow, grids};
pub use limits::Limits;
pub use mapping::{
    ColumnSpec, CrosswalkSpec, DropSpec, EvidenceWord, LongSpec, MarkReason, MarkSpec, ODataSpec, SourceSpec,
    UnlistedWord, ZeroReason,
};
pub use number::{Decimal, NumberError, ReadNumber, read_number};
pub use raw::{CellKind, RawCell, RawTable};
pub use read::{ReadOptions, read, sheets};
pub use table::{LevelTable, to_table};
