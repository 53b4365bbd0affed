// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Every row of the output, read again at the place that it gives: on the documents of the invented region, and on the
//! agreement of 2021 where it is at hand.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::disallowed_methods, reason = "tests read files; the crate does not")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use kapstok_read::claims::{ClaimVerdict, Claims};
use kapstok_read::compare::compare_word;
use kapstok_read::count::count;
use kapstok_read::row::DocumentRows;
use kapstok_read::{Document, Limits, Reading, Recipe, extract};
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

const DUTCH: &str = include_str!("../../../recipes/read-nl-coalition/recipe.toml");
const ENGLISH: &str = include_str!("../../../recipes/read-en-plan/recipe.toml");

fn recipe(text: &str) -> Recipe {
    Recipe::parse(text).0.unwrap()
}

fn fixture(name: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/voorbeeldstreek/documents");
    std::fs::read(root.join(name)).unwrap()
}

fn agreement() -> Option<Vec<u8>> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("KAPSTOK_DATA").map_or_else(beside, PathBuf::from).join("policy");
    let found = std::fs::read(root.join("coalitieakkoord-2021-2025.pdf")).ok();
    if found.is_none() {
        println!("not run: policy/coalitieakkoord-2021-2025.pdf is not at hand");
    }
    found
}

fn document(bytes: &[u8], recipe: &Recipe) -> Document {
    Document::of(extract(bytes, &Limits::default()).unwrap(), recipe)
}

/// Documents by their hash, with their rows.
struct Walk<'a> {
    known: BTreeMap<&'a str, (&'a Document, &'a DocumentRows)>,
    /// How many places were read again, by where they stand in the output.
    read: BTreeMap<String, usize>,
    /// How many spans of quotes.
    spans: usize,
}

/// Rows without a place of their own: what is said of the whole document, and counts of rows that have one.
const PLACELESS: [&str; 7] = ["document", "coverage", "warnings", "sections", "blocks", "matrix", "chapters"];

impl Walk<'_> {
    /// Every object that has a quote is read again; every other span is one of the quote around it.
    fn walk(&mut self, value: &Value, path: &str, quote: Option<&str>) {
        match value {
            Value::Array(all) => all.iter().for_each(|one| self.walk(one, path, quote)),
            Value::Object(fields) => {
                let own = fields.get("quote").map(|quote| quote.as_str().unwrap());
                if own.is_some() {
                    self.place(value, path);
                } else if let Some(span) = fields.get("span") {
                    self.span(span, quote, path);
                }
                if let Some(mark) = fields.get("mark") {
                    self.span(mark, own.or(quote), path);
                }
                for (name, inner) in fields.iter().filter(|(_, inner)| inner.is_object() || inner.is_array()) {
                    self.walk(inner, &format!("{path}.{name}"), own.or(quote));
                }
            }
            _ => {}
        }
    }

    fn span(&mut self, span: &Value, quote: Option<&str>, path: &str) {
        // A domain that a heading tells has no words of its own.
        let Some([start, end]) = span.as_array().map(Vec::as_slice) else { return };
        let (start, end) = (number(start), number(end));
        let words = quote.unwrap_or_else(|| panic!("{path}: a span of nothing")).get(start..end);
        assert!(words.is_some_and(|words| !words.trim().is_empty()), "{path}: {start}..{end} of {quote:?}");
        self.spans += 1;
    }

    fn place(&mut self, row: &Value, path: &str) {
        let quote = row["quote"].as_str().unwrap();
        let (document, rows) = self.known[row["document"].as_str().unwrap()];
        assert_eq!(row["recipe_sha256"], document.origin.recipe_sha256.as_str(), "{path}");
        assert!(!quote.is_empty() && quote.trim() == quote, "{path}: {quote:?}");
        let block = &rows.blocks[number(&row["block"])];
        let text = match row["cell"].as_array().map(Vec::as_slice) {
            None => Some(block.text.as_str()),
            Some([Value::Null, _]) => None,
            Some([at, column]) => block.rows[number(at)][number(column)].as_deref(),
            Some(other) => panic!("{path}: {other:?}"),
        };
        let span = number(&row["span"][0])..number(&row["span"][1]);
        if let Some(text) = text {
            assert_eq!(text.get(span.clone()), Some(quote), "{path}: bytes of its block");
        }
        assert_eq!(row["section"].as_array().unwrap().len(), rows.sections[block.section].path.len(), "{path}");
        let pieces = row["pieces"].as_array().unwrap();
        assert_eq!(row["pdf_page"], pieces[0][0], "{path}: it stands where it begins");
        let read: String = pieces
            .iter()
            .map(|piece| {
                let page = &document.pages[number(&piece[0]) - 1];
                page.text.get(number(&piece[1])..number(&piece[2])).unwrap_or_else(|| panic!("{path}: {piece}"))
            })
            .collect();
        assert_eq!(bare(&read), bare(quote), "{path}: texts of its pages");
        *self.read.entry(path.to_owned()).or_default() += 1;
    }
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("no number: {value}"))).unwrap()
}

