// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Areas by their rank, where the workspace asked for ranks: *Ranglijst*.
//!
//! In: a view and a [`Ranking`]. Out: HTML, or a page that is not there. Invariant: a rank is never without its interval,
//! which stands in words and as a bar; areas with too few residents take no part; rows without a rank are counted and not
//! shown; a change is told of figures and never of ranks, for no rank of an earlier year was made.

use askama::Template;
use kapstok_share::manifest::RecipeEntry;
use kapstok_share::number::figure;
use kapstok_share::snapshot::{AreaAt, Level, RankBetween, RecipeScores, Snapshot};
use kapstok_share::worry::{Changed, Side, changes};

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Apart, Page, RankSort, Ranking};
use super::row_head::Head;

/// Rows on a page.
const ROWS: usize = 50;
/// Rows in plain files, where there is nobody to ask for the next page.
const ROWS_OF_EXPORT: usize = 2_000;

#[derive(Template)]
#[template(path = "ranking.html")]
struct RankingTemplate {
    frame: Frame,
    title: String,
    kicker: String,
    sentence: String,
    sure: String,
    left_out: String,
    others: Vec<(Link, bool)>,
    action: String,
    sort: &'static str,
    choices: Vec<(String, String, bool)>,
    /// What to do where nothing is left.
    empty: Option<(String, Link)>,
    heads: Vec<Head>,
    domains: Vec<String>,
    rows: Vec<Row>,
    order: String,
    caption: String,
    picks: Option<Picks>,
    gap: Option<Link>,
    before: Option<Link>,
    after: Option<Link>,
    pages: String,
}

/// Where ticked rows can go.
struct Picks {
    /// Where they are held against all others, and the words.
    gap: Link,
    /// Where two or three stand side by side.
    compare: Link,
    /// Rules of the build that choose at this level.
    choices: Vec<Link>,
}

