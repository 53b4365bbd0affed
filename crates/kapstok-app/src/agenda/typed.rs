// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What a person types for a field, as a value: `50000` or `50.000,25` is no guess, `1.234` euros is none either.
//!
//! In: the form of a field and a text. Out: a [`Value`], or nothing where the field takes something else. A decimal may be
//! written with a point or a comma; signs between thousands are refused, because `1.234` would be read in two ways.

use kapstok_agenda::entry::{Form, Id, Value};

/// What stands for an amount that somebody should know and nobody does.
const UNKNOWN: [&str; 3] = ["unknown", "onbekend", "?"];

/// The value of a text. Whether it fits the field to the letter, `Entry::new` says.
pub(crate) fn value(form: Form, text: &str) -> Option<Value> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let is_unknown = UNKNOWN.iter().any(|word| word.eq_ignore_ascii_case(text));
    Some(match form {
        Form::Text => Value::Text(text.to_owned()),
        Form::OneOf(words) => Value::Word(words.iter().find(|word| word.eq_ignore_ascii_case(text))?.to_string()),
        Form::Name | Form::Day => Value::Word(text.to_owned()),
        Form::Names => Value::Words(parts(text).map(str::to_owned).collect()),
        Form::Id(_) => Value::Id(Id::parse(text)?),
        Form::Ids(_) => Value::Ids(parts(text).map(Id::parse).collect::<Option<_>>()?),
        Form::Euros | Form::Posts if is_unknown => Value::Unknown,
        Form::Euros => Value::Whole(scaled(text, 2)?),
        Form::Posts => Value::Whole(scaled(text, 3)?),
        Form::Year => Value::Whole(text.parse().ok()?),
        Form::Number => Value::Word(text.replacen(',', ".", 1)),
    })
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// A decimal number as a whole one: `12,5` with three decimals is 12,500.
fn scaled(text: &str, decimals: usize) -> Option<u64> {
    let (whole, fraction) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let has_end = whole.len() == text.len() || !fraction.is_empty();
    if whole.is_empty() || !is_plain(whole) || !is_plain(fraction) || fraction.len() > decimals || !has_end {
        return None;
    }
    let missing = 10_u64.checked_pow(u32::try_from(decimals - fraction.len()).ok()?)?;
    let digits = format!("{whole}{fraction}").parse::<u64>().ok()?;
    digits.checked_mul(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_cent_or_refused() {
        let whole = |number| Some(Value::Whole(number));
        let cases = [
            (Form::Euros, "50000", whole(5_000_000)),
            (Form::Euros, "50000,5", whole(5_000_050)),
            (Form::Euros, "0.07", whole(7)),
            (Form::Euros, "1.234", None), // Twelve hundred, or one and a bit?
            (Form::Euros, "1.234,50", None),
            (Form::Euros, "-5", None),
            (Form::Euros, "12,", None),
            (Form::Euros, ",5", None),
            (Form::Euros, "unknown", Some(Value::Unknown)),
            (Form::Euros, "Onbekend", Some(Value::Unknown)),
            (Form::Posts, "0,5", whole(500)),
            (Form::Posts, "1.234", whole(1_234)),
            (Form::Posts, "1.2345", None),
            (Form::Year, "2024", whole(2024)),
            (Form::Year, "unknown", None),
            (Form::Number, "12,5", Some(Value::Word("12.5".to_owned()))),
        ];
        for (form, text, expected) in cases {
            assert_eq!(value(form, text), expected, "{form:?} {text}");
        }
    }

    #[test]
    fn several_things_are_separated_by_commas() {
        let id = |text| Id::parse(text).unwrap();
        assert_eq!(value(Form::Ids(&[]), "b1, l2"), Some(Value::Ids(vec![id("b1"), id("l2")])));
        assert_eq!(value(Form::Ids(&[]), "b1, debts"), None);
        let words = Value::Words(vec!["WK990101".to_owned(), "WK990102".to_owned()]);
        assert_eq!(value(Form::Names, "WK990101,WK990102"), Some(words));
        assert_eq!(value(Form::OneOf(&["burden"]), "Burden"), Some(Value::Word("burden".to_owned())));
        assert_eq!(value(Form::OneOf(&["burden"]), "load"), None);
    }
}
