// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The shared texts of a workbook, one behind the other: as many as are there, not as it says there are.

use std::borrow::Cow;

use quick_xml::events::Event;

use super::parts::Workbook;
use crate::limits::{Limits, check};
use crate::package::{OfficeError, push_reference};

/// Shared texts by number.
#[derive(Debug, Default)]
pub(crate) struct Strings {
    text: String,
    ends: Vec<u32>,
}

impl Strings {
    /// Reads them; a workbook without any has none.
    pub(crate) fn read(workbook: &mut Workbook<'_>, limits: &Limits) -> Result<Self, OfficeError> {
        let mut strings = Self::default();
        let Some(mut part) = workbook.shared_strings(limits)? else { return Ok(strings) };
        let mut buffer = Vec::new();
        let (mut item, mut in_text, mut in_phonetic) = (String::new(), false, false);
        loop {
            match part.event(&mut buffer)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "si" => item.clear(),
                    "t" => in_text = !in_phonetic,
                    "rPh" => in_phonetic = true,
                    _ => {}
                },
                Event::End(element) => match element.local_name().as_ref() {
                    "si" => {
                        strings.text.push_str(&unescape(&item));
                        check("text-bytes", strings.text.len(), limits.text_bytes)?;
                        check("cells", strings.ends.len() + 1, limits.cells)?;
                        // Far below 4 GiB: the check above saw to it.
                        strings.ends.push(strings.text.len() as u32);
                    }
                    "t" => in_text = false,
                    "rPh" => in_phonetic = false,
                    "sst" => return Ok(strings),
                    _ => {}
                },
                Event::Text(found) if in_text => item.push_str(&found.xml10_content()),
                Event::CData(found) if in_text => item.push_str(&found.xml10_content()),
                Event::GeneralRef(reference) if in_text => push_reference(&reference, &mut item)?,
                Event::Eof => return Err(OfficeError::Damaged("the shared texts end too early".to_owned())),
                _ => {}
            }
            check("cell-bytes", item.len(), limits.cell_bytes)?;
        }
    }

    /// One text by its number, from 0.
    pub(super) fn get(&self, index: usize) -> Option<&str> {
        let end = *self.ends.get(index)? as usize;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        self.text.get(start..end)
    }
}

/// Takes the spreadsheet's own escapes out: `_x000D_` is a carriage return, `_x005F_` an underscore.
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        plain.push_str(&rest[..at]);
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|byte| byte.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(sign) => {
                plain.push(sign);
                rest = &rest[at + 7..];
            }
            None => {
                plain.push_str("_x");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spreadsheets_own_escapes_are_taken_out() {
        let cases = [
            ("a", "a"),
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("a_x00", "a_x00"),
            ("_xé000_", "_xé000_"),
            ("max_x", "max_x"),
        ];
        for (text, expected) in cases {
            assert_eq!(unescape(text), expected, "{text}");
        }
    }
}
