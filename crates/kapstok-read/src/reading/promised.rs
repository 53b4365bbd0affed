// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Commitments and aims of a reading, as data.

use super::{Reading, Statement};
use crate::commitment::Strength;
use crate::deadline::{Deadline, When};
use crate::number::Value;
use crate::row::{CommitmentRow, TargetRow};
use crate::target::{Direction, Grade, Role, Target};

impl Reading<'_> {
    /// Whether it holds an aim, as [`TargetRow::is_aim`] says of rows.
    pub(super) fn has_aim(&self, statement: &Statement) -> bool {
        statement.targets.iter().any(|target| target.role == Role::Outcome && target.quantity.is_some())
    }

    pub(super) fn commitment_row(&self, statement: &Statement) -> Option<CommitmentRow> {
        let commitment = statement.commitment.as_ref()?;
        Some(CommitmentRow {
            strength: strength_word(commitment.strength).to_owned(),
            actor: commitment.actor.as_ref().map(|actor| actor.name.clone()),
            actor_span: commitment.actor.as_ref().map(|actor| [actor.span.start, actor.span.end]),
            span: [commitment.cue.start, commitment.cue.end],
        })
    }

    pub(super) fn target_rows(&self, statement: &Statement) -> Vec<TargetRow> {
        statement.targets.iter().map(target_row).collect()
    }
}

/// How firmly, in one word.
pub(super) fn strength_word(strength: Strength) -> &'static str {
    match strength {
        Strength::Firm => "firm",
        Strength::Soft => "soft",
    }
}

fn target_row(target: &Target) -> TargetRow {
    let (quantity, direction, deadline) = judged(target);
    let from = match target.quantity {
        Some(Value::Range(from, _)) => Some(from.as_f64()),
        Some(Value::One(_)) | None => None,
    };
    TargetRow {
        grade: match target.grade {
            Grade::T1 => "T1",
            Grade::T2 => "T2",
            Grade::T3 => "T3",
        }
        .to_owned(),
        role: match target.role {
            Role::Outcome => "outcome",
            Role::Parameter => "parameter",
            Role::Fact => "fact",
        }
        .to_owned(),
        quantity,
        from,
        unit: (!target.unit.is_empty()).then(|| target.unit.clone()),
        direction,
        deadline,
        span: [target.span.start, target.span.end],
    }
}

/// Quantity, direction and deadline in the terms of marked sentences.
pub(super) fn judged(target: &Target) -> (Option<f64>, Option<String>, Option<String>) {
    let quantity = target.quantity.map(|value| match value {
        Value::One(one) | Value::Range(_, one) => one.as_f64(),
    });
    let direction = match target.direction {
        Direction::IncreaseTo => Some("increase_to"),
        Direction::IncreaseBy => Some("increase_by"),
        Direction::DecreaseTo => Some("decrease_to"),
        Direction::DecreaseBy => Some("decrease_by"),
        Direction::AtLeast => Some("at_least"),
        Direction::AtMost => Some("at_most"),
        Direction::Achieve => Some("achieve"),
        Direction::Is => None,
    };
    let deadline = target.deadline.as_ref().filter(|time| time.is_dated()).and_then(when);
    (quantity, direction.map(str::to_owned), deadline)
}

/// A time: a year, a day, or a length as ISO 8601 has it.
fn when(deadline: &Deadline) -> Option<String> {
    Some(match &deadline.when {
        When::Year(year) | When::Period { to: year, .. } => year.to_string(),
        When::Date { year, month, day: Some(day) } => format!("{year}-{month:02}-{day:02}"),
        When::Date { year, month, day: None } => format!("{year}-{month:02}"),
        When::Duration { months } if months % 12 == 0 => format!("P{}Y", months / 12),
        When::Duration { months } => format!("P{months}M"),
        When::Term(name) => name.clone(),
        When::Structural => return None,
    })
}
