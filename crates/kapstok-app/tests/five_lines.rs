// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The five lines *worry or not?* of every area of the invented region: on page and paper, in plain Dutch.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::disallowed_methods, reason = "tests of files open files")]

mod made;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use calamine::{Reader, Xlsx};
use made::kapstok;

/// What stands on a page: title and sentence of each line, and the words behind each figure.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shown {
    lines: Vec<(String, String)>,
    figures: Vec<String>,
}

/// The invented region and its pages as files, made once for all tests here.
fn site() -> &'static (PathBuf, PathBuf) {
    static SITE: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();
    SITE.get_or_init(|| {
        let base = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let (region, site) = (base.join("five-region"), base.join("five-site"));
        for dir in [&region, &site] {
            if dir.exists() {
                std::fs::remove_dir_all(dir).unwrap();
            }
        }
        made::region(&region);
        let run = kapstok(&["export", "site", region.to_str().unwrap(), "--out", site.to_str().unwrap()]);
        assert_eq!(run.status, 0, "{}", run.error);
        (region, site)
    })
}

/// Words without marks of the page.
fn plain(html: &str) -> String {
    let mut said = String::new();
    for (at, part) in html.split('<').enumerate() {
        let text = if at == 0 { part } else { part.split_once('>').map_or("", |it| it.1) };
        said.push_str(text);
    }
    said.replace("&#39;", "'").replace("&amp;", "&").replace('\u{a0}', " ").trim().to_owned()
}

/// The five lines of a page; `None` where it has none.
fn shown(html: &str) -> Option<Shown> {
    let block = html.split_once("<dl class=\"worry-lines\">")?.1.split_once("</dl>")?.0;
    let mut found = Shown::default();
    for line in block.split("<dt>").skip(1) {
        let (title, rest) = line.split_once("</dt>").unwrap();
        let sentence = rest.split_once("<p>").unwrap().1.split_once("</p>").unwrap().0;
        // The link to the agenda is no part of the sentence.
        found.lines.push((plain(title), plain(sentence.split("<a ").next().unwrap())));
        let items = rest.split("<li>").skip(1).map(|item| plain(item.split_once("</li>").unwrap().0));
        found.figures.extend(items.map(|item| item.split_once(": ").unwrap().1.to_owned()));
    }
    Some(found)
}

/// The lines of every area, by its code.
fn all(folder: &str) -> BTreeMap<String, Option<Shown>> {
    let folder = std::fs::read_dir(site().1.join(folder)).unwrap();
    let page = |path: PathBuf| {
        let code = path.file_stem().unwrap().to_string_lossy().into_owned();
        (code, shown(&std::fs::read_to_string(path).unwrap()))
    };
    folder.map(|entry| page(entry.unwrap().path())).collect()
}

fn sentences(shown: &Shown) -> Vec<&str> {
    shown.lines.iter().map(|(_, sentence)| sentence.as_str()).collect()
}

