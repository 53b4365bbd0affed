// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! OGC API Features, parts 1 and 2: one test per requirement that the test suite of the OGC (CITE) looks at.
//!
//! The suite itself is not run here; `docs/reference/ogc.md` has the table. `abstract test` numbers are those of
//! OGC 17-069r4, annex A, and OGC 18-058r1, annex A.

#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

mod country;

use country::{OFF_THE_MAP, ask, ask_with, code, codes, corner, get, link, served};
use serde_json::Value;

const ITEMS: &str = "/v1/collections/neighbourhood/items";
const CRS84: &str = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
const RD: &str = "http://www.opengis.net/def/crs/EPSG/0/28992";
const ETRS89: &str = "http://www.opengis.net/def/crs/EPSG/0/4258";

/// A parameter of a path in the description.
fn parameter(path: &str, name: &str) -> Value {
    let api = get("/v1/openapi.json");
    let parameters = api["paths"][path]["get"]["parameters"].as_array().unwrap().clone();
    parameters.into_iter().find(|parameter| parameter["name"] == name).unwrap_or_else(|| panic!("{name} of {path}"))
}

fn first_point(feature: &Value) -> [f64; 2] {
    let mut at = &feature["geometry"]["coordinates"];
    while at[0].is_array() {
        at = &at[0];
    }
    [at[0].as_f64().unwrap(), at[1].as_f64().unwrap()]
}

#[test]
fn core_http_answers_are_http_1_1_with_a_media_type_also_without_a_body() {
    // Abstract test 1.
    let served = served();
    for path in ["/v1", "/v1/conformance", "/v1/collections", ITEMS] {
        let (get, head) = (ask_with(&served, "GET", path, &[]), ask_with(&served, "HEAD", path, &[]));
        assert_eq!((get.status.as_u16(), head.status.as_u16()), (200, 200), "{path}");
        assert_eq!(get.header("content-type"), head.header("content-type"), "{path}");
        assert!(head.body.is_empty(), "{path}");
        for method in ["POST", "PUT", "DELETE", "PATCH"] {
            assert_eq!(ask_with(&served, method, path, &[]).status, 405, "{method} {path}");
        }
    }
}

#[test]
fn core_root_op_the_landing_page_is_there() {
    // Abstract test 3.
    assert_eq!(ask("/v1").status, 200);
    assert_eq!(ask("/v1/").status, 200, "OWSLib asks it so");
}

#[test]
fn core_root_success_the_landing_page_links_to_description_conformance_and_data() {
    // Abstract test 4.
    let landing = get("/v1");
    for (rel, media) in [
        ("service-desc", "application/vnd.oai.openapi+json;version=3.0"),
        ("service-doc", "text/html"),
        ("conformance", "application/json"),
        ("data", "application/json"),
    ] {
        let links = landing["links"].as_array().unwrap();
        let found = links.iter().find(|link| link["rel"] == rel).unwrap_or_else(|| panic!("{rel}"));
        assert_eq!(found["type"], media);
        let reply = ask(&link(&landing, rel).unwrap());
        assert_eq!(reply.status, 200, "{rel}");
        assert_eq!(reply.header("content-type").split(';').next(), media.split(';').next(), "{rel}");
    }
}

#[test]
fn core_api_definition_op_the_description_is_there() {
    // Abstract test 5.
    assert_eq!(ask(&link(&get("/v1"), "service-desc").unwrap()).status, 200);
}

#[test]
fn core_api_definition_success_the_description_is_openapi_3_0_with_a_path_for_each_resource() {
    // Abstract test 6.
    let api = get("/v1/openapi.json");
    assert_eq!(api["openapi"], "3.0.3");
    for path in [
        "/",
        "/conformance",
        "/collections",
        "/collections/neighbourhood",
        "/collections/neighbourhood/items",
        "/collections/neighbourhood/items/{code}",
    ] {
        assert!(api["paths"][path]["get"]["responses"]["200"].is_object(), "{path}");
    }
}

