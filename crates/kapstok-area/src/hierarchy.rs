// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A country is a small file: its levels, what their codes look like, and what lies in what.
//!
//! In: the text of a country file (`countries/*.toml` are built in; a workspace may bring its own).
//! Out: [`Hierarchy`], which reads codes and names parents.
//! Invariant: every code has at most one level, for no text fits the patterns of two levels.
//! Not here: which areas exist in a year (`list.rs`).

use serde::Deserialize;

use crate::code::{AreaCode, AreaCodeError, Level};

/// The countries that need no file of one's own, by id.
pub const BUILTIN_COUNTRIES: &[(&str, &str)] = &[
    ("england", include_str!("../countries/england.toml")),
    ("nl", include_str!("../countries/nl.toml")),
    ("scotland", include_str!("../countries/scotland.toml")),
    ("us", include_str!("../countries/us.toml")),
    ("voorbeeld", include_str!("../countries/voorbeeld.toml")),
    ("wales", include_str!("../countries/wales.toml")),
    ("world", include_str!("../countries/world.toml")),
];

/// The levels of a country from the largest to the smallest area, with the form of their codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hierarchy {
    country: String,
    levels: Vec<LevelRule>,
}

/// One level of a country.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelRule {
    /// Its name in code and files.
    pub level: Level,
    /// What people call it: Dutch, English.
    pub label: Label,
    /// Forms of its codes; a code fits when it fits one.
    pub patterns: Vec<String>,
    /// Codes of these forms are read and set aside (foreign ground, sea): never an area.
    pub outside: Vec<String>,
    /// The level that its areas lie in.
    pub parent: Option<Level>,
    /// How the parent's code follows from the code, such as `WK{2..8}`; absent when it does not.
    pub parent_code: Option<String>,
}

/// What a level is called in the two languages of the product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountryFile {
    country: String,
    level: Vec<LevelEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelEntry {
    id: String,
    label: Label,
    codes: Vec<String>,
    #[serde(default)]
    outside: Vec<String>,
    parent: Option<String>,
    parent_code: Option<String>,
}

/// What is wrong with a country file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HierarchyError {
    /// Not TOML, or a key that is not known.
    #[error("{message}")]
    Form {
        /// What the reader of TOML says.
        message: String,
        /// Bytes of the file that it points at.
        span: Option<std::ops::Range<usize>>,
    },
    /// Two levels of one name.
    #[error("level `{level}` is there twice")]
    LevelTwice {
        /// Its name.
        level: String,
    },
    /// A parent that is not a level above.
    #[error("level `{level}` lies in `{parent}`, which is not a level above it in this file")]
    Parent {
        /// The level.
        level: String,
        /// The parent that it names.
        parent: String,
    },
    /// The name of a level is part of file names and addresses.
    #[error("`{level}` is no name of a level; expected small letters, digits and hyphens, a letter first")]
    LevelName {
        /// The name as found.
        level: String,
    },
    /// One text would be a code of two levels.
    #[error("a code may fit both `{first}` (level `{first_level}`) and `{second}` (level `{second_level}`)")]
    SameCodes {
        /// Pattern of the first level.
        first: String,
        /// The first level.
        first_level: String,
        /// Pattern of the second level.
        second: String,
        /// The second level.
        second_level: String,
    },
    /// `parent_code` cuts outside the code or cannot be read.
    #[error("level `{level}`: cannot read the rule `{rule}`; expected text with one cut such as `WK{{2..8}}`")]
    ParentCode {
        /// The level.
        level: String,
        /// The rule as found.
        rule: String,
    },
}

impl Hierarchy {
    /// The hierarchy of a country that the product knows, by id; `None` when it knows none.
    pub fn builtin(country: &str) -> Option<Self> {
        let (_, text) = BUILTIN_COUNTRIES.iter().find(|(id, _)| *id == country)?;
        Self::from_toml(text).ok()
    }

