// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a recipe says of areas: burdens that come together, on what they rest, and bounds on people.
//!
//! In: the columns of a score file. Out: [`AreaScores`] of one area, and its [`RankBetween`]. Invariant: scores of a recipe
//! are not taken in; a rank only with the ends of its interval, and only where the workspace asked for ranks. Ranks are
//! places among the areas that are shown, so that a gap in them tells of none that is not.

use serde::Serialize;

use crate::manifest::RecipeEntry;

/// One column of a score file, `[n_areas]`.
#[derive(Debug)]
pub enum ScoreCells {
    /// Numbers; `None` where there is none.
    Numbers(Vec<Option<f64>>),
    /// Texts; empty where there is none.
    Texts(Vec<String>),
}

/// The burdens of a recipe for all areas of its level.
#[derive(Debug)]
pub struct RecipeScores {
    /// Position of the recipe in the manifest.
    pub recipe: usize,
    titles: Vec<String>,
    cells: Vec<ScoreCells>,
    /// `[n_areas]`; empty where there are no ranks.
    ranks: Vec<Option<RankBetween>>,
}

/// The rank of an area with its interval; 1 is the most burdened. Never one without the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankBetween {
    /// The rank with the figures as they were published.
    pub value: f64,
    /// Its lower end: the most burdened that the area may be.
    pub lower: f64,
    /// Its upper end.
    pub upper: f64,
}

impl RecipeScores {
    /// Takes the columns of a score file by title; what is no burden, bound or reason is left out.
    pub fn new(recipe: usize, columns: impl IntoIterator<Item = (String, ScoreCells)>) -> Self {
        let columns: Vec<(String, ScoreCells)> = columns.into_iter().collect();
        let rank = |title: &str| match columns.iter().find(|(known, _)| known == title) {
            Some((_, ScoreCells::Numbers(numbers))) => Some(numbers.clone()),
            Some((_, ScoreCells::Texts(_))) | None => None,
        };
        let ranks = match (rank("sure_rank"), rank("sure_rank_lower"), rank("sure_rank_upper")) {
            (Some(values), Some(lowers), Some(uppers)) => {
                let between = |((value, lower), upper): ((Option<f64>, Option<f64>), Option<f64>)| {
                    Some(RankBetween { value: value?, lower: lower?, upper: upper? })
                };
                values.into_iter().zip(lowers).zip(uppers).map(between).collect()
            }
            _ => Vec::new(),
        };
        let (titles, cells) = columns.into_iter().filter(|(title, _)| is_about_burdens(title)).unzip();
        Self { recipe, titles, cells, ranks }
    }

    /// The rank of an area with its interval, where the workspace asked for ranks and the area has one.
    pub fn rank(&self, area_index: usize) -> Option<RankBetween> {
        self.ranks.get(area_index).copied().flatten()
    }

    /// Whether any area has a rank.
    pub fn has_ranks(&self) -> bool {
        self.ranks.iter().any(Option::is_some)
    }

    /// Takes out all ranks.
    pub(super) fn without_ranks(&mut self) {
        self.ranks = Vec::new();
    }

    /// Makes ranks places among those that are left: behind each rank, how many of them come before it.
    pub(super) fn rank_again(&mut self) {
        let mut places: Vec<f64> = self.ranks.iter().flatten().map(|it| it.value).collect();
        places.sort_unstable_by(f64::total_cmp);
        let n = places.len();
        let again = |rank: f64| (places.partition_point(|place| *place < rank) + 1).min(n) as f64;
        for rank in self.ranks.iter_mut().flatten() {
            let value = again(rank.value);
            // The interval holds the rank, also where areas between them are gone.
            *rank = RankBetween { value, lower: again(rank.lower).min(value), upper: again(rank.upper).max(value) };
        }
    }

    /// Number of rows of each column.
    pub(super) fn lengths(&self) -> impl Iterator<Item = usize> {
        let of_cells = self.cells.iter().map(|cells| match cells {
            ScoreCells::Numbers(numbers) => numbers.len(),
            ScoreCells::Texts(texts) => texts.len(),
        });
        of_cells.chain((!self.ranks.is_empty()).then_some(self.ranks.len()))
    }

    fn column(&self, title: &str) -> Option<&ScoreCells> {
        self.titles.iter().position(|known| known == title).map(|position| &self.cells[position])
    }