#[test]
fn core_conformance_op_the_classes_are_there() {
    // Abstract test 7.
    assert_eq!(ask(&link(&get("/v1"), "conformance").unwrap()).status, 200);
}

#[test]
fn core_conformance_success_the_classes_name_core_and_geojson() {
    // Abstract test 8.
    let classes = get("/v1/conformance");
    let classes: Vec<&str> = classes["conformsTo"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    for class in ["core", "oas30", "geojson"] {
        let uri = format!("http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{class}");
        assert!(classes.contains(&uri.as_str()), "{class}");
    }
}

#[test]
fn core_fc_md_op_the_collections_are_there() {
    // Abstract test 9.
    assert_eq!(ask(&link(&get("/v1"), "data").unwrap()).status, 200);
}

#[test]
fn core_fc_md_success_each_collection_has_its_links_extent_and_items() {
    // Abstract test 10, its four methods.
    let collections = get("/v1/collections");
    assert!(link(&collections, "self").is_some() && link(&collections, "alternate").is_some());
    let all = collections["collections"].as_array().unwrap();
    assert_eq!(all.len(), 2);
    for collection in all {
        for link in collection["links"].as_array().unwrap() {
            assert!(link["rel"].is_string() && link["type"].is_string(), "{link}");
        }
        assert_eq!(ask(&link(collection, "items").unwrap()).status, 200);
        let bbox = collection["extent"]["spatial"]["bbox"][0].as_array().unwrap();
        let bbox: Vec<f64> = bbox.iter().map(|number| number.as_f64().unwrap()).collect();
        assert!(bbox[0] < bbox[2] && bbox[1] < bbox[3] && (5.0..6.0).contains(&bbox[0]), "{bbox:?}");
        assert_eq!(collection["extent"]["temporal"]["interval"][0][0], "2024-01-01T00:00:00Z");
        let feature = &get(&link(collection, "items").unwrap())["features"][0];
        let [longitude, latitude] = first_point(feature);
        assert!((bbox[0]..=bbox[2]).contains(&longitude) && (bbox[1]..=bbox[3]).contains(&latitude));
    }
}

#[test]
fn core_crs84_coordinates_are_longitude_and_latitude_unless_asked_otherwise() {
    // Abstract test 2. The corner of the country lies at the centre of the grid, the tower of Amersfoort.
    let page = get(ITEMS);
    let [longitude, latitude] = first_point(&page["features"][0]);
    assert!((longitude - 5.3872).abs() < 0.02 && (latitude - 52.1552).abs() < 0.02, "{longitude} {latitude}");
}

#[test]
fn core_sfc_md_op_each_collection_is_there_by_its_id() {
    // Abstract test 11.
    for collection in get("/v1/collections")["collections"].as_array().unwrap() {
        let path = format!("/v1/collections/{}", collection["id"].as_str().unwrap());
        assert_eq!(ask(&path).status, 200);
    }
    assert_eq!(ask("/v1/collections/street").status, 404);
}

#[test]
fn core_sfc_md_success_a_collection_says_the_same_alone_as_in_the_list() {
    // Abstract test 12.
    for collection in get("/v1/collections")["collections"].as_array().unwrap() {
        assert_eq!(get(&format!("/v1/collections/{}", collection["id"].as_str().unwrap())), *collection);
    }
}

#[test]
fn core_fc_op_the_features_are_there() {
    // Abstract test 13.
    assert_eq!(ask(ITEMS).status, 200);
    assert_eq!(ask(ITEMS).header("content-type"), "application/geo+json");
}

#[test]
fn core_fc_response_a_page_is_a_feature_collection_of_features() {
    // Abstract test 22.
    let page = get(ITEMS);
    assert_eq!(page["type"], "FeatureCollection");
    for feature in page["features"].as_array().unwrap() {
        assert_eq!(feature["type"], "Feature");
        assert!(feature["properties"].is_object() && feature["id"].is_string());
    }
    assert!(page["features"][OFF_THE_MAP]["geometry"].is_null(), "an area without an outline is there all the same");
}

#[test]
fn core_fc_links_and_fc_rel_type_a_page_links_to_itself_other_forms_and_its_neighbours() {
    // Abstract test 23.
    let page = get(&format!("{ITEMS}?limit=5"));
    for link in page["links"].as_array().unwrap() {
        assert!(link["rel"].is_string() && link["type"].is_string(), "{link}");
    }
    assert_eq!(link(&page, "self").unwrap(), format!("{ITEMS}?limit=5"));
    assert!(ask(&link(&page, "alternate").unwrap()).header("content-type").starts_with("text/html"));
    assert!(link(&page, "prev").is_none());
    let mut seen = codes(&page);
    let (mut next, mut previous) = (link(&page, "next"), Vec::new());
    while let Some(path) = next {
        let page = get(&path);
        previous.push(link(&page, "prev").unwrap());
        seen.extend(codes(&page));
        next = link(&page, "next");
    }
    assert_eq!(seen, (0..country::N).map(code).collect::<Vec<_>>(), "all of them once, in their order");
    assert_eq!(codes(&get(&previous[0])), seen[..5], "the page before the second is the first");
    assert_eq!(codes(&get(&previous[1])), seen[5..10]);
}

#[test]
fn core_fc_timestamp_a_page_says_when_it_was_made() {
    // Abstract test 24.
    assert_eq!(get(ITEMS)["timeStamp"], "2026-01-02T12:00:00Z");
}

#[test]
fn core_fc_numbermatched_a_page_says_how_many_match_on_all_pages() {
    // Abstract test 25.
    assert_eq!(get(&format!("{ITEMS}?limit=2"))["numberMatched"], 13);
}

#[test]
fn core_fc_numberreturned_a_page_says_how_many_it_has() {
    // Abstract test 26.
    for limit in [1, 5, 13, 1000] {
        let page = get(&format!("{ITEMS}?limit={limit}"));
        assert_eq!(page["numberReturned"], codes(&page).len());
        assert_eq!(codes(&page).len(), limit.min(13));
    }
}

#[test]
fn core_fc_bbox_definition_bbox_takes_four_to_six_numbers() {
    // Abstract test 14.
    let bbox = parameter("/collections/neighbourhood/items", "bbox");
    assert_eq!((&bbox["in"], &bbox["required"], &bbox["explode"]), (&"query".into(), &false.into(), &false.into()));
    let schema = &bbox["schema"];
    assert_eq!((&schema["type"], &schema["minItems"], &schema["maxItems"]), (&"array".into(), &4.into(), &6.into()));
    assert_eq!(schema["items"]["type"], "number");
}

#[test]
fn core_fc_bbox_response_only_features_that_touch_the_box_are_answered() {
    // Abstract test 15. A box around the tower of Amersfoort lies on the corner of the first neighbourhood alone.
    let page = get(&format!("{ITEMS}?bbox=5.3870,52.1550,5.3875,52.1553"));
    assert_eq!((codes(&page), &page["numberMatched"]), (vec![code(0)], &1.into()));
    let with_heights = get(&format!("{ITEMS}?bbox=5.3870,52.1550,0,5.3875,52.1553,100"));
    assert_eq!(codes(&with_heights), codes(&page));
    assert!(codes(&get(&format!("{ITEMS}?bbox=0,0,1,1"))).is_empty());
    // The whole world, also across its edge: all but the one without an outline.
    for bbox in ["-180,-90,180,90", "5,-90,4,90"] {
        assert_eq!(codes(&get(&format!("{ITEMS}?bbox={bbox}"))).len(), 12, "{bbox}");
    }
}

#[test]
fn core_fc_limit_definition_limit_has_a_default_and_a_maximum() {
    // Abstract test 16.
    let limit = parameter("/collections/neighbourhood/items", "limit");
    let schema = &limit["schema"];
    assert_eq!((&schema["minimum"], &schema["default"], &schema["maximum"]), (&1.into(), &1000.into(), &10000.into()));
    assert_eq!((&limit["in"], &limit["explode"], &schema["type"]), (&"query".into(), &false.into(), &"integer".into()));
}

#[test]
fn core_fc_limit_response_no_more_features_than_asked_and_a_larger_limit_is_no_mistake() {
    // Abstract test 17.
    assert_eq!(codes(&get(&format!("{ITEMS}?limit=3"))).len(), 3);
    assert_eq!(codes(&get(&format!("{ITEMS}?limit=10001"))).len(), 13);
    assert_eq!(codes(&get(&format!("{ITEMS}?limit=99999999999999999999"))).len(), 13);
}

#[test]
fn core_fc_time_definition_datetime_is_a_text() {
    // Abstract test 18.
    let datetime = parameter("/collections/neighbourhood/items", "datetime");
    assert_eq!((&datetime["in"], &datetime["schema"]["type"]), (&"query".into(), &"string".into()));
}

#[test]
fn core_fc_time_response_an_area_has_the_time_of_its_map() {
    // Abstract test 19.
    for (datetime, n) in [
        ("2024-06-01T00:00:00Z", 13),
        ("2023-06-01T00:00:00Z", 0),
        ("../2024-01-01T00:00:00Z", 13),
        ("2025-01-01T00:00:00Z/..", 0),
    ] {
        let page = get(&format!("{ITEMS}?datetime={datetime}"));
        assert_eq!(codes(&page).len(), n, "{datetime}");
        assert_eq!(page["numberMatched"], n);
    }
}

#[test]
fn core_query_param_invalid_a_value_that_cannot_be_is_400() {
    // Abstract test 20.
    for query in [
        "limit=0",
        "limit=-1",
        "limit=ten",
        "limit=",
        "limit=1.5",
        "bbox=1,2,3",
        "bbox=1,2,3,x",
        "bbox=NaN,0,1,1",
        "bbox=0,2,1,1",
        "bbox=",
        "datetime=yesterday",
        "datetime=2024-02-30",
        "crs=EPSG:28992",
        "crs=",
        "f=xml",
        "bbox-crs=http://www.opengis.net/def/crs/EPSG/0/0&bbox=1,2,3,4",
        "properties=nonsense",
        "properties=name,name",
        "cursor=zz",
    ] {
        let reply = ask(&format!("{ITEMS}?{query}"));
        assert_eq!(reply.status, 400, "{query}");
        assert_eq!(reply.header("content-type"), "application/problem+json");
        assert!(reply.json()["hint"].as_str().unwrap().len() > 5, "{query}");
    }
}

#[test]
fn core_query_param_unknown_a_name_that_is_not_known_is_400_and_the_known_ones_are_told() {
    // Abstract test 21.
    for path in ["/v1", "/v1/conformance", "/v1/collections", "/v1/collections/neighbourhood", ITEMS] {
        let reply = ask(&format!("{path}?unknown=1"));
        assert_eq!(reply.status, 400, "{path}");
        assert!(reply.json()["hint"].as_str().unwrap().contains('f'), "{path}");
    }
}

#[test]
fn core_f_op_a_feature_is_there_by_its_id() {
    // Abstract test 27.
    let reply = ask(&format!("{ITEMS}/{}", code(0)));
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/geo+json"));
    assert_eq!(ask(&format!("{ITEMS}/BU99990000")).status, 404);
}

#[test]
fn core_f_success_a_feature_says_the_same_alone_as_on_a_page() {
    // Abstract test 28.
    let page = get(ITEMS);
    for feature in page["features"].as_array().unwrap() {
        let alone = get(&format!("{ITEMS}/{}", feature["id"].as_str().unwrap()));
        for member in ["type", "id", "geometry", "properties"] {
            assert_eq!(alone[member], feature[member], "{member}");
        }
    }
}

#[test]
fn core_f_links_a_feature_links_to_itself_other_forms_and_its_collection() {
    // Abstract test 29.
    let path = format!("{ITEMS}/{}", code(0));
    let feature = get(&path);
    assert_eq!(link(&feature, "self"), Some(path));
    assert_eq!(link(&feature, "collection").as_deref(), Some("/v1/collections/neighbourhood"));
    assert!(ask(&link(&feature, "alternate").unwrap()).header("content-type").starts_with("text/html"));
}

#[test]
fn crs_precondition_the_class_crs_is_declared() {
    let classes = get("/v1/conformance");
    let class = "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs";
    assert!(classes["conformsTo"].as_array().unwrap().iter().any(|it| it == class));
}

#[test]
fn crs_crs_uri_systems_are_named_by_their_uri() {
    for collection in get("/v1/collections")["collections"].as_array().unwrap() {
        for crs in collection["crs"].as_array().unwrap() {
            assert!(crs.as_str().unwrap().starts_with("http://www.opengis.net/def/crs/"), "{crs}");
        }
    }
}

#[test]
fn crs_fc_md_crs_list_a_each_collection_has_its_systems_and_the_default_is_one() {
    for collection in get("/v1/collections")["collections"].as_array().unwrap() {
        let systems = collection["crs"].as_array().unwrap();
        assert!(systems.contains(&CRS84.into()) && systems.contains(&RD.into()) && systems.contains(&ETRS89.into()));
    }
}

#[test]
fn crs_fc_md_crs_list_b_a_collection_alone_has_its_systems_too() {
    assert_eq!(get("/v1/collections/neighbourhood")["crs"][0], CRS84);
}

#[test]
fn crs_fc_md_crs_list_global_the_list_of_collections_has_all_systems() {
    let collections = get("/v1/collections");
    let global = collections["crs"].as_array().unwrap();
    for crs in collections["collections"][0]["crs"].as_array().unwrap() {
        assert!(global.contains(crs));
    }
}

#[test]
fn crs_fc_md_storagecrs_a_collection_says_in_which_system_it_is_kept() {
    assert_eq!(get("/v1/collections/neighbourhood")["storageCrs"], RD);
}

#[test]
fn crs_fc_md_storagecrs_valid_value_that_system_is_one_of_its_systems() {
    let collection = get("/v1/collections/neighbourhood");
    assert!(collection["crs"].as_array().unwrap().contains(&collection["storageCrs"]));
}

#[test]
fn crs_fc_crs_definition_crs_is_a_uri() {
    for path in ["/collections/neighbourhood/items", "/collections/neighbourhood/items/{code}"] {
        let crs = parameter(path, "crs");
        assert_eq!((&crs["schema"]["type"], &crs["schema"]["format"]), (&"string".into(), &"uri".into()));
    }
}

#[test]
fn crs_fc_crs_valid_value_only_systems_of_the_collection_are_taken() {
    for path in [ITEMS.to_owned(), format!("{ITEMS}/{}", code(0))] {
        assert_eq!(ask(&format!("{path}?crs={RD}")).status, 200);
        assert_eq!(ask(&format!("{path}?crs=http://www.opengis.net/def/crs/EPSG/0/27700")).status, 400);
    }
}

#[test]
fn crs_fc_crs_default_value_without_crs_it_is_longitude_and_latitude() {
    for path in [ITEMS.to_owned(), format!("{ITEMS}/{}", code(0))] {
        let (without, with) = (ask(&path), ask(&format!("{path}?crs={CRS84}")));
        assert_eq!(without.header("content-crs"), with.header("content-crs"));
        let geometry = |json: Value| match json["features"].is_array() {
            true => json["features"][0]["geometry"].clone(),
            false => json["geometry"].clone(),
        };
        assert_eq!(geometry(without.json()), geometry(with.json()));
    }
}

#[test]
fn crs_ogc_crs_header_features_say_their_system() {
    assert!(!ask(ITEMS).header("content-crs").is_empty());
    assert!(!ask(&format!("{ITEMS}/{}", code(0))).header("content-crs").is_empty());
}

#[test]
fn crs_ogc_crs_header_value_it_is_the_one_that_was_asked() {
    for crs in [CRS84, RD, ETRS89] {
        for path in [ITEMS.to_owned(), format!("{ITEMS}/{}", code(0))] {
            assert_eq!(ask(&format!("{path}?crs={crs}")).header("content-crs"), format!("<{crs}>"));
        }
    }
}

#[test]
fn crs_geojson_other_systems_come_as_geojson_too() {
    assert_eq!(ask(&format!("{ITEMS}?crs={RD}")).header("content-type"), "application/geo+json");
}

#[test]
fn crs_crs_action_coordinates_and_the_order_of_axes_are_those_of_the_system() {
    let point = |crs: &str, path: &str| {
        let json = get(&format!("{path}?crs={crs}"));
        first_point(if json["features"].is_array() { &json["features"][0] } else { &json })
    };
    for path in [ITEMS.to_owned(), format!("{ITEMS}/{}", code(0))] {
        let [x, y] = point(RD, &path);
        let [left, low] = corner(0);
        assert!((left..=left + 1_000.0).contains(&x) && (low..=low + 1_000.0).contains(&y), "{x} {y}");
        let ([longitude, latitude], [first, second]) = (point(CRS84, &path), point(ETRS89, &path));
        assert_eq!((first, second), (latitude, longitude), "EPSG:4258 has the latitude first");
        let [x, y] = point("http://www.opengis.net/def/crs/EPSG/0/3857", &path);
        assert!((x - 599_700.0).abs() < 3_000.0 && (y - 6_827_000.0).abs() < 8_000.0, "{x} {y}");
    }
}

#[test]
fn crs_fc_bbox_crs_definition_bbox_crs_is_a_uri() {
    let parameter = parameter("/collections/neighbourhood/items", "bbox-crs");
    assert_eq!((&parameter["schema"]["type"], &parameter["schema"]["format"]), (&"string".into(), &"uri".into()));
}

#[test]
fn crs_fc_bbox_crs_valid_value_only_systems_of_the_collection_are_taken() {
    assert_eq!(ask(&format!("{ITEMS}?bbox=1,2,3,4&bbox-crs={RD}")).status, 200);
    assert_eq!(ask(&format!("{ITEMS}?bbox=1,2,3,4&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/27700")).status, 400);
}

#[test]
fn crs_fc_bbox_crs_default_value_without_it_a_box_is_longitude_and_latitude() {
    let bbox = "bbox=5.3870,52.1550,5.3875,52.1553";
    assert_eq!(codes(&get(&format!("{ITEMS}?{bbox}"))), codes(&get(&format!("{ITEMS}?{bbox}&bbox-crs={CRS84}"))));
}

#[test]
fn crs_bbox_crs_action_the_same_box_in_another_system_finds_the_same_areas() {
    // Within the first and the second neighbourhood.
    let metres = format!("{ITEMS}?bbox=155900,463100,156100,463200&bbox-crs={RD}");
    assert_eq!(codes(&get(&metres)), [code(0), code(1)]);
    // In the hole of the second there is nobody.
    assert!(codes(&get(&format!("{ITEMS}?bbox=156450,463450,156550,463550&bbox-crs={RD}"))).is_empty());
    let turned = format!("{ITEMS}?bbox=52.1550,5.3870,52.1553,5.3875&bbox-crs={ETRS89}");
    assert_eq!(codes(&get(&turned)), [code(0)]);
}

#[test]
fn the_table_of_the_documentation_names_every_test_here_and_no_other() {
    let (source, table) = (include_str!("conformance_ogc.rs"), include_str!("../../../docs/reference/ogc.md"));
    let tests = source.lines().filter_map(|line| line.strip_prefix("fn ")?.split('(').next());
    let mut tests: Vec<&str> = tests.filter(|name| name.starts_with("core_") || name.starts_with("crs_")).collect();
    let mut told: Vec<&str> =
        table.split('`').filter(|word| word.starts_with("core_") || word.starts_with("crs_")).collect();
    tests.sort_unstable();
    told.sort_unstable();
    assert_eq!(tests, told);
}
