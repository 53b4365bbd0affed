// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A sheet for one partner: its actions, and room to say yes, otherwise or no. Nobody has to log in.
//!
//! In: a [`State`], an organisation. Out: a [`Sheet`]. Invariant: each row carries the wording it asks about, so that an answer
//! never stands for a later one. Not here: reading it back (`answer.rs`).

use super::column::Column;
use super::sheet::{Cells, Sheet, decimal};
use crate::entry::{Entry, Id, Noun, Value};
use crate::state::State;

/// The sheet for an organisation: all its actions, of one area or of all.
///
/// * `say`: the words of a key of the texts, such as `agenda-column-answer`.
pub fn ask(organisation: Id, area: Option<&str>, state: &State, say: &dyn Fn(&str) -> String) -> Sheet {
    const COLUMNS: [Column; 14] = [
        Column::Nr,
        Column::Area,
        Column::Action,
        Column::WorksOn,
        Column::Part,
        Column::ShownMoney,
        Column::Until,
        Column::Answer,
        Column::AnswerRole,
        Column::Remark,
        Column::ChangedAmount,
        Column::ChangedDate,
        Column::Wording,
        Column::Organisation,
    ];
    let cells = Cells { state, say };
    let mut sheet = Sheet::new("ask", &COLUMNS, say);
    let takes_part = |action: &&Entry| crate::holes::organisations(action).any(|id| id == organisation);
    let of_area = |action: &&Entry| area.is_none_or(|area| action.word("area") == Some(area));
    for action in state.all(Noun::Action).filter(takes_part).filter(of_area) {
        let roles =
            [("owners", "agenda-role-owner"), ("partners", "agenda-role-partner"), ("funders", "agenda-role-funder")];
        let roles =
            roles.into_iter().filter(|(field, _)| action.many(field).contains(&organisation)).map(|(_, key)| say(key));
        sheet.put(&[
            (Column::Nr, action.id().to_string()),
            (Column::Area, action.word("area").unwrap_or_default().to_owned()),
            (Column::Action, action.text("name").to_owned()),
            (Column::WorksOn, cells.of(action, "works_on")),
            (Column::Part, roles.collect::<Vec<_>>().join(", ")),
            (Column::ShownMoney, money(state, action, organisation, say)),
            (Column::Until, cells.of(action, "until")),
            (Column::Wording, wording(&action.fingerprint())),
            (Column::Organisation, organisation.to_string()),
        ]);
    }
    sheet
}

/// A wording as a cell: no workbook takes it for a number.
pub(super) fn wording(fingerprint: &str) -> String {
    format!("v-{fingerprint}")
}

/// The money of an action that comes from the organisation, or of which nobody said where it comes from.
fn money(state: &State, action: &Entry, organisation: Id, say: &dyn Fn(&str) -> String) -> String {
    let of_action = |it: &&Entry| it.one("action") == Some(action.id());
    let is_shown = |it: &&Entry| it.one("source").is_none_or(|source| source == organisation);
    let mut lines = Vec::new();
    for capacity in state.all(Noun::Capacity).filter(of_action).filter(is_shown) {
        let mut parts = vec![capacity.whole("year").unwrap_or_default().to_string()];
        match capacity.value("euros") {
            Some(Value::Whole(cents)) => parts.push(format!("€ {}", decimal(*cents, 2))),
            Some(Value::Unknown) => parts.push("€ ?".to_owned()),
            _ => {}
        }
        match capacity.value("posts") {
            Some(Value::Whole(posts)) => parts.push(format!("{} {}", decimal(*posts, 3), say("agenda-unit-posts"))),
            Some(Value::Unknown) => parts.push(format!("? {}", say("agenda-unit-posts"))),
            _ => {}
        }
        parts.push(say(&format!("agenda-choice-{}", capacity.word("stage").unwrap_or("planned"))));
        lines.push(parts.join(", "));
    }
    lines.join("\n")
}
