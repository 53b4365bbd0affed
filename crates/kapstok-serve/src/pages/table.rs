// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! One indicator for all areas of a level: map, legend, table.
//!
//! In: a view and a [`Table`] (which rows, in which order, which page of them). Out: HTML. Rows have no rank; the order
//! is said in words. Not here: the picture (`table/picture.rs`).

pub(super) mod picture;

use askama::Template;
use kapstok_share::files::FileKind;
use kapstok_share::manifest::{ColumnEntry, IndicatorEntry};
use kapstok_share::snapshot::{AreaAt, Column, Level};
use kapstok_share::words::Language;

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Page, Sort, Table};
use super::row_head::Head;
use picture::Picture;

/// Rows on a page.
const ROWS: usize = 100;
/// Rows in plain files, where there is nobody to ask for the next page. A longer table is a file to take along.
const ROWS_OF_EXPORT: usize = 2_000;

#[derive(Template)]
#[template(path = "table.html")]
struct TableTemplate {
    frame: Frame,
    title: String,
    kicker: String,
    explanation: String,
    facts: Vec<(String, String)>,
    levels: Vec<(Link, bool)>,
    periods: Vec<(Link, bool)>,
    sentence: String,
    picture: Picture,
    value_title: String,
    heads: Vec<Head>,
    rows: Vec<Row>,
    /// Why there are no rows, in plain files.
    no_rows: Option<String>,
    /// What is said of each order that the script of plain files can make.
    orders: Vec<(&'static str, String)>,
    /// Where earlier periods stand, in plain files.
    earlier: Option<String>,
    order: String,
    action: String,
    sort: &'static str,
    choices: Vec<(String, String, bool)>,
    before: Option<Link>,
    after: Option<Link>,
    pages: String,
    csv: Link,
    caption: String,
}

struct Row {
    link: Link,
    place: String,
    code: String,
    value: String,
    is_missing: bool,
    status: String,
    residents: String,
    /// Figure and residents as a script reads them, in plain files.
    raw: Option<(String, String)>,
    why: Option<String>,
}

/// Makes the page.
///
/// # Errors
/// No such indicator, level, period or area.
pub(super) fn page(view: View<'_>, table: &Table) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let no = |found: &str| Wrong::NoFigure { found: found.chars().take(80).collect() };
    let indicator = snapshot.indicator(&table.indicator).ok_or_else(|| no(&table.indicator))?;
    let level = snapshot.level(&table.level).ok_or_else(|| no(&table.level))?;
    let found = snapshot.column(level, &table.indicator, table.period.as_deref());
    let (entry, column) = found.ok_or_else(|| no(table.period.as_deref().unwrap_or(&table.level)))?;
    let within = match &table.within {
        Some(code) => Some(super::area_of(view, code)?).filter(|area| area.level < level.position()),
        None => None,
    };
    let chosen: Vec<usize> = match within {
        Some(area) => snapshot.below(area, level),
        None => (0..level.len()).collect(),
    };
    let mut rows = chosen.clone();
    sort(view, level, column, table.sort, &mut rows);
    let is_too_long = !view.links.has_server() && rows.len() > ROWS_OF_EXPORT;
    if is_too_long {
        rows.clear();
    }
    let per_page = if view.links.has_server() { ROWS } else { ROWS_OF_EXPORT };
    let (n_rows, n_pages) = (rows.len(), rows.len().div_ceil(per_page).max(1));
    let at = table.page.max(1).min(n_pages);
    let shown: Vec<usize> = rows.into_iter().skip((at - 1) * per_page).take(per_page).collect();
    let label = indicator.label.of(view.language);
    let levels = v.levels(level.name());
    let place = within.map_or_else(|| v.s("page-table-everywhere"), |area| v.name(snapshot, area).to_owned());
    let kicker = v.f("page-table-kicker", &[("levels", &levels), ("within", &place), ("period", &entry.period)]);
    let with = |change: &dyn Fn(&mut Table)| {
        let mut changed = Table { page: 0, ..table.clone() };
        change(&mut changed);
        view.href(&Page::Table(changed))
    };
    let turned = |page: usize, key: &str| Link { href: with(&|table| table.page = page), text: v.s(key) };
    let (from, to) = ((at - 1) * per_page + 1, ((at - 1) * per_page + shown.len()));
    let facts = [("from", &*v.count(from.min(n_rows))), ("to", &v.count(to)), ("of-all", &v.count(n_rows))];
    let order = order_in_words(view, table.sort);
    // Who reads Dutch has a spreadsheet that takes a comma for the decimal sign.
    let kind = if view.language == Language::Nl { FileKind::CsvNl } else { FileKind::Csv };
    let n_in_all = v.count(level.len());
    let template = TableTemplate {
        frame: view.frame(&Page::Table(table.clone()), &format!("{label}: {levels}"), &[]),
        explanation: indicator.explanation.of(view.language).to_owned(),
        facts: facts_of(view, indicator, entry),
        levels: level_links(view, table),
        periods: period_links(view, level, table, entry),
        sentence: sentence(view, level, column, indicator, &chosen),
        picture: picture::of_column(view, level, column, indicator, &chosen),
        value_title: format!("{label}, {}", entry.period),
        heads: heads(view, table, &with),
        rows: shown.iter().map(|index| row(view, level, column, indicator, entry, *index)).collect(),
        no_rows: is_too_long.then(|| v.f("page-site-no-rows", &[("of-all", &n_in_all), ("levels", &levels)])),
        orders: if view.links.has_server() {
            Vec::new()
        } else {
            Sort::ALL
                .map(|(sort, word)| {
                    (word, format!("{} {}", v.f("page-table-rows", &facts), order_in_words(view, sort)))
                })
                .to_vec()
        },
        earlier: earlier(view, level, table),
        order: format!("{} {}", v.f("page-table-rows", &facts), order),
        action: view
            .links
            .href(&Page::Table(Table { within: None, sort: Sort::Name, page: 0, ..table.clone() }), view.language),
        sort: table.sort.word(),
        choices: choices(view, level, within),
        before: (at > 1).then(|| turned(at - 1, "page-table-before")),
        after: (at < n_pages).then(|| turned(at + 1, "page-table-after")),
        pages: v.f("page-table-page", &[("page", &v.count(at)), ("pages", &v.count(n_pages))]),
        csv: Link {
            href: view.links.download(level.name(), kind),
            text: v.f("page-table-csv", &[("levels", &levels)]),
        },
        caption: format!("{label}. {kicker}. {order}"),
        kicker,
        title: label.to_owned(),
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn order_in_words(view: View<'_>, sort: Sort) -> String {
    let v = view.voice();
    v.f("page-table-order", &[("by", &v.s(&format!("page-sort-{}", sort.word().replace('-', "down-"))))])
}

/// Where the periods are that have no page in plain files.
fn earlier(view: View<'_>, level: &Level, table: &Table) -> Option<String> {
    let columns = view.site.snapshot.entry(level).columns.iter();
    let n = columns.filter(|column| column.indicator == table.indicator && column.known > 0).count();
    (n > 1 && !view.links.has_server()).then(|| view.voice().s("page-site-earlier"))
}

/// The address of the same table, changed.
type With<'a> = dyn Fn(&dyn Fn(&mut Table)) -> String + 'a;

/// Orders rows; those without a figure come last, ties go by code.
fn sort(view: View<'_>, level: &Level, column: &Column, by: Sort, rows: &mut [usize]) {
    let value = |index: &usize| column.value(*index);
    match by {
        Sort::Code => rows.sort_unstable(),
        Sort::Name => {
            let order = view.site.prepared.by_name(level);
            rows.sort_unstable_by_key(|index| order[*index]);
        }
        Sort::ValueUp => rows.sort_by(|one, other| match (value(one), value(other)) {
            (Some(one), Some(other)) => one.total_cmp(&other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }),
        Sort::ValueDown => rows.sort_by(|one, other| match (value(one), value(other)) {
            (Some(one), Some(other)) => other.total_cmp(&one),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }),
        Sort::Residents => {
            let residents = level.residents();
            rows.sort_by(|one, other| match (residents[*one], residents[*other]) {
                (Some(one), Some(other)) => other.total_cmp(&one),
                (one, other) => one.is_none().cmp(&other.is_none()),
            });
        }
    }
}

fn row(
    view: View<'_>,
    level: &Level,
    column: &Column,
    indicator: &IndicatorEntry,
    entry: &ColumnEntry,
    index: usize,
) -> Row {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let area = AreaAt { level: level.position(), index };
    let (status, code) = (column.status(index), &level.codes()[index]);
    let mut said = Vec::new();
    if status.is_provisional() {
        said.push(v.s("page-provisional"));
    }
    if status.is_rebased() {
        said.push(v.s("page-rebased"));
    }
    let place = snapshot.above(area).into_iter().find(|it| snapshot.level_of(*it).name() != "country");
    Row {
        link: view.area_link(area),
        place: place.map_or_else(String::new, |it| v.name(snapshot, it).to_owned()),
        code: code.clone(),
        value: match column.value(index) {
            Some(value) => v.value(value, &indicator.unit),
            None => status.reason().map_or_else(String::new, |reason| v.reason(reason)),
        },
        is_missing: column.value(index).is_none(),
        status: said.join(", "),
        residents: level.residents()[index].map_or_else(|| "–".to_owned(), |residents| v.number(residents, 0)),
        raw: (!view.links.has_server()).then(|| {
            let number = |number: Option<f64>| number.map_or_else(String::new, |number| number.to_string());
            (number(column.value(index)), number(level.residents()[index]))
        }),
        why: view.link_to(&Page::why(code, &indicator.id, view.links.period(&entry.period))),
    }
}

fn heads(view: View<'_>, table: &Table, with: &With<'_>) -> Vec<Head> {
    let v = view.voice();
    let orders = |next| match next {
        _ if view.links.has_server() => "",
        None => "",
        Some(Sort::Name) => "name",
        Some(Sort::Code) => "code",
        Some(Sort::ValueUp | Sort::ValueDown) => "value-down value",
        Some(Sort::Residents) => "residents-down",
    };
    let head = |key: &str, next: Option<Sort>, sorted: &'static str, is_number: bool| Head {
        text: v.s(key),
        orders: orders(next),
        href: next.filter(|_| view.links.has_server()).map(|next| with(&|table| table.sort = next)),
        sorted,
        is_number,
    };
    let by = table.sort;
    let if_by = |sort: Sort, word: &'static str| if by == sort { word } else { "" };
    let value = match by {
        Sort::ValueUp => "ascending",
        Sort::ValueDown => "descending",
        _ => "",
    };
    let next_value = if by == Sort::ValueDown { Sort::ValueUp } else { Sort::ValueDown };
    let mut heads = vec![
        head("page-col-area", Some(Sort::Name), if_by(Sort::Name, "ascending"), false),
        head("page-col-code", Some(Sort::Code), if_by(Sort::Code, "ascending"), false),
        head("page-col-figure", Some(next_value), value, true),
        head("page-col-status", None, "", false),
        head("page-col-residents", Some(Sort::Residents), if_by(Sort::Residents, "descending"), true),
    ];
    if view.links.has(&Page::why("", &table.indicator, view.links.period(""))) {
        heads.push(head("page-col-origin", None, "", false));
    }
    heads
}

fn facts_of(view: View<'_>, indicator: &IndicatorEntry, entry: &ColumnEntry) -> Vec<(String, String)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let mut facts = vec![
        (v.s("explained-unit"), v.words.word("unit", &indicator.unit)),
        (v.s("why-kind"), v.s(&format!("kind-{}", indicator.kind))),
        (v.s("explained-direction"), v.s(&format!("direction-{}", indicator.direction))),
    ];
    if let Some(population) = &indicator.population {
        facts.push((v.s("why-population"), v.s(&format!("population-{population}"))));
    }
    if let Some(origin) = snapshot.origin(entry) {
        facts.push((
            v.s("why-source"),
            format!("{}: {}. {}", origin.publisher, origin.title, v.licence(&origin.licence)),
        ));
    }
    facts
}

fn level_links(view: View<'_>, table: &Table) -> Vec<(Link, bool)> {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let has = |level: &&Level| level.len() > 1 && snapshot.column(level, &table.indicator, None).is_some();
    let link = |level: &Level| {
        let href = view.href(&Page::table(&table.indicator, level.name(), None));
        (Link { href, text: v.levels(level.name()) }, level.name() == table.level)
    };
    snapshot.levels().iter().filter(has).map(link).collect()
}

fn period_links(view: View<'_>, level: &Level, table: &Table, shown: &ColumnEntry) -> Vec<(Link, bool)> {
    let columns = view.site.snapshot.entry(level).columns.iter();
    let columns = columns.filter(|column| column.indicator == table.indicator && column.known > 0);
    let columns = columns.filter(|_| view.links.has_server());
    let link = |column: &ColumnEntry| {
        let table = Table { period: Some(column.period.clone()), page: 0, ..table.clone() };
        (Link { href: view.href(&Page::Table(table)), text: column.period.clone() }, column.period == shown.period)
    };
    columns.map(link).collect()
}

/// How many are known, and between what they lie.
fn sentence(view: View<'_>, level: &Level, column: &Column, indicator: &IndicatorEntry, chosen: &[usize]) -> String {
    let v = view.voice();
    let mut known: Vec<f64> = chosen.iter().filter_map(|index| column.value(*index)).collect();
    known.sort_unstable_by(f64::total_cmp);
    let (n, all, levels) = (v.count(known.len()), v.count(chosen.len()), v.levels(level.name()));
    let (Some(low), Some(high)) = (known.first(), known.last()) else {
        return v.f("page-table-nothing", &[("of-all", &all), ("levels", &levels)]);
    };
    let value = |value: f64| v.value(value, &indicator.unit);
    let facts = [
        ("number", &*n),
        ("of-all", &all),
        ("levels", &levels),
        ("low", &value(*low)),
        ("middle", &value(known[known.len() / 2])),
        ("high", &value(*high)),
    ];
    v.f("page-table-sentence", &facts)
}

/// Larger areas to choose rows of: the first level that is neither country nor this one.
pub(super) fn choices(view: View<'_>, level: &Level, within: Option<AreaAt>) -> Vec<(String, String, bool)> {
    let snapshot = &view.site.snapshot;
    let lies_in = level.lies_in().iter().map(|(above, _)| &snapshot.levels()[*above]);
    let Some(above) = lies_in.filter(|above| above.name() != "country").find(|above| above.len() > 1) else {
        return Vec::new();
    };
    let order = view.site.prepared.by_name(above);
    let mut choices: Vec<usize> = (0..above.len()).collect();
    choices.sort_unstable_by_key(|index| order[*index]);
    let choice = |index: usize| {
        let area = AreaAt { level: above.position(), index };
        (above.codes()[index].clone(), view.voice().name(snapshot, area).to_owned(), within == Some(area))
    };
    choices.into_iter().map(choice).collect()
}
