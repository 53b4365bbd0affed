// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! What programs are told: columns, areas, tiles, search, and the description of it all.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;

use std::io::Read;
use std::sync::Arc;

use country::{
    GATED, MARKUP, N, OFF_THE_MAP, SECRET, ask, ask_with, code, codes, get, link, served, share, site, snapshot,
};
use serde_json::Value;

/// A column, taken apart as its documentation says.
struct Decoded {
    year: u32,
    values: Vec<f32>,
    margins: Option<(Vec<f32>, Vec<f32>)>,
    status: Vec<u8>,
}

fn decode(bytes: &[u8]) -> Decoded {
    assert_eq!(&bytes[..4], b"KPC1");
    let word = |at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let (n, flags, year) = (word(4) as usize, word(8), word(12));
    let numbers = |block: usize| {
        let of = |index| f32::from_le_bytes(bytes[16 + 4 * (block * n + index)..][..4].try_into().unwrap());
        (0..n).map(of).collect::<Vec<f32>>()
    };
    let n_blocks = if flags & 1 == 1 { 3 } else { 1 };
    let status = bytes[16 + 4 * n_blocks * n..].to_vec();
    assert_eq!(status.len(), n, "nothing follows");
    Decoded { year, values: numbers(0), margins: (n_blocks == 3).then(|| (numbers(1), numbers(2))), status }
}

/// Addresses of the catalogue in full, as a client resolves them.
fn hrefs() -> Vec<String> {
    let catalogue = get("/v1/catalogue");
    let mut hrefs = Vec::new();
    for level in catalogue["levels"].as_array().unwrap() {
        hrefs.push(level["areasHref"].as_str().unwrap().to_owned());
        let recipes = level["recipes"].as_array().unwrap().iter().flat_map(|it| it["columns"].as_array().unwrap());
        hrefs.extend(
            level["columns"]
                .as_array()
                .unwrap()
                .iter()
                .chain(recipes)
                .map(|it| it["href"].as_str().unwrap().to_owned()),
        );
    }
    hrefs.into_iter().map(|href| format!("/v1/{href}")).collect()
}

#[test]
fn every_address_of_the_catalogue_is_there_and_may_be_kept_for_ever() {
    let hrefs = hrefs();
    assert_eq!(hrefs.len(), 2 + 1 + 3 + 4);
    for href in hrefs {
        let reply = ask(&href);
        assert_eq!(reply.status, 200, "{href}");
        assert!(reply.header("cache-control").contains("immutable"), "{href}");
    }
    // Without the build the same is there, and asked for again each time.
    let reply = ask("/v1/columns/neighbourhood/share/2024");
    assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (200, "no-cache"));
}

#[test]
fn what_belongs_to_another_build_is_gone_so_that_two_builds_are_never_mixed() {
    let served = served();
    let href = "/v1/columns/neighbourhood/share/2024?build=build-1";
    let before = ask_with(&served, "GET", href, &[]);
    served.swap(site("build-2", 1.0));
    let after = ask_with(&served, "GET", href, &[]);
    assert_eq!((before.status.as_u16(), after.status.as_u16()), (200, 404));
    assert!(after.json()["hint"].as_str().unwrap().contains("/v1/catalogue"));
    let tag = before.header("etag");
    let changed = ask_with(&served, "GET", "/v1/columns/neighbourhood/share/2024", &[("if-none-match", tag)]);
    assert_eq!(changed.status, 200, "the figures changed, so the tag did");
}

#[test]
fn a_column_holds_the_figures_margins_and_statuses_of_the_snapshot() {
    let snapshot = snapshot("build-1", 0.0);
    let level = snapshot.level("neighbourhood").unwrap();
    for (period, has_margins) in [("2023", false), ("2024", true)] {
        let decoded = decode(&ask(&format!("/v1/columns/neighbourhood/share/{period}")).body);
        let (_, column) = snapshot.column(level, "share", Some(period)).unwrap();
        assert_eq!((decoded.year, decoded.status.as_slice()), (2024, column.status_bytes()));
        for (index, value) in decoded.values.iter().enumerate() {
            assert_eq!(column.value(index).map(|value| value as f32), Some(*value).filter(|value| !value.is_nan()));
        }
        assert_eq!(decoded.margins.is_some(), has_margins);
        if let Some((lower, upper)) = decoded.margins {
            assert_eq!((lower[0], upper[0]), (9.0, 11.0));
            assert!(lower[SECRET].is_nan() && upper[SECRET].is_nan());
        }
    }
}

