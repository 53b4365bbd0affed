// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The workbench: what a rule chose, and any other areas held against it. *Kiezen*.
//!
//! In: a view and a [`Choosing`] (which choice, which areas, what the bars show). Out: HTML that is complete without a
//! script; `assets/choose.js` does the same sums at once, in the browser. Invariant: a page only shows sums of figures
//! that stand on it, so that no address of it tells more than its list; nothing is written to the log. Areas stand in
//! the order of what they add to the rule, which is the order in which one decides, and no rank of areas.

mod candidates;
pub(super) mod list;
mod picture;
mod record;
mod said;
mod scenarios;
mod score;
mod script;

use askama::Template;
use kapstok_find::choose::Coverage;
use kapstok_share::choice::ChoiceEntry;
use kapstok_share::choice::against_rule::{AgainstRule, against_rule};
use kapstok_share::number::percentage;
use kapstok_share::snapshot::{AreaAt, Level};

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Apart, Bars, Choosing, Page};
use candidates::{Candidate, candidates};
use picture::Picture;
use record::Recorded;
use scenarios::{Scenario, scenarios};
use score::{Change, Score};

#[derive(Template)]
#[template(path = "choice.html")]
struct ChoiceTemplate<'a> {
    frame: Frame,
    id: String,
    title: String,
    kicker: String,
    script: String,
    /// The choice and the words of it, as the script reads them.
    data: String,
    words: String,
    score: Score,
    rule: Vec<String>,
    hash: String,
    unknown: Option<String>,
    action: String,
    /// The choice of the rule again.
    back: String,
    bars: Vec<(&'static str, String, bool)>,
    has_chances: bool,
    picture: Picture,
    rows: Vec<Candidate>,
    caption: String,
    left_out: Option<String>,
    /// The same areas held against all others.
    gap: Option<Link>,
    changes: Vec<Change>,
    recorded: Recorded,
    desk: Option<&'a AtDesk>,
    desk_role: String,
    language: &'static str,
    /// What follows the address of these areas.
    shown: String,
    scenarios: Vec<Scenario>,
    domains: Vec<String>,
    /// The areas of the note on paper.
    inside: Vec<String>,
    build: String,
}

/// A choice and the areas that are held against it.
struct Bench<'a> {
    view: View<'a>,
    entry: &'a ChoiceEntry,
    level: Option<&'a Level>,
    /// `[n_areas]` each.
    of_rule: Vec<bool>,
    chosen: Vec<bool>,
    found: AgainstRule,
    coverage: Coverage,
    /// What stands before an address at a desk; empty elsewhere.
    desk: &'a str,
}

impl<'a> Bench<'a> {
    fn new(view: View<'a>, entry: &'a ChoiceEntry, chosen: Vec<bool>, desk: &'a str) -> Self {
        Self {
            view,
            entry,
            level: view.site.snapshot.level(&entry.level),
            of_rule: entry.chosen(),
            found: against_rule(entry, &chosen),
            coverage: entry.coverage(&chosen),
            desk,
            chosen,
        }
    }

    fn at(&self, area: usize) -> Option<AreaAt> {
        let level = self.level?;
        Some(AreaAt { level: level.position(), index: level.index_of(&self.entry.areas[area].area)? })
    }

    /// The name of a candidate; its code where it has none.
    fn name(&self, area: usize) -> &str {
        let code = &self.entry.areas[area].area;
        self.at(area).map_or(code, |at| self.view.voice().name(&self.view.site.snapshot, at))
    }

    /// The name of the municipality of a code; empty without one.
    fn municipality(&self, code: &str) -> String {
        let snapshot = &self.view.site.snapshot;
        match snapshot.find(code) {
            Some(at) => self.view.voice().name(snapshot, at).to_owned(),
            None => code.to_owned(),
        }
    }

    /// A candidate in a sentence: name, code, municipality.
    fn place(&self, area: usize) -> String {
        let candidate = &self.entry.areas[area];
        let place = format!("{} ({})", self.name(area), candidate.area);
        match self.municipality(&candidate.municipality) {
            municipality if municipality.is_empty() => place,
            municipality => format!("{place}, {municipality}"),
        }
    }

    /// The most that an area counts for; 0 where none counts.
    fn longest(&self) -> f64 {
        self.entry.areas.iter().filter_map(|area| area.counts).fold(0.0, f64::max)
    }

    /// A number of people.
    fn people(&self, people: f64) -> String {
        self.view.voice().number(people, 0)
    }

    /// A part of a whole in per cent; a dash where there is no whole.
    fn percent(&self, part: f64, whole: f64) -> String {
        if whole > 0.0 { percentage(part / whole, self.view.language) } else { "–".to_owned() }
    }

    /// The codes of areas.
    fn codes(&self, chosen: &[bool]) -> Vec<String> {
        let inside = self.entry.areas.iter().zip(chosen).filter(|(_, inside)| **inside);
        inside.map(|(area, _)| area.area.clone()).collect()
    }

    /// The address of a page of this choice; at a desk one stays at the desk.
    fn href(&self, page: &Page) -> String {
        format!("{}{}", self.desk, self.view.href(page))
    }

