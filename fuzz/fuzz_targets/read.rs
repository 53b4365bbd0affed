// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What the targets share: one file through the door that all files take.
#![allow(dead_code, reason = "each target uses a part")]

use kapstok_source::{Limits, RawTable, ReadOptions, describe, grids, read, recognise, sheets};

/// Small bounds, so that a run looks at many files; and so that the bounds are run into.
const LIMITS: Limits = Limits {
    unpacked_bytes: 1 << 20,
    unpacking_ratio: 150,
    rows: 2_000,
    columns: 200,
    cells: 20_000,
    cell_bytes: 1 << 14,
    text_bytes: 1 << 18,
    geometry_bytes: 1 << 18,
    database_bytes: 1 << 20,
};

/// Reads a file of one form: `start` are the bytes that it begins with, which the fuzzer need not find. A
/// table or a problem comes out, and every cell can be asked for.
pub fn file(start: &[u8], bytes: &[u8]) -> Option<RawTable> {
    let whole = if bytes.starts_with(start) { bytes.to_vec() } else { [start, bytes].concat() };
    let names = sheets(&whole);
    let options = ReadOptions { sheet: names.last().cloned(), header_rows: 1 };
    let (table, problems) = read("t", &whole, &options, &LIMITS);
    assert!(table.is_some() || !problems.is_empty(), "no table and nothing said");
    if let Some(table) = &table {
        let country = kapstok_area::Hierarchy::builtin("nl").expect("the Netherlands are built in");
        let described = describe(table, &country);
        assert_eq!((described.n_rows, recognise(table)), (table.n_rows(), described.form));
        let n_bytes: usize = (0..table.n_rows()).filter_map(|row| table.geometry(row)).map(<[u8]>::len).sum();
        assert!(n_bytes <= LIMITS.geometry_bytes, "{n_bytes} bytes of boundaries");
    }
    table
}

/// Reads a plan that people typed: every row of a grid is as wide as the others, and what is refused gives no grid.
pub fn plan(bytes: &[u8]) {
    let (grids, problems) = grids("t", bytes, &LIMITS);
    assert!(grids.is_empty() || problems.is_empty(), "half read");
    for grid in &grids {
        let width = grid.rows.first().map_or(0, |row| row.cells.len());
        assert!(grid.rows.iter().all(|row| row.cells.len() == width), "not square");
        assert!(grid.rows.is_sorted_by_key(|row| row.number), "rows out of order");
    }
}
