// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Things of an agenda as people say them: names, values, money, holes.
//!
//! In: a state, a thing, the words of a language. Out: text. Invariant: words that were taken out of the log are said to
//! be taken out; what is unknown is said to be unknown.

use kapstok_agenda::entry::{Entry, Field, Form, Id, Noun, Value};
use kapstok_agenda::holes::{Hole, HoleKind, Why};
use kapstok_agenda::matrix::Sum;
use kapstok_agenda::state::State;

use crate::day::day;
use crate::number::{euros, figure, grouped};
use crate::words::Words;

/// Says things in a language.
#[derive(Clone, Copy)]
pub struct Said<'a> {
    /// What is agreed.
    pub state: &'a State,
    /// The words.
    pub words: &'a Words,
}

impl Said<'_> {
    /// The name of a thing as people gave it.
    pub fn name(&self, id: Id) -> String {
        let Some(entry) = self.state.get(id) else {
            return self.words.say("agenda-not-there", &[("id", &id.to_string())]);
        };
        match self.state.name(id) {
            "" => self.words.say("agenda-removed", &[]),
            _ if entry.noun() == Noun::Link && entry.text("name").is_empty() => self.words.say("agenda-removed", &[]),
            name => name.to_owned(),
        }
    }

    /// A link with its ends: `schulden → zelfredzaamheid`.
    pub fn ends(&self, link: &Entry) -> String {
        let end = |field| link.one(field).map(|id| self.name(id)).unwrap_or_default();
        format!("{} → {}", end("from"), end("to"))
    }

    /// A thing in a table: a link with its ends; what has no name of its own by what it is about.
    pub fn title(&self, id: Id) -> String {
        let Some(entry) = self.state.get(id) else { return self.name(id) };
        let fields: &[&str] = match entry.noun() {
            Noun::Link => return self.ends(entry),
            Noun::Capacity => &["euros", "posts", "year", "stage", "source"],
            Noun::Delivery => &["of", "year"],
            Noun::Confirmation => &["organisation", "action"],
            _ => return self.name(id),
        };
        let said = |name: &&str| Some(self.value(id.noun().field(name)?, entry.value(name)?));
        fields.iter().filter_map(said).collect::<Vec<_>>().join(", ")
    }

    /// Names, one after the other.
    pub fn names(&self, ids: &[Id]) -> String {
        ids.iter().map(|id| self.title(*id)).collect::<Vec<_>>().join(", ")
    }

    /// A kind of thing.
    pub fn noun(&self, noun: Noun) -> String {
        self.words.say(&format!("agenda-noun-{}", noun.word()), &[])
    }

    /// What a thing is: of a burden whether it is one, or a strength.
    pub fn kind(&self, id: Id) -> String {
        match self.state.get(id).and_then(|entry| entry.word("side")) {
            Some(side) => self.word(side),
            None => self.noun(id.noun()),
        }
    }

    /// The name of a field.
    pub fn field(&self, noun: Noun, field: &str) -> String {
        let own = format!("agenda-field-{}-{}", noun.word(), field.replace('_', "-"));
        let said = self.words.say(&own, &[]);
        if said == own { self.words.say(&format!("agenda-field-{}", field.replace('_', "-")), &[]) } else { said }
    }

    /// A word of a closed list.
    pub fn word(&self, word: &str) -> String {
        self.words.say(&format!("agenda-word-{word}"), &[])
    }

    /// What stands in a field, in one line.
    pub fn value(&self, field: &Field, value: &Value) -> String {
        match (field.form, value) {
            (_, Value::Text(text)) => text.clone(),
            (_, Value::Removed) => self.words.say("agenda-removed", &[]),
            (_, Value::Unknown) => self.words.say("agenda-unknown", &[]),
            (Form::OneOf(_), Value::Word(word)) => self.word(word),
            (Form::Number, Value::Word(word)) => {
                word.parse().map_or_else(|_| word.clone(), |number| figure(number, 6, self.words.language))
            }
            (Form::Day, Value::Word(word)) => day(word, self.words),
            (_, Value::Word(word)) if matches!(field.name, "domain" | "earmark") => self.words.word("domain", word),
            (_, Value::Word(word)) => word.clone(),
            (_, Value::Words(words)) => words.join(", "),
            (_, Value::Id(id)) => self.title(*id),
            (_, Value::Ids(ids)) => self.names(ids),
            (Form::Euros, Value::Whole(cents)) => euros(*cents, self.words.language),
            (Form::Posts, Value::Whole(posts)) => self.posts(*posts),
            (_, Value::Whole(number)) => number.to_string(),
        }
    }

    /// Full-time posts.
    pub fn posts(&self, thousandths: u64) -> String {
        let number = grouped(&figure(thousandths as f64 / 1_000.0, 3, self.words.language), self.words.language);
        self.words.say("agenda-posts", &[("posts", &number)])
    }

    /// Euros and posts with how much of them is unknown; empty where nothing is said.
    pub fn sum(&self, sum: &Sum) -> String {
        let mut parts = Vec::new();
        if sum.cents > 0 {
            parts.push(euros(sum.cents, self.words.language));
        }
        if sum.euros_unknown > 0 {
            parts.push(self.words.say("agenda-euros-unknown", &[("n", &sum.euros_unknown.to_string())]));
        }
        if sum.posts > 0 {
            parts.push(self.posts(sum.posts));
        }
        if sum.posts_unknown > 0 {
            parts.push(self.words.say("agenda-posts-unknown", &[("n", &sum.posts_unknown.to_string())]));
        }
        parts.join(" + ")
    }

    /// What is missing, in a few words.
    pub fn hole_kind(&self, hole: &Hole) -> String {
        self.words.say(&format!("hole-{}", hole.kind.word()), &[])
    }

    /// What a hole is about, by name.
    pub fn hole_about(&self, hole: &Hole) -> String {
        match (&hole.domain, hole.about.first()) {
            (Some(domain), _) => self.words.word("domain", domain),
            // Money has no name: it is called by what it is.
            (None, Some(id)) if id.noun() == Noun::Capacity => self.amount_of(hole),
            (None, Some(id)) => self.title(*id),
            (None, None) => String::new(),
        }
    }

    /// Why it is a hole, in a sentence; of a partner's answer with who said it, when, and in which words.
    pub fn hole_why(&self, hole: &Hole) -> String {
        let why = self.hole_reason(hole);
        match self.answer_of(hole) {
            Some(answer) => format!("{why} {answer}"),
            None => why,
        }
    }

    /// The last answer of the partner that a hole is about.
    fn answer_of(&self, hole: &Hole) -> Option<String> {
        let (action, organisation) = (hole.first(Noun::Action)?, hole.first(Noun::Organisation)?);
        if hole.kind != HoleKind::ActionNotConfirmed || hole.why == Why::NotAsked {
            return None;
        }
        let of = |it: &&Entry| it.one("action") == Some(action) && it.one("organisation") == Some(organisation);
        let answer = self.state.all(Noun::Confirmation).filter(of).max_by_key(|it| it.id())?;
        Some(self.answer(answer))
    }

    /// Who answered, when, and in which words.
    pub fn answer(&self, confirmation: &Entry) -> String {
        let since = self.state.standing(confirmation.id()).map(|standing| standing.since.to_string());
        let on = since.map(|since| day(&since, self.words)).unwrap_or_default();
        let role = match confirmation.text("role") {
            "" => self.words.say("answer-no-role", &[]),
            role => role.to_owned(),
        };
        match confirmation.text("words") {
            "" => self.words.say("answer-by", &[("role", &role), ("day", &on)]),
            said => self
                .words
                .say("answer-by-words", &[("role", &role), ("day", &on), ("words", &said.replace('\n', "; "))]),
        }
    }

    fn hole_reason(&self, hole: &Hole) -> String {
        let named = |noun: Noun| hole.first(noun).map(|id| self.title(id)).unwrap_or_default();
        let organisations: Vec<Id> = hole.about.iter().copied().filter(|id| id.noun() == Noun::Organisation).collect();
        let actions: Vec<Id> = hole.about.iter().copied().filter(|id| id.noun() == Noun::Action).collect();
        let domain = hole.domain.as_deref().map(|domain| self.words.word("domain", domain)).unwrap_or_default();
        let subject = hole.about.iter().copied().find(|id| matches!(id.noun(), Noun::Burden | Noun::Link));
        let facts = [
            ("domain", domain),
            ("burden", named(Noun::Burden)),
            ("link", named(Noun::Link)),
            ("subject", subject.map(|id| self.title(id)).unwrap_or_default()),
            ("action", named(Noun::Action)),
            ("other", actions.get(1).map(|id| self.title(*id)).unwrap_or_default()),
            ("target", named(Noun::Target)),
            ("promise", named(Noun::Promise)),
            ("organisation", self.names(organisations.get(..1).unwrap_or_default())),
            ("organisations", self.names(&organisations)),
            ("amount", self.amount_of(hole)),
            ("named", self.named_money(hole)),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let key = match hole.why.word() {
            Some(why) => format!("hole-{}-{why}", hole.kind.word()),
            None => format!("hole-{}-why", hole.kind.word()),
        };
        self.words.say(&key, &facts)
    }

    /// The money that the words of a promise name.
    fn named_money(&self, hole: &Hole) -> String {
        let promise = hole.first(Noun::Promise).and_then(|id| self.state.get(id));
        let field = Noun::Promise.field("named_money");
        let named = promise.zip(field).and_then(|(promise, field)| Some(self.value(field, promise.value(field.name)?)));
        named.unwrap_or_default()
    }

    fn amount_of(&self, hole: &Hole) -> String {
        let Some(capacity) = hole.first(Noun::Capacity).and_then(|id| self.state.get(id)) else { return String::new() };
        let mut sum = Sum::default();
        sum.add(capacity);
        let year = capacity.whole("year").map(|year| year.to_string()).unwrap_or_default();
        format!("{} ({year})", self.sum(&sum))
    }
}
