// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Outlines from well-known binary, as it lies in GeoParquet.
//!
//! In: bytes of one geometry in two dimensions, little- or big-endian. Out: an [`Outline`], or why not.
//! Invariant: no bytes make this panic, nest deeper than [`MAX_DEPTH`], or take more memory than a small
//! multiple of their own length: a count is believed only as far as bytes follow.
//! Not here: heights and measures; SRIDs; points and lines, which have no inside (within a collection they
//! are passed over, alone they are refused).
//!
//! Source: OGC 06-103r4, *Simple feature access, part 1*, section 8.

use crate::{Outline, OutlineBuilder, Point};

/// Collections within collections that are still read.
pub const MAX_DEPTH: usize = 8;

/// Why bytes are no outline; `at` is the byte where it was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WkbError {
    /// The bytes end too early for what they announce.
    #[error("the geometry ends at byte {at}, in the middle of what it announces")]
    Short {
        /// Where.
        at: usize,
    },
    /// The byte order is neither 0 nor 1.
    #[error("`{found}` at byte {at} is no byte order")]
    ByteOrder {
        /// Where.
        at: usize,
        /// The byte there.
        found: u8,
    },
    /// A kind of geometry that has no inside, has more than two dimensions, or does not belong here.
    #[error("a geometry of kind `{found}` at byte {at} is no area in two dimensions")]
    Kind {
        /// Where.
        at: usize,
        /// The code there.
        found: u32,
    },
    /// A coordinate that is no finite number.
    #[error("the point at byte {at} is not finite")]
    NotFinite {
        /// Where.
        at: usize,
    },
    /// A ring whose last point is not its first.
    #[error("the ring that ends at byte {at} is not closed")]
    NotClosed {
        /// Where.
        at: usize,
    },
    /// Collections nested deeper than [`MAX_DEPTH`].
    #[error("the geometry is nested too deeply at byte {at}")]
    Depth {
        /// Where.
        at: usize,
    },
    /// Bytes that follow the geometry.
    #[error("something follows the geometry at byte {at}")]
    Rest {
        /// Where.
        at: usize,
    },
}

/// Reads a Polygon, a MultiPolygon, or the polygons of a GeometryCollection.
///
/// # Errors
/// The first thing that is wrong with the bytes.
///
/// # Examples
/// ```
/// # use kapstok_space::wkb::{WkbError, read};
/// assert!(read(&[1, 3, 0, 0, 0, 0, 0, 0, 0])?.is_empty()); // POLYGON EMPTY
/// assert_eq!(read(&[1, 3, 0]), Err(WkbError::Short { at: 1 }));
/// # Ok::<(), WkbError>(())
/// ```
pub fn read(bytes: &[u8]) -> Result<Outline, WkbError> {
    let mut reader = Reader { bytes, at: 0, outline: OutlineBuilder::default(), ring: Vec::new() };
    reader.geometry(Place::Top, 0)?;
    if reader.at < bytes.len() {
        return Err(WkbError::Rest { at: reader.at });
    }
    Ok(reader.outline.finish())
}

/// Where a geometry stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    InCollection,
    /// In a geometry of several, of one kind.
    In(u32),
}

const POLYGON: u32 = 3;
const MULTI_POLYGON: u32 = 6;
const COLLECTION: u32 = 7;

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    outline: OutlineBuilder,
    ring: Vec<Point>,
}

#[derive(Clone, Copy)]
enum Endian {
    Big,
    Little,
}

