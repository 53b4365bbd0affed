// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What is said of a document, in sentences of `text/`.
//!
//! In: rows and words. Out: text. Invariant: a count stands beside what it is a count of.

use kapstok_read::claims::TargetAt;
use kapstok_read::number::Measure;
use kapstok_read::row::{
    AnswerRow, CandidateRow, CheckRow, DocumentRows, HeadRow, MentionRow, Named, PlaceRow, RemarkRow, RungMoneyRow,
    StatementRow, TargetRow,
};

use super::tally::{CellMoney, Money, n_by_area, verdicts};
use crate::words::{Language, Words};

/// A document in one sentence: pages, sentences, how many of them name an area.
pub fn in_short(rows: &DocumentRows, words: &Words) -> String {
    let pages = counted("documents-n-pages", rows.coverage.pages, words);
    let sentences = counted("documents-n-sentences", rows.coverage.sentences, words);
    let by_area = counted("documents-n-by-area", n_by_area(rows), words);
    words.say("documents-in-short", &[("pages", &pages), ("sentences", &sentences), ("area", &by_area)])
}

/// What was read, and what was not.
pub fn coverage(rows: &DocumentRows, words: &Words) -> Vec<String> {
    let coverage = &rows.coverage;
    let pages: Vec<String> = coverage.pages_without_text.iter().map(ToString::to_string).collect();
    let blank = match pages.as_slice() {
        [] => words.say("documents-pages-all", &[]),
        some => words.say("documents-pages-blank", &[("pages", &some.join(", "))]),
    };
    let lost = (coverage.pages_lost > 0).then(|| counted("documents-pages-lost", coverage.pages_lost, words));
    let (read, tables) = (coverage.tables_read.to_string(), coverage.tables.to_string());
    let left_out = [("heads", coverage.running_heads.to_string()), ("lines", coverage.contents_lines.to_string())];
    let tables = match coverage.tables {
        0 => words.say("documents-no-tables", &[]),
        _ => words.say("documents-tables-read", &[("read", &read), ("number", &tables)]),
    };
    let heads = left_out.each_ref().map(|(name, value)| (*name, value.as_str()));
    let words_in_all = words.number(rows.document.words[0] as f64, 0);
    let rest = [
        blank,
        tables,
        counted("documents-footnotes", coverage.footnotes, words),
        words.say("documents-left-out", &heads),
        words.say("documents-read-with", &[("number", &words_in_all), ("recipe", &rows.document.recipe)]),
    ];
    lost.into_iter().chain(rest).collect()
}

/// Warnings in words, each with its hint.
pub fn warnings(rows: &DocumentRows, words: &Words) -> Vec<(String, Option<String>)> {
    let say = |warning: &kapstok_read::row::WarningRow| {
        let facts: Vec<(&str, &str)> =
            warning.facts.iter().map(|(name, fact)| (name.as_str(), fact.as_str())).collect();
        (
            capital(&words.say(&warning.code, &facts)),
            words.attribute(&warning.code, "hint", &facts).map(|it| capital(&it)),
        )
    };
    rows.warnings.iter().map(say).collect()
}

/// A page, with the headings above a place.
pub fn at(place: &PlaceRow, words: &Words) -> String {
    let page = page(place.page.as_deref(), place.pdf_page, words);
    match place.section.as_slice() {
        [] => page,
        section => format!("{page}, {}", section.join(" > ")),
    }
}

/// The number that is printed on a page; without it that of the file.
pub fn page(printed: Option<&str>, of_file: u32, words: &Words) -> String {
    match printed {
        Some(printed) => words.say("documents-page", &[("page", printed)]),
        None => words.say("documents-page-file", &[("page", &of_file.to_string())]),
    }
}

/// Money, each sum with its kind of time; of a range both ends.
pub fn money(sums: &[Money], words: &Words) -> String {
    let one = |money: &Money| {
        let sign = match money.currency.as_str() {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            other => other,
        };
        let amount = |value: f64| format!("{sign}\u{a0}{}", words.number(value, 0));
        let amount = match money.to > money.from {
            true => words.say("documents-range", &[("from", &amount(money.from)), ("to", &amount(money.to))]),
            false => amount(money.from),
        };
        words.say(&format!("documents-money-{}", money.time), &[("amount", &amount)])
    };
    match sums {
        [] => words.say("documents-nothing", &[]),
        sums => sums.iter().map(one).collect::<Vec<_>>().join("; "),
    }
}

