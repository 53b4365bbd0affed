// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What must be true of the documents before anything reads them.

use std::collections::BTreeMap;

use super::script::{Grade, Kind, Rung, Verdict};
use super::{Made, all, files};

fn programme() -> Made {
    let [_, programme, _] = all().unwrap();
    programme
}

#[test]
fn the_same_texts_give_the_same_paper_of_plain_signs() {
    let (first, second) = (files().unwrap(), files().unwrap());
    for (one, other) in first.iter().zip(&second) {
        assert_eq!(one.text, other.text, "{}", one.path);
        if one.path.ends_with(".pdf") {
            assert!(one.text.is_ascii() && one.text.starts_with("%PDF-1.7\n"), "{}", one.path);
        }
    }
}

#[test]
fn documents_have_the_pages_that_people_expect_of_them() {
    let [asks, programme, plan] = all().unwrap();
    let pages = |made: &Made| made.pdf.matches("/Type /Page ").count();
    let found = [pages(&asks), pages(&programme), pages(&plan)];
    assert!(found[0] <= 3 && (8..=10).contains(&found[1]) && found[2] == 3, "{found:?}");
}

#[test]
fn every_sentence_has_a_page_and_a_domain() {
    for made in all().unwrap() {
        for found in &made.sentences {
            assert!(found.pdf_page > 0 && !found.domains.is_empty(), "{}", found.text);
            assert_eq!(found.page, found.pdf_page.checked_sub(made.script.pages_before_1).filter(|page| *page > 0));
        }
    }
}

#[test]
fn each_verdict_each_grade_and_each_rung_of_the_ladder_is_planted() {
    let [asks, programme, _] = all().unwrap();
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    asks.script.block.iter().filter_map(|block| block.ask.as_ref()).for_each(|ask| {
        *verdicts.entry(ask.verdict).or_default() += 1;
    });
    let expected = [(Verdict::TakenUp, 5), (Verdict::Partly, 2), (Verdict::Elsewhere, 3), (Verdict::NotFound, 2)];
    assert_eq!(verdicts, BTreeMap::from(expected));
    let said = || programme.sentences.iter().map(|found| programme.of(found));
    for grade in [Grade::T1, Grade::T2, Grade::T3] {
        assert!(said().flat_map(|said| &said.target).filter(|target| target.grade == grade).count() >= 4, "{grade:?}");
    }
    for rung in [Rung::Sentence, Rung::Bullet, Rung::Heading, Rung::Chapter, Rung::AnnexRow, Rung::None] {
        assert!(said().any(|said| said.rung == Some(rung)), "{rung:?}");
    }
}

/// A grade says what an aim has: T3 both, T2 a quantity, T1 no quantity.
#[test]
fn grades_follow_from_quantity_and_deadline() {
    for made in all().unwrap() {
        for target in made.sentences.iter().flat_map(|found| &made.of(found).target) {
            let expected = match (target.quantity, &target.deadline) {
                (Some(_), Some(_)) => Grade::T3,
                (Some(_), None) => Grade::T2,
                (None, _) => Grade::T1,
            };
            assert_eq!(target.grade, expected, "{}", target.unit);
        }
    }
}

/// The nearest money of a statement stands on the rung that is planted: read from the blocks, not from the truth.
#[test]
fn rungs_of_the_ladder_are_those_of_the_text() {
    for made in all().unwrap() {
        let with_money = |found: &&super::Found| made.of(found).money.is_some();
        for found in made.sentences.iter().filter(|found| made.of(found).rung.is_some()) {
            let said = made.of(found);
            let near = |is: &dyn Fn(&super::Found) -> bool| made.sentences.iter().filter(with_money).any(is);
            let rung = if said.money.is_some() {
                Rung::Sentence
            } else if near(&|other| other.block == found.block) {
                Rung::Bullet
            } else if near(&|other| other.section == found.section) {
                Rung::Heading
            } else if near(&|other| other.section.first() == found.section.first()) {
                Rung::Chapter
            } else if said.rung == Some(Rung::AnnexRow) {
                let row = |label: &str| label.starts_with(&format!("{}. ", said.from.as_deref().unwrap()));
                let mut rows =
                    made.script.block.iter().filter_map(|block| block.table.as_ref()).flat_map(|table| &table.rows);
                assert!(rows.any(|other| row(&other.label)), "{}", found.text);
                Rung::AnnexRow
            } else {
                Rung::None
            };
            assert_eq!(said.rung, Some(rung), "{}", found.text);
        }
    }
}

#[test]
fn a_word_that_only_looks_like_an_area_stands_in_its_sentence() {
    let programme = programme();
    let mut words = Vec::new();
    for found in &programme.sentences {
        for friend in &programme.of(found).friends {
            assert!(found.text.contains(&friend.word), "{}", found.text);
            words.push(friend.word.to_lowercase());
        }
    }
    for word in [
        "wijkagent",
        "wijkverpleging",
        "buurtrechtspraak",
        "afwijken",
        "belastingontwijking",
        "aandachtsgebieden",
        "kwetsbare gebieden",
    ] {
        assert!(words.iter().any(|known| known == word), "{word}");
    }
}

#[test]
fn money_that_is_named_twice_is_one_amount() {
    let programme = programme();
    let said = programme.sentences.iter().map(|found| programme.of(found));
    let amounts: Vec<u64> =
        said.filter(|said| said.same.is_some()).map(|said| said.money.as_ref().unwrap().eur).collect();
    assert_eq!(amounts, [30_000_000, 30_000_000]);
}

#[test]
fn footnotes_are_pointed_at() {
    for made in all().unwrap() {
        for block in made.script.block.iter().filter(|block| block.kind == Some(Kind::Footnote)) {
            let mark = format!("^{}", block.note);
            let mut said = made.sentences.iter().map(|found| made.of(found));
            assert_eq!(said.clone().filter(|said| said.text.contains(&mark)).count(), 1, "{mark}");
            assert!(said.all(|said| !block.sentences.iter().any(|note| note.text == said.text)), "{mark}");
        }
    }
}