impl Reader<'_> {
    fn geometry(&mut self, place: Place, depth: usize) -> Result<(), WkbError> {
        let at = self.at;
        if depth > MAX_DEPTH {
            return Err(WkbError::Depth { at });
        }
        let endian = match self.take::<1>()? {
            [0] => Endian::Big,
            [1] => Endian::Little,
            [found] => return Err(WkbError::ByteOrder { at, found }),
        };
        let at = self.at;
        let kind = self.number(endian)?;
        let belongs = match place {
            Place::Top => matches!(kind, POLYGON | MULTI_POLYGON | COLLECTION),
            Place::InCollection => (1..=COLLECTION).contains(&kind),
            Place::In(part) => kind == part,
        };
        if !belongs {
            return Err(WkbError::Kind { at, found: kind });
        }
        match kind {
            1 => self.skip(16),
            2 => self.points_passed_over(endian),
            POLYGON => self.polygon(endian),
            several => {
                let place = if several == COLLECTION { Place::InCollection } else { Place::In(several - 3) };
                // Each part takes bytes, so a count that lies ends in `Short`.
                for _ in 0..self.number(endian)? {
                    self.geometry(place, depth + 1)?;
                }
                Ok(())
            }
        }
    }

    fn polygon(&mut self, endian: Endian) -> Result<(), WkbError> {
        self.outline.polygon();
        for _ in 0..self.number(endian)? {
            let n_points = self.number(endian)? as usize;
            self.ring.clear();
            for _ in 0..n_points {
                let at = self.at;
                let point = [self.coordinate(endian)?, self.coordinate(endian)?];
                if !(point[0].is_finite() && point[1].is_finite()) {
                    return Err(WkbError::NotFinite { at });
                }
                self.ring.push(point);
            }
            if self.ring.first() != self.ring.last() {
                return Err(WkbError::NotClosed { at: self.at });
            }
            self.outline.ring(self.ring.iter().copied());
        }
        Ok(())
    }

    fn points_passed_over(&mut self, endian: Endian) -> Result<(), WkbError> {
        let n_points = self.number(endian)? as usize;
        self.skip(n_points.saturating_mul(16))
    }

    fn skip(&mut self, n_bytes: usize) -> Result<(), WkbError> {
        let end = self.at.checked_add(n_bytes).filter(|&end| end <= self.bytes.len());
        self.at = end.ok_or(WkbError::Short { at: self.at })?;
        Ok(())
    }

    fn number(&mut self, endian: Endian) -> Result<u32, WkbError> {
        let bytes = self.take()?;
        Ok(match endian {
            Endian::Big => u32::from_be_bytes(bytes),
            Endian::Little => u32::from_le_bytes(bytes),
        })
    }

    fn coordinate(&mut self, endian: Endian) -> Result<f64, WkbError> {
        let bytes = self.take()?;
        Ok(match endian {
            Endian::Big => f64::from_be_bytes(bytes),
            Endian::Little => f64::from_le_bytes(bytes),
        })
    }

    fn take<const N: usize>(&mut self) -> Result<[u8; N], WkbError> {
        let bytes = self.bytes.get(self.at..).and_then(|rest| rest.first_chunk::<N>());
        let bytes = *bytes.ok_or(WkbError::Short { at: self.at })?;
        self.at += N;
        Ok(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::{WkbError, read};
    use crate::Outline;
    use proptest::prelude::*;

    /// A ring, closed by hand, in one of the two byte orders.
    fn ring(big: bool, points: &[[f64; 2]]) -> Vec<u8> {
        let mut bytes = number(big, points.len() as u32);
        for coordinate in points.iter().flatten() {
            bytes.extend(if big { coordinate.to_be_bytes() } else { coordinate.to_le_bytes() });
        }
        bytes
    }

    fn number(big: bool, number: u32) -> Vec<u8> {
        if big { number.to_be_bytes().to_vec() } else { number.to_le_bytes().to_vec() }
    }

    fn geometry(big: bool, kind: u32, parts: &[Vec<u8>]) -> Vec<u8> {
        let mut bytes = vec![u8::from(!big)];
        bytes.extend(number(big, kind));
        bytes.extend(number(big, parts.len() as u32));
        bytes.extend(parts.iter().flatten());
        bytes
    }

    const SQUARE: [[f64; 2]; 5] = [[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 0.0]];
    const HOLE: [[f64; 2]; 4] = [[1.0, 1.0], [2.0, 1.0], [2.0, 2.0], [1.0, 1.0]];

    #[test]
    fn both_byte_orders_and_a_mix_of_them_give_the_same_outline() -> Result<(), WkbError> {
        let expected = Outline::from_rings([vec![SQUARE.to_vec(), HOLE.to_vec()], vec![HOLE.to_vec()]]);
        for (outer, inner) in [(false, false), (true, true), (true, false)] {
            let two = geometry(inner, 3, &[ring(inner, &SQUARE), ring(inner, &HOLE)]);
            let one = geometry(outer, 3, &[ring(outer, &HOLE)]);
            assert_eq!(read(&geometry(outer, 6, &[two, one]))?, expected);
        }
        Ok(())
    }

    #[test]
    fn the_polygons_of_a_collection_are_its_areas_and_its_lines_are_passed_over() -> Result<(), WkbError> {
        let line = [vec![1], number(false, 2), ring(false, &SQUARE[..2])].concat();
        let polygon = geometry(false, 3, &[ring(false, &SQUARE)]);
        let outline = read(&geometry(false, 7, &[line.clone(), polygon]))?;
        assert_eq!(outline, Outline::from_rings([[SQUARE]]));
        assert_eq!(read(&line), Err(WkbError::Kind { at: 1, found: 2 }), "a line alone is no area");
        Ok(())
    }

    #[test]
    fn what_is_no_outline_is_refused_with_its_place() {
        let polygon = geometry(false, 3, &[ring(false, &SQUARE)]);
        let not_finite = geometry(false, 3, &[ring(false, &[[0.0, 0.0], [f64::NAN, 0.0], [1.0, 1.0], [0.0, 0.0]])]);
        let nested = (0..20).fold(polygon.clone(), |inner, _| geometry(false, 7, &[inner]));
        let cases = [
            (vec![], WkbError::Short { at: 0 }),
            (vec![7], WkbError::ByteOrder { at: 0, found: 7 }),
            (geometry(false, 1003, &[]), WkbError::Kind { at: 1, found: 1003 }), // With heights.
            (geometry(false, 6, &[geometry(false, 7, &[])]), WkbError::Kind { at: 10, found: 7 }),
            (not_finite, WkbError::NotFinite { at: 29 }),
            (geometry(false, 3, &[ring(false, &SQUARE[..4])]), WkbError::NotClosed { at: 77 }),
            ([polygon, vec![0]].concat(), WkbError::Rest { at: 93 }),
            (nested, WkbError::Depth { at: 81 }),
            // A count of four thousand million, and nothing that follows.
            ([geometry(false, 3, &[vec![]]), number(false, u32::MAX)].concat(), WkbError::Short { at: 13 }),
        ];
        for (bytes, expected) in cases {
            assert_eq!(read(&bytes), Err(expected), "bytes {bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(
            mut bytes in proptest::collection::vec(any::<u8>(), 0..200),
            cut in 0_usize..200,
            valid in any::<bool>(),
        ) {
            if valid {
                let polygon = geometry(false, 3, &[ring(false, &SQUARE), ring(false, &HOLE)]);
                let whole = geometry(false, 6, &[polygon]);
                let kept = cut.min(whole.len());
                let spoilt = bytes.iter().take(3).map(|&byte| byte as usize % whole.len()).collect::<Vec<_>>();
                let mut whole = whole;
                for place in spoilt {
                    whole[place] ^= 0x41;
                }
                bytes = whole[..kept].to_vec();
            }
            let _ = read(&bytes);
        }
    }
}
