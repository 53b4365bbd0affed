// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every address of a page, in one place: written ([`Links::href`]) and read ([`read`]).
//!
//! In: a [`Page`] and a language. Out: the `href` for a server, or a relative one to a plain file for a folder on a
//! shared drive. Invariant: what is written is read back as the same page. Not here: what stands on a page.

mod file_name;
mod map_view;
mod read;

use std::borrow::Cow;

use kapstok_share::files::FileKind;
use kapstok_share::words::Language;

pub(crate) use file_name::file_name;
pub use map_view::{Certainty, MapView};
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
    /// Two areas side by side.
    Compare(String, String),
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
}

/// A list by rank, with the way it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Id of the recipe.
    pub recipe: String,
    /// Only areas that lie in this one.
    pub within: Option<String>,
    /// The order of the rows.
    pub sort: RankSort,
    /// Page of rows, from 1; 0 stands for the first.
    pub page: usize,
}

/// The order of a list by rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RankSort {
    /// The most burdened first.
    #[default]
    Rank,
    /// Most burdens first.
    Burdens,
    /// By name.
    Name,
    /// Most residents first.
    Residents,
}

impl RankSort {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 4] =
        [(Self::Rank, "rank"), (Self::Burdens, "-burdens"), (Self::Name, "name"), (Self::Residents, "-residents")];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(sort, _)| *sort == self).map_or("rank", |(_, word)| word)
    }
}

/// A choice, with the way it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// Id of the choice.
    pub id: String,
    /// Codes of areas that are held against it; without, those that the rule chose.
    pub inside: Option<Vec<String>>,
    /// What the bars of the list show.
    pub bars: Bars,
}

/// What the bars of a list of candidates show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bars {
    /// What an area adds to the objective.
    #[default]
    Counts,
    /// How often it was chosen when figures differed a little.
    Chance,
    /// How often the answer for it was the same.
    Sure,
}

impl Bars {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Counts, "counts"), (Self::Chance, "chance"), (Self::Sure, "sure")];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(bars, _)| *bars == self).map_or("counts", |(_, word)| word)
    }
}

/// A table, with the way it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Id of the indicator.
    pub indicator: String,
    /// The level.
    pub level: String,
    /// The period; the newest without.
    pub period: Option<String>,
    /// Only areas that lie in this one.
    pub within: Option<String>,
    /// The order of the rows.
    pub sort: Sort,
    /// Page of rows, from 1; 0 stands for the first.
    pub page: usize,
}

/// The order of the rows of a table. None of them is a rank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By code.
    Code,
    /// Lowest figure first.
    ValueUp,
    /// Highest figure first.
    ValueDown,
    /// Most residents first.
    Residents,
}

impl Sort {
    /// All of them, with the word of an address.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Name, "name"),
        (Self::Code, "code"),
        (Self::ValueUp, "value"),
        (Self::ValueDown, "-value"),
        (Self::Residents, "-residents"),
    ];

    /// Its word in an address.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(sort, _)| *sort == self).map_or("name", |(_, word)| word)
    }
}

/// For whom links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Links {
    /// A server.
    Server,
    /// Plain files in folders.
    Export {
        /// How many folders deep the page itself lies.
        depth: usize,
        /// Whether the origin of each figure has a page of its own there.
        origins: bool,
    },
}

/// First folders of the addresses, per language.
struct Names {
    search: &'static str,
    map: &'static str,
    area: &'static str,
    compare: &'static str,
    figures: &'static str,
    why: &'static str,
    hides: &'static str,
    sources: &'static str,
    method: &'static str,
    truth: &'static str,
    thursday: &'static str,
    downloads: &'static str,
    accessibility: &'static str,
    agenda: &'static str,
    holes: &'static str,
    delivery: &'static str,
    changed: &'static str,
    ledger: &'static str,
    log: &'static str,
    choose: &'static str,
    ranking: &'static str,
}