#[test]
fn an_area_with_too_few_residents_has_no_figure_in_any_output() {
    for period in ["2023", "2024"] {
        let column = decode(&ask(&format!("/v1/columns/neighbourhood/share/{period}")).body);
        assert!(column.values[GATED].is_nan());
        assert_eq!((column.status[GATED], column.status[SECRET]), (6, 1));
        if let Some((lower, upper)) = column.margins {
            assert!(lower[GATED].is_nan() && upper[GATED].is_nan());
        }
    }
    for id in ["burdens", "known", "sources", "domain.health"] {
        let column = decode(&ask(&format!("/v1/columns/neighbourhood/recipes/together/{id}")).body);
        assert!(column.values[GATED].is_nan(), "{id}");
        assert_eq!((column.status[GATED], column.status[0]), (6, 0), "{id}");
    }
    let residents = get("/v1/columns/neighbourhood")["residents"].clone();
    // The smallest other part of its municipality is withheld with it.
    assert!(residents[GATED].is_null() && residents[0].is_null() && residents[1].is_number());
    let area = get(&format!("/v1/areas/{}", code(GATED)));
    assert!(area["residents"].is_null());
    for cell in area["cells"].as_array().unwrap() {
        assert!(cell["value"].is_null() && cell["lower"].is_null() && cell["upper"].is_null(), "{cell}");
        assert_eq!(
            (&cell["status"], &cell["reason"], &cell["mark"]),
            (&6.into(), &"too_few_residents".into(), &"".into())
        );
    }
    let scores = &area["scores"][0];
    assert_eq!((&scores["nKnown"], &scores["notCounted"]), (&0.into(), &"too-few-residents".into()));
    let page = get("/v1/collections/neighbourhood/items");
    for feature in [&page["features"][GATED], &get(&format!("/v1/collections/neighbourhood/items/{}", code(GATED)))] {
        let properties = &feature["properties"];
        assert!(properties["share"].is_null() && properties["residents"].is_null());
        assert_eq!(properties["missing"], "residents=too_few_residents;share=too_few_residents");
    }
    let why = get(&format!("/v1/areas/{}/why/share/2024", code(GATED)));
    assert!(why["value"].is_null());
    assert_eq!(why["missing"]["reason"], "too_few_residents");
    let html = ask(&format!("/v1/collections/neighbourhood/items/{}?f=html", code(GATED)));
    let shown = format!("{}", share(GATED));
    assert!(!String::from_utf8_lossy(&html.body).contains(&format!("<dd>{shown}</dd>")));
}

#[test]
fn an_area_tells_each_figure_with_its_file_its_neighbours_and_where_they_lie() {
    let area = get(&format!("/v1/areas/{}", code(1)));
    assert_eq!(
        (&area["name"], &area["level"], &area["invented"]),
        (&"Buurt 1".into(), &"neighbourhood".into(), &true.into())
    );
    assert_eq!(area["within"][0]["name"], "Eerstedam");
    let cell =
        area["cells"].as_array().unwrap().iter().find(|cell| cell["period"] == "2024" && cell["indicator"] == "share");
    let cell = cell.unwrap();
    assert_eq!((&cell["value"], &cell["provisional"], &cell["row"]), (&11.5.into(), &true.into(), &7.into()));
    let origin = &area["origins"][cell["origin"].as_u64().unwrap() as usize - 1];
    assert_eq!(origin["publisher"], "Invented Statistics");
    let neighbours: Vec<(&str, &str)> = area["neighbours"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["code"].as_str().unwrap(), it["direction"].as_str().unwrap()))
        .collect();
    // A corner is enough.
    let expected = [(5, "north"), (6, "north-east"), (2, "east"), (0, "west"), (4, "north-west")];
    let expected = expected.map(|(area, direction)| (code(area), direction));
    assert_eq!(neighbours, expected.iter().map(|(code, direction)| (code.as_str(), *direction)).collect::<Vec<_>>());
    assert_eq!(ask("/v1/areas/BU9999").status, 404);
}

