// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The text of an area code to a code of this country, and what to say when it is none.

use kapstok_area::{AreaCode, AreaCodeError, Hierarchy};
use kapstok_table::Problem;

use super::rows::{place, shown};
use crate::raw::RawTable;
use crate::tally::{EXAMPLES, Tally};

/// Why a text is no area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoArea {
    /// Ground that is on the map and in no area: abroad, sea. Its codes have the form of a code.
    Outside,
    /// Not a code.
    Code(AreaCodeError),
}

/// Reads a code, the prefix put before it where it is published without.
pub(crate) fn read_code(text: &str, prefix: Option<&str>, country: &Hierarchy) -> Result<AreaCode, NoArea> {
    let prefixed = match prefix {
        Some(prefix) if !text.is_empty() && !text.starts_with(prefix) => format!("{prefix}{text}"),
        Some(_) | None => text.to_owned(),
    };
    if country.is_outside(&prefixed) {
        return Err(NoArea::Outside);
    }
    country.parse(&prefixed).map_err(NoArea::Code)
}

/// Tells why a cell is no area.
pub(crate) fn tell(
    raw: &RawTable,
    (row, column): (usize, usize),
    text: &str,
    why: &NoArea,
    country: &Hierarchy,
    tally: &mut Tally,
) {
    let title = raw.title(column);
    let at = || place(raw, Some(row), Some(title));
    let error = |code| Problem::error(code, at()).with("found", shown(text));
    match why {
        NoArea::Outside => {
            tally.add("K0325", title, 1, || Problem::note("K0325", at()).with("found", shown(text)));
        }
        NoArea::Code(AreaCodeError::Empty) => tally.add("K0324", title, 1, || Problem::error("K0324", at())),
        NoArea::Code(AreaCodeError::Number { .. }) => tally.add("K0321", title, EXAMPLES, || error("K0321")),
        NoArea::Code(AreaCodeError::Shape { level, pattern, .. }) => {
            tally.add("K0322", title, EXAMPLES, || error("K0322").with("level", level).with("pattern", pattern));
        }
        NoArea::Code(AreaCodeError::NoLevel { .. }) => {
            tally.add("K0323", title, EXAMPLES, || error("K0323").with("country", country.country()));
        }
    }
}
