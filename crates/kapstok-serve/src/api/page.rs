// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! An answer of the API as a page, for whoever opens its address in a browser.
//!
//! In: JSON. Out: HTML with the same members and values, addresses as links. Invariant: everything is escaped; no style
//! and no script stands in the page. Not here: the pages for people (`crate::pages`).

use serde_json::Value;

/// The media type of a page.
pub(crate) const HTML: &str = "text/html; charset=utf-8";

/// JSON as a page.
pub(super) fn page(title: &str, value: &Value) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\"><title>");
    escape(&mut out, title);
    out.push_str("</title><link rel=\"stylesheet\" href=\"/assets/kapstok.css\"></head><body><main><h1>");
    escape(&mut out, title);
    out.push_str("</h1>");
    write(&mut out, value);
    out.push_str("</main></body></html>\n");
    out
}

fn write(out: &mut String, value: &Value) {
    match value {
        Value::Object(members) => {
            out.push_str("<dl>");
            for (name, value) in members {
                out.push_str("<dt>");
                escape(out, name);
                out.push_str("</dt><dd>");
                write(out, value);
                out.push_str("</dd>");
            }
            out.push_str("</dl>");
        }
        Value::Array(things) if things.iter().all(|thing| !thing.is_object() && !thing.is_array()) => {
            for (place, thing) in things.iter().enumerate() {
                out.push_str(if place > 0 { ", " } else { "" });
                write(out, thing);
            }
        }
        Value::Array(things) => {
            out.push_str("<ol>");
            for thing in things {
                out.push_str("<li>");
                write(out, thing);
                out.push_str("</li>");
            }
            out.push_str("</ol>");
        }
        Value::String(text) if text.starts_with("http://") || text.starts_with("https://") => {
            out.push_str("<a href=\"");
            escape(out, text);
            out.push_str("\">");
            escape(out, text);
            out.push_str("</a>");
        }
        Value::String(text) => escape(out, text),
        plain => out.push_str(&plain.to_string()),
    }
}

fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            plain => out.push(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_of_a_build_becomes_markup() {
        let hostile = "<svg onload=alert(1)>\"'&";
        let page = page(hostile, &serde_json::json!({ hostile: [hostile, { "href": format!("http://x/{hostile}") }] }));
        assert!(!page.contains("<svg"));
        assert!(!page.contains("x/<") && !page.contains("\"'&\""));
    }
}
