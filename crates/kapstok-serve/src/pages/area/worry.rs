// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Five lines for who has one minute: level, real difference, real change, age, what is agreed.
//!
//! In: what is known of the area (`kapstok_share::worry`). Out: sentences of at most fifteen words, and the figures behind each,
//! with a link to where each came from. Invariant: no verdict; what cannot be said is said to be so.

use kapstok_share::snapshot::AreaAt;
use kapstok_share::worry::{Changed, Likened, SIMILAR, Side, Worries, WorryFigure};

use super::super::agenda;
use super::super::frame::{Link, View};
use super::super::links::Page;
use super::super::voice::Voice;

/// The five lines.
pub(super) struct Five {
    pub(super) lines: Vec<Line>,
}

/// One of them.
pub(super) struct Line {
    pub(super) title: String,
    pub(super) sentence: String,
    pub(super) figures: Vec<Shown>,
}

/// A figure behind a line.
pub(super) struct Shown {
    pub(super) label: String,
    /// Where it came from, where that has a page.
    pub(super) why: Option<String>,
    pub(super) words: String,
}

/// The five lines of an area; `None` where no figure speaks.
pub(super) fn five(view: View<'_>, area: AreaAt, country: Option<AreaAt>) -> Option<Five> {
    let v = view.voice();
    let worries = view.site.prepared.worries(&view.site.snapshot, area);
    let (oldest, newest) = worries.periods.as_ref()?;
    let line = |key: &str, sentence: String, figures: Vec<Shown>| Line { title: v.s(key), sentence, figures };
    let age = match oldest == newest {
        true => v.f("worry-age-one", &[("newest", newest)]),
        false => v.f("worry-age", &[("oldest", oldest), ("newest", newest)]),
    };
    let (agreed, _) = agenda::agreed(view, area);
    // The country itself is held against nothing.
    let is_all = country == Some(area) || view.site.snapshot.level_of(area).len() == 1;
    let level = (!is_all).then(|| level(view, area, country, worries));
    let others = [
        similar(view, area, worries),
        change(view, area, worries),
        line("worry-age-title", age, Vec::new()),
        line("worry-agreed-title", agreed, Vec::new()),
    ];
    Some(Five { lines: level.into_iter().chain(others).collect() })
}

/// Beside the country, or all areas together where there is none.
fn level(view: View<'_>, area: AreaAt, country: Option<AreaAt>, worries: &Worries) -> Line {
    let (v, title) = (view.voice(), view.voice().s("worry-level-title"));
    let known: Vec<&WorryFigure> = worries.figures.iter().filter(|it| it.beside.is_some()).collect();
    if known.is_empty() {
        return Line { title, sentence: v.s("worry-level-none"), figures: Vec::new() };
    }
    let worse: Vec<&&WorryFigure> = known.iter().filter(|it| it.beside == Some(Side::Worse)).collect();
    let snapshot = &view.site.snapshot;
    let levels = v.levels(snapshot.level_of(area).name());
    let all = v.f("worry-all", &[("levels", &levels)]);
    let name = country.map_or(all.as_str(), |country| v.name(snapshot, country));
    let facts = [("n", &*worse.len().to_string()), ("of", &known.len().to_string()), ("name", name)];
    let shown = |it: &&&WorryFigure| {
        let unit = unit(view, it);
        let nation = it.nation.map(|value| v.value(value, unit)).unwrap_or_default();
        let facts = [("value", &*v.value(it.value, unit)), ("nation", &nation), ("name", name)];
        shown(view, area, it, v.f("worry-level-figure", &facts))
    };
    Line { title, sentence: v.f("worry-level", &facts), figures: worse.iter().map(shown).collect() }
}

fn similar(view: View<'_>, area: AreaAt, worries: &Worries) -> Line {
    let v = view.voice();
    let sides = |it: &&WorryFigure| match it.similar {
        Likened::Known { side, .. } => Some(side),
        Likened::Unknown(_) => None,
    };
    let shown = |it: &WorryFigure| match &it.similar {
        Likened::Known { side: Side::Worse | Side::Better, difference, interval, .. } => {
            let facts = facts(v, *difference, *interval, unit(view, it));
            let key = if *difference > 0.0 { "worry-similar-higher" } else { "worry-similar-lower" };
            Some(shown(view, area, it, v.f(key, &borrowed(&facts))))
        }
        Likened::Known { .. } | Likened::Unknown(_) => None,
    };
    Line {
        title: v.s("worry-similar-title"),
        sentence: counted(v, "worry-similar", &worries.figures, sides),
        figures: worries.figures.iter().filter_map(shown).collect(),
    }
}

