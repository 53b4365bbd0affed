// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A published figure, or why there is none.
//!
//! CBS prints `.` (unknown, too unreliable or secret), `x` (secret) and blank (cannot occur); its `-`
//! means nil and is a known 0. Source: CBS, Verklaring van tekens. What a mark means differs per file,
//! so a source says it per column; here only the outcome.

/// A figure of one area, or the reason that there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// There is a figure.
    Known(Known),
    /// There is none, for a reason.
    Missing(Missing),
}

/// A figure that was published or computed.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Finite, in the unit of its indicator.
    pub value: f64,
    /// The published margins, where there are any.
    pub interval: Option<Interval>,
    /// Whether the publisher may still change it.
    pub status: Status,
}

/// No figure.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Missing {
    /// Why.
    pub reason: WhyMissing,
    /// What stood in the source: `.`, `x`, `-99997`, or nothing at all.
    pub mark: Box<str>,
}

/// The bounds that a publisher gives around a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Lower bound, at most the value.
    pub lower: f64,
    /// Upper bound, at least the value.
    pub upper: f64,
    /// Confidence level, 0 ..= 1; 0.95 for most.
    pub level: f64,
}

/// Whether a figure may still change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The publisher is done with it, or does not say otherwise.
    Final,
    /// Marked provisional (`*`, `**`).
    Provisional,
}

/// Why there is no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyMissing {
    /// Withheld, so that no one can be recognised.
    Secret,
    /// Nobody measured it here, or too few answered.
    NotMeasured,
    /// It cannot exist here: income where no one lives.
    CannotOccur,
    /// To be published later.
    NotYetOut,
    /// Known on another map, and it could not be brought onto this one.
    LostInRecoding,
    /// Under the workspace's minimum number of residents: nothing leaves `build/`.
    TooFewResidents,
}

impl WhyMissing {
    /// All reasons, in the order of the dictionary.
    pub const ALL: [Self; 6] = [
        Self::Secret,
        Self::NotMeasured,
        Self::CannotOccur,
        Self::NotYetOut,
        Self::LostInRecoding,
        Self::TooFewResidents,
    ];

    /// The word in files and in `--json`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::NotMeasured => "not_measured",
            Self::CannotOccur => "cannot_occur",
            Self::NotYetOut => "not_yet_out",
            Self::LostInRecoding => "lost_in_recoding",
            Self::TooFewResidents => "too_few_residents",
        }
    }

    /// The reason by its word, `-` and `_` alike.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.replace('-', "_");
        Self::ALL.into_iter().find(|reason| reason.as_str() == text)
    }
}

impl Cell {
    /// A final figure without margins. `None` when it is not finite: such a number is no figure.
    pub fn known(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self::Known(Known { value, interval: None, status: Status::Final }))
    }

    /// No figure, with its reason and the source's mark.
    pub fn missing(reason: WhyMissing, mark: &str) -> Self {
        Self::Missing(Missing { reason, mark: mark.into() })
    }

    /// The figure, if there is one.
    pub fn value(&self) -> Option<f64> {
        match self {
            Self::Known(known) => Some(known.value),
            Self::Missing(_) => None,
        }
    }
}
