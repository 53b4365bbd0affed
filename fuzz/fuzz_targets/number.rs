// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text to number: finite, and a plain number as the standard library reads it.
#![no_main]

use kapstok_source::{Decimal, read_number};

libfuzzer_sys::fuzz_target!(|text: &str| {
    for decimal in [Decimal::Point, Decimal::Comma, Decimal::Either] {
        for power_of_ten in [-400, -2, 0, 2, 400] {
            if let Ok(number) = read_number(text, decimal, power_of_ten) {
                assert!(number.value.is_finite(), "{text:?} became {}", number.value);
            }
        }
    }
    if let (Ok(number), Ok(plain)) = (read_number(text, Decimal::Point, 0), text.parse::<f64>()) {
        assert_eq!(number.value, plain, "{text:?}");
    }
});
