// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Words without what inflection changes: `lage` and `laag`, `inkomens` and `inkomen`, `debts` and `debt`.
//!
//! In: a folded word. Out: letters by which two forms of a word are the same. Rough on purpose: it only has to tell
//! labels of one workspace apart, and where it does not, the caller asks.

/// Words that say nothing of what is measured.
pub(super) const IGNORED: [&str; 40] = [
    "de", "het", "een", "met", "in", "te", "van", "is", "zijn", "heeft", "hebben", "er", "aan", "op", "en", "of",
    "the", "a", "an", "with", "on", "for", "are", "has", "have", "and", "there", "percent", "procent", "per",
    "aandeel", "share", "deel", "mensen", "people", "lives", "live", "woont", "wonen", "that",
];

/// Endings, longest first.
const ENDINGS: [&str; 12] = ["iness", "heid", "ment", "ing", "ens", "en", "ed", "es", "e", "s", "y", "n"];

/// The stem of a folded word.
pub(super) fn stem(word: &str) -> String {
    let mut word = word;
    // Neither `ss` nor an `s` behind a long vowel (`loos`) is a plural.
    let belongs = |word: &str| ["ss", "oos", "aas", "ees", "uus"].iter().any(|end| word.ends_with(end));
    let ending = |word: &str| {
        let fits = |ending: &&&str| {
            word.len() >= ending.len() + 3 && word.ends_with(**ending) && !(**ending == "s" && belongs(word))
        };
        ENDINGS.iter().find(fits).map(|ending| ending.len())
    };
    if let Some(n) = ending(word).filter(|n| word.is_char_boundary(word.len() - n)) {
        word = &word[..word.len() - n];
    }
    let mut stem = String::with_capacity(word.len());
    for sign in word.chars() {
        if !stem.ends_with(sign) || sign.is_ascii_digit() {
            stem.push(sign);
        }
    }
    // `lozen` and `loos`, `brieven` and `brief`.
    let softened = match stem.chars().last() {
        Some('z') => 's',
        Some('v') => 'f',
        _ => return stem,
    };
    stem.pop();
    stem.push(softened);
    stem
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (one, other) in [
            ("lage", "laag"),
            ("inkomens", "inkomen"),
            ("schulden", "schuld"),
            ("werklozen", "werkloos"),
            ("eenzaamheid", "eenzaam"),
            ("debts", "debt"),
            ("incomes", "income"),
            ("loneliness", "lonely"),
            ("households", "household"),
            ("unemployment", "unemployed"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        assert_ne!(stem("jeugd"), stem("jong"));
        assert_eq!(stem("é"), "é");
    }
}
