// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! GeoPackage.
#![no_main]

mod read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drop(read::file(b"SQLite format 3\0", bytes)));
