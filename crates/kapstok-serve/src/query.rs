// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What follows the `?` of an address.
//!
//! In: the text of a query and the names that a path knows. Out: a value per name, or a [`Problem`]. Invariant: an
//! unknown name, a name that comes twice and bytes that are no text are refused, and never passed over: a filter that is
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
        let mut pairs: Vec<(String, String)> = Vec::new();
        for pair in text.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = decoded(name, true)?;
            if !known.contains(&name.as_str()) {
                return Err(Problem::unknown_parameter(&name, known));
            }
            if pairs.iter().any(|(before, _)| *before == name) {
                let detail = format!("the parameter `{name}` comes twice");
                return Err(Problem::unreadable(&detail, "give each parameter once"));
            }
            pairs.push((name, decoded(value, true)?));
        }
        Ok(Self { pairs })
    }

    /// The value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// All names and values, but for one name, as a query again.
    pub(crate) fn without(&self, left_out: &[&str]) -> String {
        let kept = self.pairs.iter().filter(|(name, _)| !left_out.contains(&name.as_str()));
        kept.map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
    }
}

/// A text of an address without its `%`; in a query a `+` is a space.
///
/// # Errors
/// Half a `%`, bytes that are no UTF-8, a zero byte.
pub(crate) fn decoded(text: &str, plus_is_space: bool) -> Result<String, Problem> {
    let wrong =
        || Problem::unreadable("the address holds bytes that are no text", "write it in UTF-8, with `%` in pairs");
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' if plus_is_space => b' ',
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                let (high, low) = (digit(rest.next()).ok_or_else(wrong)?, digit(rest.next()).ok_or_else(wrong)?);
                (high * 16 + low) as u8
            }
            _ => byte,
        });
    }
    if bytes.contains(&0) {
        return Err(wrong());
    }
    String::from_utf8(bytes).map_err(|_| wrong())
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
