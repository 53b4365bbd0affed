// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A part of an address as a name that every file system takes.
//!
//! In: any text: a code, an id, a period. Out: a name of letters, digits and `-_.~`, of at most 100 bytes. Invariants: it
//! leads out of no folder, is no device of Windows, and two texts never have one name (but by a clash of hashes of
//! very long ones, or by upper and lower case alone; who writes the files looks out for that). The map has the same rule
//! in `atlas/src/take.ts`.

use crate::headers::Fnv;

/// The longest name.
const LONGEST: usize = 100;
/// What stays of a longer one.
const KEPT: usize = 80;

/// The name of a part.
pub(crate) fn file_name(part: &str) -> String {
    let mut name = String::with_capacity(part.len());
    for (at, byte) in part.bytes().enumerate() {
        let is_end = at == 0 || at + 1 == part.len();
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => name.push(byte as char),
            b'.' if !is_end => name.push('.'),
            _ => name.push_str(&format!("~{byte:02X}")),
        }
    }
    if name.is_empty() {
        return "~".to_owned();
    }
    if is_device(&name) {
        let first = name.remove(0);
        name.insert_str(0, &format!("~{:02X}", first as u32));
    }
    if name.len() > LONGEST {
        let mut hash = Fnv::default();
        hash.add(part.as_bytes());
        name.truncate(KEPT);
        // Two marks stand in no other name.
        name.push_str(&format!("~~{:016x}", hash.0));
    }
    name
}

/// Whether Windows takes a name for a device, whatever stands behind its first point.
fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|rest| rest.len() == 1 && rest.bytes().all(|it| it.is_ascii_digit()))
    };
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_code_is_a_name_that_stays_in_its_folder_on_every_system() {
        // The same cases stand in `atlas/tests/unit/take.test.ts`.
        let long = "x".repeat(300);
        let cases = [
            ("BU0363A104", "BU0363A104"),
            ("2024-2026", "2024-2026"),
            ("a.b", "a.b"),
            ("", "~"),
            (".", "~2E"),
            ("..", "~2E~2E"),
            ("../../etc/passwd", "~2E.~2F..~2Fetc~2Fpasswd"),
            ("..\\x", "~2E.~5Cx"),
            ("a/b", "a~2Fb"),
            ("a_b", "a_b"),
            ("a b", "a~20b"),
            ("a~2Fb", "a~7E2Fb"),
            ("CON", "~43ON"),
            ("con.tract", "~63on.tract"),
            ("Com7", "~43om7"),
            ("COM10", "COM10"),
            ("contract", "contract"),
            ("é", "~C3~A9"),
            ("a\0b\n", "a~00b~0A"),
            ("ends.", "ends~2E"),
            ("x:y*?\"<>|", "x~3Ay~2A~3F~22~3C~3E~7C"),
        ];
        for (part, expected) in cases {
            assert_eq!(file_name(part), expected, "{part:?}");
        }
        assert_eq!(file_name(&long), format!("{}~~1e68a55bff098fde", "x".repeat(80)));
    }

    #[test]
    fn two_codes_never_have_one_file() {
        let long = |end: &str| "y".repeat(200) + end;
        let parts = [
            "a/b".to_owned(),
            "a_b".into(),
            "a~2Fb".into(),
            "a b".into(),
            ".a".into(),
            "~2Ea".into(),
            String::new(),
            "~".into(),
            "CON".into(),
            "~43ON".into(),
            long("1"),
            long("2"),
            long(""),
            long("~"),
        ];
        let names: BTreeSet<String> = parts.iter().map(|part| file_name(part)).collect();
        assert_eq!(names.len(), parts.len(), "{names:?}");
        assert!(names.iter().all(|name| name.len() <= LONGEST));
    }
}
