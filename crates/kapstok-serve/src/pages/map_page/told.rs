// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the drawn map says: the class of each area, the legend, the rows of its table, in one of its views.
//!
//! In: a [`Subject`] and a view of it. Out: words. Invariants: the table says all that the map shows; an area whose
//! margins are not known has no colour in the view of certainty. Sentences are those of the map that moves.

use kapstok_share::certain::{CHANCE_BOUNDS, Verdict, chance_class};
use kapstok_share::middle::Middle;
use kapstok_share::snapshot::{AreaAt, RecipeScores};
use kapstok_share::sure::chance;

use super::super::charts::histogram::class_of;
use super::super::charts::map::{UNMARGINED, UNSURE};
use super::super::frame::{Link, View};
use super::super::links::Certainty;
use super::super::table::picture::{CLASSES, bounds_of};
use super::super::voice::Voice;
use super::subject::{Known, Reference, Subject, Thing};

/// What is said of a subject.
pub(super) struct Told<'a> {
    view: View<'a>,
    v: &'static Voice,
    subject: &'a Subject<'a>,
    certainty: Certainty,
    reference: Reference,
    /// `[n_areas]`
    known: Vec<Known>,
    /// Where a class of figures ends and the next begins.
    breaks: Vec<f64>,
}

impl<'a> Told<'a> {
    /// Works out what is known of each area.
    pub(super) fn new(view: View<'a>, subject: &'a Subject<'a>, certainty: Certainty) -> Self {
        let reference = subject.reference(&view.site.snapshot);
        let known = (0..subject.level.len()).map(|index| subject.known(index, &reference)).collect();
        let breaks = match subject.thing {
            Thing::Indicator(_, _, column) => Middle::breaks(column.values()),
            Thing::Together(..) | Thing::Domain(..) => Vec::new(),
        };
        Self { view, v: view.voice(), subject, certainty, reference, known, breaks }
    }

    /// The class of a figure or chance, 0 ..; `None` where there is none.
    fn class_number(&self, index: usize) -> Option<usize> {
        let known = &self.known[index];
        if self.certainty == Certainty::Chance {
            return known.chance.map(chance_class);
        }
        let value = known.value?;
        Some(match self.subject.thing {
            Thing::Together(..) => value as usize,
            Thing::Domain(..) => usize::from(value >= 1.0),
            Thing::Indicator(..) => class_of(value, &self.breaks),
        })
    }