const fn names(language: Language) -> Names {
    match language {
        Language::Nl => Names {
            search: "zoek",
            map: "kaart",
            area: "gebied",
            compare: "vergelijk",
            figures: "cijfers",
            why: "waarom",
            hides: "verbergt",
            sources: "bronnen",
            method: "methode",
            truth: "waarheid",
            thursday: "donderdag",
            downloads: "downloads",
            accessibility: "toegankelijkheid",
            agenda: "agenda",
            holes: "gaten",
            delivery: "uitvoering",
            changed: "veranderd",
            ledger: "kasboek",
            log: "logboek",
            choose: "kiezen",
            ranking: "ranglijst",
        },
        Language::En => Names {
            search: "search",
            map: "map",
            area: "area",
            compare: "compare",
            figures: "figures",
            why: "why",
            hides: "hides",
            sources: "sources",
            method: "method",
            truth: "truth",
            thursday: "thursday",
            downloads: "downloads",
            accessibility: "accessibility",
            agenda: "agenda",
            holes: "holes",
            delivery: "delivery",
            changed: "changed",
            ledger: "ledger",
            log: "log",
            choose: "choose",
            ranking: "ranking",
        },
    }
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

    /// A choice as its rule made it.
    pub fn choice(id: &str) -> Self {
        Self::Choice(Choosing { id: id.to_owned(), ..Choosing::default() })
    }

    /// The list by rank of a recipe, as it is first seen.
    pub fn ranking(recipe: &str) -> Self {
        Self::Ranking(Ranking { recipe: recipe.to_owned(), ..Ranking::default() })
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
            Self::Compare(one, other) => vec![names.compare, one, other],
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

impl Links {
    /// The `href` of a page.
    pub fn href(self, page: &Page, language: Language) -> String {
        match self {
            Self::Server => {
                let mut path = format!("/{}", language.tag());
                for part in page.parts(language) {
                    path.push('/');
                    path.push_str(&escaped(&part));
                }
                let query = page.query();
                if query.is_empty() { path } else { format!("{path}?{query}") }
            }
            Self::Export { depth, .. } => "../".repeat(depth) + &escaped_path(&page.file(language)),
        }
    }

    /// The `href` of a file beside the pages.
    pub fn asset(self, path: &str) -> String {
        match self {
            Self::Server => format!("/assets/{path}"),
            Self::Export { depth, .. } => format!("{}assets/{path}", "../".repeat(depth)),
        }
    }

    /// The `href` of a file to take along.
    pub fn download(self, level: &str, kind: FileKind) -> String {
        match self {
            Self::Server => format!("/v1/downloads/{}.{}", escaped(level), kind.extension()),
            Self::Export { depth, .. } => "../".repeat(depth) + &escaped_path(&download_file(level, kind)),
        }
    }

    /// The `href` of the list of everything that programs can ask for.
    pub fn catalogue(self) -> String {
        match self {
            Self::Server => "/v1/catalogue".to_owned(),
            Self::Export { depth, .. } => "../".repeat(depth) + "v1/catalogue.json",
        }
    }

    /// Whether forms have somebody to answer them.
    pub fn has_server(self) -> bool {
        self == Self::Server
    }

    /// Whether a page is there. Plain files cannot answer a question: of what has no end only the first is written.
    pub fn has(self, page: &Page) -> bool {
        let Self::Export { origins, .. } = self else { return true };
        match page {
            Page::Compare(..) | Page::HidesPasted(_) | Page::MapOf(_) => false,
            Page::Hides { .. } => origins,
            Page::Why { period, .. } => origins && period.is_none(),
            Page::Table(table) => *table == in_first_form(table),
            Page::Choice(choosing) => *page == Page::choice(&choosing.id),
            Page::Ranking(ranking) => *page == Page::ranking(&ranking.recipe),
            _ => true,
        }
    }

    /// The period in an address: in plain files only the newest has a page, and it is not named.
    pub fn period(self, period: &str) -> Option<&str> {
        self.has_server().then_some(period)
    }

    /// Addresses with places to fill in, for the map; empty where no such page is there.
    pub fn pattern(self, page: &Page, language: Language) -> String {
        if !self.has(page) {
            return String::new();
        }
        // What is filled in stands in braces, which are no letters of an address.
        self.href(page, language).replace("%7B", "{").replace("%7D", "}").replace("~7B", "{").replace("~7D", "}")
    }

    /// The `href` of the map for a frame in a page of somebody else.
    pub fn embed(self, language: Language) -> String {
        match self {
            Self::Server => format!("/embed{}", self.href(&Page::Map, language)),
            Self::Export { depth, .. } => "../".repeat(depth) + &embed_file(language),
        }
    }
}

/// The same table as it is first seen: newest period, everywhere, by name.
fn in_first_form(table: &Table) -> Table {
    Table { indicator: table.indicator.clone(), level: table.level.clone(), ..Table::default() }
}

/// The file of a level to take along, in an exported site.
pub(crate) fn download_file(level: &str, kind: FileKind) -> String {
    format!("v1/downloads/{}", file_name(&format!("{level}.{}", kind.extension())))
}

/// The file of the map for a frame, in an exported site.
pub(crate) fn embed_file(language: Language) -> String {
    format!("embed/{}", Page::Map.file(language))
}

/// A part of an address: what is no letter, digit or one of `-_.~` as `%XX`.
pub fn escaped(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => text.push(byte as char),
            _ => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

fn escaped_path(path: &str) -> String {
    path.split('/').map(escaped).collect::<Vec<_>>().join("/")
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
            Page::Compare("A".to_owned(), "B/é".to_owned()),
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
        assert_eq!(links.pattern(&Page::Compare("{code}".into(), "{other}".into()), Language::Nl), "");
        // No part of an address leads out of the folder.
        assert_eq!(Page::area("../../etc").file(Language::En), "en/area/~2E.~2F..~2Fetc.html");
    }
}
