// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Which things a cell names: burdens, links as `A -> B`, organisations in a row.
//!
//! In: the text of a cell. Out: things of the [`Draft`]. Invariant: an organisation that is known with a comma or an `en` in its
//! name stays whole; a chain `A -> B -> C` is two links. Not here: what a row says of them (`rows.rs`).

use kapstok_table::{Place, Problem};

use super::ImportOptions;
use super::draft::{Draft, Said, ends_key};
use super::fold::{clean, label, says_none, says_unknown};
use crate::entry::{Id, Noun, Value};

/// The lines and parts of a cell that names several things.
pub(super) fn parts(text: &str) -> Vec<String> {
    let parts = text.split(['\n', ';']).map(|part| part.trim().trim_start_matches(['•', '·', '▪', '–']).trim());
    let parts = parts.map(|part| part.strip_prefix("- ").unwrap_or(part));
    parts.filter(|part| !part.is_empty() && !says_none(part) && !says_unknown(part)).map(clean).collect()
}

/// `A -> B -> C` as its parts; none where it is no chain.
pub(super) fn chain(text: &str) -> Vec<String> {
    const ARROWS: [&str; 11] = ["-->", "->", "=>", "–>", "→", "⇒", "➔", " leidt tot ", " leads to ", " > ", "⟶"];
    let joined = ARROWS.iter().fold(text.to_owned(), |text, arrow| text.replace(arrow, "\u{1}"));
    let parts: Vec<String> = joined.split('\u{1}').map(clean).filter(|part| !part.is_empty()).collect();
    if parts.len() < 2 { Vec::new() } else { parts }
}

/// The organisations of a cell, each by its spelling; and whether a word such as `en` parted two that nobody knew.
pub(super) fn organisations(text: &str, is_there: &dyn Fn(&str) -> bool) -> (Vec<String>, bool) {
    /// How many parts a known name may have.
    const LONGEST: usize = 8;
    let text = clean(text);
    let pieces = pieces(&text);
    let (mut found, mut is_doubtful, mut at) = (Vec::new(), false, 0);
    while at < pieces.len() {
        let most = pieces.len().min(at + LONGEST);
        // A part of signs alone belongs to no name.
        let is_whole = |end: &usize| {
            let has_letters = |piece: &Piece| text[piece.start..piece.end].chars().any(char::is_alphanumeric);
            let has_all = *end == at + 1 || pieces[at..*end].iter().all(has_letters);
            has_all && is_there(&text[pieces[at].start..pieces[end - 1].end])
        };
        let whole = (at + 1..=most).rev().find(is_whole);
        let end = whole.unwrap_or(at + 1);
        let name = text[pieces[at].start..pieces[end - 1].end].trim();
        if !name.is_empty() && (whole.is_some() || !(says_none(name) || says_unknown(name))) {
            let joins_unknown = |next: &Piece| next.is_after_word && !is_there(text[next.start..next.end].trim());
            is_doubtful |= whole.is_none() && pieces.get(end).is_some_and(joins_unknown);
            found.push(name.to_owned());
        }
        at = end;
    }
    (found, is_doubtful)
}

struct Piece {
    start: usize,
    end: usize,
    /// Whether `en`, `and`, `&` stands before it.
    is_after_word: bool,
}

fn pieces(text: &str) -> Vec<Piece> {
    let (mut pieces, mut start, mut is_after_word) = (Vec::new(), 0, false);
    let mut cut = |end: usize, next: usize, by_word: bool| {
        pieces.push(Piece { start, end, is_after_word });
        (start, is_after_word) = (next, by_word);
    };
    let mut skip_until = 0;
    for (at, sign) in text.char_indices().filter(|(_, sign)| matches!(sign, ',' | ';' | '\n' | '/' | '&' | '+' | ' ')) {
        if at < skip_until {
            continue;
        }
        let word = [" en ", " and "]
            .into_iter()
            .find(|word| text.get(at..at + word.len()).is_some_and(|here| here.eq_ignore_ascii_case(word)));
        match (sign, word) {
            (' ', Some(word)) => {
                skip_until = at + word.len() - 1;
                cut(at, at + word.len(), true);
            }
            (' ', None) => {}
            (sign, _) => cut(at, at + 1, sign == '&'),
        }
    }
    cut(text.len(), text.len(), false);
    pieces
}

