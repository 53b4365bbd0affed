// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **What may be wrong with one figure?** Four errors, each apart: sampling, model, rounding and secrecy, age.
//!
//! In: a figure of a snapshot, and what the recipes of its level state of its indicator (`[sure]`). Out: [`FigureErrors`], as facts
//! and as sentences. A register that a recipe states comes before margins, as it does where results are drawn again
//! (`kapstok_score::sure`). Invariants: an error of which nobody stated the size is told as not stated, and never as none; no
//! interval that is made here passes what a figure of its unit can be.

use kapstok_table::Period;
use serde::Serialize;

use crate::gap::parts::{chance_of, whole};
use crate::manifest::{IndicatorEntry, SureInput};
use crate::number::{is_in_points, size, with_unit};
use crate::snapshot::{Cell, Level, Snapshot};
use crate::words::Words;

/// A margin of 95 % in standard errors.
const Z_95: f64 = 1.959_963_984_540_054;

/// What is known of the four errors of a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureErrors {
    /// Which people were asked or counted.
    pub sampling: SamplingError,
    /// What the model makes of them.
    pub model: ModelError,
    /// How the figure was made unreadable to a step, or not shown.
    pub rounding: RoundingError,
    /// How long ago it was.
    pub age: AgeError,
}

/// The error of a sample.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum SamplingError {
    /// The publisher gave margins.
    Margins {
        /// Lower margin.
        lower: f64,
        /// Upper margin.
        upper: f64,
    },
    /// A recipe takes those counted for a draw; the ends hold 95 %.
    Register {
        /// Lower end.
        lower: f64,
        /// Upper end.
        upper: f64,
        /// The recipe that states it.
        recipe: String,
    },
    /// A recipe takes those counted for a draw, and it is not known of how many people the figure is.
    RegisterOfUnknown {
        /// The recipe that states it.
        recipe: String,
    },
    /// Everybody was counted, and nobody states that chance stands behind the count.
    NotStatedOfRegister,
    /// Nobody states how large it is.
    NotStated,
    /// There is no figure.
    NoFigure,
}

/// The error of a model.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum ModelError {
    /// The figure is no estimate of a model.
    NoModel,
    /// A recipe states a standard error.
    Stated {
        /// In the unit of the figure.
        standard_error: f64,
        /// The recipe.
        recipe: String,
    },
    /// It is an estimate of a model, and nobody states how large the error is.
    NotStated,
}

/// The error of rounding and of secrecy.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum RoundingError {
    /// The source rounds to a step.
    Rounded {
        /// The step.
        step: f64,
        /// How far it may have moved the figure.
        half_width: f64,
    },
    /// The source does not round at this level.
    Exact,
    /// Rounding is not stated.
    NotStated,
    /// Made of several areas: what rounding did to the sum is not known.
    OfParts,
    /// Kept secret.
    Secret {
        /// Below how many people; none where that is not stated.
        below: Option<u32>,
    },
    /// There is no figure.
    NoFigure,
}

/// The error of age.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgeError {
    /// The year that the figure is about.
    pub year: u16,
    /// The newest year of any figure of the build.
    pub newest: u16,
    /// How far areas of the level move in a year, the common change left out, in the unit of the figure; none where it is
    /// not known.
    pub per_year: Option<f64>,
    /// Changes that it rests on.
    pub n_changes: usize,
}

/// What is known of the errors of a figure.
pub fn errors(
    snapshot: &Snapshot,
    level: &Level,
    indicator: &IndicatorEntry,
    (period, cell): (&str, &Cell),
    area_index: usize,
) -> FigureErrors {
    let stated = stated(snapshot, level, &indicator.id);
    FigureErrors {
        sampling: sampling(snapshot, level, indicator, (period, cell), area_index, &stated),
        model: match (indicator.kind.as_str(), stated.iter().find_map(|(id, it)| Some((*id, it.model?)))) {
            (_, Some((recipe, standard_error))) => ModelError::Stated { standard_error, recipe: recipe.to_owned() },
            ("model", None) => ModelError::NotStated,
            (_, None) => ModelError::NoModel,
        },
        rounding: rounding(level, indicator, cell, &stated),
        age: age(snapshot, level, indicator, period),
    }
}

