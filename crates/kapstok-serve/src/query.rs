// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What follows the `?` of an address.
//!
//! In: the text of a query and the names that a path knows. Out: a value per name, or a [`Problem`]. Invariant: an
//! unknown name, a name that comes twice (unless it makes a list) and bytes that are no text are refused, and never passed over: a filter that is
//! not understood would give an answer to another question.

use crate::problem::Problem;

/// Values by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    /// Reads a query; `None` is one that is not there.
    pub(crate) fn read(text: Option<&str>, known: &[&str]) -> Result<Self, Problem> {
        Self::understood(text, known).map_err(|refused| match refused {
            Refused::Unknown(name) => Problem::unknown_parameter(&name, known),
            Refused::Twice(name) => {
                let detail = format!("the parameter `{name}` comes twice");
                Problem::unreadable(&detail, "give each parameter once")
            }
            Refused::NoText(_) => no_text(),
        })
    }

    /// Reads a query, for who has words of its own for what cannot be.
    ///
    /// # Errors
    /// [`Refused`].
    pub(crate) fn understood(text: Option<&str>, known: &[&str]) -> Result<Self, Refused> {
        Self::with_many(text, known, &[])
    }

    /// The same, with names of which a list is made by giving them more than once.
    ///
    /// # Errors
    /// [`Refused`].
    pub(crate) fn with_many(text: Option<&str>, known: &[&str], many: &[&str]) -> Result<Self, Refused> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for pair in text.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let no_text = || Refused::NoText(name.to_owned());
            let name = decoded(name, true).ok_or_else(no_text)?;
            if !known.contains(&name.as_str()) {
                return Err(Refused::Unknown(name));
            }
            if !many.contains(&name.as_str()) && pairs.iter().any(|(before, _)| *before == name) {
                return Err(Refused::Twice(name));
            }
            let value = decoded(value, true).ok_or_else(no_text)?;
            pairs.push((name, value));
        }
        Ok(Self { pairs })
    }

    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All names and values, as they came.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All names and values, but for one name, as a query again.
    pub(crate) fn without(&self, left_out: &[&str]) -> String {
        let kept = self.pairs.iter().filter(|(name, _)| !left_out.contains(&name.as_str()));
        kept.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }
}

/// Why a query is not understood, with the name of the parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// The path has no such parameter.
    Unknown(String),
    /// It comes twice.
    Twice(String),
    /// Its name or value holds bytes that are no text.
    NoText(String),
}

/// An address of which a part is no text.
pub(crate) fn no_text() -> Problem {
    Problem::unreadable("the address holds bytes that are no text", "write it in UTF-8, with `%` in pairs")
}

/// A text of an address without its `%`; in a query a `+` is a space. `None` of half a `%`, bytes that are no UTF-8, a
/// zero byte.
pub(crate) fn decoded(text: &str, plus_is_space: bool) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' if plus_is_space => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next())?, digit(rest.next())?);
                (high * 16 + low) as u8
            }
            _ => byte,
        });
    }
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

/// A text as part of an address: all but letters, digits and `-._~` with `%`.
pub(crate) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' | b':' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_is_read_whole_or_refused() {
        let read = |text: &str| Query::read(Some(text), &["q", "limit"]);
        let query = read("q=%27s-Gravenhage+C%C3%B4te&limit=7&").unwrap();
        assert_eq!((query.get("q"), query.get("limit")), (Some("'s-Gravenhage Côte"), Some("7")));
        assert_eq!(query.without(&["limit"]), "q=%27s-Gravenhage%20C%C3%B4te");
        for refused in ["q=1&q=1", "Q=1", "q=%", "q=%f", "q=%zz", "q=%ff", "q=%00", "%71%ff=1", "q=1&min_residents=0"] {
            assert!(read(refused).is_err(), "{refused}");
        }
    }
}
