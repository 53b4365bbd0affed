// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every address of a page, in one place: written ([`Links::href`]) and read ([`read`]).
//!
//! In: a [`Page`] and a language. Out: the `href` for a server, or a relative one to a plain file for a folder on a
//! shared drive. Invariant: what is written is read back as the same page. Not here: what stands on a page.

mod file_name;
mod href;
mod looked_at;
mod map_view;
mod names;
mod read;

use std::borrow::Cow;

use kapstok_share::words::Language;

pub(crate) use file_name::file_name;
pub use href::{Links, escaped};
pub(crate) use href::{download_file, embed_file};
pub use looked_at::{Apart, Bars, Choosing, Promised, RankSort, Ranking, Sort, Table};
pub use map_view::{Certainty, MapView};
use names::names;
pub use read::{NoPage, read};

/// A page for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The first page.
    Start,
    /// What was found for a query.
    Search(String),
    /// The map, as it opens.
    Map,
    /// The map of a thing, or another view of it; never that which opens.
    MapOf(MapView),
    /// One area, by its code.
    Area(String),
    /// Two or three areas side by side, by their codes; with fewer or more, a form to choose them.
    Compare(Vec<String>),
    /// All indicators.
    Figures,
    /// All areas of a level for one indicator.
    Table(Table),
    /// The origin of one cell.
    Why {
        /// Code of the area.
        area: String,
        /// Id of the indicator.
        indicator: String,
        /// The period; the newest without.
        period: Option<String>,
    },
    /// What the figure of an area hides.
    Hides {
        /// Code of the area.
        area: String,
        /// Id of the indicator.
        indicator: String,
    },
    /// What a figure hides that was pasted as a sentence.
    HidesPasted(String),
    /// Files that the figures came from.
    Sources,
    /// How a recipe counts.
    Method(String),
    /// What was published against what was drawn.
    Truth,
    /// The story in six steps.
    Thursday,
    /// Files to take along.
    Downloads,
    /// For whom the pages work, and for whom not yet.
    Accessibility,
    /// All areas with an agenda.
    Agendas,
    /// What is agreed for an area, by its code.
    Agenda(String),
    /// What is missing in the agenda of an area.
    Holes(String),
    /// What was promised in an area, and what came of it.
    Delivery(String),
    /// What changed between two adopted versions, by their names.
    Changed(String, String),
    /// The money: of an area, or all of it.
    Ledger(Option<String>),
    /// The log, newest first: page of it, from 1.
    Log(usize),
    /// All choices by a written rule.
    Choices,
    /// One choice, and any other areas held against it.
    Choice(Choosing),
    /// All areas by their rank, where the workspace asked for ranks.
    Ranking(Ranking),
    /// Chosen areas held against all others.
    Gap(Apart),
    /// What the figures say of the statements of the essay.
    Statements,
    /// All documents that were read.
    Documents,
    /// What stands in a document, by its id.
    Document(String),
    /// The whole text of a document.
    DocumentText(String),
    /// What was asked in a document, and what others say to it.
    DocumentAnswers(String),
    /// The promises of a document, or some of them.
    DocumentPromises(Promised),
    /// Two documents side by side.
    DocumentBeside(String, String),
}

impl Page {
    /// The page of an area.
    pub fn area(code: &str) -> Self {
        Self::Area(code.to_owned())
    }

    /// The map of a view.
    pub fn map(view: MapView) -> Self {
        if view == MapView::default() { Self::Map } else { Self::MapOf(view) }
    }

    /// Two areas side by side.
    pub fn compare(one: &str, other: &str) -> Self {
        Self::Compare(vec![one.to_owned(), other.to_owned()])
    }

    /// Whether as many areas are named as a page has room for side by side.
    pub fn is_side_by_side(areas: &[String]) -> bool {
        (2..=3).contains(&areas.len())
    }

    /// A choice as its rule made it.
    pub fn choice(id: &str) -> Self {
        Self::Choice(Choosing { id: id.to_owned(), ..Choosing::default() })
    }

    /// The list by rank of a recipe, as it is first seen.
    pub fn ranking(recipe: &str) -> Self {
        Self::Ranking(Ranking { recipe: recipe.to_owned(), ..Ranking::default() })
    }

    /// All promises of a document.
    pub fn promises(id: &str) -> Self {
        Self::DocumentPromises(Promised { id: id.to_owned(), ..Promised::default() })
    }

    /// The table of an indicator at a level, newest period.
    pub fn table(indicator: &str, level: &str, period: Option<&str>) -> Self {
        let period = period.map(str::to_owned);
        Self::Table(Table { indicator: indicator.to_owned(), level: level.to_owned(), period, ..Table::default() })
    }

    /// The origin of a cell.
    pub fn why(area: &str, indicator: &str, period: Option<&str>) -> Self {
        let period = period.map(str::to_owned);
        Self::Why { area: area.to_owned(), indicator: indicator.to_owned(), period }
    }

