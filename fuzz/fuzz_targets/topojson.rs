// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! TopoJSON.
#![no_main]

mod read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drop(read::file(b"{", bytes)));