/// Money of a cell: what is promised, how many amounts are others, how many were added once though they stand twice.
pub fn cell_money(cell: &CellMoney, words: &Words) -> String {
    let mut said = money(&cell.promised, words);
    for (key, n) in [("documents-money-others", cell.n_others), ("documents-money-twice", cell.n_twice)] {
        if n > 0 {
            said = format!("{said}; {}", counted(key, n, words));
        }
    }
    said
}

/// How much an aim is, in words of the text where it has them, and of what.
pub fn quantity(statement: &StatementRow, target: &TargetRow, words: &Words) -> String {
    let [start, end] = target.span;
    let written = statement.place.quote.get(start..end).filter(|text| !text.is_empty());
    let decimals = usize::from(target.quantity.is_some_and(|value| value.fract() != 0.0)) * 2;
    let number = target.quantity.map(|value| words.number(value, decimals));
    match (written.map(str::to_owned).or(number), target.unit.as_deref()) {
        (Some(number), Some(unit)) => format!("{number} ({unit})"),
        (Some(number), None) => number,
        (None, Some(unit)) => unit.to_owned(),
        (None, None) => words.say("documents-nothing", &[]),
    }
}

/// Which way an aim goes.
pub fn direction(target: &TargetRow, words: &Words) -> String {
    match target.direction.as_deref() {
        Some(direction) => words.word("documents-direction", direction),
        None => words.say("documents-nothing", &[]),
    }
}

/// When an aim is to be reached: a year, or a length of time.
pub fn deadline(target: &TargetRow, words: &Words) -> String {
    target.deadline.as_deref().map_or_else(|| words.say("documents-nothing", &[]), |code| term(code, words))
}

/// A time of a row in words: `P4Y`, `P18M`, `2030`, `2030-06`, `2030-06-01`. What is none of these stays as it is.
pub fn term(code: &str, words: &Words) -> String {
    let length = |sign: char| code.strip_prefix('P')?.strip_suffix(sign)?.parse().ok();
    if let Some(years) = length('Y') {
        return counted("documents-years", years, words);
    }
    if let Some(months) = length('M') {
        return counted("documents-months", months, words);
    }
    let parts: Vec<Option<u32>> = code.split('-').map(|part| part.parse().ok()).collect();
    let month = |month: u32| words.word("month", &month.to_string());
    match parts.as_slice() {
        [Some(year), Some(at @ 1..=12)] => format!("{} {year}", month(*at)),
        [Some(year), Some(at @ 1..=12), Some(day)] => format!("{day} {} {year}", month(*at)),
        _ => code.to_owned(),
    }
}

/// A target as it was read, in words: by 50 %, within 4 years.
pub fn aim(target: &TargetAt, words: &Words) -> String {
    let quantity = target.quantity.map(|quantity| {
        let size = words.number(quantity.abs(), usize::from(quantity.fract() != 0.0) * 2);
        let size = match target.measure {
            Measure::Count => size,
            Measure::Percent | Measure::Change => format!("{size}\u{a0}%"),
        };
        let way = match (quantity < 0.0, target.measure) {
            (true, _) => Some("decrease_by"),
            (false, Measure::Change) => Some("increase_by"),
            (false, _) => None,
        };
        way.map_or_else(|| size.clone(), |way| format!("{} {size}", words.word("documents-direction", way)))
    });
    let term = target.term.as_deref().map(|code| term(code, words));
    quantity.into_iter().chain(term).collect::<Vec<_>>().join(", ")
}

/// What keeps a place from being the whole answer, and where the rules find nothing missing, that.
pub fn remarks(candidate: &CandidateRow, words: &Words) -> Vec<String> {
    let mut said: Vec<String> = candidate.remarks.iter().map(|one| remark(one, words)).collect();
    if !candidate.unmet.is_empty() {
        said.push(capital(&words.say("read-unmet", &[("words", &candidate.unmet.join(", "))])));
    }
    if candidate.is_whole() {
        said.push(words.say("documents-whole", &[]));
    }
    said
}

