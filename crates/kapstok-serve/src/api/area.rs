// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! `/v1/areas/{code}`: everything that is known of one area, and `…/why/…`: the whole story of one of its cells.
//!
//! In: a code. Out: JSON with all cells of all periods, each with the number of the file it came from; what the recipes
//! say; the areas around it. Invariant: a cell without a figure has its reason; a figure has its origin.

use kapstok_share::manifest::{ColumnEntry, OriginEntry};
use kapstok_share::numbered::Numbered;
use kapstok_share::snapshot::{AreaAt, Cell, Level, Snapshot};
use kapstok_share::why::why;
use kapstok_share::words::Language;
use serde_json::{Map, Value, json};

use super::ask::{Ask, JSON};
use super::json::{figure, list, text, text_or_null, whole};
use crate::answer::Answer;
use crate::level_map::{Surroundings, compass_word};
use crate::problem::Problem;

/// The files that the columns of a level came from, the same for each of its areas.
#[derive(Debug)]
pub(super) struct LevelSources {
    /// Per column the beginning of its cells: indicator, period and the number of its file.
    heads: Vec<String>,
    /// The files, as JSON.
    json: String,
}

impl LevelSources {
    /// Numbers the files of a level from 1.
    pub(super) fn of(snapshot: &Snapshot, level: &Level) -> Self {
        let mut files = Numbered::default();
        let heads = snapshot.entry(level).columns.iter().map(|entry| head(snapshot, entry, &mut files)).collect();
        let mut json = String::new();
        list(&mut json, files.files(), |out, origin| out.push_str(&file(origin).to_string()));
        Self { heads, json }
    }
}

fn head<'a>(snapshot: &'a Snapshot, entry: &ColumnEntry, files: &mut Numbered<'a>) -> String {
    let mut out = String::from("{\"indicator\":");
    text(&mut out, &entry.indicator);
    out.push_str(",\"period\":");
    text(&mut out, &entry.period);
    out.push_str(",\"origin\":");
    match snapshot.origin(entry) {
        Some(origin) => {
            whole(&mut out, files.add(origin));
            out.push_str(",\"column\":");
            text(&mut out, &origin.column);
        }
        None => out.push_str("null,\"column\":\"\""),
    }
    out
}

fn file(origin: &OriginEntry) -> Value {
    json!({
        "source": origin.source,
        "publisher": origin.publisher,
        "title": origin.title,
        "tableId": origin.table_id,
        "file": origin.file,
        "sha256": origin.sha256,
        "retrieved": origin.retrieved,
        "url": origin.url,
        "licence": origin.licence,
        "attribution": origin.attribution,
    })
}

/// Answers `/v1/areas/{code}`.
pub(super) fn answer(ask: &Ask) -> Result<Answer, Problem> {
    let area = ask.area()?;
    let (snapshot, ready) = (&ask.site.snapshot, &ask.site.api.levels[area.level]);
    let level = snapshot.level_of(area);
    let mut out = String::with_capacity(32 * 1024);
    out.push('{');
    name(&mut out, snapshot, area);
    out.push_str(",\"boundaryYear\":");
    whole(&mut out, usize::from(level.boundary_year()));
    out.push_str(if snapshot.manifest().invented { ",\"invented\":true" } else { ",\"invented\":false" });
    out.push_str(",\"build\":");
    text(&mut out, snapshot.id());
    out.push_str(",\"residents\":");
    figure(&mut out, level.residents().get(area.index).copied().flatten());
    out.push_str(",\"within\":");
    list(&mut out, snapshot.above(area), |out, above| object(out, |out| name(out, snapshot, above)));
    out.push_str(",\"cells\":");
    let columns = ready.sources.heads.iter().zip(level.columns());
    list(&mut out, columns, |out, (head, column)| {
        out.push_str(head);
        cell(out, column.status(area.index).byte(), &column.cell(area.index));
    });
    out.push_str(",\"scores\":");
    list(&mut out, snapshot.recipes(level), |out, (recipe, scores)| {
        let scores = serde_json::to_value(scores.area(recipe, area.index)).unwrap_or_default();
        out.push_str(&camel_case(scores).to_string());
    });
    out.push_str(",\"neighbours\":");
    match ready.map.as_ref().and_then(|map| map.around(level)) {
        Some(around) => neighbours(&mut out, snapshot, area, around),
        None => out.push_str("[]"),
    }
    out.push_str(",\"origins\":");
    out.push_str(&ready.sources.json);
    out.push('}');
    Ok(Answer::fresh(JSON, out))
}