impl Draft<'_> {
    /// How a thing is called in a key of others.
    pub(super) fn mark(&self, at: usize) -> String {
        self.wanted[at].id.map_or_else(|| format!("#{at}"), |id| id.to_string())
    }

    /// A burden by its id or name.
    pub(super) fn burden(&mut self, name: &str, area: &str, place: &Place) -> usize {
        match self.id_of(name, &[Noun::Burden]) {
            Some(id) => self.there(id, area, place),
            None => self.named(Noun::Burden, area, name, place),
        }
    }

    /// A burden at the end of a link: also by its domain, where one burden that is there has it.
    pub(super) fn end(&mut self, name: &str, area: &str, options: &ImportOptions<'_>, place: &Place) -> usize {
        let is_known = self.is_known(Noun::Burden, area, name) || self.id_of(name, &[Noun::Burden]).is_some();
        if let (false, Some(domain)) = (is_known, options.domains.get(name)) {
            let mut of_domain = self.state.of_area(Noun::Burden, area).filter(|it| it.word("domain") == Some(domain));
            if let (Some(only), None) = (of_domain.next(), of_domain.next()) {
                return self.there(only.id(), area, place);
            }
        }
        self.burden(name, area, place)
    }

    /// The link between two burdens.
    pub(super) fn link(
        &mut self,
        from: usize,
        to: usize,
        area: &str,
        known: Option<Id>,
        place: &Place,
    ) -> Option<usize> {
        if from == to {
            return None;
        }
        let key = ends_key(&self.mark(from), &self.mark(to));
        let at = match known {
            Some(id) => self.there(id, area, place),
            None => self.keyed(Noun::Link, area, key, place),
        };
        self.say(at, "from", Said::Thing(from), place);
        self.say(at, "to", Said::Thing(to), place);
        Some(at)
    }

    /// The links of `A -> B -> C`, of the name of a link, or of its id; an error where it is none of these.
    pub(super) fn links(&mut self, text: &str, area: &str, options: &ImportOptions<'_>, place: &Place) -> Vec<usize> {
        if let Some(id) = self.id_of(text, &[Noun::Link]) {
            return vec![self.there(id, area, place)];
        }
        if self.is_known(Noun::Link, area, text) {
            return vec![self.named(Noun::Link, area, text, place)];
        }
        let ends: Vec<usize> = chain(text).iter().map(|name| self.end(name, area, options, place)).collect();
        let links: Vec<Option<usize>> =
            ends.windows(2).map(|two| self.link(two[0], two[1], area, None, place)).collect();
        if links.is_empty() || links.contains(&None) {
            self.problems.push(Problem::error("K0626", place.clone()).with("found", text));
        }
        links.into_iter().flatten().collect()
    }

    /// The organisations of a cell.
    pub(super) fn organisations(&mut self, text: &str, place: &Place) -> Vec<usize> {
        let nouns = [Noun::Organisation];
        let is_there = |name: &str| self.is_there(Noun::Organisation, "", name) || self.id_of(name, &nouns).is_some();
        let (names, is_doubtful) = organisations(text, &is_there);
        if is_doubtful {
            let read = names.join(" | ");
            self.problems.push(Problem::warning("K0633", place.clone()).with("found", text).with("read", read));
        }
        let mut found = Vec::new();
        for name in names {
            let at = match self.id_of(&name, &nouns) {
                Some(id) => self.there(id, "", place),
                None => self.named(Noun::Organisation, "", &name, place),
            };
            if !found.contains(&at) {
                found.push(at);
            }
        }
        found
    }

    /// A new thing's name where the file gives none: `A → B`.
    pub(super) fn name_of(&self, at: usize) -> String {
        let wanted = &self.wanted[at];
        match (wanted.id, wanted.name()) {
            (Some(id), _) => self.state.name(id).to_owned(),
            (None, Some(name)) => name.to_owned(),
            (None, None) => match (wanted.fields.get("from"), wanted.fields.get("to")) {
                (Some(Said::Thing(from)), Some(Said::Thing(to))) => {
                    format!("{} → {}", self.name_of(*from), self.name_of(*to))
                }
                _ => match wanted.fields.get("words") {
                    Some(Said::Value(Value::Text(words))) => label(words),
                    _ => String::new(),
                },
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn organisations_are_parted_unless_one_is_known_with_the_sign_in_its_name() {
        let known = ["Bureau Jeugd & Gezin", "Werk, Inkomen en Zorg"];
        let is_there = |name: &str| known.iter().any(|it| super::super::fold(it) == super::super::fold(name));
        let cases: [(&str, &[&str], bool); 12] = [
            ("GGD", &["GGD"], false),
            ("GGD, GGZ; school", &["GGD", "GGZ", "school"], false),
            ("GGD / GGZ\nschool", &["GGD", "GGZ", "school"], false),
            ("GGD en GGZ", &["GGD", "GGZ"], true),
            ("Bureau Jeugd & Gezin", &["Bureau Jeugd & Gezin"], false),
            ("GGD, bureau jeugd & gezin", &["GGD", "bureau jeugd & gezin"], false),
            ("Werk, Inkomen en Zorg en Bureau Jeugd & Gezin", &known_reversed(&known), false),
            ("Veenendaal", &["Veenendaal"], false),
            ("n.v.t.", &[], false),
            ("?", &[], false),
            ("GGD, n.t.b.", &["GGD"], false),
            ("", &[], false),
        ];
        for (text, names, is_doubtful) in cases {
            let (found, doubt) = organisations(text, &is_there);
            assert_eq!(
                (found.iter().map(String::as_str).collect::<Vec<_>>(), doubt),
                (names.to_vec(), is_doubtful),
                "{text}"
            );
        }
    }

    fn known_reversed<'a>(known: &[&'a str; 2]) -> [&'a str; 2] {
        [known[1], known[0]]
    }

    #[test]
    fn a_chain_has_two_ends_or_more() {
        for (text, expected) in [
            ("schulden -> stress", vec!["schulden", "stress"]),
            ("schulden → stress → zelfredzaamheid", vec!["schulden", "stress", "zelfredzaamheid"]),
            ("Schulden leidt tot stress", vec!["Schulden", "stress"]),
            ("schulden", vec![]),
            ("->", vec![]),
            ("schulden ->", vec![]),
            ("school-werk", vec![]),
        ] {
            assert_eq!(chain(text), expected, "{text}");
        }
    }
}
