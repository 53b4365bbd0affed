// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Spreadsheets.
#![no_main]

mod read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drop(read::file(b"PK\x03\x04", bytes)));
