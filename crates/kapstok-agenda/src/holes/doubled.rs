// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Two actions that look like one: the same burden or link, other owners, nearly the same words.
//!
//! Rule: of the words of three letters or more that either name has, at least half stand in both; capitals, accents and
//! order do not matter. It points; a person decides.

use std::collections::BTreeSet;

use super::{Hole, HoleKind, Why, hole};
use crate::entry::{Entry, Id};

/// Finds pairs, the earlier action first.
pub(super) fn find(actions: &[&Entry], holes: &mut Vec<Hole>) {
    let words: Vec<BTreeSet<String>> = actions.iter().map(|action| words(action.text("name"))).collect();
    for (at, one) in actions.iter().enumerate() {
        for (other_at, other) in actions.iter().enumerate().skip(at + 1) {
            let shared = one.many("works_on").iter().copied().find(|id| other.many("works_on").contains(id));
            let Some(shared) = shared.filter(|_| is_alike(&words[at], &words[other_at])) else { continue };
            if !has_same_owner(one, other) {
                holes.push(hole(HoleKind::ActionDoubled, &[one.id(), other.id(), shared], Why::Nothing));
            }
        }
    }
}

/// One organisation that splits its work in two is its own affair.
fn has_same_owner(one: &Entry, other: &Entry) -> bool {
    let owners: &[Id] = one.many("owners");
    owners.iter().any(|owner| other.many("owners").contains(owner))
}

fn is_alike(one: &BTreeSet<String>, other: &BTreeSet<String>) -> bool {
    let both = one.intersection(other).count();
    let either = one.len() + other.len() - both;
    both > 0 && both * 2 >= either
}

fn words(name: &str) -> BTreeSet<String> {
    let plain: String = name.chars().flat_map(char::to_lowercase).map(without_accent).collect();
    let words = plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| word.chars().count() >= 3);
    words.map(str::to_owned).collect()
}

fn without_accent(sign: char) -> char {
    match sign {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ç' => 'c',
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_by_the_words_that_matter() {
        let cases = [
            ("Huisbezoek bij beginnende schulden", "huisbezoek beginnende Schulden", true),
            ("Huisbezoek bij beginnende schulden", "Budgetcoach voor jongeren", false),
            ("Stagebureau mbo", "Stagebureau voor het mbo", true),
            ("Coördinatie jeugd", "Coordinatie van de jeugd", true),
            ("", "", false),
            ("a b", "a b", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!(is_alike(&words(one), &words(other)), expected, "{one} / {other}");
        }
    }
}
