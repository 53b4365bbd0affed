// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a column holds, by its title: one table of what people call it (`titles.toml`), in Dutch and English.
//!
//! In: the text of a title. Out: a [`Title`]: the field, and the year, the stage and the factor that the title says.
//! Not here: which row holds the titles, and what a user or an earlier file says of them (`titles.rs`).

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use super::Language;
use super::choice::choice;
use super::fold::{fold, words};
use super::moment::year_of;

const TITLES: &str = include_str!("titles.toml");

macro_rules! columns {
    ($($name:ident $word:literal $about:literal;)*) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Column { $(#[doc = $about] $name,)* }

        impl Column {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// Its word in `titles.toml` and `forms.toml`; with `agenda-column-` before it the key of its title.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

columns! {
    Nr "nr" "Name of the thing of the row, such as `a12`; any other number is the user's own.";
    Area "area" "Code or name of an area.";
    Burden "burden" "Burdens, by name.";
    Strength "strength" "Strengths, by name.";
    Side "side" "Burden or strength.";
    Domain "domain" "Domain of what the row is about.";
    MoneyDomain "money_domain" "Domain of the money.";
    PromiseDomain "promise_domain" "Domain of the promise.";
    Indicator "indicator" "Indicator of the target, or of the burden.";
    Link "link" "A link, by name or as `A -> B`.";
    From "from" "The burden that feeds.";
    To "to" "The burden that is fed.";
    Evidence "evidence" "How well a link is known.";
    LinkSource "link_source" "Source of that.";
    Library "library" "Its name in the library of links.";
    Source "source" "A source, of what the sheet is about.";
    Action "action" "An action, by name.";
    WorksOn "works_on" "The burdens and links an action works on.";
    Owners "owners" "Who owns an action.";
    Partners "partners" "Who takes part.";
    Funders "funders" "Who pays.";
    Until "until" "Until when.";
    Note "note" "A remark.";
    Euros "euros" "Euros.";
    Posts "posts" "Full-time posts.";
    Year "year" "Year of the money.";
    Stage "stage" "Stage of the money.";
    MoneySource "money_source" "Who gives the money.";
    Earmark "earmark" "What the money is for and nothing else.";
    MoneyNote "money_note" "A remark on the money.";
    MoneyPromise "money_promise" "The promise that the money is for.";
    Target "target" "A target, by name.";
    TargetBurden "target_burden" "The burden that a target is about.";
    Baseline "baseline" "Where a target starts.";
    BaselinePeriod "baseline_period" "What period that is about.";
    Value "value" "The value to be reached.";
    Unit "unit" "Its unit.";
    Deadline "deadline" "By when.";
    Promise "promise" "A promise, in its own words.";
    PromiseKind "promise_kind" "Where it was made: document, council, agreement.";
    PromiseSource "promise_source" "Where it stands.";
    PromiseDue "promise_due" "For which year.";
    PromiseMoney "promise_money" "The money that its words name.";
    Wording "wording" "The wording of an action that a partner was asked about.";
    Organisation "organisation" "The organisation that was asked.";
    Answer "answer" "Its answer.";
    AnswerRole "answer_role" "The role of who answers.";
    Remark "remark" "Their remark.";
    ChangedAmount "changed_amount" "Another amount.";
    ChangedDate "changed_date" "Another day.";
    Part "part" "What part the organisation has: shown, not read.";
    ShownMoney "shown_money" "The money of an action: shown, not read.";
    Ignore "ignore" "Not read, as a person decided.";
}

impl Column {
    /// A column by its word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|column| column.word() == word)
    }

    /// Whether several columns of a sheet may hold it.
    pub(super) fn may_repeat(self) -> bool {
        matches!(self, Self::Owners | Self::Partners | Self::Funders | Self::Note | Self::Ignore)
    }

    /// Whether it holds an amount.
    pub(super) fn is_money(self) -> bool {
        matches!(self, Self::Euros | Self::Posts)
    }
}

/// What a title says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// What the column holds.
    pub column: Column,
    /// The year of all its amounts: `Budget 2025`, or a year alone.
    pub year: Option<u16>,
    /// The stage of all its amounts: `Toegezegd 2025`.
    pub stage: Option<&'static str>,
    /// What amounts are multiplied by: `x 1.000`; `None` where the title says nothing.
    pub factor: Option<u64>,
    /// The language it is in, where only one has it.
    pub language: Option<Language>,
}

impl Title {
    fn of(column: Column) -> Self {
        Self { column, year: None, stage: None, factor: None, language: None }
    }

    /// Reads what [`fmt::Display`] wrote: `euros 2025 planned x1000`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        let mut title = Self::of(Column::parse(parts.next()?)?);
        for part in parts {
            match (year_of(part), part.strip_prefix('x').and_then(|it| it.parse().ok()), choice("stage", part)) {
                (Some(year), ..) => title.year = Some(year),
                (_, Some(factor @ (1 | 1_000 | 1_000_000)), _) => title.factor = Some(factor),
                (_, _, Some(stage)) => title.stage = Some(stage),
                _ => return None,
            }
        }
        let plain = title.year.is_none() && title.stage.is_none() && title.factor.is_none();
        (plain || title.column.is_money()).then_some(title)
    }

    /// What a text says as a title; `None` where it is none that is known.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > 200 {
            return None;
        }
        let factor = factor(text);
        let without = without_brackets(text);
        [text, without.as_str()].into_iter().find_map(|text| {
            let mut title = Self::read_words(&words(text), fold(text), factor.is_some())?;
            title.factor = factor;
            (factor.is_none() || title.column.is_money()).then_some(title)
        })
    }

    fn read_words(words: &[String], key: String, has_factor: bool) -> Option<Self> {
        if let Some((column, language)) = BY_KEY.get(&key) {
            return Some(Self { language: *language, ..Self::of(*column) });
        }
        let years: Vec<u16> = words.iter().filter_map(|word| year_of(word)).collect();
        let stage = words.iter().find_map(|word| choice("stage", word));
        if years.len() > 1 || (years.is_empty() && stage.is_none() && !has_factor) {
            return None;
        }
        let is_rest = |word: &&String| {
            let of_factor = has_factor && FACTOR_WORDS.contains(&word.as_str());
            year_of(word).is_none()
                && choice("stage", word).is_none()
                && !of_factor
                && !FILLING.contains(&word.as_str())
        };
        let rest: String = words.iter().filter(is_rest).map(String::as_str).collect();
        let (column, language) = match rest.as_str() {
            "" => (Column::Euros, None),
            rest => *BY_KEY.get(rest)?,
        };
        column.is_money().then_some(Self { year: years.first().copied(), stage, language, ..Self::of(column) })
    }
}

