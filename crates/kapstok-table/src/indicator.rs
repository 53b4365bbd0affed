// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a figure means: the second of the two tables.
//!
//! Everything that a page, a check or a recipe must know about a measured thing, so that no one
//! guesses it from a column title.

use std::fmt;

use kapstok_area::Level;

/// The name of an indicator within a workspace: lower-case letters, digits, `_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorId(Box<str>);

impl IndicatorId {
    /// `None` unless it starts with a letter and holds nothing but lower-case letters, digits and `_`.
    pub fn new(text: &str) -> Option<Self> {
        let starts_well = text.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase());
        let holds_well = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        (starts_well && holds_well).then(|| Self(text.into()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for IndicatorId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A text in the two languages of the product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// What a figure counts or measures in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A number of persons, homes, crimes: adds up over areas.
    Count,
    /// 0 ..= 100 of a population.
    Percent,
    /// 0 ..= 1 of a population.
    Fraction,
    /// Per 1,000 of a population.
    PerThousand,
    /// Euro.
    Euro,
    /// Thousands of euro.
    ThousandEuro,
    /// Kilometres.
    Kilometre,
    /// Square kilometres.
    SquareKilometre,
    /// Hectares.
    Hectare,
    /// Years.
    Year,
    /// Points of a stated scale, ranks among them.
    Points,
    /// Any other, by its name.
    Other(String),
}

impl Unit {
    /// The word in files; any other text is [`Unit::Other`].
    pub fn parse(text: &str) -> Self {
        match text {
            "count" => Self::Count,
            "percent" => Self::Percent,
            "fraction" => Self::Fraction,
            "per-thousand" => Self::PerThousand,
            "euro" => Self::Euro,
            "thousand-euro" => Self::ThousandEuro,
            "km" => Self::Kilometre,
            "km2" => Self::SquareKilometre,
            "ha" => Self::Hectare,
            "year" => Self::Year,
            "points" => Self::Points,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The word in files.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Count => "count",
            Self::Percent => "percent",
            Self::Fraction => "fraction",
            Self::PerThousand => "per-thousand",
            Self::Euro => "euro",
            Self::ThousandEuro => "thousand-euro",
            Self::Kilometre => "km",
            Self::SquareKilometre => "km2",
            Self::Hectare => "ha",
            Self::Year => "year",
            Self::Points => "points",
            Self::Other(other) => other,
        }
    }

    /// What the value must be multiplied by to be a share of 0 ..= 1; `None` where it is no share.
    pub fn share_factor(&self) -> Option<f64> {
        match self {
            Self::Percent => Some(0.01),
            Self::Fraction => Some(1.0),
            Self::PerThousand => Some(0.001),
            Self::Count
            | Self::Euro
            | Self::ThousandEuro
            | Self::Kilometre
            | Self::SquareKilometre
            | Self::Hectare
            | Self::Year
            | Self::Points
            | Self::Other(_) => None,
        }
    }
}

/// Which way is a burden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// More of it is a burden.
    HigherIsWorse,
    /// More of it is a strength.
    HigherIsBetter,
    /// It describes: neither.
    Neither,
}

impl Direction {
    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HigherIsWorse => "higher-is-worse",
            Self::HigherIsBetter => "higher-is-better",
            Self::Neither => "neither",
        }
    }

    /// The direction by its word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::HigherIsWorse, Self::HigherIsBetter, Self::Neither].into_iter().find(|known| known.as_str() == text)
    }
}

/// A field of policy: `health`, `debt`, `school`, `work`, `safety`, `housing`. The workspace names them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain(pub Box<str>);

/// How a figure came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Counted in a register.
    Register,
    /// Asked of a sample.
    Survey,
    /// Estimated by a model from other figures.
    Model,
    /// Computed here from other figures.
    Derived,
}

impl Kind {
    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Survey => "survey",
            Self::Model => "model",
            Self::Derived => "derived",
        }
    }

    /// The kind by its word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Register, Self::Survey, Self::Model, Self::Derived].into_iter().find(|known| known.as_str() == text)
    }
}

/// Of whom a share is a share. Bounds may only be drawn over shares of one population.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Population {
    /// All residents.
    Residents,
    /// Residents of 18 years and over.
    Adults,
    /// Private households.
    Households,
    /// Residents under 18.
    Children,
    /// Homes.
    Dwellings,
    /// Any other, by its name (`labour-force`, `pupils-group-8`).
    Other(String),
}