#[test]
fn lists_of_areas_have_one_order_and_point_into_each_other() {
    let areas = get("/v1/columns/neighbourhood");
    for member in ["codes", "names", "centres", "residents", "neighbours"] {
        assert_eq!(areas[member].as_array().unwrap().len(), N, "{member}");
    }
    assert_eq!(areas["codes"][4], Value::from(code(4)));
    assert_eq!(areas["names"][4], MARKUP);
    assert_eq!(areas["within"]["municipality"][8], 1);
    assert_eq!(areas["neighbours"][0], serde_json::json!([1, 4, 5]));
    assert!(areas["centres"][OFF_THE_MAP].is_null() && areas["centres"][0][1].as_f64().unwrap() > 52.0);
}

#[test]
fn no_name_of_an_area_becomes_markup() {
    for path in [
        "/v1/collections/neighbourhood/items?f=html".to_owned(),
        format!("/v1/collections/neighbourhood/items/{}?f=html", code(4)),
        "/v1?f=html".to_owned(),
        "/v1/collections?f=html".to_owned(),
    ] {
        let reply = ask(&path);
        assert!(reply.header("content-type").starts_with("text/html"), "{path}");
        assert!(reply.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert!(!String::from_utf8_lossy(&reply.body).contains("<svg"), "{path}");
    }
    let echoed = ask("/v1/search?%3Csvg%20onload=1");
    assert_eq!((echoed.status.as_u16(), echoed.header("content-type")), (400, "application/problem+json"));
}

#[test]
fn properties_are_chosen_by_name_and_every_feature_has_all_that_were_chosen() {
    let page = get("/v1/collections/neighbourhood/items?properties=share,missing");
    for feature in page["features"].as_array().unwrap() {
        let names: Vec<&String> = feature["properties"].as_object().unwrap().keys().collect();
        assert_eq!(names, ["share", "missing"]);
    }
    let none = get("/v1/collections/neighbourhood/items?properties=");
    assert_eq!(none["features"][0]["properties"], serde_json::json!({}));
    // A figure has a point, also a whole one: old readers take the type of a column from what they see first.
    let text = String::from_utf8_lossy(&ask("/v1/collections/neighbourhood/items?limit=1").body).into_owned();
    assert!(text.contains("\"share\":10.0"), "{text}");
}

#[test]
fn a_cursor_with_other_filters_is_refused_and_one_without_an_area_goes_on_behind_it() {
    let page = get("/v1/collections/neighbourhood/items?limit=2&bbox=5,52,6,53");
    let next = link(&page, "next").unwrap();
    assert_eq!(codes(&get(&next)).len(), 2);
    let cursor = next.split("cursor=").nth(1).unwrap();
    for other in ["", "bbox=5,52,6,53.1&", "bbox=5,52,6,53&datetime=2024-01-01&"] {
        let reply = ask(&format!("/v1/collections/neighbourhood/items?{other}cursor={cursor}"));
        assert_eq!(reply.status, 400, "{other}");
    }
    assert_eq!(ask(&format!("/v1/collections/municipality/items?bbox=5,52,6,53&cursor={cursor}")).status, 400);
    // Another size of page, other properties and another form are no other selection.
    assert_eq!(ask(&format!("{next}&properties=code&f=html")).status, 200);
}

#[test]
fn a_large_page_comes_in_pieces_and_is_one_document() {
    let page = get("/v1/collections/neighbourhood/items?limit=10000");
    assert_eq!(codes(&page), (0..N).map(code).collect::<Vec<_>>());
}

#[test]
fn a_column_comes_with_gzip_in_parts_or_not_at_all_as_it_is_asked() {
    let (served, path) = (served(), "/v1/columns/neighbourhood/residents/2024");
    let plain = ask_with(&served, "GET", path, &[]);
    let packed = ask_with(&served, "GET", path, &[("accept-encoding", "br, gzip;q=0.8")]);
    let mut unpacked = Vec::new();
    match packed.header("content-encoding") {
        "gzip" => drop(flate2::read::GzDecoder::new(&packed.body[..]).read_to_end(&mut unpacked).unwrap()),
        _ => unpacked.extend_from_slice(&packed.body),
    }
    assert_eq!(unpacked, plain.body);
    assert!(packed.header("vary").contains("accept-encoding"));
    let (head, tag) = (ask_with(&served, "HEAD", path, &[]), plain.header("etag"));
    assert_eq!(head.header("content-length"), plain.body.len().to_string());
    for known in [tag.to_owned(), format!("\"other\", W/{tag}"), "*".to_owned()] {
        let known = ask_with(&served, "GET", path, &[("if-none-match", &known)]);
        assert_eq!((known.status.as_u16(), known.body.len(), known.header("etag")), (304, 0, tag));
    }
    let part = ask_with(&served, "GET", path, &[("range", "bytes=0-3"), ("accept-encoding", "gzip")]);
    assert_eq!((part.status.as_u16(), &part.body[..]), (206, &b"KPC1"[..]));
    assert_eq!(part.header("content-range"), format!("bytes 0-3/{}", plain.body.len()));
    assert_eq!(ask_with(&served, "GET", path, &[("range", "bytes=999999-")]).status, 416);
    let changed = ask_with(&served, "GET", path, &[("range", "bytes=0-3"), ("if-range", "\"other\"")]);
    assert_eq!((changed.status.as_u16(), changed.body.len()), (200, plain.body.len()));
    // Features have a tag too, which does not know the time of the answer.
    let page = ask("/v1/collections/neighbourhood/items?limit=1");
    let again = ask_with(
        &served,
        "GET",
        "/v1/collections/neighbourhood/items?limit=1",
        &[("if-none-match", page.header("etag"))],
    );
    assert_eq!(again.status, 304);
}

#[test]
fn a_tile_holds_borders_and_names_and_an_empty_one_is_nothing() {
    let base = "/v1/collections/neighbourhood/tiles/WebMercatorQuad";
    let tile_json = get(&format!("{base}?f=tilejson"));
    assert_eq!((&tile_json["tilejson"], &tile_json["maxzoom"]), (&"3.0.0".into(), &12.into()));
    let limits = get(base)["tileMatrixSetLimits"].clone();
    let of = |member: &str| limits[12][member].as_u64().unwrap();
    let path = format!("{base}/12/{}/{}", of("minTileRow"), of("minTileCol"));
    let served = served();
    let tile = ask_with(&served, "GET", &path, &[]);
    assert_eq!((tile.status.as_u16(), tile.header("content-type")), (200, "application/vnd.mapbox-vector-tile"));
    assert!(tile.body.windows(5).any(|bytes| bytes == b"areas") && tile.body.windows(5).any(|bytes| bytes == b"Noord"));
    assert_eq!(ask_with(&served, "GET", &path, &[]).body, tile.body, "the same when it comes from what was kept");
    assert_eq!(ask(&format!("{base}/12/0/0")).status, 204);
    for wrong in ["13/0/0", "1/2/0", "0/0/1", "x/0/0", "0/-1/0", "0/0/0.pbf"] {
        assert_eq!(ask(&format!("{base}/{wrong}")).status, 404, "{wrong}");
    }
}

#[test]
fn areas_are_found_by_the_beginning_of_a_name_and_say_where_they_lie() {
    let found = get("/v1/search?q=noo");
    assert_eq!((&found["numberMatched"], &found["results"][0]["name"]), (&1.into(), &"Noord".into()));
    assert_eq!(found["results"][0]["within"][0]["name"], "Eerstedam");
    let many = get("/v1/search?q=buurt&limit=3");
    assert_eq!((many["results"].as_array().unwrap().len(), &many["numberMatched"]), (3, &11.into()));
    for wrong in ["/v1/search", "/v1/search?q=", "/v1/search?q=%20", "/v1/search?q=a&q=b", "/v1/search?q=a&limit=0"] {
        assert_eq!(ask(wrong).status, 400, "{wrong}");
    }
}

#[test]
fn every_answer_of_the_api_has_its_headers_also_one_that_refuses() {
    for path in ["/v1", "/v1/catalogue", "/v1/nothing", "/v1?x=1", "/v1//x", "/v1/columns/neighbourhood/share/2024"] {
        let reply = ask(path);
        assert_eq!(reply.header("api-version"), "1.0.0", "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
        assert!(!reply.header("referrer-policy").is_empty() && !reply.header("content-security-policy").is_empty());
        assert!(reply.headers.get("set-cookie").is_none(), "{path}");
    }
    let options = ask_with(&served(), "OPTIONS", "/v1/catalogue", &[("origin", "https://x")]);
    assert_eq!((options.status.as_u16(), options.header("access-control-allow-origin")), (204, "*"));
    // Links follow the host that the caller sees, and only a plain one.
    let secure = ask_with(&served(), "GET", "/v1", &[("x-forwarded-proto", "https")]);
    assert!(secure.json()["links"][0]["href"].as_str().unwrap().starts_with("https://example.org/v1"));
    assert!(!secure.header("strict-transport-security").is_empty());
}

#[test]
fn the_description_has_the_paths_of_the_router_and_refers_to_nothing_else() {
    let api = get("/v1/openapi.json");
    assert!(api["servers"][0]["url"].as_str().unwrap().ends_with("/v1"));
    assert_eq!(
        (&api["info"]["version"], &api["info"]["contact"]["name"]),
        (&"1.0.0".into(), &"Invented Statistics".into())
    );
    let documented = include_str!("../../../docs/reference/api.md");
    let mut ids = Vec::new();
    for (path, item) in api["paths"].as_object().unwrap() {
        let get = &item["get"];
        ids.push(get["operationId"].as_str().unwrap().to_owned());
        for status in ["200", "304", "400", "404"] {
            for header in ["API-Version", "Access-Control-Allow-Origin"] {
                assert!(get["responses"][status]["headers"][header].is_object(), "{path} {status} {header}");
            }
        }
        let has = |status: &str| get["responses"][status].is_object();
        let in_parts = ["/catalogue", "/columns/", "/downloads/"].iter().any(|start| path.starts_with(start));
        let is_tile = path.ends_with("{x}");
        assert_eq!((has("206"), has("416")), (in_parts || is_tile, in_parts || is_tile), "{path}");
        assert_eq!(has("204"), is_tile, "{path}");
        // Every path is answered by the router: with something in each of its places.
        let mut asked = path.clone();
        for (place, value) in [
            ("{level}", "neighbourhood"),
            ("{indicator}", "share"),
            ("{period}", "2024"),
            ("{recipe}", "together"),
            ("{column}", "burdens"),
            ("{code}", "BU00010000"),
            ("{choice}", "three"),
            ("{file}", "neighbourhood.csv"),
            ("{z}", "0"),
            ("{y}", "0"),
            ("{x}", "0"),
        ] {
            asked = asked.replace(place, value);
        }
        let asked = if asked.contains("municipality/items/") { asked.replace("BU00010000", "GM0001") } else { asked };
        let query = if asked == "/search" { "?q=a" } else { "" };
        let reply = ask(&format!("/v1{asked}{query}").replace("/v1/?", "/v1?"));
        // No document was read here; `documents.rs` asks where some were.
        match path.contains("{document}") {
            true => assert_eq!(reply.status, 404, "{path}"),
            false => assert!(reply.status.is_success(), "{path}: {}", reply.status),
        }
        if reply.status == 200 {
            let media = get["responses"]["200"]["content"].as_object().unwrap();
            assert!(media.contains_key(reply.header("content-type")), "{path}: {}", reply.header("content-type"));
        }
        let told = path.replace("/neighbourhood", "/{level}").replace("/municipality", "/{level}");
        let told = format!("`/v1{}`", told.trim_end_matches('/'));
        assert!(documented.contains(&told), "docs/reference/api.md tells of {told}");
        // And each parameter that is told is taken, for none of them is unknown.
        for parameter in get["parameters"].as_array().unwrap().iter().filter(|it| it["in"] == "query") {
            let name = parameter["name"].as_str().unwrap();
            let reply = ask(&format!("/v1{asked}?{name}="));
            let is_unknown = reply.status == 400 && reply.json()["type"] == "urn:kapstok:problem:unknown-parameter";
            assert!(!is_unknown, "{path} {name}");
        }
    }
    let n = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), n, "names of operations are unique");
    let text = api.to_string();
    for reference in text.split("\"$ref\":\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let place = reference.strip_prefix('#').and_then(|pointer| api.pointer(pointer));
        assert!(place.is_some_and(serde_json::Value::is_object), "{reference}");
    }
}

#[test]
fn a_mistake_of_the_server_is_500_with_all_headers_and_the_next_request_is_answered() {
    use axum::routing::get;
    use tower::ServiceExt;
    async fn mistake() -> &'static str {
        panic!("a mistake on purpose, for a test")
    }
    let served = served();
    let router = kapstok_serve::around(axum::Router::new().route("/v1/mistake", get(mistake)), Arc::clone(&served));
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    for _ in 0..2 {
        let request = axum::http::Request::get("/v1/mistake").body(axum::body::Body::empty()).unwrap();
        let response = runtime.block_on(router.clone().oneshot(request)).unwrap();
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers()["content-type"], "application/problem+json");
        assert_eq!(response.headers()["api-version"], "1.0.0");
    }
}
