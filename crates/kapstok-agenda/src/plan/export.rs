// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The whole agenda of an area as sheets: one per kind of thing, each row with its id.
//!
//! In: a [`State`]. Out: [`Sheet`]s. Invariant: importing them back gives no event. Not here: deliveries, confirmations and
//! replies, which no plan holds.

use super::column::Column;
use super::sheet::{Cells, Sheet};
use crate::entry::Noun;
use crate::state::State;

/// A kind of thing, the word of its sheet, and which column holds which field.
type Layout = (Noun, &'static str, &'static [(Column, &'static str)]);

/// The sheets of an agenda.
pub(super) const LAYOUTS: [Layout; 6] = [
    (
        Noun::Burden,
        "burdens",
        &[
            (Column::Burden, "name"),
            (Column::Side, "side"),
            (Column::Domain, "domain"),
            (Column::Indicator, "indicator"),
        ],
    ),
    (
        Noun::Link,
        "links",
        &[
            (Column::From, "from"),
            (Column::To, "to"),
            (Column::Link, "name"),
            (Column::Evidence, "evidence"),
            (Column::LinkSource, "source"),
            (Column::Library, "library"),
        ],
    ),
    (
        Noun::Action,
        "actions",
        &[
            (Column::Action, "name"),
            (Column::WorksOn, "works_on"),
            (Column::Owners, "owners"),
            (Column::Partners, "partners"),
            (Column::Funders, "funders"),
            (Column::Until, "until"),
            (Column::Promise, "promise"),
            (Column::Note, "note"),
        ],
    ),
    (
        Noun::Capacity,
        "money",
        &[
            (Column::Action, "action"),
            (Column::Year, "year"),
            (Column::Euros, "euros"),
            (Column::Posts, "posts"),
            (Column::Stage, "stage"),
            (Column::MoneySource, "source"),
            (Column::Earmark, "earmark"),
            (Column::MoneyDomain, "domain"),
            (Column::MoneyPromise, "promise"),
            (Column::MoneyNote, "note"),
        ],
    ),
    (
        Noun::Target,
        "targets",
        &[
            (Column::Target, "name"),
            (Column::Action, "action"),
            (Column::TargetBurden, "burden"),
            (Column::Indicator, "indicator"),
            (Column::Baseline, "baseline"),
            (Column::BaselinePeriod, "baseline_period"),
            (Column::Value, "value"),
            (Column::Unit, "unit"),
            (Column::Deadline, "deadline"),
        ],
    ),
    (
        Noun::Promise,
        "promises",
        &[
            (Column::Promise, "words"),
            (Column::PromiseKind, "source_kind"),
            (Column::PromiseSource, "source"),
            (Column::PromiseDomain, "domain"),
            (Column::PromiseDue, "due"),
            (Column::PromiseMoney, "named_money"),
        ],
    ),
];

/// The agenda of an area as sheets.
///
/// * `say`: the words of a key of the texts, such as `agenda-column-action`.
pub fn export(area: &str, state: &State, say: &dyn Fn(&str) -> String) -> Vec<Sheet> {
    let cells = Cells { state, say };
    let sheet = |(noun, key, fields): Layout| {
        let columns: Vec<Column> = [Column::Nr].into_iter().chain(fields.iter().map(|(column, _)| *column)).collect();
        let columns: Vec<Column> = columns.into_iter().chain([Column::Area]).collect();
        let mut sheet = Sheet::new(key, &columns, say);
        for entry in state.of_area(noun, area) {
            let ends = [(Column::Nr, entry.id().to_string()), (Column::Area, area.to_owned())];
            let own = fields.iter().map(|(column, field)| (*column, cells.of(entry, field)));
            sheet.put(&own.chain(ends).collect::<Vec<_>>());
        }
        sheet
    };
    LAYOUTS.into_iter().map(sheet).collect()
}
