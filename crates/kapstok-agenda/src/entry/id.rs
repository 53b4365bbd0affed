// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What things there are in an agenda, and the short name of one: `a12` is the twelfth action.
//!
//! A name says nothing of what the thing is about: words can be taken out of the log, names can not.

use std::fmt;

/// A kind of thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Noun {
    /// A burden of an area, or a strength of it.
    Burden,
    /// One burden feeds another.
    Link,
    /// What was promised, word for word.
    Promise,
    /// Who acts: a municipality, a school, a housing corporation.
    Organisation,
    /// What is done about a burden or a link.
    Action,
    /// Euros and posts.
    Capacity,
    /// A value to be reached.
    Target,
    /// What came of a promise or an action in a year.
    Delivery,
    /// What a partner says of an action.
    Confirmation,
    /// What a resident says, and the public answer.
    Reply,
}

impl Noun {
    /// All of them, in the order in which one names the other.
    pub const ALL: [Self; 10] = [
        Self::Burden,
        Self::Link,
        Self::Promise,
        Self::Organisation,
        Self::Action,
        Self::Capacity,
        Self::Target,
        Self::Delivery,
        Self::Confirmation,
        Self::Reply,
    ];

    /// Its word in the log, in JSON and in keys of the texts.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Burden => "burden",
            Self::Link => "link",
            Self::Promise => "promise",
            Self::Organisation => "organisation",
            Self::Action => "action",
            Self::Capacity => "capacity",
            Self::Target => "target",
            Self::Delivery => "delivery",
            Self::Confirmation => "confirmation",
            Self::Reply => "reply",
        }
    }

    const fn letter(self) -> char {
        match self {
            Self::Burden => 'b',
            Self::Link => 'l',
            Self::Promise => 'p',
            Self::Organisation => 'o',
            Self::Action => 'a',
            Self::Capacity => 'c',
            Self::Target => 't',
            Self::Delivery => 'd',
            Self::Confirmation => 'f',
            Self::Reply => 'r',
        }
    }
}

/// The name of one thing in an agenda: a letter for its kind, and a number from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    noun: Noun,
    number: u32,
}

impl Id {
    /// The name of the thing with a number; `None` for 0.
    pub fn new(noun: Noun, number: u32) -> Option<Self> {
        (number > 0).then_some(Self { noun, number })
    }

    /// The name that follows the thing with a number.
    pub fn after(noun: Noun, number: u32) -> Self {
        Self { noun, number: number.saturating_add(1) }
    }

    /// Reads `a12`; `None` for what is no name, `a012` included.
    pub fn parse(text: &str) -> Option<Self> {
        let letter = text.chars().next()?;
        let noun = Noun::ALL.into_iter().find(|noun| noun.letter() == letter)?;
        let digits = text.get(1..)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if plain { Self::new(noun, digits.parse().ok()?) } else { None }
    }

    /// What it is the name of.
    pub fn noun(self) -> Noun {
        self.noun
    }

    /// Its number.
    pub fn number(self) -> u32 {
        self.number
    }
}

impl fmt::Display for Id {
    fn fmt(&self, form: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(form, "{}{}", self.noun.letter(), self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_back_as_it_was_written_and_there_is_one_spelling() {
        for noun in Noun::ALL {
            let id = Id::new(noun, 12).unwrap();
            assert_eq!(Id::parse(&id.to_string()), Some(id));
        }
        for text in ["", "a", "a0", "a012", "a-1", "a+1", "x1", "A1", "a1 ", "a4294967296", "é1"] {
            assert_eq!(Id::parse(text), None, "{text}");
        }
    }
}