/// Letters, digits and signs: without spaces and hyphens, which ends of lines decide, and with ligatures as letters.
fn bare(text: &str) -> String {
    text.nfkc().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\u{2010}' | '\u{ad}')).collect()
}

fn walked(all: &[(&Document, &DocumentRows)], values: &[(&str, Value)]) -> BTreeMap<String, usize> {
    let known = all.iter().map(|(document, rows)| (document.origin.sha256.as_str(), (*document, *rows))).collect();
    let mut walk = Walk { known, read: BTreeMap::new(), spans: 0 };
    for (name, value) in values {
        walk.walk(value, name, None);
    }
    println!("{:?}; {} spans of quotes", walk.read, walk.spans);
    assert!(walk.spans > 0);
    walk.read
}

/// Every list of rows but those named above holds rows with a place, and nothing else.
fn each_has_its_place(rows: &DocumentRows, value: &Value) {
    for (name, list) in value.as_object().unwrap().iter().filter(|(name, _)| !PLACELESS.contains(&name.as_str())) {
        for row in list.as_array().into_iter().flatten() {
            let places = row.get("places").and_then(Value::as_array).map_or(0, Vec::len);
            assert!(row.get("quote").is_some() || places == 2, "a row of {name} without a place: {row}");
        }
    }
    let sums = rows.tables.iter().flat_map(|table| &table.others).map(|sum| serde_json::to_value(sum).unwrap());
    let money = rows.ladders.iter().flat_map(|ladder| &ladder.rungs).flat_map(|rung| &rung.money);
    for row in sums.chain(money.map(|money| serde_json::to_value(money).unwrap())) {
        assert!(row.get("quote").is_some() && row.get("pieces").is_some(), "{row}");
    }
}

#[test]
fn what_stands_at_the_place_of_every_row_is_its_quote() {
    let (dutch, english) = (recipe(DUTCH), recipe(ENGLISH));
    let mut cases = vec![
        (fixture("programma-coalitie.pdf"), &dutch),
        (fixture("manifest-burgemeesters.pdf"), &dutch),
        (fixture("area-plan-en.pdf"), &english),
    ];
    cases.extend(agreement().map(|bytes| (bytes, &dutch)));
    for (bytes, recipe) in cases {
        let document = document(&bytes, recipe);
        let rows = Reading::of(&document, recipe).rows();
        let value = serde_json::to_value(&rows).unwrap();
        let read = walked(&[(&document, &rows)], &[("rows", value.clone())]);
        each_has_its_place(&rows, &value);
        assert_eq!(read["rows.statements"], rows.statements.len());
        assert_eq!(read.get("rows.mentions").copied().unwrap_or(0), rows.mentions.len());
        assert_eq!(read.get("rows.tables").copied().unwrap_or(0), rows.tables.len());
        let sums: usize = rows.tables.iter().map(|table| table.others.len()).sum();
        assert_eq!(read.get("rows.tables.others").copied().unwrap_or(0), sums);
    }
}

