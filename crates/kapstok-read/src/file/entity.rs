// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Signs that a web page writes by name or number: `&eacute;`, `&#8364;`.
//!
//! In: a text that begins with `&`. Out: the sign and the bytes it takes. Not here: names that hardly any text has.

use encoding_rs::WINDOWS_1252;

/// Names of U+00A0 to U+00FF, in order (HTML 4.01, section 24.2.1).
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
    "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
    "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve",
    "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
    "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
    "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

/// Other names that texts have.
const OTHERS: [(&str, char); 34] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("euro", '€'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("bull", '•'),
    ("dagger", '†'),
    ("Dagger", '‡'),
    ("permil", '‰'),
    ("minus", '−'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200c}'),
    ("zwj", '\u{200d}'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("le", '≤'),
    ("ge", '≥'),
    ("rarr", '→'),
];

/// A character reference at the beginning of a text, and its bytes.
pub(super) fn entity(text: &str) -> Option<(char, usize)> {
    // A name is short: without its end near by, none is looked for further on.
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let sign = match name.strip_prefix('#') {
        Some(number) => numbered(number)?,
        None => named(name)?,
    };
    Some((sign, end + 1))
}

fn named(name: &str) -> Option<char> {
    let latin = LATIN.iter().zip(0xa0_u8..=0xff).find(|(known, _)| **known == name).map(|(_, code)| char::from(code));
    latin.or_else(|| OTHERS.iter().find(|(known, _)| *known == name).map(|(_, sign)| *sign))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // What would be control signs are signs of Windows, in old pages and by the rules of HTML.
    let sign = match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next()?,
        _ => char::from_u32(code)?,
    };
    (!sign.is_control() || sign.is_whitespace()).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn signs_are_told_by_name_and_by_number() {
        let cases = [
            ("&nbsp;", Some('\u{a0}')),
            ("&frac12; deel", Some('½')),
            ("&Eacute;", Some('É')),
            ("&eacute;", Some('é')),
            ("&yuml;", Some('ÿ')),
            ("&bdquo;", Some('„')),
            ("&#8364;", Some('€')),
            ("&#x20AC;", Some('€')),
            ("&#150;", Some('–')),
            ("&#0;", None),
            ("&#129;", None),
            ("&wat;", None),
            ("& en verder;", None),
            ("&;", None),
            ("&é;", None),
        ];
        for (text, expected) in cases {
            assert_eq!(entity(text).map(|(sign, _)| sign), expected, "{text}");
        }
        assert_eq!(entity("&amp;lt;"), Some(('&', 5)));
    }
}