    /// The page of these areas.
    fn page_of(&self, chosen: &[bool], bars: Bars) -> Page {
        let inside = (*chosen != *self.of_rule).then(|| self.codes(chosen));
        Page::Choice(Choosing { id: self.entry.id.clone(), inside, bars })
    }
}

/// A desk at which somebody works.
#[derive(Clone, Debug)]
pub struct AtDesk {
    /// Where its form goes.
    pub write: String,
    /// What stands before the address of a page at it.
    pub back: String,
    /// In whose name is written.
    pub role: String,
    /// What was typed and not written.
    pub typed: Option<Typed>,
}

/// A change that was refused.
#[derive(Clone, Debug)]
pub struct Typed {
    /// Why.
    pub refused: String,
    /// The area.
    pub area: String,
    /// In or out.
    pub inside: bool,
    /// The reason that was given.
    pub reason: String,
}

/// Makes the page of a choice.
///
/// # Errors
/// No choice is called so.
pub(super) fn page(view: View<'_>, choosing: &Choosing) -> Made {
    made(view, choosing, None)
}

/// Makes the page of a choice for somebody who may write.
///
/// # Errors
/// No choice is called so.
pub(super) fn at_desk(view: View<'_>, choosing: &Choosing, desk: &AtDesk) -> Made {
    made(view, choosing, Some(desk))
}

fn made(view: View<'_>, choosing: &Choosing, desk: Option<&AtDesk>) -> Made {
    let snapshot = &view.site.snapshot;
    let entry = snapshot.choices().iter().find(|entry| entry.id == choosing.id);
    let entry = entry.ok_or_else(|| Wrong::NoFigure { found: choosing.id.chars().take(80).collect() })?;
    let (chosen, unknown) = inside(entry, choosing);
    let bench = Bench::new(view, entry, chosen, desk.map_or("", |desk| desk.back.as_str()));
    let v = view.voice();
    let title = entry.title.of(view.language).to_owned();
    let levels = v.levels(&entry.level);
    let (rows, n_left_out) = candidates(&bench, choosing.bars);
    let back = Page::Choice(Choosing { inside: None, ..choosing.clone() });
    let bar =
        |(bars, word): (Bars, &'static str)| (word, v.s(&format!("workbench-bars-{word}")), bars == choosing.bars);
    let page = Page::Choice(choosing.clone());
    let mut frame = view.frame(&page, &title, &[]);
    if let Some(desk) = desk {
        frame.languages.iter_mut().for_each(|(_, _, href, _)| *href = format!("{}{href}", desk.back));
    }
    let template = ChoiceTemplate {
        frame,
        id: entry.id.clone(),
        kicker: v.f("workbench-kicker", &[("levels", &levels), ("recipe", &entry.recipe)]),
        script: view.links.asset("choose.js"),
        data: script::data(&bench, n_left_out),
        words: script::words(&bench),
        score: score::score(&bench),
        rule: said::rule(&bench),
        hash: entry.protocol_sha256.clone(),
        unknown: (!unknown.is_empty()).then(|| v.f("workbench-unknown", &[("codes", &unknown.join(", "))])),
        action: bench.href(&Page::choice(&entry.id)),
        back: bench.href(if view.links.has_server() { &back } else { &page }),
        bars: Bars::ALL.map(bar).into(),
        has_chances: entry.replications > 0,
        picture: picture::picture(&bench, &rows, choosing.bars),
        caption: v.f("workbench-list-caption", &[("levels", &levels)]),
        left_out: (n_left_out > 0).then(|| v.f("workbench-left-out", &[("number", &v.count(n_left_out))])),
        gap: gap(&bench, choosing),
        rows,
        changes: score::changes(&bench),
        recorded: record::recorded(&bench),
        desk_role: desk.map_or_else(String::new, |desk| v.f("workbench-desk-role", &[("role", &desk.role)])),
        language: view.language.tag(),
        shown: view.href(&page).split_once('?').map_or_else(String::new, |(_, query)| format!("?{query}")),
        desk,
        scenarios: scenarios(&bench),
        domains: entry.domains.iter().map(|id| v.domain(id)).collect(),
        inside: (0..entry.areas.len()).filter(|area| bench.chosen[*area]).map(|area| bench.place(area)).collect(),
        build: said::build(view),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// Where the areas of a bench are held against all others.
fn gap(bench: &Bench<'_>, choosing: &Choosing) -> Option<Link> {
    let apart = match choosing.inside {
        None => Apart { choice: Some(choosing.id.clone()), ..Apart::default() },
        Some(_) => Apart { inside: bench.codes(&bench.chosen), ..Apart::default() },
    };
    let href = bench.view.link_to(&Page::Gap(apart))?;
    Some(Link { href, text: bench.view.voice().s("workbench-gap") })
}

/// The areas that an address asks for, and the codes that are none of the choice.
fn inside(entry: &ChoiceEntry, choosing: &Choosing) -> (Vec<bool>, Vec<String>) {
    let Some(codes) = &choosing.inside else { return (entry.chosen(), Vec::new()) };
    let chosen: Vec<bool> = entry.areas.iter().map(|area| codes.contains(&area.area)).collect();
    let is_known = |code: &&String| entry.areas.iter().any(|area| area.area == **code);
    (chosen, codes.iter().filter(|code| !is_known(code)).cloned().collect())
}
