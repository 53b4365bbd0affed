// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The whole story of one cell: the same facts as `kapstok why`.

use askama::Template;
use kapstok_share::find::NotFound;
use kapstok_share::why::{Why, step_in_words, why};

use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::Page;
use super::{Made, area_of};

#[derive(Template)]
#[template(path = "why.html")]
struct WhyTemplate {
    frame: Frame,
    title: String,
    area: Link,
    value: String,
    is_missing: bool,
    sentence: String,
    explanation: String,
    /// Term, what it is, whether it is a name of a file or such.
    facts: Vec<(String, String, bool)>,
    /// Each of the four errors, and what is known of it.
    errors: Vec<(String, String)>,
    steps: Vec<String>,
    rebased: Option<String>,
    parts: Vec<String>,
    crosswalks: Vec<String>,
    lost: Option<String>,
    other_periods: Vec<(Link, bool)>,
    table: Link,
    command: String,
}

/// Makes the page.
///
/// # Errors
/// No such area, indicator or period.
pub(super) fn page(view: View<'_>, code: &str, indicator: &str, period: Option<&str>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let area = area_of(view, code)?;
    let found = why(snapshot, area, indicator, period, view.language).map_err(|error| match error {
        NotFound::Unknown { found, .. } => Wrong::NoFigure { found: found.chars().take(80).collect() },
        NotFound::NotAtLevel { indicator, level, .. } => {
            Wrong::NoFigure { found: format!("{indicator}, {}", v.level(&level)) }
        }
    })?;
    let name = v.name(snapshot, area);
    let title = format!("{}, {}", found.label, found.period);
    let mut above = snapshot.above(area);
    above.push(area);
    let periods = std::iter::once(&found.period).chain(&found.other_periods);
    let mut periods: Vec<&String> = periods.collect();
    periods.sort();
    let period_link = |period: &&String| {
        let href = view.href(&Page::why(&found.area, indicator, Some(period)));
        (Link { href, text: (*period).clone() }, **period == found.period)
    };
    let command = format!("kapstok why {} {} {indicator}", v.s("help-value-dir"), found.area);
    let has_other = view.links.has_server();
    let other_periods = periods.iter().filter(|_| has_other).map(period_link).collect();
    let rebased = found.rebased.as_ref();
    let template = WhyTemplate {
        frame: view.frame(&Page::why(code, indicator, period), &format!("{title}: {name}"), &above),
        area: view.area_link(area),
        value: match found.value {
            Some(value) => v.value(value, &found.unit),
            None => found.value_in_words(&v.words),
        },
        is_missing: found.value.is_none(),
        sentence: v.f("level-year", &[("level", &found.level), ("year", &found.boundary_year.to_string())]),
        explanation: found.explanation.clone(),
        facts: facts(view, &found),
        errors: found.errors.lines(&found.unit, &v.words).into(),
        steps: steps(view, &found),
        rebased: rebased.map(|rebased| {
            let percent = |share: f64| v.number(share * 100.0, 1);
            let (changed, divided) = (percent(rebased.changed_share), percent(rebased.divided_share));
            let evidence = v.s(&format!("evidence-{}", rebased.evidence));
            v.f("rebased-share", &[("changed", &changed), ("divided", &divided), ("evidence", &evidence)])
        }),
        parts: rebased.map_or_else(Vec::new, |rebased| {
            let said = |part: &kapstok_share::why::Part| {
                let share = v.number(part.share * 100.0, 2);
                let mut said = v.f("rebased-part", &[("area", &part.area), ("share", &share)]);
                if let Some(counted) = part.counted {
                    said += &v.f("rebased-part-counted", &[("counted", &v.number(counted * part.share, 0))]);
                }
                said
            };
            rebased.parts.iter().map(said).collect()
        }),
        crosswalks: found
            .crosswalks
            .iter()
            .map(|it| v.f("crosswalk-file", &[("id", &it.id), ("file", &it.file), ("sha256", &it.sha256)]))
            .collect(),
        lost: found.missing.as_ref().filter(|missing| missing.reason == "lost_in_recoding").map(|_| {
            let key = if rebased.is_some() { "lost-part" } else { "lost-no-way" };
            v.f(key, &[("from", &found.origin.boundary_year.to_string())])
        }),
        other_periods,
        table: Link {
            href: view.href(&Page::table(indicator, &found.level, view.links.period(&found.period))),
            text: v.f("page-why-table", &[("levels", &v.levels(&found.level))]),
        },
        command,
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn facts(view: View<'_>, found: &Why) -> Vec<(String, String, bool)> {
    let v = view.voice();
    let mut facts = Vec::new();
    let mut fact = |key: &str, said: String, is_code: bool| facts.push((v.s(key), said, is_code));
    if found.status.as_deref() == Some("provisional") {
        fact("page-why-status", v.s("provisional"), false);
    }
    let kind = v.s(&format!("kind-{}", found.kind));
    let modelled = v.words.each("ingredient", found.modelled_from.iter().map(String::as_str));
    fact(
        "why-kind",
        if modelled.is_empty() { kind } else { format!("{kind}; {} {modelled}", v.s("modelled-from")) },
        false,
    );
    if let Some(population) = &found.population {
        fact("why-population", v.s(&format!("population-{population}")), false);
    }
    let origin = &found.origin;
    let table = origin.table_id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
    fact("why-source", format!("{}: {}{table}", origin.publisher, origin.title), false);
    fact("why-licence", v.licence(&origin.licence), false);
    fact("why-attribution", origin.attribution.clone(), false);
    fact("why-retrieved", if origin.retrieved.is_empty() { v.s("not-known") } else { origin.retrieved.clone() }, false);
    fact("why-file", origin.file.clone(), true);
    fact("why-sha256", origin.sha256.clone(), true);
    if let Some(sheet) = &origin.sheet {
        fact("why-sheet", sheet.clone(), true);
    }
    fact("why-row", found.row.map_or_else(|| v.s("no-one-row"), |row| row.to_string()), false);
    fact("why-column", format!("{} ({})", origin.column, origin.column_number), true);
    fact("why-map", origin.boundary_year.to_string(), false);
    facts
}

fn steps(view: View<'_>, found: &Why) -> Vec<String> {
    let words = &view.voice().words;
    let read = words.say("step-read", &[("file", &found.origin.file)]);
    std::iter::once(read).chain(found.origin.steps.iter().map(|step| step_in_words(step, words))).collect()
}
