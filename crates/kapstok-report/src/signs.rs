// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Signs that can be printed: text of anyone in, text that the fonts have out.
//!
//! PDF/A and PDF/UA refuse a file with a sign that its fonts lack, and a name in another script must not keep a whole
//! report from being printed. So such a sign stands as [`UNKNOWN`], one for each. What has no look of its own (joiners,
//! marks of direction, control signs) is left out, for it would be an unseen difference between text and print.
//! Not here: hyphens and lines, which are typst's.

/// Stands for a sign that the fonts do not have.
pub const UNKNOWN: char = '\u{25A1}';

/// Text as it can be printed. `has` says whether the fonts have a sign.
///
/// # Examples
/// ```
/// use kapstok_report::signs::printable;
/// let latin = |sign: char| sign < '\u{250}';
/// assert_eq!(printable("Zoë\u{200B}:\t漢字\r\n2", latin), "Zoë: □□\n2");
/// ```
pub fn printable(text: &str, has: impl Fn(char) -> bool) -> String {
    let lines = text.replace("\r\n", "\n");
    let mut clean = String::with_capacity(lines.len());
    for sign in lines.chars() {
        match sign {
            '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' => clean.push(' '),
            _ if unseen(sign) => {}
            _ if private(sign) || !has(sign) => clean.push(UNKNOWN),
            _ => clean.push(sign),
        }
    }
    clean
}

/// Signs without a look: controls, joiners, marks of direction, selectors of a variant, tags.
fn unseen(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{034F}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// Signs that each font fills as it likes; PDF/A-2a forbids them.
fn private(sign: char) -> bool {
    matches!(sign, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

#[cfg(test)]
mod tests {
    use super::printable;

    #[test]
    fn each_sign_stands_is_left_out_or_is_seen_to_be_unknown() {
        let latin = |sign: char| sign < '\u{250}';
        for (text, expected) in [
            ("é ë ï ½", "é ë ï ½"),
            ("a\r\nb\rc\u{2028}d", "a\nb\nc\nd"),
            ("a\tb\0c\u{1b}", "a bc"),
            ("\u{FEFF}a\u{200B}b\u{202E}c\u{2066}", "abc"),
            ("漢字", "□□"),
            ("👩\u{200D}🔬", "□□"), // One picture of two signs and a joiner.
            ("\u{E000}", "□"),
            ("", ""),
        ] {
            assert_eq!(printable(text, latin), expected, "{text:?}");
        }
        assert_eq!(printable("\u{E000}", |_| true), "□", "a private sign is refused though a font has it");
    }
}