#[test]
fn what_stands_at_the_place_of_every_answer_is_its_quote() {
    let recipe = recipe(DUTCH);
    let [programme, manifest] = ["programma-coalitie.pdf", "manifest-burgemeesters.pdf"].map(fixture);
    let [programme, manifest] = [programme, manifest].map(|bytes| document(&bytes, &recipe));
    let [agreement, asking] = [&programme, &manifest].map(|document| Reading::of(document, &recipe));
    let answers = asking.answered_by(&agreement);
    let (ours, theirs) = (asking.rows(), agreement.rows());
    let value = serde_json::to_value(&answers).unwrap();
    let read = walked(
        &[(&manifest, &ours), (&programme, &theirs)],
        &[("answers", value), ("rows", serde_json::to_value(&ours).unwrap())],
    );
    let candidates: usize = answers.iter().map(|answer| answer.candidates.len()).sum();
    assert_eq!((read["answers.asked"], read["answers.candidates.place"]), (answers.len(), candidates));
    assert_eq!(read["answers.lead_in"], answers.iter().filter(|answer| answer.lead_in.is_some()).count());
    // Names of asks last, and no two are the same.
    let keys: std::collections::BTreeSet<&str> = answers.iter().map(|answer| answer.key.as_str()).collect();
    assert_eq!(keys.len(), answers.len());
    // A candidate that is a sentence has the key of its statement.
    for candidate in answers.iter().flat_map(|answer| &answer.candidates) {
        let statement = theirs.statements.iter().find(|one| one.place == candidate.place);
        assert_eq!(candidate.key.as_ref(), statement.map(|one| &one.key));
    }
}

#[test]
fn a_document_that_is_read_twice_gives_the_same_bytes() {
    let once = || {
        let recipe = recipe(DUTCH);
        let [programme, manifest] =
            ["programma-coalitie.pdf", "manifest-burgemeesters.pdf"].map(|name| document(&fixture(name), &recipe));
        let [agreement, asking] = [&programme, &manifest].map(|document| Reading::of(document, &recipe));
        let rows = serde_json::to_vec(&agreement.rows()).unwrap();
        let answers = serde_json::to_vec(&asking.answered_by(&agreement)).unwrap();
        assert!(rows.len() > 100_000 && answers.len() > 10_000, "{} {}", rows.len(), answers.len());
        (rows, answers)
    };
    assert!(once() == once());
}

/// Counting, comparing and claiming are one way of counting: a reader who checks one against the other finds the same.
#[test]
fn a_word_has_one_number_whoever_counts_it() {
    let recipe = recipe(DUTCH);
    let [programme, manifest] =
        ["programma-coalitie.pdf", "manifest-burgemeesters.pdf"].map(|name| document(&fixture(name), &recipe));
    let [one, other] = [&programme, &manifest].map(|document| Reading::of(document, &recipe));
    let mut with_excluded = 0;
    let mut with_elliptic = 0;
    for word in
        ["wijkaanpak", "wijk*", "buurt*", "*aanpak", "*zorg*", "jeugd*", "armoede*", "kinderen", "*hulp*", "de wijk"]
    {
        let counted = count(&one.units, &recipe, word).unwrap();
        let n = counted.hits.len();
        with_excluded += usize::from(!counted.excluded.is_empty());
        with_elliptic += usize::from(counted.near.iter().any(|near| near.reason.word() == "elliptic"));
        let compared = compare_word(word, [&one.units, &other.units], &recipe).unwrap();
        assert_eq!(compared.counts[0], n, "{word}");
        assert_eq!(counted.per_ten_thousand(), Some(compared.per_10_000[0]), "{word}");
        let claim = |times: usize| {
            let text = format!(
                "claims = 1\nid = \"a\"\ntitle = {{ nl = \"a\", en = \"a\" }}\n[[claim]]\nid = \"n\"\n\
                 says = {{ nl = \"a\", en = \"a\" }}\ncount = {{ any = [\"{word}\"], times = {times} }}\n"
            );
            one.claimed(&Claims::parse(&text).0.unwrap()).remove(0)
        };
        let found = claim(n.max(1));
        assert_eq!(found.says, Some(n.to_string()), "{word}");
        assert_eq!(found.verdict == ClaimVerdict::True, n > 0, "{word}");
        assert_eq!(found.evidence.len(), n, "{word}");
    }
    println!("{with_excluded} words with false friends, {with_elliptic} with left-out parts");
    assert!(with_excluded > 0, "no word shows whether false friends count");
}
