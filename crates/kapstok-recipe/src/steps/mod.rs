// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The steps of the language: a closed list, one file each.
//!
//! A new step is a file here (its keys, checks and facts), its sentence in `text/`, a file in `kapstok-score/src/steps` (its
//! arithmetic), and a line in the list below.

pub mod band;
pub mod exponential;
pub mod factor;
pub mod flag;
pub mod goalposts;
pub mod healthy_years;
pub mod impute;
pub mod life_expectancy;
pub mod linear;
pub mod logarithm;
pub mod min_max;
pub mod normal_score;
pub mod rank;
pub mod rank_fraction;
pub mod ratio;
pub mod round;
pub mod shrink;
pub mod sum;
pub mod summarise;
pub mod weighted_mean;
pub mod winsorise;
pub mod z_score;

use kapstok_table::{Place, Problem};
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// What every step can say of itself.
pub trait Form {
    /// Columns that it reads.
    fn reads(&self) -> Vec<&str>;
    /// The column that it makes.
    fn out(&self) -> &str;
    /// What is wrong with its keys, beyond their form.
    fn wrong(&self) -> Option<Wrong> {
        None
    }
    /// The sum of its weights, and what it must be.
    fn weights(&self) -> Option<(f64, Option<f64>)> {
        None
    }
    /// The higher level that its result lives on.
    fn to_level(&self) -> Option<&str> {
        None
    }
    /// The higher level that its areas are grouped by.
    fn within(&self) -> Option<&str> {
        None
    }
    /// What it does: the key of its sentence with the facts, and the formula.
    fn formula(&self) -> Formula;
}

/// What is wrong with a value: a word for the kind, and facts for its sentence. Neither is said to people as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The kind.
    pub what: &'static str,
    /// Facts: `key`, `number`, `limit`.
    pub facts: Vec<(&'static str, String)>,
}

impl Wrong {
    /// A kind of fault at a key.
    pub(crate) fn at(what: &'static str, key: &str) -> Self {
        Self { what, facts: vec![("key", key.to_owned())] }
    }

    /// With the number that was found.
    pub(crate) fn number(mut self, number: impl ToString) -> Self {
        self.facts.push(("number", number.to_string()));
        self
    }

    /// With the number that it should keep to.
    pub(crate) fn limit(mut self, limit: impl ToString) -> Self {
        self.facts.push(("limit", limit.to_string()));
        self
    }

    /// The problem of a step at a place.
    pub(crate) fn problem(self, place: Place, step: &str) -> Problem {
        let problem = Problem::error("K0211", place).with("step", step).with("what", self.what);
        self.facts.into_iter().fold(problem, |problem, (name, fact)| problem.with(name, fact))
    }
}

/// What a step does. The sentence stands in the text files under the key; the facts fill it.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// Key of the sentence.
    pub key: &'static str,
    /// What the sentence is filled with.
    pub facts: Vec<(&'static str, Fact)>,
    /// The formula. Words in it (`rank`, `mean`) are English; the text files may have their own.
    pub maths: String,
}

/// A fact of a step.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// A name or a word, as it stands.
    Word(String),
    /// A number, which every language writes its own way.
    Number(f64),
    /// Columns with their part of the whole, 0 ..= 1.
    Shares(Vec<(String, f64)>),
}

impl From<&str> for Fact {
    fn from(word: &str) -> Self {
        Self::Word(word.to_owned())
    }
}

impl From<&String> for Fact {
    fn from(word: &String) -> Self {
        Self::Word(word.clone())
    }
}

impl From<String> for Fact {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<f64> for Fact {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Fact {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<usize> for Fact {
    fn from(number: usize) -> Self {
        Self::Number(number as f64)
    }
}

impl Formula {
    fn new(key: &'static str, maths: String) -> Self {
        Self { key, facts: Vec::new(), maths }
    }

    fn with(mut self, name: &'static str, fact: impl Into<Fact>) -> Self {
        self.facts.push((name, fact.into()));
        self
    }

    fn with_shares(mut self, name: &'static str, shares: Vec<(String, f64)>) -> Self {
        self.facts.push((name, Fact::Shares(shares)));
        self
    }
}

macro_rules! steps {
    ($($variant:ident($type:path) = $word:literal),* $(,)?) => {
        /// One step of a recipe.
        #[derive(Clone, Debug)]
        pub enum Step {
            $(#[doc = concat!("`", $word, "`")] $variant($type)),*
        }

        /// The words for `do`, in the order of the reference.
        pub const STEP_WORDS: &[&str] = &[$($word),*];

        impl Step {
            /// Fills a step by its word. `None` for a word that is no step.
            pub(crate) fn read(word: &str, keys: toml::Table) -> Option<Result<Self, toml::de::Error>> {
                match word {
                    $($word => Some(keys.try_into().map(Self::$variant)),)*
                    _ => None,
                }
            }

            /// The word for `do`.
            pub fn word(&self) -> &'static str {
                match self { $(Self::$variant(_) => $word),* }
            }

            /// What the step says of itself.
            pub fn form(&self) -> &dyn Form {
                match self { $(Self::$variant(step) => step),* }
            }
        }

        /// The schema of the list of steps: one of the forms, each with its word and, if it repeats, `each`.
        pub(crate) fn schema(generator: &mut SchemaGenerator) -> Schema {
            let forms = vec![$(one_form($word, generator.subschema_for::<$type>(), <$type as JsonSchema>::json_schema(generator))),*];
            schemars::json_schema!({"type": "array", "items": {"oneOf": forms}})
        }
    };
}

fn one_form(word: &str, _named: Schema, schema: Schema) -> serde_json::Value {
    let mut value = schema.to_value();
    if let Some(object) = value.as_object_mut() {
        let properties = object.entry("properties").or_insert_with(|| serde_json::json!({}));
        properties["do"] = serde_json::json!({"const": word});
        properties["each"] = serde_json::json!({"type": "array", "items": {"type": "string"}});
        if let Some(required) = object.get_mut("required").and_then(serde_json::Value::as_array_mut) {
            required.insert(0, "do".into());
        }
    }
    value
}

steps! {
    Rank(rank::Rank) = "rank",
    RankFraction(rank_fraction::RankFraction) = "rank-fraction",
    Exponential(exponential::Exponential) = "exponential",
    Linear(linear::Linear) = "linear",
    ZScore(z_score::ZScore) = "z-score",
    MinMax(min_max::MinMax) = "min-max",
    Goalposts(goalposts::Goalposts) = "goalposts",
    Logarithm(logarithm::Logarithm) = "logarithm",
    Round(round::Round) = "round",
    WeightedMean(weighted_mean::WeightedMean) = "weighted-mean",
    Sum(sum::Sum) = "sum",
    Flag(flag::Flag) = "flag",
    Band(band::Band) = "band",
    Ratio(ratio::Ratio) = "ratio",
    Summarise(summarise::Summarise) = "summarise",
    Impute(impute::Impute) = "impute",
    Winsorise(winsorise::Winsorise) = "winsorise",
    NormalScore(normal_score::NormalScore) = "normal-score",
    Shrink(shrink::Shrink) = "shrink",
    LifeExpectancy(life_expectancy::LifeExpectancy) = "life-expectancy",
    HealthyYears(healthy_years::HealthyYears) = "healthy-years",
    Factor(factor::Factor) = "factor",
}
