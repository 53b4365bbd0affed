// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Five lines for who has one minute: level, real difference, real change, age, what is agreed. As sentences.
//!
//! In: what is known of the area ([`crate::worry`]), what is agreed. Out: sentences of at most fifteen words, and the figures
//! behind each. A page and a paper both show these. Invariant: no verdict; what cannot be said is said to be so. Not here: links.

use kapstok_agenda::entry::Noun;
use kapstok_agenda::state::State;

use crate::agenda::area_report::has_agenda;
use crate::snapshot::{AreaAt, Snapshot};
use crate::words::Words;
use crate::worry::{Changed, Likened, SIMILAR, Side, Worries, WorryFigure};

/// One of the five.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The question that it answers.
    pub title: String,
    /// The answer.
    pub sentence: String,
    /// The figures behind it.
    pub figures: Vec<Spoken>,
}

/// A figure behind a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Id of the indicator.
    pub indicator: String,
    /// The period.
    pub period: String,
    /// Its label.
    pub label: String,
    /// What it says here.
    pub words: String,
}

/// What is agreed for an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreed {
    /// There is no log of what is agreed.
    NoLog,
    /// The log says nothing of this area.
    Nothing,
    /// So many actions; nought where there is an agenda without any.
    Actions(usize),
}

impl Agreed {
    /// What a log says of an area, by its code.
    pub fn of(state: &State, area: &str) -> Self {
        match has_agenda(state, area) {
            false => Self::Nothing,
            true => Self::Actions(state.of_area(Noun::Action, area).count()),
        }
    }
}

/// The five lines of an area; of one that is all of its level four, for it is held against nothing. `None` where no figure
/// speaks.
pub fn five_lines(
    snapshot: &Snapshot,
    area: AreaAt,
    worries: &Worries,
    agreed: Agreed,
    words: &Words,
) -> Option<Vec<Line>> {
    let (oldest, newest) = worries.periods.as_ref()?;
    let asked = Asked { snapshot, area, worries, words };
    let line = |key: &str, sentence: String| Line { title: words.say(key, &[]), sentence, figures: Vec::new() };
    let age = match oldest == newest {
        true => words.say("worry-age-one", &[("newest", newest)]),
        false => words.say("worry-age", &[("oldest", oldest), ("newest", newest)]),
    };
    let agreed = match agreed {
        Agreed::NoLog => words.say("worry-agreed-no-log", &[]),
        Agreed::Nothing => words.say("worry-agreed-nothing", &[]),
        Agreed::Actions(n) => words.say("worry-agreed", &[("n", &n.to_string())]),
    };
    let level = (snapshot.level_of(area).len() > 1).then(|| asked.level());
    let others = [asked.similar(), asked.change(), line("worry-age-title", age), line("worry-agreed-title", agreed)];
    Some(level.into_iter().chain(others).collect())
}

/// How the lines are made.
pub fn rule(snapshot: &Snapshot, area: AreaAt, worries: &Worries, words: &Words) -> String {
    let (least, most) = worries.n_similar().unwrap_or_else(|| {
        let n = SIMILAR.min(snapshot.level_of(area).len() - 1);
        (n, n)
    });
    let n = if least < most { format!("{least}–{most}") } else { most.to_string() };
    words.say("worry-rule", &[("n", &n)])
}

/// An area, what is known of it, and the words for that.
struct Asked<'a> {
    snapshot: &'a Snapshot,
    area: AreaAt,
    worries: &'a Worries,
    words: &'a Words,
}