/// Money near a place that has none itself, each with its rung, for what it is meant, and its page.
pub fn money_near(candidate: &CandidateRow, words: &Words) -> Vec<String> {
    let line = |rung: &str, money: &RungMoneyRow| {
        let (rung, tie) = (words.word("read-rung", rung), words.word("read-tie", &money.tie));
        let page = page(money.place.page.as_deref(), money.place.pdf_page, words);
        capital(&format!("{rung}: {} ({tie}), {page}", amount_near(money)))
    };
    candidate.money.iter().flat_map(|rung| rung.money.iter().map(|money| line(&rung.rung, money))).collect()
}

/// An amount as it is written; cells of a table with the label of their row.
pub fn amount_near(money: &RungMoneyRow) -> String {
    let label = &money.place.quote;
    if *label == money.amount { money.amount.clone() } else { format!("{label}: {}", money.amount) }
}

/// A name of the recipe.
pub fn name(named: &Named, language: Language) -> &str {
    match language {
        Language::Nl => &named.nl,
        Language::En => &named.en,
    }
}

/// The name of an id of the recipe; the id itself where the recipe has no name for it.
pub fn name_of<'a>(all: &'a [Named], id: &'a str, language: Language) -> &'a str {
    all.iter().find(|one| one.id == id).map_or(id, |named| name(named, language))
}

/// A word in a field of a statement, as people say it; any other text stays as it is.
pub fn field(head: &HeadRow, field: &str, word: &str, words: &Words) -> String {
    match field {
        "domains" => name_of(&head.domains, word, words.language).to_owned(),
        "scale" => name_of(&head.scales, word, words.language).to_owned(),
        "direction" => words.word("documents-direction", word),
        _ => words.word("review-value", word),
    }
}

/// Why a word was not counted.
pub fn rule(mention: &MentionRow, words: &Words) -> String {
    match &mention.rule {
        Some(rule) => words.say("documents-rule", &[("rule", rule)]),
        None => words.say("documents-rule-none", &[]),
    }
}

/// A sum that does not hold.
pub fn check(check: &CheckRow, words: &Words) -> String {
    let nothing = words.say("documents-nothing", &[]);
    let or_nothing = |text: &'_ Option<String>| text.clone().unwrap_or_else(|| nothing.clone());
    let (printed, computed) = (or_nothing(&check.printed), or_nothing(&check.computed));
    let facts =
        [("row", check.row.as_str()), ("column", &check.column), ("printed", &printed), ("computed", &computed)];
    words.say(&format!("read-check-{}", check.outcome), &facts)
}

/// How many asks got which verdict.
pub fn answered(answers: &[AnswerRow], words: &Words) -> String {
    let [taken_up, partly, elsewhere, not_found] = verdicts(answers).map(|n| n.to_string());
    let n = answers.len().to_string();
    let facts = [
        ("n", n.as_str()),
        ("taken_up", &taken_up),
        ("partly", &partly),
        ("elsewhere", &elsewhere),
        ("not_found", &not_found),
    ];
    let said = words.say("read-answers", &facts);
    let rejected = answers.iter().filter(|answer| answer.verdict == super::judged::REJECTED).count();
    match rejected {
        0 => said,
        n => format!("{said}; {}", words.say("documents-judged-rejected", &[("n", &n.to_string())])),
    }
}

/// What keeps a place from being the whole answer.
pub fn remark(remark: &RemarkRow, words: &Words) -> String {
    let facts = [("asked", remark.asked.as_deref().unwrap_or("-")), ("given", remark.given.as_deref().unwrap_or("-"))];
    capital(&words.say(&format!("read-remark-{}", remark.what), &facts))
}

/// Who says so.
pub fn by(answer: &AnswerRow, words: &Words) -> String {
    match answer.by.as_str() {
        "rules" => words.say("read-rules-propose", &[]),
        role => words.say("documents-decided", &[("role", role)]),
    }
}

fn counted(key: &str, n: usize, words: &Words) -> String {
    words.say(key, &[("n", &n.to_string())])
}

/// With a capital, as a sentence begins.
pub fn capital(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}