fn change(view: View<'_>, area: AreaAt, worries: &Worries) -> Line {
    let v = view.voice();
    let sides = |it: &&WorryFigure| match it.change {
        Changed::Known { side, .. } => Some(side),
        Changed::Unknown(_) => None,
    };
    let shown = |it: &WorryFigure| match &it.change {
        Changed::Known { side: Side::Worse | Side::Better, change, interval, since } => {
            let mut facts = facts(v, *change, *interval, unit(view, it));
            facts.push(("since", since.clone()));
            let key = if *change > 0.0 { "worry-change-up" } else { "worry-change-down" };
            Some(shown(view, area, it, v.f(key, &borrowed(&facts))))
        }
        Changed::Known { .. } | Changed::Unknown(_) => None,
    };
    Line {
        title: v.s("worry-change-title"),
        sentence: counted(v, "worry-change", &worries.figures, sides),
        figures: worries.figures.iter().filter_map(shown).collect(),
    }
}

/// How many are worse and better; that none is; and of how many it cannot be said.
fn counted(v: &Voice, key: &str, figures: &[WorryFigure], side: impl Fn(&&WorryFigure) -> Option<Side>) -> String {
    let of = |wanted: Option<Side>| figures.iter().filter(|it| side(it) == wanted).count();
    let (worse, better, unknown) = (of(Some(Side::Worse)), of(Some(Side::Better)), of(None));
    let mut said = Vec::new();
    if unknown < figures.len() {
        if worse > 0 {
            said.push(v.n(&format!("{key}-worse"), worse));
        }
        if better > 0 {
            said.push(v.n(&format!("{key}-better"), better));
        }
        if worse + better == 0 {
            said.push(v.s(&format!("{key}-none")));
        }
    }
    if unknown > 0 {
        said.push(v.n("worry-cannot", unknown));
    }
    said.join(" ")
}

/// A difference and its interval, without sign: the sentence says which way.
fn facts(v: &Voice, difference: f64, (lower, upper): (f64, f64), unit: &str) -> Vec<(&'static str, String)> {
    let (low, high) = if difference > 0.0 { (lower, upper) } else { (-upper, -lower) };
    let size = match unit {
        "percent" => v.f("worry-points", &[("value", &v.number(difference.abs(), 1))]),
        "fraction" => v.f("worry-points", &[("value", &v.number(difference.abs() * 100.0, 1))]),
        unit => v.value(difference.abs(), unit),
    };
    let times = if unit == "fraction" { 100.0 } else { 1.0 };
    vec![("size", size), ("lower", v.number(low * times, 1)), ("upper", v.number(high * times, 1))]
}

fn borrowed<'a>(facts: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    facts.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

fn unit<'a>(view: View<'a>, figure: &WorryFigure) -> &'a str {
    view.site.snapshot.indicator(&figure.indicator).map_or("", |it| it.unit.as_str())
}

fn shown(view: View<'_>, area: AreaAt, figure: &WorryFigure, words: String) -> Shown {
    let snapshot = &view.site.snapshot;
    let code = &snapshot.level_of(area).codes()[area.index];
    let page = Page::why(code, &figure.indicator, view.links.period(&figure.period));
    let label =
        snapshot.indicator(&figure.indicator).map_or(figure.indicator.as_str(), |it| it.label.of(view.language));
    Shown { label: label.to_owned(), why: view.links.has(&page).then(|| view.href(&page)), words }
}

/// How the lines are made, in one sentence, and where more of it stands.
pub(super) fn rule(view: View<'_>, area: AreaAt) -> (String, Option<Link>) {
    let v = view.voice();
    let (_, link) = agenda::agreed(view, area);
    let n = match view.site.prepared.worries(&view.site.snapshot, area).n_similar() {
        Some((least, most)) if least < most => format!("{least}–{most}"),
        Some((_, most)) => most.to_string(),
        None => SIMILAR.min(view.site.snapshot.level_of(area).len() - 1).to_string(),
    };
    (v.f("worry-rule", &[("n", &n)]), link)
}