/// What recipes of a level state of an indicator, each with its id.
fn stated<'a>(snapshot: &'a Snapshot, level: &Level, indicator: &str) -> Vec<(&'a str, &'a SureInput)> {
    let recipes = snapshot.manifest().recipes.iter().filter(|recipe| recipe.level == level.name());
    let inputs = recipes.filter_map(|recipe| Some((recipe, recipe.sure.as_ref()?)));
    inputs
        .flat_map(|(recipe, sure)| recipe.inputs.iter().zip(&sure.inputs).map(move |(of, input)| (recipe, of, input)))
        .filter(|(_, (of, _), _)| of == indicator)
        .map(|(recipe, _, input)| (recipe.id.as_str(), input))
        .collect()
}

fn sampling(
    snapshot: &Snapshot,
    level: &Level,
    indicator: &IndicatorEntry,
    (period, cell): (&str, &Cell),
    area_index: usize,
    stated: &[(&str, &SureInput)],
) -> SamplingError {
    let Some(value) = cell.value else { return SamplingError::NoFigure };
    let registers = || stated.iter().filter_map(|(id, input)| Some((*id, input.register.as_deref()?)));
    let of_register = registers().find_map(|(id, of)| {
        let column = snapshot.column(level, of, Some(period)).or_else(|| snapshot.column(level, of, None));
        let n = column?.1.value(area_index).filter(|n| *n > 0.0)?;
        Some((id, Z_95 * chance_of(indicator, value, n)?.sqrt()))
    });
    if let Some((recipe, half)) = of_register {
        let most = whole(indicator).unwrap_or(f64::INFINITY);
        let (lower, upper) = ((value - half).max(0.0), (value + half).min(most));
        return SamplingError::Register { lower, upper, recipe: recipe.to_owned() };
    }
    // What the source says of its own figure is told where the count of people is not known.
    if let Some((lower, upper)) = cell.margins {
        return SamplingError::Margins { lower, upper };
    }
    match (registers().next(), indicator.kind.as_str()) {
        (Some((recipe, _)), _) => SamplingError::RegisterOfUnknown { recipe: recipe.to_owned() },
        (None, "register") => SamplingError::NotStatedOfRegister,
        (None, _) => SamplingError::NotStated,
    }
}

fn rounding(level: &Level, indicator: &IndicatorEntry, cell: &Cell, stated: &[(&str, &SureInput)]) -> RoundingError {
    match (cell.reason.as_deref(), cell.value) {
        (Some("secret"), _) => RoundingError::Secret { below: stated.iter().find_map(|(_, it)| it.secret_below) },
        (_, None) => RoundingError::NoFigure,
        _ if cell.is_made_of_parts() => RoundingError::OfParts,
        _ => match (indicator.rounding, indicator.half_width_at(level.name())) {
            (Some(step), half_width) if half_width > 0.0 => RoundingError::Rounded { step, half_width },
            (Some(_), _) => RoundingError::Exact,
            (None, _) => RoundingError::NotStated,
        },
    }
}

fn age(snapshot: &Snapshot, level: &Level, indicator: &IndicatorEntry, period: &str) -> AgeError {
    let year = |period: &str| Period::parse(period).map_or(0, |period| period.year());
    let columns = snapshot.manifest().levels.iter().flat_map(|level| &level.columns);
    let newest = columns.filter(|column| column.known > 0).map(|column| year(&column.period)).max().unwrap_or(0);
    let drift = snapshot.drift(level, &indicator.id);
    let year = year(period);
    AgeError {
        year,
        newest: newest.max(year),
        per_year: drift.map(|it| it.per_year),
        n_changes: drift.map_or(0, |it| it.n_changes),
    }
}

