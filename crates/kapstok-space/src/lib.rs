// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! **Who touches whom, and how does it look on a map?** Outlines of all areas of one level, taken together.
//!
//! The way of the data: bytes of a build ([`wkb`]) become an [`Outline`] per area; all outlines of a level
//! become one [`Topology`], in which a border between two areas exists once; from that come neighbours
//! ([`Contiguity`]), with weights ([`SpatialWeights`]) for [`autocorrelation`], simpler borders ([`Simplifier`]) and map tiles ([`Tiles`]). An area is its place in the
//! list that was passed in, from 0; that number is the same everywhere, also inside a tile.
//!
//! ```
//! use kapstok_space::{Contiguity, Outline, Topology, Touch};
//!
//! let square = |x: f64| Outline::from_rings([[[[x, 0.0], [x + 1.0, 0.0], [x + 1.0, 1.0], [x, 1.0]]]]);
//! let topology = Topology::new(&[square(0.0), square(1.0), square(5.0)])?;
//! let contiguity = Contiguity::new(&topology, Touch::Rook);
//! assert_eq!(contiguity.of(0), [1]);
//! assert_eq!(contiguity.of(2), []); // An island.
//! # Ok::<(), kapstok_space::TooManyPoints>(())
//! ```
//!
//! *Useful for*: neighbours, small maps, tiles, a centre, a bounding box, coordinates in another system; choosing
//! sets of areas that hang together ([`connected`]); figures of one map on another ([`areal`]).
//! *Not useful for*: reading files of maps (`kapstok-source`); outlines of what two areas have in common; heights; measuring
//! in centimetres ([`rd`] says how exact it is).
//!
//! **Invariant:** what two areas share stays shared: no step makes a gap or an overlap between neighbours
//! that was not in their outlines. Same input, same bits. This crate does no input or output.

pub mod areal;
pub mod autocorrelation;
mod bounds;
mod centre;
mod classes;
pub mod connected;
mod contiguity;
mod crs;
mod direction;
mod index;
pub mod inequality;
mod mend;
pub mod mercator;
mod outline;
mod points;
pub mod rd;
pub mod scan;
mod simplify;
mod tile;
mod topology;
mod weights;
pub mod wkb;

pub use bounds::Bounds;
pub use centre::{centre, contains};
pub use classes::{Class, Classes};
pub use contiguity::{Contiguity, Touch};
pub use crs::{AxisOrder, Crs, UnknownCrs};
pub use direction::{Compass, direction, neighbour_towards};
pub use index::BoundsIndex;
pub use mend::{is_clean, mended};
pub use outline::{Outline, OutlineBuilder, Point, Polygon, signed_area};
pub use simplify::{Simplified, Simplifier};
pub use tile::{EXTENT, MAX_ZOOM, NotOnGlobe, Tiles};
pub use topology::{ArcRef, TooManyPoints, Topology};
pub use weights::{Gal, GalError, SpatialWeights, Standardisation, WeightsError, read_gal, write_gal};
