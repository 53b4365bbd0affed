// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The signs of a page with their places, as drawing it would put them.
//!
//! Invariant: each step is counted; at the bound reading stops by unwinding, which ends the thread of `pdf::read` and no more.

use std::collections::BTreeMap;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::{
    BlendMode, CacheKey, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, PathEl, Point, Rect};

use crate::limits::Limits;

/// Thrown when the steps are used up.
pub(super) struct Stopped;

/// A sign on a page: points from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Left end and right end.
    pub(super) x: (f32, f32),
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) italic: bool,
}

/// All of a page.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) size: (f32, f32),
    pub(super) glyphs: Vec<Glyph>,
    pub(super) pictures: bool,
    /// Signs that do not run from left to right.
    pub(super) turned: usize,
    pub(super) shapes: usize,
}

/// How a font looks, by its key.
type Looks = BTreeMap<u128, (bool, bool)>;

/// Reads one page after another.
pub(super) struct Reader<'a> {
    pdf: &'a Pdf,
    cache: InterpreterCache<'a>,
    settings: InterpreterSettings,
    steps_left: usize,
    looks: Looks,
}

impl<'a> Reader<'a> {
    pub(super) fn new(pdf: &'a Pdf, limits: &Limits) -> Self {
        let settings = InterpreterSettings { render_annotations: false, ..InterpreterSettings::default() };
        Self { pdf, cache: InterpreterCache::new(), settings, steps_left: limits.steps, looks: Looks::new() }
    }

    pub(super) fn read(&mut self, page: &Page<'a>) -> Found {
        let fonts = &page.resources().fonts;
        for font in fonts.keys().filter_map(|name| fonts.get::<Dict<'_>>(name.as_str())) {
            self.steps_left = self.steps_left.checked_sub(1).unwrap_or_else(|| stop());
            self.looks.insert(font.cache_key(), look(&font));
        }
        let (width, height) = page.render_dimensions();
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let start = Affine::new(page.initial_transform(true).as_coeffs());
        let mut context = Context::new(start, bounds, &self.cache, self.pdf.xref(), self.settings.clone());
        let found = Found { size: (width, height), ..Found::default() };
        let mut device = Pen { found, steps_left: self.steps_left, depth: 0, looks: &mut self.looks };
        interpret_page(page, &mut context, &mut device);
        let Pen { found, steps_left, .. } = device;
        self.steps_left = steps_left;
        found
    }
}

/// Shapes of a path that bend, as letters do and lines of a table do not.
fn subpaths(path: &BezPath) -> usize {
    let bends = path.elements().iter().any(|element| matches!(element, PathEl::CurveTo(..) | PathEl::QuadTo(..)));
    let begun = path.elements().iter().filter(|element| matches!(element, PathEl::MoveTo(_))).count();
    if bends { begun } else { 0 }
}

/// No hook runs and nothing is printed: `pdf::read` sees it.
fn stop() -> ! {
    std::panic::resume_unwind(Box::new(Stopped))
}

/// Bold and italic by the name and descriptor of a font.
fn look(font: &Dict<'_>) -> (bool, bool) {
    let descriptor = font.get::<Dict<'_>>("FontDescriptor");
    let weight = descriptor.as_ref().and_then(|descriptor| descriptor.get::<f32>("FontWeight")).unwrap_or(400.0);
    let (bold, italic) = font.get::<Name<'_>>("BaseFont").map_or((false, false), |name| named(name.as_str()));
    (bold || weight >= 600.0, italic)
}

fn named(name: &str) -> (bool, bool) {
    let name = name.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    (has(&["bold", "black", "heavy", "semibd"]), has(&["italic", "oblique"]))
}

struct Pen<'l> {
    found: Found,
    steps_left: usize,
    /// Drawings within each other.
    depth: usize,
    looks: &'l mut Looks,
}

impl Pen<'_> {
    /// A drawing in a drawing costs the more the deeper it lies, for it carries all that is around it.
    fn step(&mut self) {
        match self.steps_left.checked_sub(1 + self.depth * self.depth / 4) {
            Some(left) => self.steps_left = left,
            None => stop(),
        }
    }

    fn look(&mut self, glyph: &Drawn<'_>) -> (bool, bool) {
        let Drawn::Outline(glyph) = glyph else { return (false, false) };
        *self.looks.entry(glyph.font_cache_key()).or_insert_with(|| {
            let data = glyph.font_data();
            let (bold, italic) =
                data.as_ref().and_then(|data| data.postscript_name.as_deref()).map(named).unwrap_or_default();
            let weight = data.as_ref().and_then(|data| data.weight).unwrap_or(400);
            (bold || weight >= 600, italic || data.is_some_and(|data| data.is_italic))
        })
    }
}

impl<'a> Device<'a> for Pen<'_> {
    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.step();
        let place = transform * glyph_transform;
        let advance = match glyph {
            Drawn::Outline(outline) => outline.advance_width().unwrap_or(500.0),
            Drawn::Type3(_) => 500.0,
        };
        let origin = place * Point::ORIGIN;
        let end = place * Point::new(f64::from(advance), 0.0);
        let top = place * Point::new(0.0, 1000.0);
        // Square roots are the same on every machine; `hypot` is not.
        let length = |from: Point, to: Point| (to - from).hypot2().sqrt();
        let size = length(origin, top);
        if !(origin.x.is_finite() && origin.y.is_finite() && end.x.is_finite() && size.is_finite()) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char('\0')) | None => "\u{fffd}".to_owned(),
            Some(BfString::Char(sign)) => sign.to_string(),
            Some(BfString::String(signs)) => signs,
        };
        if (end.y - origin.y).abs() > 0.2 * length(origin, end) || end.x < origin.x {
            self.found.turned += usize::from(!text.trim().is_empty());
            return;
        }
        let (bold, italic) = self.look(glyph);
        let (x, baseline) = ((origin.x as f32, end.x as f32), origin.y as f32);
        self.found.glyphs.push(Glyph { text, x, baseline, size: size as f32, bold, italic });
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.step();
        self.found.pictures = true;
    }

    fn draw_path(&mut self, path: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.step();
        self.found.shapes += subpaths(path);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.depth += 1;
        self.step();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.step();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn pop_clip_path(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
    fn pop_transparency_group(&mut self) {}
}