impl Population {
    /// The word in files; any other text is [`Population::Other`].
    pub fn parse(text: &str) -> Self {
        match text {
            "residents" => Self::Residents,
            "adults" => Self::Adults,
            "households" => Self::Households,
            "children" => Self::Children,
            "dwellings" => Self::Dwellings,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The word in files.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Residents => "residents",
            Self::Adults => "adults",
            Self::Households => "households",
            Self::Children => "children",
            Self::Dwellings => "dwellings",
            Self::Other(other) => other,
        }
    }
}

/// How far a published figure may lie from the one that was counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rounding {
    /// To the nearest multiple of this step: 0.1 for one decimal.
    ToMultipleOf(f64),
    /// To a multiple of a step, and not always the nearest: counts are rounded up or down by a draw, so that
    /// nobody can be recognised. CBS rounds counts of wijken and buurten to fives; in the 24 municipalities of
    /// one wijk of 2022 the two published counts lie up to 4 apart.
    UpOrDown {
        /// The step.
        step: f64,
        /// How far off a figure may be.
        off_by: f64,
    },
    /// As counted.
    None,
}

impl Rounding {
    /// The figure that was counted lies within the published one plus or minus this.
    pub fn half_width(self) -> f64 {
        match self {
            Self::ToMultipleOf(step) => step / 2.0,
            Self::UpOrDown { off_by, .. } => off_by,
            Self::None => 0.0,
        }
    }

    /// The step that published figures are a multiple of.
    pub fn step(self) -> Option<f64> {
        match self {
            Self::ToMultipleOf(step) | Self::UpOrDown { step, .. } => Some(step),
            Self::None => None,
        }
    }
}

/// How a figure goes from one map to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RebaseRule {
    /// Counts are split by the shares of the crosswalk and added up.
    Split,
    /// Shares and means: a mean weighted by the part of this count that moves (a denominator).
    WeightedBy(IndicatorId),
    /// Shares and means: weighted by the shares of the crosswalk alone.
    WeightedByCrosswalk,
    /// Only onto an area that is whole and alone (medians, ranks, labels); lost elsewhere.
    OnlyWhole,
}

/// A trait of persons that no one may carry as a burden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProtectedTrait {
    /// Migration background, country of birth, ethnicity, race.
    Origin,
    /// Religion or belief.
    Religion,
    /// Sex or gender.
    Sex,
    /// Sexual orientation.
    Orientation,
    /// Nationality.
    Nationality,
    /// Handicap or chronic illness as a trait of persons (not as a health figure).
    Disability,
    /// Political conviction.
    Politics,
    /// Mother tongue.
    Language,
}

impl ProtectedTrait {
    const ALL: [Self; 8] = [
        Self::Origin,
        Self::Religion,
        Self::Sex,
        Self::Orientation,
        Self::Nationality,
        Self::Disability,
        Self::Politics,
        Self::Language,
    ];

    /// The word in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Origin => "origin",
            Self::Religion => "religion",
            Self::Sex => "sex",
            Self::Orientation => "orientation",
            Self::Nationality => "nationality",
            Self::Disability => "disability",
            Self::Politics => "politics",
            Self::Language => "language",
        }
    }

    /// The trait by its word.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.as_str() == text)
    }
}

/// One measured thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Its name in the workspace.
    pub id: IndicatorId,
    /// Its label.
    pub label: Text,
    /// One sentence on what it measures.
    pub explanation: Text,
    /// What it counts or measures in.
    pub unit: Unit,
    /// Which way is a burden.
    pub direction: Direction,
    /// The field of policy it belongs to.
    pub domain: Domain,
    /// How it came to be.
    pub kind: Kind,
    /// What it was modelled from: ids of indicators or of sources (`income`, `age`), as its maker says.
    pub modelled_from: Vec<Box<str>>,
    /// Of whom a share is a share; `None` where it is no share.
    pub population: Option<Population>,
    /// The rounding of the source.
    pub rounding: Rounding,
    /// Levels at which the source does not round (KWB counts of municipalities).
    pub exact_at: Vec<Level>,
    /// How it goes to another map.
    pub rebase: RebaseRule,
    /// The protected trait that it measures, if any.
    pub protected: Option<ProtectedTrait>,
    /// Who makes it: the unit of independence of sources (`rivm-smap`, `police`, `cbs-income`).
    pub source: Box<str>,
    /// Licence of the figures (SPDX id where there is one).
    pub licence: String,
}

impl Indicator {
    /// The rounding of the source at one level.
    pub fn rounding_at(&self, level: &Level) -> Rounding {
        if self.exact_at.contains(level) { Rounding::None } else { self.rounding }
    }
}
