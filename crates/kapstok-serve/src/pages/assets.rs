// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Files beside the pages: style sheet, fonts, words of the map, the map itself where it was built.
//!
//! In: a path below `/assets/`. Out: bytes with their type. Invariant: everything is in the program; no path reaches a
//! file of the machine. The map is put in by `build.rs`, if `atlas/dist` was there.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use axum::Extension;
use axum::extract::Path;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};
use kapstok_share::words::{Language, text};

use super::errors::Wrong;
use crate::Site;

/// A file beside the pages.
#[derive(Clone, Debug)]
pub struct Asset {
    /// What it holds.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub media_type: &'static str,
    /// Whether its name changes with what it holds, so that it may be kept for ever.
    pub is_forever: bool,
}

/// The map, as it was built; empty where it was not.
static ATLAS: Dir<'_> = include_dir!("$OUT_DIR/atlas");

/// Files by their path below `/assets/`.
const FILES: [(&str, &[u8]); 7] = [
    ("site.js", include_bytes!("../../assets/site.js")),
    ("choose.js", include_bytes!("../../assets/choose.js")),
    ("review.js", include_bytes!("../../assets/review.js")),
    ("kapstok.svg", include_bytes!("../../assets/kapstok.svg")),
    ("kapstok.css", include_bytes!("../../assets/kapstok.css")),
    (
        "fonts/source-sans-3-latin-wght-normal.woff2",
        include_bytes!("../../assets/fonts/source-sans-3-latin-wght-normal.woff2"),
    ),
    (
        "fonts/source-serif-4-latin-wght-normal.woff2",
        include_bytes!("../../assets/fonts/source-serif-4-latin-wght-normal.woff2"),
    ),
];

/// Groups of words that the map says.
const WORDS_OF_ATLAS: [&str; 8] =
    ["atlas-", "unit-", "domain-", "level-", "reason-", "kind-", "direction-", "population-"];

/// Whether the map is in the program.
pub(crate) fn has_atlas() -> bool {
    ATLAS.get_file("atlas.js").is_some()
}

/// Paths of all files beside the pages, but the theme.
pub fn paths() -> Vec<String> {
    // A folder of plain files has no desk.
    let of_pages = FILES.iter().map(|(path, _)| *path).filter(|path| *path != "review.js");
    let mut paths: Vec<String> = of_pages.map(str::to_owned).collect();
    paths.extend(Language::ALL.map(|language| format!("words.{}.ftl", language.tag())));
    paths.extend(files_of(&ATLAS).map(|path| format!("atlas/{path}")));
    paths
}

fn files_of(dir: &Dir<'static>) -> Box<dyn Iterator<Item = String>> {
    let own: Vec<String> = dir.files().filter_map(|file| file.path().to_str()).map(str::to_owned).collect();
    let below: Vec<String> = dir.dirs().flat_map(files_of).collect();
    Box::new(own.into_iter().chain(below))
}

/// A file beside the pages.
pub fn asset(path: &str) -> Option<Asset> {
    let of = |bytes, is_forever| Asset { bytes: Cow::Borrowed(bytes), media_type: media_type(path), is_forever };
    if let Some((_, bytes)) = FILES.iter().find(|(known, _)| *known == path) {
        return Some(of(bytes, path.starts_with("fonts/")));
    }
    if let Some(path) = path.strip_prefix("atlas/") {
        // Vite puts what a chunk holds into its name; the first one keeps its name.
        let is_forever = path != "atlas.js" && path != "atlas.css";
        return ATLAS.get_file(path).map(|file| of(file.contents(), is_forever));
    }
    let tag = path.strip_prefix("words.")?.strip_suffix(".ftl")?;
    Some(of(words(Language::of_tag(tag)?).as_bytes(), false))
}

/// The messages of a language that the map says.
fn words(language: Language) -> &'static str {
    static NL: OnceLock<String> = OnceLock::new();
    static EN: OnceLock<String> = OnceLock::new();
    let words = match language {
        Language::Nl => &NL,
        Language::En => &EN,
    };
    words.get_or_init(|| {
        let (mut kept, mut is_kept) = (String::new(), false);
        for line in text(language).lines() {
            // A line that is not set in begins another message, or a comment.
            if !line.starts_with([' ', '\t', '}']) && !line.is_empty() {
                is_kept = WORDS_OF_ATLAS.iter().any(|group| line.starts_with(group));
            }
            if is_kept {
                kept.push_str(line);
                kept.push('\n');
            }
        }
        kept
    })
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "woff2" => "font/woff2",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "ftl" | "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    }
}

pub(super) async fn serve(
    method: Method,
    Extension(site): Extension<Arc<Site>>,
    Path(path): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let language = super::language_of(uri.path(), &headers);
    if method != Method::GET && method != Method::HEAD {
        return super::error(&site, language, &Wrong::Method);
    }
    let found = match path.as_str() {
        "theme.css" => {
            let bytes = Cow::Owned(site.told.theme.clone().into_bytes());
            Some(Asset { bytes, media_type: media_type("theme.css"), is_forever: false })
        }
        path => asset(path),
    };
    let Some(asset) = found else {
        return super::error(&site, language, &Wrong::Unknown { path: uri.path().chars().take(200).collect() });
    };
    let cache = if asset.is_forever { "public, max-age=31536000, immutable" } else { "public, max-age=300" };
    let headers = [(header::CONTENT_TYPE, asset.media_type), (header::CACHE_CONTROL, cache)];
    match asset.bytes {
        Cow::Borrowed(bytes) => (headers, bytes).into_response(),
        Cow::Owned(bytes) => (headers, bytes).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_map_gets_its_own_words_and_no_others() {
        for language in Language::ALL {
            let words = words(language);
            assert!(words.contains("unit-percent = ") && words.contains("reason-secret = "), "{words}");
            assert!(!words.contains("help-") && !words.contains("K0301") && !words.contains("failure-"));
        }
    }

    #[test]
    fn no_path_leads_out_of_the_program() {
        for path in ["../Cargo.toml", "atlas/../../Cargo.toml", "/etc/passwd", "fonts/", "words.de.ftl", ""] {
            assert!(asset(path).is_none(), "{path}");
        }
        assert!(paths().iter().all(|path| asset(path).is_some()));
    }
}
