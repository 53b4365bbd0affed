// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Text as XML can hold it.
//!
//! In: any text. Out: the same text as markup. Invariant: no sign of it is read as markup; what XML cannot hold is left out.

/// Whether a sign can stand in a document.
fn holds(sign: char) -> bool {
    !sign.is_control() && !matches!(sign, '\u{FFFE}' | '\u{FFFF}')
}

fn put_sign(xml: &mut String, sign: char) {
    match sign {
        '&' => xml.push_str("&amp;"),
        '<' => xml.push_str("&lt;"),
        '>' => xml.push_str("&gt;"),
        '"' => xml.push_str("&quot;"),
        sign if holds(sign) => xml.push(sign),
        _ => {}
    }
}

/// The content of an attribute or an element: lines and tabs become blanks.
pub(super) fn attribute(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    for sign in text.chars() {
        put_sign(&mut xml, if matches!(sign, '\n' | '\t') { ' ' } else { sign });
    }
    xml
}

/// The inside of a run: a new line and a tab are elements of their own.
pub(super) fn put_text(xml: &mut String, text: &str) {
    const START: &str = r#"<w:t xml:space="preserve">"#;
    xml.push_str(START);
    for sign in text.chars() {
        match sign {
            '\n' => {
                xml.push_str("</w:t><w:br/>");
                xml.push_str(START);
            }
            '\t' => {
                xml.push_str("</w:t><w:tab/>");
                xml.push_str(START);
            }
            sign => put_sign(xml, sign),
        }
    }
    xml.push_str("</w:t>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_sign_of_a_text_is_markup() {
        let cases = [
            ("<w:p>", "&lt;w:p&gt;"),
            ("a & \"b\"", "a &amp; &quot;b&quot;"),
            ("a\u{0}\u{b}\u{7f}\u{ffff}b", "ab"),
            ("שלום 🏘", "שלום 🏘"),
            ("a\nb\tc\r\n", "a b c "),
            ("]]>", "]]&gt;"),
        ];
        for (text, expected) in cases {
            assert_eq!(attribute(text), expected, "{text:?}");
        }
        let mut xml = String::new();
        put_text(&mut xml, "a\n<b>");
        assert_eq!(xml, r#"<w:t xml:space="preserve">a</w:t><w:br/><w:t xml:space="preserve">&lt;b&gt;</w:t>"#);
    }
}
