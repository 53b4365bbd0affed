// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What can be said of each thing: its fields, and what may stand in each.
//!
//! One table. Log, import, template, export and comparison of versions all go by it, so that a field which is
//! added here is written, read, asked and compared at once. Its words for people are `agenda-field-NAME` in `text/`.

use super::id::Noun;

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Words of people; they can be taken out of the log again.
    Text,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A name that a build knows: code of an area, id of an indicator or a domain, a hash.
    Name,
    /// Several of them.
    Names,
    /// One thing of one of these kinds.
    Id(&'static [Noun]),
    /// Several things of these kinds.
    Ids(&'static [Noun]),
    /// Euros in cents; or unknown.
    Euros,
    /// Full-time posts in thousandths; or unknown.
    Posts,
    /// A year.
    Year,
    /// A day.
    Day,
    /// A number with a decimal point.
    Number,
}

/// Whether a thing can be without a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    /// No thing of the kind is without it.
    Always,
    /// A thing may be without it; what that means is a matter of holes.
    Maybe,
}

/// A field of a kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name in the log.
    pub name: &'static str,
    /// What may stand in it.
    pub form: Form,
    /// Whether it can be left out.
    pub needed: Needed,
}

const fn always(name: &'static str, form: Form) -> Field {
    Field { name, form, needed: Needed::Always }
}

const fn maybe(name: &'static str, form: Form) -> Field {
    Field { name, form, needed: Needed::Maybe }
}

/// A burden weighs on an area; a strength is what one can build on.
pub const SIDES: &[&str] = &["burden", "strength"];
/// How well it is known that one burden feeds another.
pub const EVIDENCE: &[&str] = &["strong", "moderate", "weak", "assumed"];
/// Where a promise stands.
pub const PROMISE_SOURCES: &[&str] = &["document", "council", "agreement"];
/// How far money has come. Stages of one sum are never added up.
pub const STAGES: &[&str] = &["planned", "committed", "spent"];
/// What came of a promise or an action.
pub const OUTCOMES: &[&str] = &["done", "partly", "late", "dropped", "rewritten"];
/// What a partner says of an action.
pub const ANSWERS: &[&str] = &["confirmed", "changed", "refused"];

impl Noun {
    /// The fields of a kind of thing, in the order in which people read them.
    pub const fn fields(self) -> &'static [Field] {
        use Form::{Day, Euros, Id, Ids, Name, Names, Number, OneOf, Posts, Text, Year};
        match self {
            Self::Burden => {
                const {
                    &[
                        always("area", Name),
                        always("side", OneOf(SIDES)),
                        always("name", Text),
                        maybe("domain", Name),
                        maybe("indicator", Name),
                    ]
                }
            }
            Self::Link => {
                const {
                    &[
                        always("area", Name),
                        always("from", Id(&[Noun::Burden])),
                        always("to", Id(&[Noun::Burden])),
                        always("name", Text),
                        always("evidence", OneOf(EVIDENCE)),
                        maybe("source", Text),
                        maybe("library", Name),
                    ]
                }
            }
            Self::Promise => {
                const {
                    &[
                        maybe("areas", Names),
                        always("words", Text),
                        always("source_kind", OneOf(PROMISE_SOURCES)),
                        always("source", Text),
                        maybe("domain", Name),
                        maybe("due", Year),
                        maybe("named_money", Text),
                    ]
                }
            }
            Self::Organisation => const { &[always("name", Text)] },
            Self::Action => {
                const {
                    &[
                        always("area", Name),
                        always("name", Text),
                        maybe("works_on", Ids(&[Noun::Burden, Noun::Link])),
                        maybe("promise", Id(&[Noun::Promise])),
                        maybe("owners", Ids(&[Noun::Organisation])),
                        maybe("partners", Ids(&[Noun::Organisation])),
                        maybe("funders", Ids(&[Noun::Organisation])),
                        maybe("until", Day),
                        maybe("note", Text),
                    ]
                }
            }
            Self::Capacity => {
                const {
                    &[
                        always("area", Name),
                        maybe("action", Id(&[Noun::Action])),
                        maybe("promise", Id(&[Noun::Promise])),
                        maybe("domain", Name),
                        maybe("euros", Euros),
                        maybe("posts", Posts),
                        always("year", Year),
                        always("stage", OneOf(STAGES)),
                        maybe("source", Id(&[Noun::Organisation])),
                        maybe("earmark", Name),
                        maybe("note", Text),
                    ]
                }
            }
            Self::Target => {
                const {
                    &[
                        always("area", Name),
                        always("name", Text),
                        maybe("action", Id(&[Noun::Action])),
                        maybe("burden", Id(&[Noun::Burden])),
                        maybe("indicator", Name),
                        maybe("baseline", Number),
                        maybe("baseline_period", Name),
                        maybe("value", Number),
                        maybe("unit", Text),
                        maybe("deadline", Day),
                    ]
                }
            }
            Self::Delivery => {
                const {
                    &[
                        always("of", Id(&[Noun::Promise, Noun::Action])),
                        always("year", Year),
                        always("outcome", OneOf(OUTCOMES)),
                        maybe("why", Text),
                    ]
                }
            }
            Self::Confirmation => {
                const {
                    &[
                        always("action", Id(&[Noun::Action])),
                        always("organisation", Id(&[Noun::Organisation])),
                        always("answer", OneOf(ANSWERS)),
                        always("stands_for", Name),
                        maybe("role", Text),
                        maybe("words", Text),
                    ]
                }
            }
            Self::Reply => {
                const {
                    &[
                        always("area", Name),
                        always("words", Text),
                        maybe("about", Name),
                        maybe("answer", Text),
                        maybe("answered", Day),
                    ]
                }
            }
        }
    }

    /// A field by its name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }
}
