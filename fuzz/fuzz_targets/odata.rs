// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The answers of OData services.
#![no_main]

mod read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drop(read::file(b"{", bytes)));