impl fmt::Display for Title {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        form.write_str(self.column.word())?;
        if let Some(year) = self.year {
            write!(form, " {year}")?;
        }
        if let Some(stage) = self.stage {
            write!(form, " {stage}")?;
        }
        match self.factor {
            Some(factor) => write!(form, " x{factor}"),
            None => Ok(()),
        }
    }
}

const FACTOR_WORDS: [&str; 17] = [
    "x",
    "1",
    "000",
    "1000",
    "in",
    "duizend",
    "duizenden",
    "thousand",
    "thousands",
    "k",
    "keur",
    "eur",
    "euro",
    "euros",
    "s",
    "mln",
    "miljoen",
];
const FILLING: [&str; 6] = ["in", "voor", "for", "per", "van", "eur"];

/// What a title or a caption multiplies amounts by: `(x € 1.000)`, `in duizenden euro's`, `k€`.
pub(super) fn factor(text: &str) -> Option<u64> {
    let lower = text.to_lowercase();
    let dense: String = lower.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '€' | '\'')).collect();
    let dense = dense.replace("euro", "").replace("eur", "");
    let times = ['x', '×', '*', '('];
    let after_times = |number: &str| {
        let starts = dense.match_indices(number).any(|(at, _)| {
            let before = dense[..at].chars().next_back();
            let after = dense[at + number.len()..].chars().next();
            before.is_none_or(|sign| times.contains(&sign))
                && after.is_none_or(|sign| !sign.is_ascii_digit() && sign != '.')
        });
        starts || dense.contains(&format!("in{number}"))
    };
    let words = words(text);
    let says = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if ["1.000.000", "1000000", "1,000,000"].iter().any(|number| after_times(number))
        || says(&["mln", "miljoen", "miljoenen", "million", "millions"])
    {
        return Some(1_000_000);
    }
    let thousand = ["1.000", "1000", "1,000"].iter().any(|number| after_times(number));
    let k_euro = lower.contains("k€") || lower.contains("€k") || lower.contains("k euro") || lower.contains("keur");
    (thousand || k_euro || says(&["duizend", "duizenden", "thousand", "thousands"])).then_some(1_000)
}

