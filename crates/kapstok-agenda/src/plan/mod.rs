// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **My plan, not your template**: tables in the user's own columns become events, and events become tables again.
//!
//! In: the cells of a workbook or a document as [`Grid`]s, and what is agreed so far. Out: [`import`] gives events, every
//! problem by sheet, row and column, and what the file no longer names; [`template`], [`export`] and [`ask`] give [`Sheet`]s;
//! [`answers`] reads a sheet that a partner sent back. Invariant: all or nothing (an error gives no event at all); the same
//! file again gives no event; nothing is withdrawn because a file is silent about it. Not here: files and clocks.
//!
//! ```
//! use kapstok_agenda::plan::{FormBook, Grid, GridCell, ImportOptions, Language, Names, Row, import};
//! use kapstok_agenda::state::State;
//!
//! let cell = |text: &str| GridCell { text: text.to_owned(), carried: false };
//! let row = |number, texts: [&str; 3]| Row { number, cells: texts.map(cell).to_vec() };
//! let rows = vec![row(1, ["Maatregel", "Trekker", "Toegezegd 2025"]), row(2, ["Huisbezoek", "GGD", "€ 50.000,-"])];
//! let grid = Grid { file: "plan.xlsx".to_owned(), sheet: "Blad1".to_owned(), number: 1, rows };
//!
//! let (names, forms) = (Names::default(), FormBook::default());
//! let options = ImportOptions {
//!     area: Some("WK990101"),
//!     year: None,
//!     language: Language::Dutch,
//!     areas: &names,
//!     domains: &names,
//!     indicators: &names,
//!     forms: &forms,
//!     choices: &[],
//!     withdraw_missing: None,
//! };
//! let made = import(&[grid], &State::default(), &options);
//! let ids: Vec<String> = made.changes.iter().map(|change| change.id.to_string()).collect();
//! assert_eq!(ids, ["o1", "a1", "c1"]); // an organisation, an action, its money
//! ```
//!
//! A blank cell says nothing, and what stands stays; `-`, `geen` or `n.v.t.` says that there is none, and takes it away.
//! A caller writes a number cell by [`plain`], so that `1,125` posts never become 1125.

mod amount;
mod answer;
mod ask;
mod choice;
mod column;
mod compare;
mod draft;
mod export;
mod fields;
mod fold;
mod form;
mod moment;
mod money;
mod names;
mod rows;
mod sheet;
mod template;
mod things;
mod titles;

pub use amount::plain;
pub use answer::{Answers, answers, is_answer};
pub use ask::ask;
pub use column::{Column, Title};
pub use compare::{Import, import};
pub use export::export;
pub use fold::fold;
pub use form::{Form, FormBook};
pub use names::Names;
pub use sheet::{Sheet, SheetColumn};
pub use template::{Template, template};

/// A table of a file: a sheet of a workbook, or a table of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Name of the file as the user knows it.
    pub file: String,
    /// Name of the sheet.
    pub sheet: String,
    /// Its number in the file, from 1.
    pub number: usize,
    /// Rows from the top.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number in the sheet, from 1.
    pub number: u32,
    /// Cells from the left.
    pub cells: Vec<GridCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// What stands in it; a number as [`plain`] writes it, a day as `2025-12-31`.
    pub text: String,
    /// Whether that stands in another cell that it was merged with.
    pub carried: bool,
}

/// The language of a table, for what is read differently: `1.500`, `1/2/2025`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// A comma before the decimals, the day before the month.
    Dutch,
    /// A point before the decimals; day or month first is not known.
    English,
}

/// What an import goes by.
#[derive(Clone, Copy, Debug)]
pub struct ImportOptions<'a> {
    /// Code of the area of rows that name none.
    pub area: Option<&'a str>,
    /// The year of amounts that name none.
    pub year: Option<u16>,
    /// The language of a table whose titles do not tell.
    pub language: Language,
    /// Areas by code and by name.
    pub areas: &'a Names,
    /// Domains by id and by the words for them.
    pub domains: &'a Names,
    /// Indicators by id and by the words for them.
    pub indicators: &'a Names,
    /// Forms that are remembered.
    pub forms: &'a FormBook,
    /// What the user says of columns: title and field. It goes before everything else.
    pub choices: &'a [(String, String)],
    /// Why what the file no longer names is withdrawn; `None` withdraws nothing.
    pub withdraw_missing: Option<&'a str>,
}
