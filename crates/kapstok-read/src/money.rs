// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which units of a document state money, and over what time.
//!
//! In: units. Out: the amounts of each, without the parameters of rules (a fee, a deduction), which pay for nothing.
//! Not here: how an amount is read (`amount.rs`).

use crate::amount::{Amount, Money, Over, Period, Role, amounts};
use crate::recipe::Recipe;
use crate::unit::Unit;

/// Amounts of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitMoney {
    /// Position of the unit.
    pub unit: usize,
    /// Its amounts, from left to right.
    pub amounts: Vec<Amount>,
}

/// All units that state money, in reading order.
pub fn unit_money(units: &[Unit], recipe: &Recipe) -> Vec<UnitMoney> {
    let of = |(unit, found): (usize, &Unit)| {
        let amounts: Vec<Amount> =
            amounts(&found.tokens, recipe).into_iter().filter(|amount| amount.role == Role::Money).collect();
        (!amounts.is_empty()).then_some(UnitMoney { unit, amounts })
    };
    units.iter().enumerate().filter_map(of).collect()
}

/// The value in hundredths, where it is one.
pub(crate) fn exact(amount: &Amount) -> Option<i128> {
    if let Money::One(cents) = amount.value { Some(cents) } else { None }
}

/// Over what time an amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timing {
    /// Nothing says it.
    Unsaid,
    /// Each year, without end or with no end said.
    EachYear,
    /// In all, over so many years where they are said.
    InAll(Option<i64>),
    /// In all until this year.
    Until(i64),
    /// In one year.
    Year(i64),
}

/// Kinds of time: amounts of two kinds have no sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// Each year.
    EachYear,
    /// In all, or in one year.
    InAll,
    /// Nothing says it.
    Unsaid,
}

impl Timing {
    /// That of an amount in a text.
    pub fn of(period: Option<&Period>) -> Self {
        let Some(period) = period else { return Self::Unsaid };
        match (period.pace, &period.over) {
            (Some(pace), _) if pace.is_yearly() => Self::EachYear,
            (_, Some(Over::Years(years))) => Self::InAll(Some(*years)),
            (_, Some(Over::In(year))) => Self::Year(*year),
            (_, Some(Over::Until(year))) => Self::Until(*year),
            (_, Some(Over::Between(from, to))) => Self::InAll(to.checked_sub(*from).map(|years| years + 1)),
            (_, Some(Over::Term(_))) | (Some(_), _) => Self::InAll(None),
            (None, Some(Over::From(_)) | None) => Self::Unsaid,
        }
    }

    /// Its kind.
    pub fn span(self) -> Span {
        match self {
            Self::EachYear => Span::EachYear,
            Self::InAll(_) | Self::Until(_) | Self::Year(_) => Span::InAll,
            Self::Unsaid => Span::Unsaid,
        }
    }

    /// Whether two amounts can be over the same time. What is not said can be any.
    pub fn can_be(self, other: Self) -> bool {
        match (self, other) {
            (Self::Unsaid, _) | (_, Self::Unsaid) => true,
            (Self::InAll(one), Self::InAll(other)) => one.is_none() || other.is_none() || one == other,
            (Self::InAll(_), Self::Until(_)) | (Self::Until(_), Self::InAll(_)) => true,
            (one, other) => one == other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_over_different_times_are_not_the_same_money() {
        let cases = [
            (Timing::InAll(Some(10)), Timing::InAll(Some(10)), true),
            (Timing::InAll(Some(10)), Timing::InAll(Some(4)), false),
            (Timing::InAll(None), Timing::InAll(Some(4)), true),
            (Timing::EachYear, Timing::InAll(Some(10)), false),
            (Timing::EachYear, Timing::EachYear, true),
            (Timing::Unsaid, Timing::EachYear, true),
            (Timing::Until(2035), Timing::Until(2030), false),
            (Timing::Until(2035), Timing::InAll(Some(10)), true),
            (Timing::Year(2026), Timing::EachYear, false),
        ];
        for (one, other, expected) in cases {
            assert_eq!((one.can_be(other), other.can_be(one)), (expected, expected), "{one:?} {other:?}");
        }
    }
}