fn without_brackets(text: &str) -> String {
    let (mut depth, mut kept) = (0_u32, String::new());
    for sign in text.chars() {
        match sign {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            sign if depth == 0 => kept.push(sign),
            _ => {}
        }
    }
    kept
}

type Known = BTreeMap<String, (Column, Option<Language>)>;

static BY_KEY: LazyLock<Known> = LazyLock::new(|| {
    let table: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(TITLES).unwrap_or_default();
    let mut known = Known::new();
    for (word, languages) in &table {
        let Some(column) = Column::parse(word) else { continue };
        for (language, titles) in languages {
            let language = if language == "nl" { Language::Dutch } else { Language::English };
            for title in titles {
                let in_both = |known: &mut (Column, Option<Language>)| {
                    if known.1 != Some(language) {
                        known.1 = None;
                    }
                };
                known.entry(fold(title)).and_modify(in_both).or_insert((column, Some(language)));
            }
        }
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_titles_in_both_languages_and_no_title_means_two() {
        let table: BTreeMap<String, BTreeMap<String, Vec<String>>> = toml::from_str(TITLES).unwrap();
        let mut meaning = BTreeMap::new();
        for (word, languages) in &table {
            let column = Column::parse(word).unwrap_or_else(|| panic!("{word}"));
            assert_eq!(languages.keys().collect::<Vec<_>>(), ["en", "nl"], "{word}");
            for title in languages.values().flatten() {
                let other = meaning.insert(fold(title), column).unwrap_or(column);
                assert_eq!(other, column, "{title}");
            }
        }
        let without = Column::ALL.iter().filter(|column| !table.contains_key(column.word())).copied();
        assert_eq!(without.collect::<Vec<_>>(), [Column::Ignore]);
    }

    #[test]
    fn a_title_says_field_year_stage_and_factor() {
        let cases = [
            ("Maatregel", Some("action")),
            ("MAATREGELEN ", Some("action")),
            ("Trek\u{ad}ker", Some("owners")),
            ("Budget (€)", Some("euros")),
            ("Budget (x € 1.000)", Some("euros x1000")),
            ("Budget x 1.000", Some("euros x1000")),
            ("Bedrag × € 1.000,-", Some("euros x1000")),
            ("Kosten in duizenden euro's", Some("euros x1000")),
            ("Budget (k€)", Some("euros x1000")),
            ("x € 1.000", Some("euros x1000")),
            ("Budget (in mln)", Some("euros x1000000")),
            ("2024", Some("euros 2024")),
            ("€ 2024", Some("euros 2024")),
            ("Budget 2025", Some("euros 2025")),
            ("2025 (x € 1.000)", Some("euros 2025 x1000")),
            ("fte 2025", Some("posts 2025")),
            ("Toegezegd 2025", Some("euros 2025 committed")),
            ("Gepland", Some("euros planned")),
            ("Besteed bedrag", Some("euros spent")),
            ("Toezegging", Some("promise")),
            ("Bron van toezegging", Some("promise_source")),
            ("Dekking", Some("funders")),
            ("Betrokken partijen", Some("partners")),
            ("2024-2026", None),
            ("Trekker 2025", None),
            ("Kleur", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(Title::read(text).map(|title| title.to_string()).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_remembered_field_is_read_as_it_was_written() {
        for text in ["action", "euros 2025 planned x1000", "posts 2024", "ignore"] {
            assert_eq!(Title::parse(text).map(|title| title.to_string()).as_deref(), Some(text));
        }
        for text in ["", "leader", "action 2025", "euros tomorrow", "euros x7"] {
            assert_eq!(Title::parse(text), None, "{text}");
        }
    }
}