impl Asked<'_> {
    /// Beside the country, or all areas together where there is none.
    fn level(&self) -> Line {
        let words = self.words;
        let title = words.say("worry-level-title", &[]);
        let known: Vec<&WorryFigure> = self.worries.figures.iter().filter(|it| it.beside.is_some()).collect();
        if known.is_empty() {
            return Line { title, sentence: words.say("worry-level-none", &[]), figures: Vec::new() };
        }
        let worse: Vec<&&WorryFigure> = known.iter().filter(|it| it.beside == Some(Side::Worse)).collect();
        let levels = words.levels(self.snapshot.level_of(self.area).name());
        let all = words.say("worry-all", &[("levels", &levels)]);
        let country = self.snapshot.country().filter(|country| *country != self.area);
        let name = country.map_or(all.as_str(), |country| self.snapshot.name_of(country));
        let facts = [("n", &*worse.len().to_string()), ("of", &known.len().to_string()), ("name", name)];
        let spoken = |it: &&&WorryFigure| {
            let unit = self.unit(it);
            let nation = it.nation.map(|value| words.value(value, unit)).unwrap_or_default();
            let facts = [("value", &*words.value(it.value, unit)), ("nation", &nation), ("name", name)];
            self.spoken(it, words.say("worry-level-figure", &facts))
        };
        Line { title, sentence: words.say("worry-level", &facts), figures: worse.iter().map(spoken).collect() }
    }

    fn similar(&self) -> Line {
        let side = |it: &WorryFigure| match it.similar {
            Likened::Known { side, .. } => Some(side),
            Likened::Unknown(_) => None,
        };
        let spoken = |it: &WorryFigure| match &it.similar {
            Likened::Known { side: Side::Worse | Side::Better, difference, interval, .. } => {
                let facts = self.facts(*difference, *interval, self.unit(it));
                let key = if *difference > 0.0 { "worry-similar-higher" } else { "worry-similar-lower" };
                Some(self.spoken(it, self.words.say(key, &borrowed(&facts))))
            }
            Likened::Known { .. } | Likened::Unknown(_) => None,
        };
        Line {
            title: self.words.say("worry-similar-title", &[]),
            sentence: self.counted("worry-similar", side),
            figures: self.worries.figures.iter().filter_map(spoken).collect(),
        }
    }

    fn change(&self) -> Line {
        let side = |it: &WorryFigure| match it.change {
            Changed::Known { side, .. } => Some(side),
            Changed::Unknown(_) => None,
        };
        let spoken = |it: &WorryFigure| match &it.change {
            Changed::Known { side: Side::Worse | Side::Better, change, interval, since } => {
                let mut facts = self.facts(*change, *interval, self.unit(it));
                facts.push(("since", since.clone()));
                let key = if *change > 0.0 { "worry-change-up" } else { "worry-change-down" };
                Some(self.spoken(it, self.words.say(key, &borrowed(&facts))))
            }
            Changed::Known { .. } | Changed::Unknown(_) => None,
        };
        Line {
            title: self.words.say("worry-change-title", &[]),
            sentence: self.counted("worry-change", side),
            figures: self.worries.figures.iter().filter_map(spoken).collect(),
        }
    }

    /// How many are worse and better; that none is; and of how many it cannot be said.
    fn counted(&self, key: &str, side: impl Fn(&WorryFigure) -> Option<Side>) -> String {
        let figures = &self.worries.figures;
        let of = |wanted: Option<Side>| figures.iter().filter(|it| side(it) == wanted).count();
        let (worse, better, unknown) = (of(Some(Side::Worse)), of(Some(Side::Better)), of(None));
        let say = |key: &str, n: usize| self.words.say(key, &[("n", &n.to_string())]);
        let mut said = Vec::new();
        if unknown < figures.len() {
            if worse > 0 {
                said.push(say(&format!("{key}-worse"), worse));
            }
            if better > 0 {
                said.push(say(&format!("{key}-better"), better));
            }
            if worse + better == 0 {
                said.push(say(&format!("{key}-none"), 0));
            }
        }
        if unknown > 0 {
            said.push(say("worry-cannot", unknown));
        }
        said.join(" ")
    }

    /// A difference and its interval, without sign: the sentence says which way.
    fn facts(&self, difference: f64, (lower, upper): (f64, f64), unit: &str) -> Vec<(&'static str, String)> {
        let words = self.words;
        let (low, high) = if difference > 0.0 { (lower, upper) } else { (-upper, -lower) };
        let times = if unit == "fraction" { 100.0 } else { 1.0 };
        let number = |value: f64| words.number(value * times, 1);
        let size = match unit {
            "percent" | "fraction" => words.say("worry-points", &[("value", &number(difference.abs()))]),
            unit => words.value(difference.abs(), unit),
        };
        vec![("size", size), ("lower", number(low)), ("upper", number(high))]
    }

    fn unit(&self, figure: &WorryFigure) -> &str {
        self.snapshot.indicator(&figure.indicator).map_or("", |it| it.unit.as_str())
    }

    fn spoken(&self, figure: &WorryFigure, words: String) -> Spoken {
        let label = self.snapshot.indicator(&figure.indicator).map(|it| it.label.of(self.words.language).to_owned());
        Spoken {
            label: label.unwrap_or_else(|| figure.indicator.clone()),
            indicator: figure.indicator.clone(),
            period: figure.period.clone(),
            words,
        }
    }
}

fn borrowed<'a>(facts: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    facts.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
