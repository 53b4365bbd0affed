// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Marks before labels: `a.`, `e1.`, `IV.`, `3)`.
//!
//! A recipe shows the form by its first mark: `I.` stands for Roman numerals, `a.` for small letters with or without a
//! number. Capitals count here, unlike in words: `i.` is a letter among `a.` to `t.`, and `I.` a chapter.

/// The form of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkForm {
    kind: Kind,
    /// What stands behind it.
    close: char,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    RomanCapitals,
    RomanSmall,
    Capital,
    Small,
    Number,
}

/// Roman numerals above this are no marks.
const LAST_ROMAN: usize = 49;

impl MarkForm {
    /// Reads the first mark of a form: `I.`, `i.`, `A.`, `a.` or `1.`, each also with `)` or `:`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut signs = text.chars();
        let kind = match signs.next()? {
            'I' => Kind::RomanCapitals,
            'i' => Kind::RomanSmall,
            'A' => Kind::Capital,
            'a' => Kind::Small,
            '1' => Kind::Number,
            _ => return None,
        };
        let close = signs.next().filter(|close| matches!(close, '.' | ')' | ':'))?;
        signs.next().is_none().then_some(Self { kind, close })
    }

    /// The mark that a label begins with, without what closes it, and the words behind it.
    pub fn read<'l>(&self, label: &'l str) -> Option<(&'l str, &'l str)> {
        let label = label.trim_start();
        let (first, rest) = label.split_once(char::is_whitespace).unwrap_or((label, ""));
        let mark = first.strip_suffix(self.close)?;
        self.fits(mark).then(|| (mark, rest.trim_start()))
    }

    fn fits(&self, mark: &str) -> bool {
        let lettered = |is: fn(&char) -> bool| {
            let mut signs = mark.chars();
            let first = signs.next().is_some_and(|sign| is(&sign));
            first && mark.len() <= 3 && signs.all(|sign| sign.is_ascii_digit())
        };
        match self.kind {
            Kind::RomanCapitals => (1..=LAST_ROMAN).any(|number| roman(number) == mark),
            Kind::RomanSmall => (1..=LAST_ROMAN).any(|number| roman(number).to_ascii_lowercase() == mark),
            Kind::Capital => lettered(char::is_ascii_uppercase),
            Kind::Small => lettered(char::is_ascii_lowercase),
            Kind::Number => {
                let parts: Vec<&str> = mark.split('.').collect();
                let number =
                    |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|sign| sign.is_ascii_digit());
                parts.iter().all(number)
            }
        }
    }
}

fn roman(number: usize) -> String {
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = ["", "X", "XX", "XXX", "XL"];
    format!("{}{}", tens[number / 10 % 5], ones[number % 10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_by_the_form_of_the_first_one() {
        let cases = [
            ("I.", "IV. Zorg", Some(("IV", "Zorg"))),
            ("I.", "i. Zorg", None),
            ("I.", "IIII. Zorg", None),
            ("I.", "C. Zorg", None), // A hundred chapters are more than a budget has.
            ("a.", "i. Zorg", Some(("i", "Zorg"))),
            ("a.", "e1. Zorg en meer", Some(("e1", "Zorg en meer"))),
            ("a.", "I. Zorg", None),
            ("a.", "nl. Zorg", None),
            ("a.", "a.i. Zorg", None),
            ("a)", "b) Zorg", Some(("b", "Zorg"))),
            ("1.", "12. Zorg", Some(("12", "Zorg"))),
            ("1.", "2022", None),
            ("1.", "1.2. Zorg", Some(("1.2", "Zorg"))),
            ("A.", "B. Zorg", Some(("B", "Zorg"))),
            ("i.", "iv. Zorg", Some(("iv", "Zorg"))),
            ("a.", "Totaal", None),
        ];
        for (form, label, expected) in cases {
            assert_eq!(MarkForm::parse(form).unwrap().read(label), expected, "{form} {label:?}");
        }
        for form in ["", "b.", "I", "I. ", "1,", "a.."] {
            assert_eq!(MarkForm::parse(form), None, "{form:?}");
        }
    }
}
