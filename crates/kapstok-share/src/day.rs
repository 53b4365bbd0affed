// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Days as people write them: `17 maart 2025`.
//!
//! In: `2025-03-17`. Out: words. What is no day stands as it is.

use crate::words::Words;

/// A day in words.
pub fn day(text: &str, words: &Words) -> String {
    let mut parts = text.splitn(3, '-');
    let (Some(year), Some(month), Some(day)) = (parts.next(), parts.next(), parts.next()) else {
        return text.to_owned();
    };
    let (Ok(month), Ok(day)) = (month.parse::<u8>(), day.parse::<u8>()) else { return text.to_owned() };
    if !(1..=12).contains(&month) {
        return text.to_owned();
    }
    format!("{day} {} {year}", words.say(&format!("month-{month}"), &[]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    #[test]
    fn a_day_is_said_and_what_is_none_stands() {
        let words = Words::new(Language::Nl);
        for (text, expected) in [("2025-03-07", "7 maart 2025"), ("2025-13-07", "2025-13-07"), ("now", "now")] {
            assert_eq!(day(text, &words), expected);
        }
    }
}