    /// The class of the style sheet that such a class has.
    fn colour(&self, class: usize) -> &'static str {
        CLASSES[match (self.certainty, self.subject.thing) {
            (Certainty::Chance, _) => class,
            (_, Thing::Together(..)) => class.min(4),
            (_, Thing::Domain(..)) => class * 4,
            (_, Thing::Indicator(..)) => class * 4 / self.breaks.len().max(1),
        }]
    }

    fn verdict(&self, index: usize) -> Option<Verdict> {
        self.known[index].verdict.filter(|_| self.certainty == Certainty::Interval)
    }

    /// How an area is filled.
    pub(super) fn class(&self, index: usize) -> &'static str {
        match self.verdict(index) {
            Some(Verdict::Unknown) => UNMARGINED,
            _ => self.class_number(index).map_or("is-missing", |class| self.colour(class)),
        }
    }

    /// What lies over it.
    pub(super) fn pattern(&self, index: usize) -> Option<&'static str> {
        (self.verdict(index) == Some(Verdict::Unsure)).then_some(UNSURE)
    }

    /// The recipe that is counted by.
    pub(super) fn recipe(&self) -> Option<&'a str> {
        match self.subject.thing {
            Thing::Together(recipe, _) | Thing::Domain(recipe, ..) => Some(&recipe.id),
            Thing::Indicator(..) => None,
        }
    }

    fn levels(&self) -> String {
        self.v.levels(self.subject.level.name())
    }

    fn fraction(&self, fraction: f64) -> String {
        let key = format!("atlas-fraction-{}", (1.0 / fraction).round());
        match self.v.s(&key) {
            said if said == key => self.v.f("atlas-fraction", &[("share", &self.v.value(100.0 * fraction, "percent"))]),
            said => said,
        }
    }

    /// The name of what is shown.
    fn what(&self) -> String {
        let v = self.v;
        match (self.certainty, self.subject.thing) {
            (Certainty::Chance, Thing::Domain(recipe, _, domain)) => {
                v.f("atlas-thing-chance-domain", &[("domain", &v.words.word("domain", &recipe.domains[domain]))])
            }
            (Certainty::Chance, _) => v.s("atlas-thing-chance"),
            (_, Thing::Together(..)) => v.s("atlas-thing-together"),
            (_, Thing::Domain(recipe, _, domain)) => {
                v.f("atlas-thing-domain", &[("domain", &v.words.word("domain", &recipe.domains[domain]))])
            }
            (_, Thing::Indicator(indicator, ..)) => indicator.label.of(self.view.language).to_owned(),
        }
    }

    /// What the map is of, above its sentence.
    pub(super) fn kicker(&self) -> String {
        let (v, levels) = (self.v, self.levels());
        let kicker = match self.subject.thing {
            Thing::Together(recipe, _) if self.certainty != Certainty::Chance => {
                v.f("page-map-kicker", &[("levels", &levels), ("of-all", &v.count(recipe.domains.len()))])
            }
            Thing::Indicator(_, entry, _) => format!("{} · {levels} · {}", capital(&self.what()), entry.period),
            Thing::Together(..) | Thing::Domain(..) => format!("{} · {levels}", capital(&self.what())),
        };
        match self.certainty {
            Certainty::Interval => format!("{kicker} · {}", v.s("atlas-view-interval").to_lowercase()),
            Certainty::Value | Certainty::Chance => kicker,
        }
    }

    fn count(&self, which: impl Fn(usize) -> bool) -> usize {
        (0..self.known.len()).filter(|index| which(*index)).count()
    }

    /// The map in a sentence.
    pub(super) fn sentence(&self) -> String {
        let (v, levels) = (self.v, self.levels());
        let (n_known, n_all) =
            (v.count(self.count(|index| self.class_number(index).is_some())), v.count(self.known.len()));
        let facts = [("number", &*n_known), ("of-all", &n_all), ("levels", &levels)];
        let (what, counts) = (self.what(), [("nKnown", &*n_known), ("nAreas", &n_all), ("areas", &levels)]);
        let with = |more: &[(&str, &str)], key: &str| {
            let facts: Vec<(&str, &str)> = [&counts[..], &[("what", &*what)], more].concat();
            capital(&v.f(key, &facts))
        };
        let last = CHANCE_BOUNDS.len();
        let sentence = match (self.certainty, self.subject.thing) {
            (Certainty::Chance, _) => {
                let n = v.count(self.count(|index| self.class_number(index) == Some(last)));
                with(&[("n", &n), ("from", &percent(self.v, CHANCE_BOUNDS[last - 1]))], "atlas-map-sentence-chance")
            }
            (_, Thing::Together(..)) => v.f("page-map-sentence", &facts),
            (_, Thing::Domain(..)) => {
                let n = v.count(self.count(|index| self.class_number(index) == Some(1)));
                with(&[("n", &n)], "atlas-map-sentence-domain")
            }
            (_, Thing::Indicator(indicator, entry, column)) => {
                let values = || column.values().iter().copied().filter(|value| !value.is_nan());
                let (min, max) = (values().reduce(f64::min), values().reduce(f64::max));
                match min.zip(max) {
                    None => with(&[], "atlas-map-sentence-none"),
                    Some((min, max)) => {
                        let [min, max] = [min, max].map(|value| v.value(value, &indicator.unit));
                        let period = v.f("atlas-map-sentence-period", &[("period", &entry.period)]);
                        format!("{} {period}", with(&[("min", &min), ("max", &max)], "atlas-map-sentence"))
                    }
                }
            }
        };
        if self.certainty != Certainty::Interval {
            return sentence;
        }
        let of = |wanted: Verdict| self.count(|index| self.verdict(index) == Some(wanted));
        let n_sure =
            self.count(|index| !matches!(self.verdict(index), None | Some(Verdict::Unsure | Verdict::Unknown)));
        // `n` is a number, so that nothing is said of none.
        let facts = [
            ("sure", &*v.count(n_sure)),
            ("unsure", &v.count(of(Verdict::Unsure))),
            ("n", &of(Verdict::Unknown).to_string()),
        ];
        format!("{sentence} {}", v.f("atlas-map-sentence-sure", &facts))
    }

    /// What the view is made of.
    pub(super) fn lines(&self) -> Vec<String> {
        let (v, sure) = (self.v, self.subject.sure());
        let draws = v.count(sure.map_or(0, |sure| sure.replications as usize));
        let worst = match self.subject.thing {
            Thing::Together(recipe, _) | Thing::Domain(recipe, ..) => recipe.worst_fraction,
            Thing::Indicator(..) => None,
        };
        let worst = worst.map_or_else(String::new, |fraction| self.fraction(fraction));
        let key = format!("atlas-explain-{}-{}", self.certainty.word(), self.subject.kind());
        let level = sure.map_or(0.95, |sure| sure.level);
        match (self.certainty, self.subject.thing) {
            (Certainty::Value, _) => Vec::new(),
            (Certainty::Chance, Thing::Together(..)) => {
                let first = sure.map_or_else(String::new, |sure| self.fraction(sure.first));
                vec![v.f(&key, &[("fraction", &first), ("draws", &draws)])]
            }
            (Certainty::Interval, Thing::Domain(..)) => {
                let part = v.value(100.0 * (1.0 + level) / 2.0, "percent");
                vec![v.f(&key, &[("part", &part), ("draws", &draws)])]
            }
            (_, Thing::Indicator(..)) => {
                let reference = capital(&self.reference_words());
                let against = self.reference.of(None).map(|value| format!("{reference}: {}.", self.figure(value)));
                std::iter::once(v.s(&key)).chain(against).collect()
            }
            (_, Thing::Together(..) | Thing::Domain(..)) => {
                let level = v.value(100.0 * level, "percent");
                vec![v.f(&key, &[("fraction", &worst), ("level", &level), ("draws", &draws)])]
            }
        }
    }

    /// What figures are held against, by its name.
    fn reference_words(&self) -> String {
        match &self.reference {
            Reference::Country(name, _) => name.clone(),
            _ => self.v.f("atlas-reference-middle", &[("areas", &self.levels())]),
        }
    }

    fn figure(&self, value: f64) -> String {
        match self.subject.thing {
            Thing::Indicator(indicator, ..) => self.v.value(value, &indicator.unit),
            Thing::Together(..) | Thing::Domain(..) => self.v.number(value, 0),
        }
    }

    /// The lower end of an interval: the sign of a share stands behind the upper one.
    fn limit(&self, value: f64) -> String {
        match self.subject.thing {
            Thing::Indicator(indicator, ..) if indicator.unit == "percent" => self.v.number(value, 1),
            Thing::Indicator(indicator, ..) if indicator.unit == "fraction" => self.v.number(100.0 * value, 1),
            Thing::Indicator(..) | Thing::Together(..) | Thing::Domain(..) => self.figure(value),
        }
    }

    /// Title of the first column of the legend.
    pub(super) fn legend_title(&self) -> String {
        match (self.certainty, self.subject.thing) {
            (Certainty::Chance, _) => capital(&self.v.s("atlas-view-chance-short")),
            (_, Thing::Together(..)) => self.v.s("page-map-count"),
            (_, Thing::Domain(..) | Thing::Indicator(..)) => capital(&self.v.s("atlas-value")),
        }
    }

    /// Words of a class.
    fn class_words(&self, class: usize) -> String {
        let v = self.v;
        match (self.certainty, self.subject.thing) {
            (Certainty::Chance, _) => {
                let name = v.s(&format!("atlas-chance-class-{}", class + 1));
                let from = || percent(v, CHANCE_BOUNDS[class - 1]);
                let to = || percent(v, CHANCE_BOUNDS[class]);
                let range = match class {
                    0 => v.f("atlas-chance-below", &[("to", &to())]),
                    4 => v.f("atlas-range-and-more", &[("from", &from())]),
                    _ => v.f("atlas-range", &[("from", &from()), ("to", &to())]),
                };
                format!("{name}: {range}")
            }
            (_, Thing::Together(..)) => v.n("page-map-burdens", class),
            (_, Thing::Domain(..)) => v.s(if class == 1 { "atlas-domain-class-in" } else { "atlas-domain-class-out" }),
            (_, Thing::Indicator(indicator, ..)) => bounds_of(v, &self.breaks, class, &indicator.unit),
        }
    }

    /// Class, words, areas and residents of each line.
    pub(super) fn legend(&self) -> Vec<(&'static str, String, String, String)> {
        let v = self.v;
        let residents = |which: &dyn Fn(usize) -> bool| {
            let of = self.subject.level.residents().iter().enumerate().filter(|(index, _)| which(*index));
            let sum: f64 = of.filter_map(|(_, residents)| *residents).sum();
            if sum > 0.0 { v.number(sum, 0) } else { "–".to_owned() }
        };
        let mut lines = Vec::new();
        let mut line = |class: &'static str, words: String, which: &dyn Fn(usize) -> bool| {
            let n = self.count(which);
            if n > 0 {
                lines.push((class, words, v.count(n), residents(which)));
            }
        };
        let is_known = |index: usize| self.verdict(index) != Some(Verdict::Unknown);
        let most = (0..self.known.len()).filter_map(|index| self.class_number(index)).max();
        for class in 0..most.map_or(0, |most| most + 1) {
            let which = |index: usize| self.class_number(index) == Some(class) && is_known(index);
            line(self.colour(class), self.class_words(class), &which);
        }
        let stripes = format!("atlas-stripes-{}", self.subject.kind());
        let stripes = v.f(&stripes, &[("reference", &self.reference_words())]);
        line(UNSURE, stripes, &|index| self.verdict(index) == Some(Verdict::Unsure));
        line(UNMARGINED, v.s("atlas-sure-unknown"), &|index| !is_known(index));
        let missing = match (self.certainty, self.subject.thing) {
            (Certainty::Chance, _) => "atlas-no-chance",
            (_, Thing::Together(..)) => "page-map-not-counted",
            (_, Thing::Domain(..) | Thing::Indicator(..)) => "page-class-missing",
        };
        line("is-missing", v.s(missing), &|index| self.class_number(index).is_none());
        lines
    }

    /// Titles of the columns behind the area, and whether they are numbers.
    pub(super) fn heads(&self) -> Vec<(String, bool)> {
        let v = self.v;
        let head = |key: &str, is_number: bool| (capital(&v.s(key)), is_number);
        let value = match self.subject.thing {
            Thing::Together(..) => head("page-map-count", true),
            Thing::Domain(..) => head("atlas-value", false),
            Thing::Indicator(..) => head("atlas-value", true),
        };
        let chance = head("atlas-view-chance-short", true);
        let known = || matches!(self.subject.thing, Thing::Together(..)).then(|| head("page-map-known", true));
        match (self.certainty, self.subject.thing) {
            (Certainty::Value, Thing::Together(..)) => {
                vec![value, head("page-map-known", true), head("page-map-sources", true)]
            }
            (Certainty::Value, _) => vec![value],
            (Certainty::Chance, _) => [chance, value].into_iter().chain(known()).collect(),
            (Certainty::Interval, Thing::Domain(..)) => vec![value, chance, head("atlas-view-interval", false)],
            (Certainty::Interval, _) => {
                let between = head("atlas-col-interval", true);
                [value, between, head("atlas-view-interval", false)].into_iter().chain(known()).collect()
            }
        }
    }

    /// A row of the table.
    pub(super) fn row(&self, index: usize) -> (Link, Vec<String>) {
        let (v, known) = (self.v, &self.known[index]);
        let link = self.view.area_link(AreaAt { level: self.subject.level.position(), index });
        let dash = || "–".to_owned();
        let value = known.value.map_or_else(
            || match self.subject.thing {
                Thing::Together(..) => v.s("page-map-not-counted"),
                Thing::Domain(..) => v.s("atlas-burden-unknown"),
                Thing::Indicator(_, _, column) => {
                    column.status(index).reason().map_or_else(dash, |reason| v.reason(reason))
                }
            },
            |value| match self.subject.thing {
                Thing::Domain(..) => self.class_words_of_domain(value),
                Thing::Together(..) | Thing::Indicator(..) => self.figure(value),
            },
        );
        let chance = known.chance.map_or_else(dash, |it| chance(it, self.view.language));
        let between = known.interval.filter(|_| known.value.is_some()).map_or_else(dash, |(lower, upper)| {
            let (from, to) = (self.figure(lower), self.figure(upper));
            if from == to { to } else { v.f("atlas-range", &[("from", &self.limit(lower)), ("to", &to)]) }
        });
        let whole = |title: &str| match self.subject.thing {
            Thing::Together(_, scores) if known.value.is_some() => {
                whole(scores, title, index).map_or_else(dash, |n| v.number(n, 0))
            }
            _ => dash(),
        };
        let sure = || self.verdict(index).map_or_else(dash, |verdict| self.verdict_words(verdict, index));
        let cells = match (self.certainty, self.subject.thing) {
            (Certainty::Value, Thing::Together(..)) => {
                vec![value, whole("burdens_known"), whole("independent_sources")]
            }
            (Certainty::Value, _) => vec![value],
            (Certainty::Chance, Thing::Together(..)) => vec![chance, value, whole("burdens_known")],
            (Certainty::Chance, _) => vec![chance, value],
            (Certainty::Interval, Thing::Domain(..)) => vec![value, chance, sure()],
            (Certainty::Interval, Thing::Together(..)) => vec![value, between, sure(), whole("burdens_known")],
            (Certainty::Interval, Thing::Indicator(..)) => vec![value, between, sure()],
        };
        (link, cells)
    }

    fn class_words_of_domain(&self, value: f64) -> String {
        self.v.s(if value >= 1.0 { "atlas-domain-class-in" } else { "atlas-domain-class-out" })
    }

    fn verdict_words(&self, verdict: Verdict, index: usize) -> String {
        let v = self.v;
        if verdict == Verdict::Unknown {
            return v.s("atlas-sure-unknown");
        }
        let key = format!("atlas-sure-{}-{}", verdict.word(), self.subject.kind());
        let said = v.f(&key, &[("reference", &self.reference_words())]);
        match (&self.reference, self.subject.thing) {
            (Reference::Even(_), Thing::Together(_, scores)) => {
                let against = self.reference.of(whole(scores, "burdens_known", index)).unwrap_or_default();
                format!("{said} ({})", v.f("atlas-reference-even", &[("value", &v.number(against, 1))]))
            }
            _ => said,
        }
    }
}

fn whole(scores: &RecipeScores, title: &str, index: usize) -> Option<f64> {
    scores.numbers(title)?.get(index).copied().flatten()
}

/// A bound of a class of chances.
fn percent(v: &Voice, part: f64) -> String {
    format!("{}\u{a0}%", v.number(100.0 * part, 0))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