impl FigureErrors {
    /// What is known of each error, in words: its name and a sentence.
    pub fn lines(&self, unit: &str, words: &Words) -> [(String, String); 4] {
        let value = |value: f64| with_unit(value, unit, words.language);
        let in_words = |value: f64, decimals: Option<usize>| {
            let text = size(value, unit, decimals, words.language);
            if is_in_points(unit) { words.say("errors-points", &[("value", &text)]) } else { text }
        };
        let stated = |value: f64| in_words(value, Some(3));
        let sampling = match &self.sampling {
            SamplingError::Margins { lower, upper } => {
                words.say("errors-margins", &[("lower", &value(*lower)), ("upper", &value(*upper))])
            }
            SamplingError::Register { lower, upper, recipe } => {
                let facts = [("lower", &*value(*lower)), ("upper", &value(*upper)), ("recipe", recipe)];
                words.say("errors-register", &facts)
            }
            SamplingError::RegisterOfUnknown { recipe } => {
                words.say("errors-register-of-unknown", &[("recipe", recipe)])
            }
            SamplingError::NotStatedOfRegister => words.say("errors-register-not-stated", &[]),
            SamplingError::NotStated => words.say("errors-not-stated", &[]),
            SamplingError::NoFigure => words.say("errors-no-figure", &[]),
        };
        let model = match &self.model {
            ModelError::NoModel => words.say("errors-no-model", &[]),
            ModelError::Stated { standard_error, recipe } => {
                words.say("errors-model-stated", &[("size", &stated(*standard_error)), ("recipe", recipe)])
            }
            ModelError::NotStated => words.say("errors-model-not-stated", &[]),
        };
        let rounding = match self.rounding {
            RoundingError::Rounded { step, half_width } => {
                words.say("errors-rounded", &[("step", &stated(step)), ("half", &stated(half_width))])
            }
            RoundingError::Exact => words.say("errors-exact", &[]),
            RoundingError::NotStated => words.say("errors-not-stated", &[]),
            RoundingError::OfParts => words.say("errors-of-parts", &[]),
            RoundingError::Secret { below: Some(below) } => {
                let facts = [("below", &*below.to_string()), ("most", &below.saturating_sub(1).to_string())];
                words.say("errors-secret", &facts)
            }
            RoundingError::Secret { below: None } => words.say("errors-secret-not-stated", &[]),
            RoundingError::NoFigure => words.say("errors-no-figure", &[]),
        };
        let age = &self.age;
        let moved = age.per_year.map(|moved| in_words(moved, None)).unwrap_or_default();
        let years = u32::from(age.newest - age.year).to_string();
        let facts = [
            ("year", &*age.year.to_string()),
            ("newest", &age.newest.to_string()),
            ("years", &years),
            ("size", &moved),
        ];
        let age = match (age.newest > age.year, age.per_year) {
            (false, _) => words.say("errors-newest", &facts),
            (true, Some(_)) => words.say("errors-age-moved", &facts),
            (true, None) => words.say("errors-age-not-stated", &facts),
        };
        let name = |key: &str| words.say(key, &[]);
        [
            (name("errors-sampling"), sampling),
            (name("errors-model"), model),
            (name("errors-rounding"), rounding),
            (name("errors-age"), age),
        ]
    }
    /// What is known, in one line; behind it of which errors nobody states the size.
    pub fn line(&self, unit: &str, words: &Words) -> String {
        let is_sampling_stated = !matches!(
            self.sampling,
            SamplingError::NotStated | SamplingError::NotStatedOfRegister | SamplingError::RegisterOfUnknown { .. }
        );
        let is_stated = [
            is_sampling_stated,
            self.model != ModelError::NotStated,
            !matches!(self.rounding, RoundingError::NotStated | RoundingError::Secret { below: None }),
            self.age.newest == self.age.year || self.age.per_year.is_some(),
        ];
        let (mut known, mut unknown) = (Vec::new(), Vec::new());
        for ((name, said), is_stated) in self.lines(unit, words).into_iter().zip(is_stated) {
            if is_stated { known.push(format!("{name}: {said}")) } else { unknown.push(name) }
        }
        if !unknown.is_empty() {
            known.push(words.say("errors-unknown", &[("errors", &unknown.join(", "))]));
        }
        known.join("; ")
    }
}
