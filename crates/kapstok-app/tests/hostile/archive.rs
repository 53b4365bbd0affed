// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Archives and packed streams, made by hand so that they can lie.
//!
//! In: named parts. Out: bytes of a ZIP file (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16) or of a zlib stream.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};

/// A part of an archive, with what its headers say of it.
pub(crate) struct Part {
    pub(crate) name: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
    /// Bytes that it says it unpacks to; `None` for the truth.
    pub(crate) says: Option<u32>,
    /// What both headers say of it: bit 0 is encryption.
    pub(crate) flags: u16,
    pub(crate) crc: Option<u32>,
}

impl Part {
    pub(crate) fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.as_bytes().to_vec(), bytes: bytes.into(), says: None, flags: 0, crc: None }
    }
}

/// An archive of parts, each packed.
pub(crate) fn zip(parts: &[Part]) -> Vec<u8> {
    let (mut file, mut directory) = (Vec::new(), Vec::new());
    for part in parts {
        let packed = deflated(&part.bytes);
        let offset = u32::try_from(file.len()).unwrap();
        let mut sum = flate2::Crc::new();
        sum.update(&part.bytes);
        let crc = part.crc.unwrap_or_else(|| sum.sum());
        let says = part.says.unwrap_or_else(|| u32::try_from(part.bytes.len()).unwrap());
        let mut head = Vec::new();
        for number in [20_u16, part.flags, 8, 0, 0] {
            head.extend(number.to_le_bytes());
        }
        for number in [crc, u32::try_from(packed.len()).unwrap(), says] {
            head.extend(number.to_le_bytes());
        }
        for number in [u16::try_from(part.name.len()).unwrap(), 0] {
            head.extend(number.to_le_bytes());
        }
        file.extend([b"PK\x03\x04".as_slice(), &head, &part.name, &packed].concat());
        directory
            .extend([b"PK\x01\x02\x14\x00".as_slice(), &head, &[0; 10], &offset.to_le_bytes(), &part.name].concat());
    }
    end(file, &directory, parts.len())
}

fn end(mut file: Vec<u8>, directory: &[u8], n_parts: usize) -> Vec<u8> {
    let (start, n) = (u32::try_from(file.len()).unwrap(), u16::try_from(n_parts).unwrap_or(u16::MAX));
    file.extend(directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend([n.to_le_bytes(), n.to_le_bytes()].concat());
    file.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    file.extend(start.to_le_bytes());
    file.extend([0, 0]);
    file
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// Bytes as the filter `/FlateDecode` of a PDF unpacks them.
pub(crate) fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
