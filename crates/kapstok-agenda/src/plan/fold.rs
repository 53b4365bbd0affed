// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! When two spellings are the same: capitals, accents, blanks, signs and what a word processor hides do not count.
//!
//! In: the text of a cell. Out: the text as a person sees it ([`clean`]), without its footnote marks ([`label`]), and its
//! key ([`fold`]). Invariant: what is seen is never empty because of folding: a text of signs alone is its own key.

/// The text as a person sees it: no soft hyphens, one blank where there are more, lines kept.
pub(super) fn clean(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.replace("\r\n", "\n").split(['\n', '\r', '\u{2028}', '\u{2029}', '\u{b}']) {
        let seen = line.chars().filter(|sign| !is_hidden(*sign)).map(|sign| if sign.is_control() { ' ' } else { sign });
        let seen: String = seen.collect();
        lines.push(seen.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(first, |at| at + 1);
    lines[first..last].join("\n")
}

/// Soft hyphen, joiners, marks of direction, byte order mark: nobody sees them.
fn is_hidden(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// A name without the marks of footnotes behind it: `Huisbezoek**`, `Huisbezoek¹`.
pub(super) fn label(text: &str) -> String {
    let text = clean(text);
    let bare =
        text.trim_end_matches(|sign: char| matches!(sign, '*' | '¹' | '²' | '³' | '†' | '‡' | '⁴'..='⁹')).trim_end();
    if bare.is_empty() { text } else { bare.to_owned() }
}

/// The key of a text: two texts with one key are one name.
pub fn fold(text: &str) -> String {
    let key: String = letters(text).filter(|sign| sign.is_alphanumeric()).collect();
    if key.is_empty() { clean(text) } else { key }
}

/// The words of a text, folded.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = letters(text).collect();
    plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    let seen = text.chars().filter(|sign| !is_hidden(*sign) && !matches!(sign, '\u{300}'..='\u{36f}'));
    seen.flat_map(char::to_lowercase).filter(|sign| *sign != '\u{307}').map(without_accent)
}

fn without_accent(sign: char) -> char {
    match sign {
        'á' | 'à' | 'ä' | 'â' | 'ã' | 'å' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ì' | 'ï' | 'î' => 'i',
        'ó' | 'ò' | 'ö' | 'ô' | 'õ' => 'o',
        'ú' | 'ù' | 'ü' | 'û' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        sign => sign,
    }
}

/// Whether a cell says that there is nothing, instead of saying nothing: `n.v.t.`, `-`, `geen`.
pub(super) fn says_none(text: &str) -> bool {
    const LONGEST: usize = 60;
    text.len() <= LONGEST
        && matches!(
            fold(text).as_str(),
            "-" | "–"
                | "—"
                | "--"
                | "nvt"
                | "nietvantoepassing"
                | "geen"
                | "none"
                | "na"
                | "notapplicable"
                | "nihil"
                | "nil"
        )
}

/// Whether a cell says that nobody knows: `?`, `n.t.b.`, `p.m.`
pub(super) fn says_unknown(text: &str) -> bool {
    const LONGEST: usize = 60;
    const UNKNOWN: [&str; 14] = [
        "onbekend",
        "nogonbekend",
        "ntb",
        "nogtebepalen",
        "nadertebepalen",
        "nnb",
        "nognietbekend",
        "pm",
        "promemorie",
        "unknown",
        "tbd",
        "tobedetermined",
        "notknown",
        "volgt",
    ];
    if text.len() > LONGEST {
        return false;
    }
    let key = fold(text);
    let marks = !key.is_empty() && key.chars().all(|sign| sign == '?');
    marks || UNKNOWN.contains(&key.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_have_one_key() {
        for (one, other) in [
            ("GGD Hart van Holland", "G.G.D. hart  van\u{a0}Holland"),
            ("Coördinatie", "COO\u{308}RDINATIE"),
            ("Huis\u{ad}bezoek", "huisbezoek"),
            ("Stage-bureau", "Stagebureau"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} / {other}");
        }
        assert_ne!(fold("Wijk 1"), fold("Wijk 2"));
        assert_eq!(fold("???"), "???");
    }

    #[test]
    fn a_name_is_shown_without_what_nobody_meant() {
        assert_eq!(label("  Huis\u{ad}bezoek\u{a0}thuis**"), "Huisbezoek thuis");
        assert_eq!(label("Loket¹"), "Loket");
        assert_eq!(label("**"), "**");
        assert_eq!(clean("een\r\n twee \n\n"), "een\ntwee");
    }
}