    /// The parts of its address behind the language.
    fn parts(&self, language: Language) -> Vec<Cow<'_, str>> {
        // A page of the log has a number, all else a name.
        if let Self::Log(number) = self {
            let first = Cow::Borrowed(names(language).log);
            let second = (*number > 1).then(|| Cow::Owned(number.to_string()));
            return std::iter::once(first).chain(second).collect();
        }
        self.named(language).into_iter().map(Cow::Borrowed).collect()
    }

    fn named(&self, language: Language) -> Vec<&str> {
        let names = names(language);
        match self {
            Self::Start => vec![],
            Self::Search(_) => vec![names.search],
            Self::Map | Self::MapOf(_) => vec![names.map],
            Self::Area(code) => vec![names.area, code],
            Self::Compare(areas) if Self::is_side_by_side(areas) => {
                std::iter::once(names.compare).chain(areas.iter().map(String::as_str)).collect()
            }
            Self::Compare(_) => vec![names.compare],
            Self::Figures => vec![names.figures],
            Self::Table(table) => {
                let mut parts = vec![names.figures, &table.indicator, &table.level];
                parts.extend(table.period.as_deref());
                parts
            }
            Self::Why { area, indicator, period } => {
                let mut parts = vec![names.why, area, indicator];
                parts.extend(period.as_deref());
                parts
            }
            Self::Hides { area, indicator } => vec![names.hides, area, indicator],
            Self::HidesPasted(_) => vec![names.hides],
            Self::Sources => vec![names.sources],
            Self::Method(recipe) => vec![names.method, recipe],
            Self::Truth => vec![names.truth],
            Self::Statements => vec![names.statements],
            Self::Documents => vec![names.documents],
            Self::Document(id) => vec![names.documents, id],
            Self::DocumentText(id) => vec![names.documents, id, names.text],
            Self::DocumentAnswers(id) => vec![names.documents, id, names.answers],
            Self::DocumentPromises(promised) => vec![names.documents, &promised.id, names.promises],
            Self::DocumentBeside(one, other) => vec![names.documents, one, names.beside, other],
            Self::Thursday => vec![names.thursday],
            Self::Downloads => vec![names.downloads],
            Self::Accessibility => vec![names.accessibility],
            Self::Agendas => vec![names.agenda],
            Self::Agenda(code) => vec![names.agenda, code],
            Self::Holes(code) => vec![names.holes, code],
            Self::Delivery(code) => vec![names.delivery, code],
            Self::Changed(from, to) => vec![names.changed, from, to],
            Self::Ledger(code) => std::iter::once(names.ledger).chain(code.as_deref()).collect(),
            Self::Log(_) => vec![names.log],
            Self::Choices => vec![names.choose],
            Self::Choice(choosing) => vec![names.choose, &choosing.id],
            Self::Ranking(ranking) => vec![names.ranking, &ranking.recipe],
            Self::Gap(apart) => std::iter::once(names.gap).chain(apart.indicator.as_deref()).collect(),
        }
    }

    /// What stands behind the question mark.
    fn query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        match self {
            Self::Search(query) | Self::HidesPasted(query) if !query.is_empty() => pairs.push(("q", query.clone())),
            Self::MapOf(view) => pairs.extend(view.pairs()),
            Self::Table(table) => {
                pairs.extend(table.within.clone().map(|within| ("within", within)));
                if table.sort != Sort::default() {
                    pairs.push(("sort", table.sort.word().to_owned()));
                }
                if table.page > 1 {
                    pairs.push(("page", table.page.to_string()));
                }
            }
            Self::Ranking(ranking) => {
                pairs.extend(ranking.within.clone().map(|within| ("within", within)));
                if ranking.sort != RankSort::default() {
                    pairs.push(("sort", ranking.sort.word().to_owned()));
                }
                if ranking.page > 1 {
                    pairs.push(("page", ranking.page.to_string()));
                }
            }
            Self::DocumentPromises(promised) => {
                let which = &promised.which;
                let all = [
                    ("strength", &which.strength),
                    ("framing", &which.framing),
                    ("domain", &which.domain),
                    ("with", &which.with),
                ];
                pairs.extend(all.into_iter().filter_map(|(name, value)| Some((name, value.clone()?))));
            }
            Self::Compare(areas) if !Self::is_side_by_side(areas) => {
                pairs.extend(areas.iter().map(|code| ("in", code.clone())));
            }
            Self::Gap(apart) => {
                pairs.extend(apart.choice.clone().map(|choice| ("choice", choice)));
                pairs.extend(apart.within.clone().map(|within| ("within", within)));
                pairs.extend(apart.inside.iter().map(|code| ("in", code.clone())));
            }
            Self::Choice(choosing) => {
                match choosing.inside.as_deref() {
                    None => {}
                    // Nothing at all is a choice too, and has to be said.
                    Some([]) => pairs.push(("own", "1".to_owned())),
                    Some(inside) => pairs.extend(inside.iter().map(|code| ("in", code.clone()))),
                }
                if choosing.bars != Bars::default() {
                    pairs.push(("bars", choosing.bars.word().to_owned()));
                }
            }
            _ => {}
        }
        pairs.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect::<Vec<_>>().join("&")
    }

    /// The name of its file in an exported site.
    pub fn file(&self, language: Language) -> String {
        let mut path = language.tag().to_owned();
        for part in self.parts(language) {
            path.push('/');
            path.push_str(&file_name(&part));
        }
        path + if *self == Self::Start { "/index.html" } else { ".html" }
    }

    /// How many folders deep its file lies.
    pub fn depth(&self, language: Language) -> usize {
        self.file(language).matches('/').count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages() -> Vec<Page> {
        let sorted = Table {
            indicator: "a b".to_owned(),
            level: "district".to_owned(),
            period: Some("2024".to_owned()),
            within: Some("GM0001".to_owned()),
            sort: Sort::ValueDown,
            page: 3,
        };
        vec![
            Page::Start,
            Page::Search("'s-Gravenhage & co".to_owned()),
            Page::Map,
            Page::map(MapView {
                show: Some("domain.self reliance".to_owned()),
                certainty: Certainty::Chance,
                year: Some("2024".to_owned()),
                level: Some("district".to_owned()),
            }),
            Page::area("BU00010001"),
            Page::compare("A", "B/é"),
            Page::Compare(Vec::new()),
            Page::Compare(vec!["A".to_owned()]),
            Page::Compare(["A", "B", "C"].map(str::to_owned).to_vec()),
            Page::Compare(["A", "B", "C", "&=é"].map(str::to_owned).to_vec()),
            Page::Gap(Apart::default()),
            Page::Gap(Apart { choice: Some("twelve".to_owned()), ..Apart::default() }),
            Page::Gap(Apart {
                indicator: Some("a b".to_owned()),
                inside: vec!["BU00010001".to_owned(), "&=é".to_owned()],
                within: Some("GM0001".to_owned()),
                choice: None,
            }),
            Page::Figures,
            Page::table("x", "neighbourhood", None),
            Page::Table(sorted),
            Page::why("A", "x", None),
            Page::why("A", "x", Some("2024KW01")),
            Page::Hides { area: "GM1".to_owned(), indicator: "x".to_owned() },
            Page::HidesPasted("23 % x in Y".to_owned()),
            Page::Sources,
            Page::Method("samenkomen".to_owned()),
            Page::Truth,
            Page::Thursday,
            Page::Downloads,
            Page::Accessibility,
            Page::Agendas,
            Page::Agenda("WK0001".to_owned()),
            Page::Holes("WK0001".to_owned()),
            Page::Delivery("WK0001".to_owned()),
            Page::Changed("WK0001-v1".to_owned(), "WK0001-v2".to_owned()),
            Page::Documents,
            Page::Document("plan a".to_owned()),
            Page::DocumentText("plan a".to_owned()),
            Page::DocumentAnswers("plan a".to_owned()),
            Page::Ledger(None),
            Page::Ledger(Some("WK0001".to_owned())),
            Page::Log(1),
            Page::Log(3),
            Page::ranking("together"),
            Page::Ranking(Ranking {
                recipe: "together".to_owned(),
                within: Some("GM0001".to_owned()),
                sort: RankSort::Residents,
                page: 2,
            }),
            Page::Choices,
            Page::choice("twelve"),
            Page::Choice(Choosing { id: "twelve".to_owned(), inside: Some(Vec::new()), bars: Bars::Sure }),
            Page::Choice(Choosing {
                id: "a b".to_owned(),
                inside: Some(vec!["BU00010001".to_owned(), "&=é".to_owned()]),
                bars: Bars::Chance,
            }),
        ]
    }

    #[test]
    fn what_is_written_is_read_back_as_the_same_page() {
        for page in pages() {
            for language in Language::ALL {
                let href = Links::Server.href(&page, language);
                let (path, query) = href.split_once('?').unwrap_or((&href, ""));
                assert_eq!(read(path, query), Ok((language, page.clone())), "{href}");
            }
        }
    }

    #[test]
    fn a_file_is_reached_from_a_folder_by_a_relative_link() {
        let page = Page::area("BU00010001");
        assert_eq!(page.file(Language::Nl), "nl/gebied/BU00010001.html");
        assert_eq!(page.depth(Language::Nl), 2);
        let links = Links::Export { depth: 2, origins: true };
        assert_eq!(links.href(&Page::Start, Language::En), "../../en/index.html");
        assert_eq!(links.asset("kapstok.css"), "../../assets/kapstok.css");
        assert_eq!(links.pattern(&Page::area("{code}"), Language::Nl), "../../nl/gebied/{code}.html");
        assert_eq!(links.pattern(&Page::compare("{code}", "{other}"), Language::Nl), "");
        // No part of an address leads out of the folder.
        assert_eq!(Page::area("../../etc").file(Language::En), "en/area/~2E.~2F..~2Fetc.html");
    }
}
