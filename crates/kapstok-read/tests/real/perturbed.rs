// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The agreement of 2021 with a word moved, a page dropped, a heading renamed: the answer differs there and nowhere else.
//!
//! Pages are changed as they were extracted, by words of the same length, so that all places stay where they are.

use kapstok_read::count::count;
use kapstok_read::file::{Extracted, Page};
use kapstok_read::row::StatementRow;
use kapstok_read::{Document, Limits, Reading, Recipe, extract};

fn recipe() -> Recipe {
    Recipe::parse(include_str!("../../../../recipes/read-nl-coalition/recipe.toml")).0.unwrap()
}

/// What is told of a document: its statements, and where the two words stand.
struct Told {
    statements: Vec<(Vec<String>, Option<String>, String)>,
    /// Sections and printed pages.
    wijkaanpak: Vec<(Vec<String>, Option<String>)>,
    wijkenaanpak: Vec<(Vec<String>, Option<String>)>,
    /// Sentences framed by neighbourhood, by chapter.
    framed: Vec<String>,
}

fn told(change: impl FnOnce(&mut Vec<Page>)) -> Option<Told> {
    let bytes = super::data(super::PDF)?;
    let recipe = recipe();
    let Extracted { sha256, kind, version, mut pages, warnings } = extract(&bytes, &Limits::default()).unwrap();
    change(&mut pages);
    let document = Document::of(Extracted { sha256, kind, version, pages, warnings }, &recipe);
    let reading = Reading::of(&document, &recipe);
    let places = |word: &str| {
        let hits = count(&reading.units, &recipe, word).unwrap().hits;
        let place = |unit: usize| &reading.units[unit].place;
        let section = |unit: usize| place(unit).section().iter().map(ToString::to_string).collect();
        hits.iter().map(|hit| (section(hit.unit), place(hit.unit).printed().map(str::to_owned))).collect()
    };
    let rows = reading.rows();
    let of_wijk = |one: &&StatementRow| one.scale.as_deref() == Some("wijk");
    let framed = rows.statements.iter().filter(of_wijk).map(|one| one.place.section[0].clone()).collect();
    let statement = |one: &StatementRow| (one.place.section.clone(), one.place.page.clone(), one.place.quote.clone());
    Some(Told {
        statements: rows.statements.iter().map(statement).collect(),
        wijkaanpak: places("wijkaanpak"),
        wijkenaanpak: places("wijkenaanpak"),
        framed,
    })
}

fn printed<'p>(pages: &'p mut [Page], number: &str) -> &'p mut Page {
    pages.iter_mut().find(|page| page.printed.as_deref() == Some(number)).unwrap()
}

fn write_over(page: &mut Page, from: &str, to: &str) {
    assert!(from.len() == to.len() && page.text.contains(from), "{from}");
    page.text = page.text.replacen(from, to, 1);
}

#[test]
fn a_word_moved_to_another_chapter_is_found_there() {
    let Some(old) = told(|_| {}) else { return };
    // The first page of the chapter on care that has the other word, which is as long.
    let mut moved_to = None;
    let new = told(|pages| {
        write_over(printed(pages, "17"), " wijkaanpak", " gezondheid");
        let care = pages.iter_mut().filter(|page| matches!(page.printed.as_deref(), Some("32" | "33" | "34")));
        let page = care.into_iter().find(|page| page.text.contains(" gezondheid ")).unwrap();
        write_over(page, " gezondheid ", " wijkaanpak ");
        moved_to.clone_from(&page.printed);
    })
    .unwrap();
    assert_eq!((old.wijkaanpak.len(), new.wijkaanpak.len()), (1, 1));
    assert_eq!(old.wijkaanpak[0].0, ["3. Veiligheid en sterke samenleving", "Preventie"]);
    assert!(new.wijkaanpak[0].0[0].starts_with("6.") && new.wijkaanpak[0].1 == moved_to, "{:?}", new.wijkaanpak);
    assert_eq!(old.wijkenaanpak, new.wijkenaanpak);
    let in_care = |told: &Told| told.framed.iter().filter(|chapter| chapter.starts_with("6.")).count();
    assert_eq!((in_care(&old), in_care(&new)), (0, 1));
    let changed = old.statements.iter().zip(&new.statements).filter(|(old, new)| old != new).count();
    assert_eq!((old.statements.len(), changed), (new.statements.len(), 2));
}

#[test]
fn a_page_dropped_takes_its_words_with_it() {
    let Some(old) = told(|_| {}) else { return };
    let new = told(|pages| pages.retain(|page| page.printed.as_deref() != Some("17"))).unwrap();
    assert_eq!((new.wijkaanpak.len(), new.wijkenaanpak.len()), (0, 0));
    let lost: Vec<_> = old.statements.iter().filter(|one| !new.statements.contains(one)).collect();
    println!("statements: {} before, {} after, {} lost", old.statements.len(), new.statements.len(), lost.len());
    // What stood on it, and what ran over its edges or changed its heading; nothing else.
    let near = |page: &Option<String>| matches!(page.as_deref(), Some("16" | "17" | "18"));
    assert!(lost.iter().all(|(_, page, _)| near(page)), "{lost:?}");
    assert!(!new.statements.iter().any(|(_, page, _)| page.as_deref() == Some("17")));
}

#[test]
fn a_heading_renamed_is_the_new_one_below_it() {
    let Some(old) = told(|_| {}) else { return };
    let new = told(|pages| {
        let page = printed(pages, "17");
        let at = page.lines.iter().find(|line| page.text[line.range.clone()].trim() == "Preventie").unwrap();
        page.text.replace_range(at.range.clone(), &page.text[at.range.clone()].replace("Preventie", "Voorkomen"));
    })
    .unwrap();
    assert_eq!(new.wijkaanpak[0].0[1], "Voorkomen");
    let renamed = |section: &[String]| -> Vec<String> {
        let name = |name: &String| if name == "Preventie" { "Voorkomen".to_owned() } else { name.clone() };
        section.iter().map(name).collect()
    };
    let mut n = 0;
    for (old, new) in old.statements.iter().zip(&new.statements) {
        let below = old.0.iter().any(|name| name == "Preventie");
        n += usize::from(below);
        // Another heading of the same name stays what it is.
        assert!(new.0 == renamed(&old.0) || new.0 == old.0, "{old:?}, then {new:?}");
        assert_eq!((&old.1, &old.2), (&new.1, &new.2));
    }
    assert!(n > 3 && old.statements.len() == new.statements.len(), "{n}");
}