    /// Numbers of a column, `[n_areas]`.
    pub fn numbers(&self, title: &str) -> Option<&[Option<f64>]> {
        match self.column(title) {
            Some(ScoreCells::Numbers(numbers)) => Some(numbers),
            Some(ScoreCells::Texts(_)) | None => None,
        }
    }

    fn number(&self, title: &str, area_index: usize) -> Option<f64> {
        self.numbers(title)?.get(area_index).copied().flatten()
    }

    fn text(&self, title: &str, area_index: usize) -> Option<&str> {
        match self.column(title) {
            Some(ScoreCells::Texts(texts)) => texts.get(area_index).map(String::as_str).filter(|text| !text.is_empty()),
            Some(ScoreCells::Numbers(_)) | None => None,
        }
    }

    /// Why an area was not counted, as a word.
    pub fn not_counted(&self, area_index: usize) -> Option<&str> {
        self.text("not_counted", area_index)
    }

    /// What the recipe says of one area.
    pub fn area(&self, recipe: &RecipeEntry, area_index: usize) -> AreaScores {
        let number = |title: &str| self.number(title, area_index);
        let count = |title: &str| number(title).map_or(0, |n| n as usize);
        let bounds = (2..=recipe.bounds_over.len())
            .filter_map(|m| Some((m, number(&format!("people_{m}_lower"))?, number(&format!("people_{m}_upper"))?)));
        let over = &recipe.bounds_over;
        let pairs = (0..over.len()).flat_map(|one| (one + 1..over.len()).map(move |other| (one, other)));
        let pairs = pairs.filter_map(|(one, other)| {
            let title = both_title(&over[one], &over[other]);
            let (lower, upper) = (number(&format!("{title}_lower"))?, number(&format!("{title}_upper"))?);
            Some((over[one].clone(), over[other].clone(), lower, upper))
        });
        let sources = self.text("sources", area_index).unwrap_or_default();
        let words_of = |text: &str| text.split(' ').map(str::to_owned).collect();
        let is_burdened = |id: &&String| number(&burden_title(id)) == Some(1.0);
        let is_known = |id: &&String| number(&burden_title(id)).is_some();
        AreaScores {
            recipe: recipe.id.clone(),
            n_burdens: count("burdens"),
            n_known: count("burdens_known"),
            n_domains: recipe.domains.len(),
            sources: sources.split("; ").filter(|source| !source.is_empty()).map(words_of).collect(),
            burdened: recipe.domains.iter().filter(is_burdened).cloned().collect(),
            known: recipe.domains.iter().filter(is_known).cloned().collect(),
            not_counted: self.not_counted(area_index).map(str::to_owned),
            worst_fraction: recipe.worst_fraction,
            bounds: bounds.collect(),
            pairs: pairs.collect(),
            bounds_over: recipe.bounds_over.clone(),
            bounds_why_not: self.text("bounds_why_not", area_index).map(str::to_owned),
            sure: recipe.sure.as_ref().and_then(|sure| {
                let end = |title: &str| number(title).map(|n| n as usize);
                let chances = recipe.domains.iter().map(|id| (id.clone(), number(&chance_title(id))));
                Some(AreaSure {
                    level: sure.level,
                    replications: sure.replications,
                    n_counted: number("sure_counted").map_or(sure.replications, |n| n as u32),
                    burdens: (end("sure_burdens_lower")?, end("sure_burdens_upper")?),
                    at_least: (1..=recipe.domains.len())
                        .filter_map(|m| number(&format!("sure_at_least_{m}")))
                        .collect(),
                    chances: chances.collect(),
                    chance_first: number("sure_among_first"),
                    first: sure.first,
                })
            }),
        }
    }

    /// Takes out what is said of an area; `why` stands in its place.
    pub(super) fn withhold(&mut self, area_index: usize, why: &str) {
        if let Some(rank) = self.ranks.get_mut(area_index) {
            *rank = None;
        }
        for (title, cells) in self.titles.iter().zip(&mut self.cells) {
            match cells {
                ScoreCells::Numbers(numbers) => numbers[area_index] = None,
                ScoreCells::Texts(texts) => {
                    texts[area_index] = match title.as_str() {
                        "not_counted" | "bounds_why_not" => why.to_owned(),
                        _ => String::new(),
                    };
                }
            }
        }
    }
}

/// Title of the column that says whether an area stands in the worst part of a domain.
pub fn burden_title(domain: &str) -> String {
    format!("burden_{domain}")
}

/// Title of the column with the chance that an area stands in the worst part of a domain.
pub fn chance_title(domain: &str) -> String {
    format!("sure_chance_{domain}")
}