struct Row {
    link: Link,
    code: String,
    place: String,
    burdens: String,
    /// Per domain its class and its word.
    domains: Vec<(&'static str, String)>,
    rank: String,
    /// Of the bar: where it begins, how long it is, where its mark stands; in hundredths.
    bar: [String; 3],
    residents: String,
    /// How many of its figures really changed.
    change: String,
}

/// An area with its rank.
struct Ranked {
    index: usize,
    rank: RankBetween,
}

/// Recipes of which ranks may be shown, by id.
pub(crate) fn recipes(snapshot: &Snapshot) -> Vec<&str> {
    if !snapshot.manifest().ranking {
        return Vec::new();
    }
    let of_level = snapshot.levels().iter().flat_map(|level| snapshot.recipes(level));
    let mut ids: Vec<&str> =
        of_level.filter(|(_, scores)| scores.has_ranks()).map(|(recipe, _)| recipe.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// Makes the page.
///
/// # Errors
/// The workspace asked for no ranks, or the recipe has none; no such area to look within.
pub(super) fn page(view: View<'_>, ranking: &Ranking) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let page = Page::Ranking(ranking.clone());
    let not_there = || Wrong::Unknown { path: view.href(&Page::ranking(&ranking.recipe)).chars().take(200).collect() };
    if !recipes(snapshot).contains(&ranking.recipe.as_str()) {
        return Err(not_there());
    }
    let (level, recipe, scores) = found(snapshot, &ranking.recipe).ok_or_else(not_there)?;
    let within = match &ranking.within {
        Some(code) => Some(super::area_of(view, code)?).filter(|area| area.level < level.position()),
        None => None,
    };
    let n_ranked = (0..level.len()).filter(|index| scores.rank(*index).is_some()).count();
    let mut rows = ranked(snapshot, level, scores, within);
    sort(view, level, scores, ranking.sort, &mut rows);
    let per_page = if view.links.has_server() { ROWS } else { ROWS_OF_EXPORT };
    let (n_rows, n_pages) = (rows.len(), rows.len().div_ceil(per_page).max(1));
    let at = ranking.page.max(1).min(n_pages);
    let first = (at - 1) * per_page;
    let shown: Vec<Row> =
        rows.iter().skip(first).take(per_page).map(|it| row(view, level, (recipe, scores), n_ranked, it)).collect();
    let with = |change: &dyn Fn(&mut Ranking)| {
        let mut changed = Ranking { page: 0, ..ranking.clone() };
        change(&mut changed);
        view.href(&Page::Ranking(changed))
    };
    let turned = |page: usize, key: &str| Link { href: with(&|it| it.page = page), text: v.s(key) };
    let levels = v.levels(level.name());
    let place = within.map_or_else(|| v.s("page-table-everywhere"), |area| v.name(snapshot, area).to_owned());
    let by = v.s(&format!("ranking-by-{}", ranking.sort.word().trim_start_matches('-')));
    let facts = [
        ("from", &*v.count((first + 1).min(n_rows))),
        ("to", &v.count(first + shown.len())),
        ("number", &v.count(n_rows)),
        ("by", &by),
        ("levels", &levels),
        ("within", &place),
    ];
    let order = v.f("ranking-order", &facts);
    let title = v.s("ranking-title");
    let template = RankingTemplate {
        frame: view.frame(&page, &title, &[]),
        kicker: v.f("ranking-kicker", &[("levels", &levels), ("within", &place), ("recipe", &recipe.id)]),
        sentence: v.f("ranking-sentence", &[("number", &v.count(n_ranked)), ("levels", &levels)]),
        sure: sure(view, recipe),
        left_out: v.f(
            "ranking-left-out",
            &[("number", &v.count(level.len() - n_ranked)), ("min", &v.number(snapshot.manifest().min_residents, 0))],
        ),
        others: recipes(snapshot)
            .into_iter()
            .map(|id| (Link { href: view.href(&Page::ranking(id)), text: id.to_owned() }, id == recipe.id))
            .collect(),
        action: view.href(&Page::ranking(&recipe.id)),
        sort: ranking.sort.word(),
        choices: super::table::choices(view, level, within),
        empty: rows.is_empty().then(|| {
            let link = Link { href: with(&|it| it.within = None), text: v.s("ranking-relax-link") };
            (v.f("ranking-relax", &[("within", &place)]), link)
        }),
        heads: heads(view, ranking, &with),
        domains: recipe.domains.iter().map(|id| v.domain(id)).collect(),
        rows: shown,
        caption: format!("{title}, {}", v.f("ranking-caption", &facts)),
        order,
        picks: view.links.has_server().then(|| picks(view, level)),
        gap: view.link_to(&Page::Gap(Apart::default())).map(|href| Link { href, text: v.s("ranking-gap") }),
        before: (at > 1).then(|| turned(at - 1, "page-table-before")),
        after: (at < n_pages).then(|| turned(at + 1, "page-table-after")),
        pages: v.f("page-table-page", &[("page", &v.count(at)), ("pages", &v.count(n_pages))]),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

fn found<'a>(snapshot: &'a Snapshot, id: &str) -> Option<(&'a Level, &'a RecipeEntry, &'a RecipeScores)> {
    snapshot.levels().iter().find_map(|level| {
        let (recipe, scores) = snapshot.recipes(level).find(|(recipe, _)| recipe.id == id)?;
        Some((level, recipe, scores))
    })
}

/// The areas that have a rank and lie in an area.
fn ranked(snapshot: &Snapshot, level: &Level, scores: &RecipeScores, within: Option<AreaAt>) -> Vec<Ranked> {
    let areas = match within {
        Some(area) => snapshot.below(area, level),
        None => (0..level.len()).collect(),
    };
    areas.into_iter().filter_map(|index| Some(Ranked { index, rank: scores.rank(index)? })).collect()
}

/// Orders rows; ties go by code.
fn sort(view: View<'_>, level: &Level, scores: &RecipeScores, by: RankSort, rows: &mut [Ranked]) {
    match by {
        RankSort::Rank => rows.sort_by(|one, other| one.rank.value.total_cmp(&other.rank.value)),
        RankSort::Burdens => {
            let burdens = scores.numbers("burdens").unwrap_or_default();
            let n = |it: &Ranked| burdens.get(it.index).copied().flatten().unwrap_or(0.0);
            rows.sort_by(|one, other| n(other).total_cmp(&n(one)));
        }
        RankSort::Name => {
            let order = view.site.prepared.by_name(level);
            rows.sort_by_key(|it| order[it.index]);
        }
        RankSort::Residents => {
            let residents = |it: &Ranked| level.residents()[it.index].unwrap_or(-1.0);
            rows.sort_by(|one, other| residents(other).total_cmp(&residents(one)));
        }
    }
}

/// Where ticked rows can go.
fn picks(view: View<'_>, level: &Level) -> Picks {
    let v = view.voice();
    let link = |page: &Page, text: String| Link { href: view.href(page), text };
    let choices = view.site.snapshot.choices().iter().filter(|choice| choice.level == level.name());
    Picks {
        gap: link(&Page::Gap(Apart::default()), v.s("ranking-pick-gap")),
        compare: link(&Page::Compare(Vec::new()), v.s("ranking-pick-compare")),
        choices: choices
            .map(|it| {
                let text = v.f("ranking-pick-choose", &[("choice", it.title.of(view.language))]);
                link(&Page::choice(&it.id), text)
            })
            .collect(),
    }
}

/// How many of the figures that speak for the domains really changed, in words.
fn change(view: View<'_>, area: AreaAt) -> String {
    let (mut worse, mut better, mut same) = (0, 0, 0);
    for changed in changes(&view.site.snapshot, area) {
        match changed {
            Changed::Known { side: Side::Worse, .. } => worse += 1,
            Changed::Known { side: Side::Better, .. } => better += 1,
            Changed::Known { side: Side::Same, .. } => same += 1,
            Changed::Unknown(_) => {}
        }
    }
    let v = view.voice();
    let known = worse + better + same;
    match (known, worse + better) {
        (0, _) => v.s("ranking-change-unknown"),
        (_, 0) => v.f("ranking-change-none", &[("known", &v.count(known))]),
        _ => {
            let facts = [("worse", &*v.count(worse)), ("better", &v.count(better)), ("known", &v.count(known))];
            v.f("ranking-change", &facts)
        }
    }
}

fn row(
    view: View<'_>,
    level: &Level,
    (recipe, scores): (&RecipeEntry, &RecipeScores),
    n_ranked: usize,
    it: &Ranked,
) -> Row {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let scores = scores.area(recipe, it.index);
    let area = AreaAt { level: level.position(), index: it.index };
    let place = snapshot.above(area).into_iter().find(|it| snapshot.level_of(*it).name() != "country");
    let domain = |id: &String| match (scores.burdened.contains(id), scores.known.contains(id)) {
        (true, _) => ("is-in", v.s("ranking-burden")),
        (false, true) => ("is-out", v.s("ranking-no-burden")),
        (false, false) => ("is-unknown", v.s("ranking-unknown")),
    };
    let (n, known) = (v.count(scores.n_burdens), v.count(scores.n_known));
    let rank = |rank: f64| v.number(rank, 0);
    let part = |rank: f64| 100.0 * rank / n_ranked.max(1) as f64;
    let RankBetween { value, lower, upper } = it.rank;
    let facts = [("lower", &*rank(lower)), ("upper", &rank(upper)), ("value", &rank(value))];
    Row {
        link: view.area_link(area),
        code: level.codes()[it.index].clone(),
        change: change(view, area),
        place: place.map_or_else(String::new, |it| v.name(snapshot, it).to_owned()),
        burdens: v.f("ranking-burdens", &[("number", &n), ("known", &known)]),
        domains: recipe.domains.iter().map(domain).collect(),
        rank: v.f("ranking-between", &facts),
        bar: [part(lower - 1.0), part(upper - lower + 1.0), part(value - 1.0)].map(|it| format!("{it:.2}")),
        residents: level.residents()[it.index].map_or_else(|| "–".to_owned(), |residents| v.number(residents, 0)),
    }
}

/// The address of the same list, changed.
type With<'a> = dyn Fn(&dyn Fn(&mut Ranking)) -> String + 'a;

fn heads(view: View<'_>, ranking: &Ranking, with: &With<'_>) -> Vec<Head> {
    let v = view.voice();
    let head = |key: &str, by: RankSort, word: &'static str, is_number: bool| Head {
        text: v.s(key),
        href: view.links.has_server().then(|| with(&|it| it.sort = by)),
        sorted: if ranking.sort == by { word } else { "" },
        is_number,
        orders: "",
    };
    vec![
        head("page-col-area", RankSort::Name, "ascending", false),
        head("ranking-col-rank", RankSort::Rank, "ascending", false),
        head("ranking-col-burdens", RankSort::Burdens, "descending", true),
        head("page-col-residents", RankSort::Residents, "descending", true),
        Head { text: v.s("ranking-col-change"), href: None, sorted: "", is_number: false, orders: "" },
    ]
}

/// Over how many draws the intervals are.
fn sure(view: View<'_>, recipe: &RecipeEntry) -> String {
    let v = view.voice();
    recipe.sure.as_ref().map_or_else(String::new, |sure| {
        let facts = [
            ("level", &*figure(100.0 * sure.level, 0, view.language)),
            ("number", &v.count(sure.replications as usize)),
        ];
        v.f("ranking-sure", &facts)
    })
}
