// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An address as a page: the other way round of `href`.
//!
//! In: path and query as they came. Out: a page, or what is wrong with them. Any bytes may come. Invariant: what stands
//! behind the `?` is read as the API reads it ([`Query`]).

use kapstok_share::words::Language;

use super::names::names;
use super::{Apart, Bars, MapView, Page, RankSort, Ranking, Sort, Table};
use crate::query::{Query, Refused, decoded};

/// Why an address is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoPage {
    /// There is no such page.
    Unknown,
    /// The page is there, and this parameter of it is not.
    Parameter(String),
}

/// Reads an address.
///
/// # Errors
/// [`NoPage`] where it is none of ours.
pub fn read(path: &str, query: &str) -> Result<(Language, Page), NoPage> {
    let parts: Option<Vec<String>> = path.trim_start_matches('/').split('/').map(|part| decoded(part, false)).collect();
    let parts = parts.ok_or(NoPage::Unknown)?;
    let (language, parts) = parts.split_first().ok_or(NoPage::Unknown)?;
    let language = Language::of_tag(language).ok_or(NoPage::Unknown)?;
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let page = page(language, &parts).ok_or(NoPage::Unknown)?;
    Ok((language, with_query(page, query)?))
}

fn page(language: Language, parts: &[&str]) -> Option<Page> {
    let names = names(language);
    if parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let (first, rest) = match parts.split_first() {
        None => return Some(Page::Start),
        Some((first, rest)) => (*first, rest),
    };
    Some(match (first, rest) {
        (name, []) if name == names.search => Page::Search(String::new()),
        (name, []) if name == names.map => Page::Map,
        (name, [code]) if name == names.area => Page::area(code),
        (name, areas) if name == names.compare && (areas.is_empty() || (2..=3).contains(&areas.len())) => {
            Page::Compare(areas.iter().map(|area| (*area).to_owned()).collect())
        }
        (name, []) if name == names.figures => Page::Figures,
        (name, [indicator, level]) if name == names.figures => Page::table(indicator, level, None),
        (name, [indicator, level, period]) if name == names.figures => Page::table(indicator, level, Some(period)),
        (name, [area, indicator]) if name == names.why => Page::why(area, indicator, None),
        (name, [area, indicator, period]) if name == names.why => Page::why(area, indicator, Some(period)),
        (name, []) if name == names.hides => Page::HidesPasted(String::new()),
        (name, [area, indicator]) if name == names.hides => {
            Page::Hides { area: (*area).to_owned(), indicator: (*indicator).to_owned() }
        }
        (name, []) if name == names.statements => Page::Statements,
        (name, []) if name == names.documents => Page::Documents,
        (name, [id]) if name == names.documents => Page::Document((*id).to_owned()),
        (name, [id, part]) if name == names.documents && *part == names.text => Page::DocumentText((*id).to_owned()),
        (name, [id, part]) if name == names.documents && *part == names.answers => {
            Page::DocumentAnswers((*id).to_owned())
        }
        (name, [id, part]) if name == names.documents && *part == names.promises => Page::promises(id),
        (name, [one, part, other]) if name == names.documents && *part == names.beside => {
            Page::DocumentBeside((*one).to_owned(), (*other).to_owned())
        }
        (name, []) if name == names.sources => Page::Sources,
        (name, [recipe]) if name == names.method => Page::Method((*recipe).to_owned()),
        (name, []) if name == names.truth => Page::Truth,
        (name, []) if name == names.thursday => Page::Thursday,
        (name, []) if name == names.downloads => Page::Downloads,
        (name, []) if name == names.accessibility => Page::Accessibility,
        (name, []) if name == names.agenda => Page::Agendas,
        (name, [code]) if name == names.agenda => Page::Agenda((*code).to_owned()),
        (name, [code]) if name == names.holes => Page::Holes((*code).to_owned()),
        (name, [code]) if name == names.delivery => Page::Delivery((*code).to_owned()),
        (name, [from, to]) if name == names.changed => Page::Changed((*from).to_owned(), (*to).to_owned()),
        (name, []) if name == names.ledger => Page::Ledger(None),
        (name, [code]) if name == names.ledger => Page::Ledger(Some((*code).to_owned())),
        (name, []) if name == names.log => Page::Log(1),
        // The first page of the log has one address, and a number has one form.
        (name, [number]) if name == names.log => {
            let page: usize = number.parse().ok().filter(|page| (2..=100_000_000).contains(page))?;
            Page::Log(page).parts(language).get(1).is_some_and(|part| part == number).then_some(Page::Log(page))?
        }
        (name, []) if name == names.gap => Page::Gap(Apart::default()),
        (name, [indicator]) if name == names.gap => {
            Page::Gap(Apart { indicator: Some((*indicator).to_owned()), ..Apart::default() })
        }
        (name, [recipe]) if name == names.ranking => Page::ranking(recipe),
        (name, []) if name == names.choose => Page::Choices,
        (name, [id]) if name == names.choose => Page::choice(id),
        _ => return None,
    })
}

/// Most areas in an address. What is longer than this does not fit into an address anyway.
const MOST_AREAS: usize = 1_000;
/// Most characters of one code in an address.
const MOST_OF_A_CODE: usize = 40;