#[test]
fn every_area_with_figures_has_its_lines_and_both_languages_count_the_same() {
    let (nl, en) = (all("nl/gebied"), all("en/area"));
    assert_eq!(nl.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    let numbers = |text: &str| -> Vec<String> {
        let words = text.split_whitespace().map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
        words.filter(|word| word.starts_with(|sign: char| sign.is_ascii_digit())).map(str::to_owned).collect()
    };
    for (code, dutch) in nl.iter().filter_map(|(code, shown)| Some((code, shown.as_ref()?))) {
        let english = en[code].as_ref().unwrap();
        let pairs = sentences(dutch).into_iter().zip(sentences(english));
        pairs.for_each(|(one, other)| assert_eq!(numbers(one), numbers(other), "{code}: {one} {other}"));
        assert_eq!(dutch.figures.len(), english.figures.len(), "{code}");
    }
    let n_gated = nl.values().filter(|it| it.is_none()).count();
    assert!(nl.len() > 120 && (1..12).contains(&n_gated), "{} pages, {n_gated} without lines", nl.len());
}

#[test]
fn the_report_of_an_area_has_the_same_five_lines_and_two_pages() {
    let (region, _) = site();
    let dir = tempfile::tempdir().unwrap();
    let pages = all("nl/gebied");
    for code in ["XW010101", "XB01010102", "XG0101"] {
        let report = |name: &str| {
            let to = dir.path().join(name);
            let typed = ["report", "area", region.to_str().unwrap(), code, "-o", to.to_str().unwrap(), "--lang", "nl"];
            let output = assert_cmd::Command::cargo_bin("kapstok").unwrap().args(typed).output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            (to, String::from_utf8(output.stdout).unwrap())
        };
        let (_, said) = report("gebied.pdf");
        assert!(said.contains("2 bladzijden"), "{code}: {said}");
        let (book, _) = report("gebied.xlsx");
        let mut book: Xlsx<_> = calamine::open_workbook(book).unwrap();
        let mut text = String::new();
        for sheet in book.sheet_names() {
            for row in book.worksheet_range(&sheet).unwrap().rows() {
                row.iter().for_each(|cell| text = format!("{text}\n{cell}"));
            }
        }
        let text = text.replace('\u{a0}', " ");
        let page = pages[code].as_ref().unwrap();
        assert_eq!(page.lines.len(), 5, "{code}");
        for (title, sentence) in &page.lines {
            assert!(text.contains(&format!("{title} {sentence}")), "{code}: `{title} {sentence}` in {text}");
        }
    }
}

/// Words that a reader without training in figures does not use; also as a part of a longer word.
const JARGON: [&str; 24] = [
    "significant",
    "betrouwbaarheid",
    "interval",
    "standaard",
    "deviatie",
    "variantie",
    "correctie",
    "regressie",
    "statistisch",
    "indicator",
    "populatie",
    "steekproef",
    "percentiel",
    "deciel",
    "kwartiel",
    "mediaan",
    "model",
    "trend",
    "referentie",
    "benchmark",
    "monitor",
    "relatief",
    "absoluut",
    "correlatie",
];

/// What makes a sentence hard to read at B1; `None` where nothing does.
///
/// At most fifteen words, the longest that the guides for plain Dutch of the government allow on average; no jargon; and words of
/// at most six letters on average. Long words are what readability measures of Dutch weigh most (Douma 1960, Brouwer
/// 1963; LiNT, Pander Maat 2017, by frequency of words); Dutch text has about five letters a word. One long word, such as
/// `gebiedsagenda`, then stands among short ones.
fn hard(sentence: &str) -> Option<String> {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let letters = |word: &&str| word.chars().filter(|sign| sign.is_alphanumeric()).count();
    let mean = words.iter().map(letters).sum::<usize>() as f64 / words.len() as f64;
    let small = sentence.to_lowercase();
    match JARGON.iter().find(|word| small.contains(*word)) {
        Some(word) => Some(format!("`{word}`")),
        None if words.len() > 15 => Some(format!("{} words", words.len())),
        None if mean > 6.0 => Some(format!("{mean:.1} letters a word")),
        None => None,
    }
}

/// Sentences of a text: each ends with a full stop or a question mark before a space.
fn parted(text: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for word in text.split_whitespace() {
        let last = found.len() - 1;
        found[last] = format!("{} {word}", found[last]).trim().to_owned();
        if word.ends_with(['.', '?']) {
            found.push(String::new());
        }
    }
    found.retain(|it| !it.is_empty());
    found
}

/// Numbers taken out, so that sentences of one form are one.
fn form(sentence: &str) -> String {
    let digits: String = sentence.chars().map(|sign| if sign.is_ascii_digit() { '#' } else { sign }).collect();
    digits.split_whitespace().map(|word| if word.contains('#') { "#" } else { word }).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_of_the_five_lines_of_every_area_is_plain_dutch() {
    let mut forms = BTreeSet::new();
    for (code, shown) in all("nl/gebied").iter().filter_map(|(code, shown)| Some((code, shown.as_ref()?))) {
        let titles = shown.lines.iter().map(|(title, _)| title.clone());
        let said = shown.lines.iter().flat_map(|(_, sentence)| parted(sentence));
        for sentence in titles.chain(said).chain(shown.figures.iter().cloned()) {
            assert_eq!(hard(&sentence), None, "{code}: {sentence}");
            forms.insert(form(&sentence));
        }
    }
    // And how the lines are made, which stands below them.
    for code in ["XB01010102", "XW010101", "XG0101"] {
        let html = std::fs::read_to_string(site().1.join(format!("nl/gebied/{code}.html"))).unwrap();
        let rule = html.split_once("</dl>\n<p class=\"hint\">").unwrap().1.split_once("</p>").unwrap().0;
        for sentence in parted(&plain(rule)) {
            assert_eq!(hard(&sentence), None, "{code}: {sentence}");
        }
    }
    // The region shows what the lines can say: worse, better, neither, unknown, agreed and not.
    for expected in [
        "Bij # cijfers gaat het echt minder goed.",
        "Bij # cijfers gaat het echt beter.",
        "Wij zien geen echt verschil.",
        "Bij # cijfer werd het echt minder goed.",
        "Bij # cijfers werd het echt beter.",
        "Wij zien geen echte verandering.",
        "Van # cijfers kunnen wij dat niet zeggen.",
        "Alle cijfers gaan over #",
        "Voor dit gebied is hier nog niets afgesproken.",
        "Er zijn # maatregelen afgesproken.",
    ] {
        assert!(forms.contains(expected), "{expected}: {forms:#?}");
    }
}

#[test]
fn a_hard_sentence_is_found_to_be_hard() {
    let cases = [
        ("Bij 3 van de 9 cijfers gaat het minder goed dan in alle buurten samen.", None),
        ("Er is een gebiedsagenda, maar nog zonder maatregelen.", None),
        ("Het verschil is statistisch niet te zien.", Some("`statistisch`")),
        ("Dit is de mediaan.", Some("`mediaan`")),
        ("Bij 3 van de 9 cijfers gaat het hier minder goed dan in alle buurten samen.", Some("16 words")),
        ("Gebiedsgerichte ontwikkelingen verslechterden aanmerkelijk.", Some("13.8 letters a word")),
    ];
    for (sentence, expected) in cases {
        assert_eq!(hard(sentence).as_deref(), expected, "{sentence}");
    }
    assert_eq!(parted("Een ding. Nog een? Ja 2.5 keer."), ["Een ding.", "Nog een?", "Ja 2.5 keer."]);
}