    /// Reads a country file.
    ///
    /// # Errors
    /// [`HierarchyError`]: the form, a level twice, a parent that is not above, a rule that cannot cut.
    pub fn from_toml(text: &str) -> Result<Self, HierarchyError> {
        let file: CountryFile = toml::from_str(text)
            .map_err(|error| HierarchyError::Form { message: error.message().to_owned(), span: error.span() })?;
        let mut levels: Vec<LevelRule> = Vec::with_capacity(file.level.len());
        for entry in file.level {
            if !is_name(&entry.id) {
                return Err(HierarchyError::LevelName { level: entry.id });
            }
            if levels.iter().any(|rule| rule.level.as_str() == entry.id) {
                return Err(HierarchyError::LevelTwice { level: entry.id });
            }
            for (rule, pattern) in levels.iter().flat_map(|rule| rule.patterns.iter().map(move |it| (rule, it))) {
                if let Some(second) = entry.codes.iter().find(|second| overlap(pattern, second)) {
                    return Err(HierarchyError::SameCodes {
                        first: pattern.clone(),
                        first_level: rule.level.to_string(),
                        second: second.clone(),
                        second_level: entry.id,
                    });
                }
            }
            if let Some(parent) = &entry.parent
                && !levels.iter().any(|rule| rule.level.as_str() == parent)
            {
                return Err(HierarchyError::Parent { level: entry.id, parent: parent.clone() });
            }
            let shortest = entry.codes.iter().map(String::len).min().unwrap_or(0);
            if let Some(rule) = &entry.parent_code
                && parse_cut(rule).is_none_or(|(_, _, to, _)| to > shortest)
            {
                return Err(HierarchyError::ParentCode { level: entry.id, rule: rule.clone() });
            }
            levels.push(LevelRule {
                level: Level::new(&entry.id),
                label: entry.label,
                patterns: entry.codes,
                outside: entry.outside,
                parent: entry.parent.as_deref().map(Level::new),
                parent_code: entry.parent_code,
            });
        }
        Ok(Self { country: file.country, levels })
    }

    /// Id of the country.
    pub fn country(&self) -> &str {
        &self.country
    }

    /// The levels, largest areas first.
    pub fn levels(&self) -> &[LevelRule] {
        &self.levels
    }

    /// The rule of one level.
    pub fn rule(&self, level: &Level) -> Option<&LevelRule> {
        self.levels.iter().find(|rule| &rule.level == level)
    }

    /// Reads a code, blanks around it set aside.
    ///
    /// # Errors
    /// [`AreaCodeError`]: empty, a bare number, the wrong shape behind a known prefix, or no level at all.
    pub fn parse(&self, text: &str) -> Result<AreaCode, AreaCodeError> {
        let found = text.trim();
        if found.is_empty() {
            return Err(AreaCodeError::Empty);
        }
        for rule in &self.levels {
            if rule.patterns.iter().any(|pattern| fits(pattern, found)) {
                return Ok(AreaCode::accepted(found, rule.level.clone()));
            }
        }
        for rule in &self.levels {
            for pattern in &rule.patterns {
                let prefix: String = pattern.chars().take_while(|sign| !is_wildcard(*sign)).collect();
                let same_prefix = !prefix.is_empty()
                    && found.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(&prefix));
                if same_prefix {
                    return Err(AreaCodeError::Shape {
                        found: found.to_owned(),
                        level: rule.level.clone(),
                        pattern: pattern.clone(),
                    });
                }
            }
        }
        let number = found.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if number {
            return Err(AreaCodeError::Number { found: found.to_owned() });
        }
        Err(AreaCodeError::NoLevel { found: found.to_owned() })
    }

    /// Whether a text has the form of ground that is in the files but in no area, such as Belgian
    /// ground on the Dutch map.
    pub fn is_outside(&self, text: &str) -> bool {
        let found = text.trim();
        self.levels.iter().any(|rule| rule.outside.iter().any(|pattern| fits(pattern, found)))
    }

    /// The area that this one lies in, where the code says so.
    ///
    /// `None` for the top level, and where a country needs a column for it (English LSOAs).
    pub fn parent(&self, area: &AreaCode) -> Option<AreaCode> {
        let rule = self.rule(area.level())?;
        let (before, from, to, after) = parse_cut(rule.parent_code.as_deref()?)?;
        let cut = area.as_str().get(from..to)?;
        self.parse(&format!("{before}{cut}{after}")).ok().filter(|parent| Some(parent.level()) == rule.parent.as_ref())
    }

    /// Every area that this one lies in, smallest first, as far as codes tell.
    pub fn ancestors(&self, area: &AreaCode) -> Vec<AreaCode> {
        let mut above = Vec::new();
        let mut next = self.parent(area);
        while let Some(parent) = next {
            next = self.parent(&parent);
            above.push(parent);
        }
        above
    }
}

