// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A title in `kapstok.toml` to a column of the file.
//!
//! Matched as written; else without the running number that CBS puts behind its titles
//! (`MoeiteMetRondkomen_38`), which differs per table and year; else so by an alias. A year or an age band behind a title is
//! no running number: `goodhealth_2020` never stands in for `goodhealth_2012`.

use std::collections::BTreeMap;

use kapstok_table::{Place, Problem};

use crate::raw::{RawTable, trim};
use kapstok_table::nearest;

/// The titles of a file, for finding columns.
pub(crate) struct Titles<'a> {
    raw: &'a RawTable,
    exact: BTreeMap<&'a str, Vec<usize>>,
    unnumbered: BTreeMap<&'a str, Vec<usize>>,
    /// Whether the numbers behind the titles run up by one: then they are CBS's, and mean nothing.
    is_running: bool,
}

impl<'a> Titles<'a> {
    /// The titles of a file.
    pub(crate) fn new(raw: &'a RawTable) -> Self {
        let mut exact: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut unnumbered: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut numbers: Vec<u32> = Vec::new();
        for (column, title) in raw.titles().enumerate().filter(|(_, title)| !title.is_empty()) {
            exact.entry(title).or_default().push(column);
            if let Some((base, number)) = split_number(title) {
                unnumbered.entry(base).or_default().push(column);
                numbers.push(number);
            }
        }
        let is_running = numbers.len() > 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1);
        Self { raw, exact, unnumbered, is_running }
    }

    /// The column of a title, or the problem that says what was found instead.
    pub(crate) fn find<'t>(
        &self,
        title: &str,
        aliases: impl IntoIterator<Item = &'t str>,
    ) -> Result<usize, Box<Problem>> {
        let title = trim(title);
        let aliases: Vec<&str> = aliases.into_iter().map(trim).collect();
        let names = || std::iter::once(title).chain(aliases.iter().copied());
        let by_name = names().find_map(|name| self.exact.get(name).or_else(|| self.unnumbered.get(name)));
        let renumbered = || {
            let bases = names().filter_map(split_number).map(|(base, _)| base);
            let mut found = bases
                .filter(|_| self.is_running)
                .filter_map(|base| self.unnumbered.get(base).or_else(|| self.exact.get(base)));
            found.next()
        };
        let place = || Place {
            sheet: self.raw.sheet().map(str::to_owned),
            column: Some(title.to_owned()),
            ..Place::file(self.raw.file())
        };
        match by_name.or_else(renumbered).map(Vec::as_slice) {
            Some([only]) => Ok(*only),
            Some(several) => {
                let numbers: Vec<String> =
                    several.iter().map(|column| self.raw.column_number(*column).to_string()).collect();
                Err(Box::new(Problem::error("K0311", place()).with("numbers", numbers.join(", "))))
            }
            None => Err(Box::new(Problem::error("K0301", place()).with("nearest", nearest(title, self.raw.titles())))),
        }
    }
}

/// `Codering_3` as (`Codering`, 3). Numbers of more than three digits are years, not running numbers.
fn split_number(title: &str) -> Option<(&str, u32)> {
    let (base, number) = title.rsplit_once('_')?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && !base.is_empty()).then_some(())?;
    Some((base, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::raw::RawBuilder;

    fn find(titles: &[&str], wanted: &str, aliases: &[&str]) -> Result<usize, (&'static str, String)> {
        let limits = Limits::default();
        let mut builder = RawBuilder::new("a.csv", None, &limits);
        for (number, title) in (1..).zip(titles) {
            builder.add_column(title, number).unwrap();
        }
        let raw = builder.finish();
        let found = Titles::new(&raw).find(wanted, aliases.iter().copied());
        found.map_err(|problem| (problem.code, problem.facts[0].1.clone()))
    }

    #[test]
    fn a_title_finds_its_column_and_never_that_of_another_year() {
        let rivm = ["ID", "Gemeentenaam_1", "SoortRegio_2", "Codering_3", "Eenzaam_4"];
        let atlas = ["code", "goodhealth_2016", "goodhealth_2020", "pop_15_24", "pop_25_44"];
        let cases = [
            (&rivm[..], "Codering_3", &[][..], Ok(3)),
            (&rivm, "Eenzaam", &[], Ok(4)),
            (&rivm, "Eenzaam_28", &[], Ok(4)), // The number of another table.
            (&rivm, " Eenzaam_4 ", &[], Ok(4)),
            (&rivm, "Eenzam", &[], Err(("K0301", "Eenzaam_4".to_owned()))),
            (&["code", "a_nb_won "], "a_nb_won", &[], Ok(1)), // A blank behind the title.
            (&["code", "g_wozbag"], "g_woz", &["g_wozbag"], Ok(1)),
            (&atlas, "goodhealth_2012", &[], Err(("K0301", "goodhealth_2016".to_owned()))),
            (&atlas, "pop_15_25", &[], Err(("K0301", "pop_15_24".to_owned()))),
            (&["a", "b", "a"], "a", &[], Err(("K0311", "1, 3".to_owned()))),
            (&["a_1", "b_2", "a_3"], "a", &[], Err(("K0311", "1, 3".to_owned()))),
            (&[], "a", &[], Err(("K0301", "-".to_owned()))),
        ];
        for (titles, wanted, aliases, expected) in cases {
            assert_eq!(find(titles, wanted, aliases), expected, "{wanted} in {titles:?}");
        }
    }
}
