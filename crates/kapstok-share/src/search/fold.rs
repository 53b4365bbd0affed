// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text without what people leave out when they type: capitals, accents, signs.
//!
//! In: a name or a query. Out: small letters and digits in words with one space between. Nothing else is kept.

/// Folds a text. `'s-Gravenhage` gives `s gravenhage`, `Fryslân` gives `fryslan`.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space_before = false;
    for sign in text.chars().flat_map(char::to_lowercase) {
        // An accent that stands on its own belongs to the letter before it.
        if ('\u{300}'..='\u{36f}').contains(&sign) {
            continue;
        }
        if !sign.is_alphanumeric() {
            space_before = !folded.is_empty();
            continue;
        }
        if space_before {
            folded.push(' ');
            space_before = false;
        }
        match plain(sign) {
            "" => folded.push(sign),
            letters => folded.push_str(letters),
        }
    }
    folded
}

/// The letters without accent that stand for one with; empty for a letter that has none.
fn plain(sign: char) -> &'static str {
    match sign {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ī' | 'į' | 'ı' => "i",
        'ĳ' => "ij",
        'ł' | 'ľ' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' => "t",
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}