fn is_wildcard(sign: char) -> bool {
    matches!(sign, '#' | '@' | '*')
}

/// `#` a digit, `@` a capital letter, `*` either, all else itself; ASCII only.
fn fits(pattern: &str, text: &str) -> bool {
    pattern.len() == text.len()
        && pattern.bytes().zip(text.bytes()).all(|(sign, byte)| match sign {
            b'#' => byte.is_ascii_digit(),
            b'@' => byte.is_ascii_uppercase(),
            b'*' => byte.is_ascii_digit() || byte.is_ascii_uppercase(),
            other => other == byte,
        })
}

/// Whether some text fits both patterns.
fn overlap(one: &str, other: &str) -> bool {
    let both = |(left, right): (u8, u8)| match (left, right) {
        (left, right) if left == right => true,
        (b'#', b'@') | (b'@', b'#') => false,
        (b'#' | b'@' | b'*', b'#' | b'@' | b'*') => true,
        (wild @ (b'#' | b'@' | b'*'), sign) | (sign, wild @ (b'#' | b'@' | b'*')) => match wild {
            b'#' => sign.is_ascii_digit(),
            b'@' => sign.is_ascii_uppercase(),
            _ => sign.is_ascii_digit() || sign.is_ascii_uppercase(),
        },
        _ => false,
    };
    one.len() == other.len() && one.bytes().zip(other.bytes()).all(both)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|sign: char| sign.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// `WK{2..8}` as (`WK`, 2, 8, ``); `NL00` (no cut) as (`NL00`, 0, 0, ``).
fn parse_cut(rule: &str) -> Option<(&str, usize, usize, &str)> {
    let Some((before, rest)) = rule.split_once('{') else { return Some((rule, 0, 0, "")) };
    let (cut, after) = rest.split_once('}')?;
    let (from, to) = cut.split_once("..")?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (from < to).then_some((before, from, to, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn netherlands() -> Hierarchy {
        Hierarchy::builtin("nl").unwrap()
    }

    #[test]
    fn codes_are_read_with_their_level_or_refused_with_a_reason() {
        let level = |name: &str| Ok(name.to_owned());
        let shape = |found: &str, level: &str, pattern: &str| {
            Err(AreaCodeError::Shape { found: found.into(), level: Level::new(level), pattern: pattern.into() })
        };
        let number = |found: &str| Err(AreaCodeError::Number { found: found.into() });
        let cases = [
            ("nl", "GM0363", level("municipality")),
            ("nl", "GM1680    ", level("municipality")), // StatLine pads to ten.
            ("nl", "WK0363SE", level("district")),       // Letters occur in large municipalities.
            ("nl", "BU0363NA04", level("neighbourhood")), // `NA` is not a missing value.
            ("nl", "NL01  ", level("country")),
            ("nl", "GM363", shape("GM363", "municipality", "GM####")), // A spreadsheet ate the zero.
            ("nl", "gm0363", shape("gm0363", "municipality", "GM####")),
            ("nl", "WK1916--", shape("WK1916--", "district", "WK####**")), // In a published file, with population 0.
            ("nl", "363", number("363")),
            ("nl", "363.0", number("363.0")),
            ("nl", "", Err(AreaCodeError::Empty)),
            ("nl", "Amsterdam", Err(AreaCodeError::NoLevel { found: "Amsterdam".into() })),
            ("nl", "BU036Ë0101", shape("BU036Ë0101", "neighbourhood", "BU####****")),
            ("england", "E01000001", level("lsoa")),
            ("england", "E09000001", level("district")),
            ("wales", "W01000001", level("lsoa")),
            ("scotland", "S01006506", level("data-zone")),
            ("us", "01001", level("county")),
            ("us", "01001020100", level("tract")),
            ("us", "1001020100", number("1001020100")), // Alabama without its zero.
            ("world", "NLD", level("country")),
        ];
        for (country, text, expected) in cases {
            let found = Hierarchy::builtin(country).unwrap().parse(text).map(|code| code.level().to_string());
            assert_eq!(found, expected, "{country} {text:?}");
        }
    }

    #[test]
    fn the_wijk_of_a_buurt_comes_from_its_code() {
        let cases = [
            ("BU05990110", vec!["WK059901", "GM0599", "NL00"]),
            ("BU0363KA05", vec!["WK0363KA", "GM0363", "NL00"]),
            ("NL00", vec![]),
        ];
        for (text, expected) in cases {
            let country = netherlands();
            let area = country.parse(text).unwrap();
            let above: Vec<String> = country.ancestors(&area).iter().map(ToString::to_string).collect();
            assert_eq!(above, expected, "{text}");
        }
        let tract = Hierarchy::builtin("us").unwrap();
        assert_eq!(tract.parent(&tract.parse("44001030100").unwrap()).unwrap().as_str(), "44001");
        let lsoa = Hierarchy::builtin("england").unwrap();
        assert_eq!(lsoa.parent(&lsoa.parse("E01000001").unwrap()), None, "an LSOA code does not hold its district");
    }

    #[test]
    fn foreign_ground_on_the_map_is_no_area() {
        assert!(netherlands().is_outside("GM0998"));
        assert!(netherlands().is_outside("BU99980001"));
        assert!(!netherlands().is_outside("GM0363"));
    }

    #[test]
    fn every_built_in_country_reads() {
        for (country, text) in BUILTIN_COUNTRIES {
            assert_eq!(&Hierarchy::from_toml(text).unwrap().country(), country);
        }
    }

    #[test]
    fn two_patterns_overlap_when_one_text_fits_both() {
        let cases = [
            ("GM####", "GM####", true),
            ("A#", "A@", false),
            ("A*", "A7", true),
            ("A@", "A7", false),
            ("**", "#@", true),
            ("A##", "A#", false),
            ("E01#", "E02#", false),
        ];
        for (one, other, expected) in cases {
            assert_eq!((overlap(one, other), overlap(other, one)), (expected, expected), "{one} and {other}");
        }
    }

    #[test]
    fn a_country_file_with_a_mistake_is_refused_with_the_place() {
        let level = |id: &str, more: &str| {
            format!("[[level]]\nid = '{id}'\nlabel = {{ nl = 'a', en = 'a' }}\ncodes = ['A##']\n{more}\n")
        };
        let cases = [
            (
                format!("country = 'x'\n{}{}", level("a", ""), level("a", "")),
                HierarchyError::LevelTwice { level: "a".into() },
            ),
            (
                format!("country = 'x'\n{}", level("a", "parent = 'b'")),
                HierarchyError::Parent { level: "a".into(), parent: "b".into() },
            ),
            (
                format!("country = 'x'\n{}", level("a", "parent_code = 'A{3..1}'")),
                HierarchyError::ParentCode { level: "a".into(), rule: "A{3..1}".into() },
            ),
            (
                format!("country = 'x'\n{}", level("a", "parent_code = 'A{1..4}'")), // The code has three signs.
                HierarchyError::ParentCode { level: "a".into(), rule: "A{1..4}".into() },
            ),
            (format!("country = 'x'\n{}", level("a/b", "")), HierarchyError::LevelName { level: "a/b".into() }),
            (
                format!("country = 'x'\n{}{}", level("a", ""), level("b", "")),
                HierarchyError::SameCodes {
                    first: "A##".into(),
                    first_level: "a".into(),
                    second: "A##".into(),
                    second_level: "b".into(),
                },
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(Hierarchy::from_toml(&text), Err(expected));
        }
        let Err(HierarchyError::Form { span: Some(span), .. }) = Hierarchy::from_toml("country = 'x'\nlevels = 3\n")
        else {
            panic!("unknown key accepted")
        };
        assert_eq!(span, 14..20);
    }
}