fn with_query(mut page: Page, query: &str) -> Result<Page, NoPage> {
    // What the map keeps behind its question mark is read by the map; the server takes what it draws.
    if page == Page::Map {
        return Ok(Page::map(MapView::read(query)));
    }
    let known: &[&str] = match page {
        Page::Search(_) | Page::HidesPasted(_) => &["q"],
        Page::Table(_) | Page::Ranking(_) => &["within", "sort", "page"],
        Page::Compare(ref areas) if areas.is_empty() => &["in"],
        Page::Area(_) | Page::Compare(_) => &["other"],
        Page::Gap(_) => &["in", "within", "choice"],
        Page::Choice(_) => &["in", "own", "bars"],
        Page::DocumentPromises(_) => &["strength", "framing", "domain", "with"],
        _ => &[],
    };
    let many: &[&str] = if known.contains(&"in") { &["in"] } else { &[] };
    let read = Query::with_many(Some(query), known, many).map_err(|refused| {
        let (Refused::Unknown(name) | Refused::Twice(name) | Refused::NoText(name)) = refused;
        NoPage::Parameter(name.chars().take(40).collect())
    })?;
    for (name, value) in read.pairs() {
        let wrong = || NoPage::Parameter(name.to_owned());
        let value = value.to_owned();
        match (&mut page, name) {
            (Page::Search(query) | Page::HidesPasted(query), "q") => *query = value,
            (Page::Table(Table { within, .. }) | Page::Ranking(Ranking { within, .. }), "within") => {
                *within = Some(value).filter(|value| !value.is_empty());
            }
            (Page::Ranking(ranking), "sort") => {
                ranking.sort = RankSort::ALL.iter().find(|(_, word)| *word == value).ok_or_else(wrong)?.0;
            }
            (Page::Table(table), "sort") => {
                table.sort = Sort::ALL.iter().find(|(_, word)| *word == value).ok_or_else(wrong)?.0;
            }
            (Page::Table(Table { page, .. }) | Page::Ranking(Ranking { page, .. }), "page") => {
                *page = value.parse().ok().filter(|page| (1..=100_000).contains(page)).ok_or_else(wrong)?;
            }
            // A form on the page of one area asks for another.
            (Page::Area(code), "other") if !value.is_empty() => page = Page::compare(code, &value),
            // In the place of the last one.
            (Page::Compare(areas), "other") if !value.is_empty() => {
                areas.pop();
                areas.push(value);
            }
            (Page::Area(_) | Page::Compare(_), "other") => {}
            // A field that was left open asks for nothing.
            (Page::DocumentPromises(_), _) if value.is_empty() => {}
            (Page::DocumentPromises(promised), name) => promised.ask(name, &value).ok_or_else(wrong)?,
            (Page::Compare(areas), "in") => take(areas, &value).ok_or_else(wrong)?,
            (Page::Gap(apart), "in") => take(&mut apart.inside, &value).ok_or_else(wrong)?,
            (Page::Gap(apart), "within") => apart.within = Some(value).filter(|value| !value.is_empty()),
            (Page::Gap(apart), "choice") => apart.choice = Some(value).filter(|value| !value.is_empty()),
            (Page::Choice(choosing), "own") if value == "1" => {
                choosing.inside.get_or_insert_default();
            }
            (Page::Choice(choosing), "in") => {
                take(choosing.inside.get_or_insert_default(), &value).ok_or_else(wrong)?;
            }
            (Page::Choice(choosing), "bars") => {
                choosing.bars = Bars::ALL.iter().find(|(_, word)| *word == value).ok_or_else(wrong)?.0;
            }
            _ => return Err(wrong()),
        }
    }
    Ok(page)
}

/// Adds a code to others, each once; `None` where it is too long or they are too many. A field that was left empty asks for
/// nothing.
fn take(codes: &mut Vec<String>, value: &str) -> Option<()> {
    let value = value.trim();
    if value.is_empty() || codes.iter().any(|known| known == value) {
        return Some(());
    }
    if codes.len() >= MOST_AREAS || value.chars().count() > MOST_OF_A_CODE {
        return None;
    }
    codes.push(value.to_owned());
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_address_of_ours_is_said_to_be_none() {
        let unknown = [
            "",
            "/",
            "/de",
            "/nl/",
            "/nl/gebied",
            "/nl/gebied/a/b",
            "/en/gebied/a",
            "/nl/gebied/%ff",
            "/nl//x",
            "/nl/gebied/%",
            "/nl/gebied/%+5",
            "/nl/vergelijk/a",
            "/nl/vergelijk/a/b/c/d",
            "/nl/verschil/a/b",
            "/nl/documenten/a/text",
            "/nl/logboek/1",
            "/nl/logboek/02",
            "/nl/logboek/x",
        ];
        for path in unknown {
            assert_eq!(read(path, ""), Err(NoPage::Unknown), "{path}");
        }
        let wrong = [
            ("/nl/cijfers/a/b", "sort=rank", "sort"),
            ("/nl/cijfers/a/b", "page=0", "page"),
            ("/nl", "x=1", "x"),
            ("/nl/zoek", "q=%ff", "q"),
            ("/nl/zoek", "q=%", "q"),
            ("/nl/zoek", "q=%+5", "q"),
            ("/nl/zoek", "q=a&q=b", "q"),
            ("/nl/gebied/a", "other=b&other=c", "other"),
            ("/nl/kiezen", "in=a", "in"),
            ("/nl/vergelijk/a/b", "in=c", "in"),
            ("/nl/verschil", "sort=rank", "sort"),
            ("/nl/verschil", "choice=a&choice=b", "choice"),
            ("/nl/verschil", &format!("in={}", "x".repeat(41)), "in"),
            ("/nl/kiezen/a", "bars=rank", "bars"),
            ("/nl/kiezen/a", "own=1&own=1", "own"),
            ("/nl/kiezen/a", &format!("in={}", "x".repeat(41)), "in"),
            ("/nl/kiezen/a", &(0..1_001).map(|n| format!("in={n}&")).collect::<String>(), "in"),
        ];
        for (path, query, name) in wrong {
            assert_eq!(read(path, query), Err(NoPage::Parameter(name.to_owned())), "{path}?{query}");
        }
    }
}