/// The areas that touch an area, each with the direction in which it lies; their order is that of the pages.
fn neighbours(out: &mut String, snapshot: &Snapshot, area: AreaAt, around: &Surroundings) {
    list(out, around.neighbours(area.index), |out, (towards, index)| {
        object(out, |out| {
            name(out, snapshot, AreaAt { index, ..area });
            out.push_str(",\"direction\":");
            text_or_null(out, towards.map(compass_word));
        });
    });
}

/// Answers `/v1/areas/{code}/why/{indicator}` and `…/{period}`.
pub(super) fn story(ask: &Ask) -> Result<Answer, Problem> {
    let area = ask.area()?;
    let (indicator, period) = (ask.part(1), Some(ask.part(2)).filter(|period| !period.is_empty()));
    let hint = format!("see the cells of /v1/areas/{}", ask.part(0));
    let story = why(&ask.site.snapshot, area, indicator, period, Language::En);
    let story = story.map_err(|_| Problem::not_found("figure", &format!("{indicator} {}", ask.part(2)), hint))?;
    Ok(ask.json(JSON, &camel_case(serde_json::to_value(story).unwrap_or_default())))
}

fn object(out: &mut String, fill: impl FnOnce(&mut String)) {
    out.push('{');
    fill(out);
    out.push('}');
}

fn name(out: &mut String, snapshot: &Snapshot, area: AreaAt) {
    let level = snapshot.level_of(area);
    out.push_str("\"code\":");
    text(out, &level.codes()[area.index]);
    out.push_str(",\"name\":");
    text(out, &level.names()[area.index]);
    out.push_str(",\"level\":");
    text(out, level.name());
}

fn cell(out: &mut String, status: u8, cell: &Cell) {
    out.push_str(",\"value\":");
    figure(out, cell.value);
    out.push_str(",\"status\":");
    whole(out, usize::from(status));
    out.push_str(",\"reason\":");
    text_or_null(out, cell.reason.as_deref());
    out.push_str(",\"mark\":");
    text(out, &cell.mark);
    out.push_str(",\"lower\":");
    figure(out, cell.margins.map(|(lower, _)| lower));
    out.push_str(",\"upper\":");
    figure(out, cell.margins.map(|(_, upper)| upper));
    out.push_str(",\"provisional\":");
    out.push_str(if cell.provisional { "true" } else { "false" });
    out.push_str(",\"rebased\":");
    out.push_str(if cell.rebased.is_some() { "true" } else { "false" });
    out.push_str(",\"row\":");
    match cell.row {
        Some(row) => whole(out, row as usize),
        None => out.push_str("null"),
    }
    out.push('}');
}

/// Names of members as this API writes them. What a member holds stays as it is.
fn camel_case(value: Value) -> Value {
    let camel = |name: &str| {
        let mut words = name.split('_');
        let mut out = words.next().unwrap_or_default().to_owned();
        for word in words {
            let mut letters = word.chars();
            out.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            out.push_str(letters.as_str());
        }
        out
    };
    match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| (camel(&name), camel_case(value)));
            Value::Object(members.collect::<Map<_, _>>())
        }
        Value::Array(things) => Value::Array(things.into_iter().map(camel_case).collect()),
        plain => plain,
    }
}
