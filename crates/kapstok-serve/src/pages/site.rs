// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Pages that only plain files have: the search that a browser does itself, the choice of a language, what is not there.
//!
//! In: a view on a site. Out: HTML, and the names of all areas as a script: a browser takes a script from a folder on a
//! shared drive, and no other data. Invariant: without JavaScript the search is a list of areas to choose from.

use askama::Template;
use kapstok_share::snapshot::{AreaAt, Level, Snapshot};
use kapstok_share::words::Language;
use serde_json::{Value, json};

use super::Made;
use super::errors::Wrong;
use super::frame::{Frame, Link, View};
use super::links::{Links, Page, file_name};
use super::voice::Voice;
use crate::Site;
use crate::headers::OF_A_PAGE;

/// Areas in a list of a level, at most. Those of a larger level are found through the areas that they lie in.
const LISTED: usize = 2_000;

#[derive(Template)]
#[template(path = "site-search.html")]
struct SearchTemplate {
    frame: Frame,
    title: String,
    names: String,
    area: String,
    /// Words of each level, as JSON.
    level_words: String,
    /// Sentences of what was found, with `{n}`, `{shown}` and `{query}` to fill in.
    said: Said,
    lists: Vec<(String, Vec<Link>)>,
    not_listed: Vec<String>,
}

struct Said {
    title: String,
    one: String,
    many: String,
    more: String,
    nothing: String,
    place: String,
    alone: String,
}

/// The search, done by the browser in a list of names.
///
/// # Errors
/// None but of the form itself.
pub(super) fn search_page(view: View<'_>) -> Made {
    let (v, snapshot) = (view.voice(), &view.site.snapshot);
    let title = v.s("page-search-title-empty");
    let levels = || snapshot.levels().iter().filter(|level| !level.is_empty());
    let words: serde_json::Map<String, Value> =
        levels().map(|level| (level.name().to_owned(), v.level(level.name()).into())).collect();
    let list = |level: &Level| {
        let order = view.site.prepared.by_name(level);
        let mut areas: Vec<usize> = (0..level.len()).collect();
        areas.sort_unstable_by_key(|index| order[*index]);
        let link = |index| view.area_link(AreaAt { level: level.position(), index });
        (v.levels(level.name()), areas.into_iter().map(link).collect())
    };
    let too_many = |level: &Level| {
        v.f("page-site-not-listed", &[("number", &v.count(level.len())), ("levels", &v.levels(level.name()))])
    };
    let place = [("query", "{query}"), ("shown", "{shown}")];
    let found = |key: &str, n: &str| v.f(key, &[&place[..], &[("n", n)]].concat());
    let template = SearchTemplate {
        frame: view.frame(&Page::Search(String::new()), &title, &[]),
        names: view.links.asset("names.js"),
        area: view.links.pattern(&Page::area("{code}"), view.language),
        level_words: Value::Object(words).to_string(),
        said: Said {
            title: found("page-search-title", ""),
            one: found("page-search-found", "1"),
            many: found("page-search-found", "{n}"),
            more: found("page-search-more", "{n}"),
            nothing: found("page-site-nothing", ""),
            place: v.f("page-search-where", &[("level", "{level}"), ("above", "{above}"), ("code", "{code}")]),
            alone: "{level} · {code}".to_owned(),
        },
        lists: levels().filter(|level| level.len() <= LISTED).map(list).collect(),
        not_listed: levels().filter(|level| level.len() > LISTED).map(too_many).collect(),
        title,
    };
    template.render().map_err(|_| Wrong::Ours)
}

/// The names of all areas, as a script that leaves them where the search finds them.
pub(crate) fn names(snapshot: &Snapshot) -> String {
    let level = |level: &Level| {
        let above = level.lies_in().iter().rfind(|(above, _)| snapshot.levels()[*above].name() != "country");
        let (above, within) = above.map_or((Value::Null, json!([])), |(above, indices)| (json!(above), json!(indices)));
        // Where the name of a file is not the code.
        let files = level.codes().iter().enumerate().filter_map(|(index, code)| {
            let name = file_name(code);
            (name != *code).then(|| (index.to_string(), Value::from(name)))
        });
        json!({
            "level": level.name(),
            "codes": level.codes(),
            "names": level.names(),
            "above": above,
            "within": within,
            "files": files.collect::<serde_json::Map<String, Value>>(),
        })
    };
    let levels: Vec<Value> = snapshot.levels().iter().map(level).collect();
    format!("globalThis.kapstokNames = {}\n", Value::from(levels))
}

#[derive(Template)]
#[template(path = "site-choice.html")]
struct ChoiceTemplate {
    policy: &'static str,
    title: String,
    css: String,
    icon: String,
    script: Option<String>,
    /// Tag, heading, sentence, link.
    languages: Vec<(&'static str, String, String, Link)>,
}

/// The first page of the folder: a language is chosen, by the browser or by a person.
///
/// # Errors
/// None but of the form itself.
pub(crate) fn choice(site: &Site) -> Made {
    let of = |v: &Voice| (site.snapshot.manifest().title.of(v.language()).to_owned(), v.s("page-start-question"));
    rendered(of, "page-site-open", true)
}

/// What a host shows where nothing stands, if it knows this custom.
///
/// # Errors
/// None but of the form itself.
pub(crate) fn not_there() -> Made {
    rendered(|v| (v.s("page-error-unknown-title"), v.s("page-site-unknown")), "page-site-start", false)
}

fn rendered(of: impl Fn(&Voice) -> (String, String), link: &str, chooses: bool) -> Made {
    let links = Links::Export { depth: 0, origins: false };
    let language = |language: Language| {
        let v = Voice::of(language);
        let (heading, sentence) = of(v);
        let link = Link { href: links.href(&Page::Start, language), text: v.s(link) };
        (language.tag(), heading, sentence, link)
    };
    let template = ChoiceTemplate {
        policy: OF_A_PAGE,
        title: of(Voice::of(Language::Nl)).0,
        css: links.asset("kapstok.css"),
        icon: links.asset("kapstok.svg"),
        script: chooses.then(|| links.asset("site.js")),
        languages: Language::ALL.map(language).to_vec(),
    };
    template.render().map_err(|_| Wrong::Ours)
}