/// Title of the columns with the bounds on people with both of two burdens, without its side.
pub fn both_title(one: &str, other: &str) -> String {
    format!("both__{one}__{other}")
}

fn is_about_burdens(title: &str) -> bool {
    // Of what is told of certainty no score and no rank.
    let starts = ["burden_", "people_", "both__", "sure_burdens_", "sure_at_least_", "sure_chance_", "sure_among_"];
    let names =
        ["burdens", "burdens_known", "independent_sources", "sources", "not_counted", "bounds_why_not", "sure_counted"];
    names.contains(&title) || starts.iter().any(|start| title.starts_with(start))
}

/// What a recipe says of one area.
#[derive(Clone, Debug, Serialize)]
pub struct AreaScores {
    /// The recipe.
    pub recipe: String,
    /// Domains in whose worst part it stands.
    pub n_burdens: usize,
    /// Domains in which it has a figure.
    pub n_known: usize,
    /// Domains of the recipe.
    pub n_domains: usize,
    /// Independent sources behind the burdened domains, each as the indicators that count as one.
    pub sources: Vec<Vec<String>>,
    /// The burdened domains.
    pub burdened: Vec<String>,
    /// Domains of which it is known whether it stands in the worst part.
    pub known: Vec<String>,
    /// Why it was not counted.
    pub not_counted: Option<String>,
    /// The fraction of areas that counts as worst.
    pub worst_fraction: Option<f64>,
    /// For each m, the bounds on the share of people with at least m of the burdens.
    pub bounds: Vec<(usize, f64, f64)>,
    /// For each pair of burdens, by their indicators, the bounds on the share of people with both.
    pub pairs: Vec<(String, String, f64, f64)>,
    /// Over which figures.
    pub bounds_over: Vec<String>,
    /// Why there are no bounds.
    pub bounds_why_not: Option<String>,
    /// How sure the count is, where the recipe asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sure: Option<AreaSure>,
}

/// How sure the count of one area is, over many draws of what might have been otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaSure {
    /// The part of the draws that an interval holds.
    pub level: f64,
    /// Number of draws.
    pub replications: u32,
    /// Those in which the area had a count: what the interval and the chances rest on.
    pub n_counted: u32,
    /// Between which numbers its burdens lie.
    pub burdens: (usize, usize),
    /// For each m from 1 on the chance of at least m burdens.
    pub at_least: Vec<f64>,
    /// Per domain the chance of standing in its worst part; `None` where that is never known.
    pub chances: Vec<(String, Option<f64>)>,
    /// The chance of being among the first `first` of all areas.
    pub chance_first: Option<f64>,
    /// Which part of the areas counts as the first.
    pub first: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores() -> RecipeScores {
        let numbers = |values: [f64; 5]| ScoreCells::Numbers(values.map(Some).to_vec());
        let columns = [
            ("sure_rank", numbers([1.0, 2.0, 3.0, 4.0, 5.0])),
            ("sure_rank_lower", numbers([1.0, 1.0, 2.0, 3.0, 4.0])),
            ("sure_rank_upper", numbers([2.0, 4.0, 4.0, 5.0, 5.0])),
            ("score", numbers([0.0; 5])),
        ];
        RecipeScores::new(0, columns.map(|(title, cells)| (title.to_owned(), cells)))
    }

    #[test]
    fn a_rank_that_is_withheld_leaves_no_gap_between_the_others() {
        let mut scores = scores();
        assert_eq!(scores.rank(2), Some(RankBetween { value: 3.0, lower: 2.0, upper: 4.0 }));
        scores.withhold(1, "too-few-residents");
        scores.rank_again();
        let told: Vec<Option<[f64; 3]>> =
            (0..5).map(|area| scores.rank(area).map(|it| [it.lower, it.value, it.upper])).collect();
        assert_eq!(
            told,
            [Some([1.0, 1.0, 2.0]), None, Some([2.0, 2.0, 3.0]), Some([2.0, 3.0, 4.0]), Some([3.0, 4.0, 4.0])]
        );
        scores.without_ranks();
        assert!(!scores.has_ranks() && scores.numbers("score").is_none());
    }

    #[test]
    fn a_rank_without_its_interval_is_no_rank() {
        let rank = ("sure_rank".to_owned(), ScoreCells::Numbers(vec![Some(1.0)]));
        assert!(!RecipeScores::new(0, [rank]).has_ranks());
    }
}
