// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Widths of the signs of two of the fonts that every reader of PDF has, and the bytes that stand for them.
//!
//! Source: Adobe, Font metrics of the core 14 fonts (Helvetica, Helvetica-Bold); thousandths of the size. A sign that
//! is not in the table cannot be set, and is refused. Ligatures are as wide as their letters.

/// A font of the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Font {
    Plain,
    Bold,
}

impl Font {
    pub(super) const ALL: [(Font, &'static str); 2] = [(Font::Plain, "Helvetica"), (Font::Bold, "Helvetica-Bold")];
}

/// Signs from 32 to 126, plain.
const PLAIN: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
/// Signs from 32 to 126, bold.
const BOLD: [u16; 95] = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
];

/// A sign above ASCII: its byte, and its width plain and bold.
const OTHERS: [(char, u8, u16, u16); 15] = [
    ('\u{fb01}', 0x81, 500, 611),
    ('\u{fb02}', 0x8d, 500, 611),
    ('€', 0x80, 556, 556),
    ('£', 0xa3, 556, 556),
    ('‘', 0x91, 222, 278),
    ('’', 0x92, 222, 278),
    ('•', 0x95, 350, 350),
    ('–', 0x96, 556, 556),
    ('\u{ad}', 0xad, 333, 333),
    ('é', 0xe9, 556, 556),
    ('è', 0xe8, 556, 556),
    ('ë', 0xeb, 556, 556),
    ('ï', 0xef, 278, 278),
    ('ó', 0xf3, 556, 611),
    ('ö', 0xf6, 556, 611),
];

/// Names of the signs that the usual Western encoding lacks.
pub(super) const DIFFERENCES: &str = "[129 /fi 141 /fl]";

/// What the bytes above ASCII mean.
pub(super) fn meanings() -> impl Iterator<Item = (u8, char)> {
    OTHERS.iter().map(|(sign, byte, _, _)| (*byte, *sign))
}

fn other(sign: char) -> Option<&'static (char, u8, u16, u16)> {
    OTHERS.iter().find(|(known, ..)| *known == sign)
}

/// The byte of a sign.
///
/// # Errors
/// The paper has no such sign.
pub(super) fn byte(sign: char) -> Result<u8, String> {
    match u8::try_from(sign) {
        Ok(byte @ 32..=126) => Ok(byte),
        _ => other(sign).map(|(_, byte, ..)| *byte).ok_or_else(|| format!("the paper has no sign `{sign}`")),
    }
}

/// Width of a text in points. Marks of footnotes in it are small.
pub(super) fn width(text: &str, font: Font, size: f64) -> f64 {
    let mut thousandths = 0.0;
    let mut raised = false;
    for sign in text.chars() {
        if sign == '^' {
            raised = true;
            continue;
        }
        let plain = match u8::try_from(sign) {
            Ok(byte @ 32..=126) => match font {
                Font::Plain => PLAIN[usize::from(byte - 32)],
                Font::Bold => BOLD[usize::from(byte - 32)],
            },
            _ => other(sign).map_or(0, |(_, _, plain, bold)| if font == Font::Bold { *bold } else { *plain }),
        };
        raised = raised && sign.is_ascii_digit();
        thousandths += f64::from(plain) * if raised { super::MARK } else { 1.0 };
    }
    thousandths * size / 1000.0
}

/// Letters that are set as one sign.
pub(super) fn with_ligatures(text: &str) -> String {
    text.replace("fi", "\u{fb01}").replace("fl", "\u{fb02}")
}
