// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The plan of the region: municipalities, wijken, buurten, what is special, and what changed in 2022.
//!
//! Everything is made of *blocks*: a block never changes; a buurt of a map is one or more blocks.
//! Invariant: every block has one buurt on the map of 2021 and one on that of 2024. The names stand in
//! no register of areas. Not here: boundaries (`geography.rs`), persons (`people.rs`).

use std::collections::BTreeMap;

use super::random::{Draw, Purpose};

/// A map of the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MapYear {
    /// Before the change of 1 January 2022.
    Y2021,
    /// Since then.
    Y2024,
}

impl MapYear {
    /// The map that figures of a year are published on.
    pub(super) fn of_year(year: u16) -> Self {
        if year <= 2021 { Self::Y2021 } else { Self::Y2024 }
    }

    pub(super) fn year(self) -> u16 {
        match self {
            Self::Y2021 => 2021,
            Self::Y2024 => 2024,
        }
    }
}

/// The country of the region.
pub(super) const COUNTRY: (&str, &str) = ("XL00", "Voorbeeldstreek");

/// A municipality of the region.
pub(super) struct Municipality {
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// How much stronger a buurt may differ from its wijk in one trait: 1, and little where
    /// "not by area" is the right answer.
    pub(super) own_character: f64,
    pub(super) districts: &'static [District],
}

/// A wijk of the region. `codes` are the last two digits of buurten that never changed.
pub(super) struct District {
    /// Without prefix.
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    /// Mean disadvantage of its buurten, in standard deviations between persons.
    mean: f64,
    /// Standard deviation of that between its buurten.
    spread: f64,
    /// More older households than elsewhere.
    older: f64,
    /// Residents of a middling buurt.
    residents: f64,
    /// First parts of the names of its buurten.
    first: [&'static str; 2],
    pub(super) codes: &'static [&'static str],
    /// Groups of blocks that changed: old and new last digits per block, side by side.
    pub(super) changes: &'static [&'static [(&'static str, &'static str)]],
    /// A buurt that lay in another wijk before 2022: new last digits, old code without prefix.
    pub(super) came_from: Option<(&'static str, &'static str)>,
}

/// What is special about a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    /// Nothing.
    None,
    /// Water all around.
    Island,
    /// A few households among businesses.
    NearlyEmpty,
    /// No one lives there.
    Empty,
    /// The busy middle of the city: more crimes than residents explain.
    Centre,
}

/// The smallest piece of land.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Buurt on the map of 2021, without prefix.
    pub(super) code_2021: String,
    /// Buurt on the map of 2024, without prefix.
    pub(super) code_2024: String,
    pub(super) special: Special,
    /// Disadvantage of the place, in standard deviations between persons.
    pub(super) disadvantage: f64,
    pub(super) older: f64,
    /// How many residents it should get.
    pub(super) residents: f64,
    pub(super) own_character: f64,
    /// Whether the area programme worked here from 2022 on.
    pub(super) programme: bool,
}

impl Block {
    /// Buurt on a map, without prefix.
    pub(super) fn code(&self, map: MapYear) -> &str {
        match map {
            MapYear::Y2021 => &self.code_2021,
            MapYear::Y2024 => &self.code_2024,
        }
    }
}

/// The region before anyone lives in it.
pub(super) struct Plan {
    /// In the order of wijk, group of blocks, block.
    pub(super) blocks: Vec<Block>,
    /// Names by code with prefix, of both maps.
    pub(super) names: BTreeMap<String, String>,
}

/// The three buurten of the programme; the second is too small to see anything in.
pub(super) const PROGRAMME: [&str; 3] = ["01010102", "01010105", "01010109"];

const SPECIALS: &[(&str, Special, f64)] = &[
    ("01010212", Special::Island, 240.0),
    ("01010610", Special::NearlyEmpty, 26.0),
    ("01030305", Special::Empty, 0.0),
    ("01010201", Special::Centre, 700.0),
    ("01010202", Special::Centre, 520.0),
    ("01010203", Special::Centre, 610.0),
    ("01010105", Special::None, 170.0),
];

/// The three municipalities: a city, a town, and a rural one of which the burdens are thin and wide.
pub(super) const MUNICIPALITIES: &[Municipality] = &[
    Municipality {
        code: "0101",
        name: "Ambermonde",
        own_character: 1.0,
        districts: &[
            District {
                code: "010101",
                name: "Amberstad",
                mean: 0.74,
                spread: 0.22,
                older: -0.04,
                residents: 800.0,
                first: ["Amber", "Lantaarn"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
                changes: &[&[("13", "14"), ("13", "15")]],
                came_from: None,
            },
            District {
                code: "010102",
                name: "Kaarsenwaard",
                mean: 0.40,
                spread: 0.30,
                older: -0.06,
                residents: 640.0,
                first: ["Kaarsenmakers", "Kompas"],
                codes: &["01", "02", "03", "04", "05", "06", "08", "09", "10", "11", "12"],
                changes: &[&[("07", "07"), ("07", "14")]],
                came_from: None,
            },
            // An average that hides: the wijk lies in the middle, its buurten do not.
            District {
                code: "010103",
                name: "Tuimelgaarde",
                mean: 0.15,
                spread: 0.48,
                older: 0.0,
                residents: 700.0,
                first: ["Tuimel", "Zwingel"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "14"],
                changes: &[&[("11", "13"), ("12", "13")]],
                came_from: None,
            },
            District {
                code: "010104",
                name: "Speldenveen",
                mean: 0.05,
                spread: 0.25,
                older: 0.04,
                residents: 680.0,
                first: ["Speldenmakers", "Grutters"],
                codes: &["03", "04", "05", "06", "07", "08", "09", "10", "11", "12"],
                changes: &[&[("01", "01"), ("01", "02"), ("02", "02")]],
                came_from: None,
            },
            District {
                code: "010105",
                name: "Waaierveen",
                mean: -0.42,
                spread: 0.18,
                older: 0.06,
                residents: 620.0,
                first: ["Waaier", "Glaspaarl"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11"],
                changes: &[],
                came_from: None,
            },
            District {
                code: "010106",
                name: "Wimpelwerf",
                mean: 0.30,
                spread: 0.30,
                older: 0.0,
                residents: 650.0,
                first: ["Wimpel", "Haring"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"],
                changes: &[],
                came_from: Some(("09", "01010512")),
            },
        ],
    },
    Municipality {
        code: "0102",
        name: "Kwartelbrugge",
        own_character: 1.0,
        districts: &[
            District {
                code: "010201",
                name: "Kwartelwaard",
                mean: 0.10,
                spread: 0.28,
                older: 0.02,
                residents: 640.0,
                first: ["Kwartel", "Tjiftjaf"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08", "09", "11"],
                changes: &[&[("10", "10"), ("12", "10")]],
                came_from: None,
            },
            District {
                code: "010202",
                name: "Hagelbrink",
                mean: -0.25,
                spread: 0.25,
                older: 0.04,
                residents: 600.0,
                first: ["Hagel", "Nevel"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08"],
                changes: &[&[("09", "10"), ("09", "11")]],
                came_from: None,
            },
            District {
                code: "010203",
                name: "Zilverweer",
                mean: -0.55,
                spread: 0.18,
                older: 0.08,
                residents: 560.0,
                first: ["Zilverlint", "Morgenrood"],
                codes: &["01", "02", "03", "04", "05", "06", "07", "08", "09"],
                changes: &[],
                came_from: None,
            },
        ],
    },
    Municipality {
        code: "0103",
        name: "Wulpenwold",
        own_character: 0.15,
        districts: &[
            District {
                code: "010301",
                name: "Wulpenweer",
                mean: -0.26,
                spread: 0.03,
                older: 0.08,
                residents: 480.0,
                first: ["Wulpen", "Lisdodde"],
                codes: &["01", "02", "03", "04", "05", "06", "07"],
                changes: &[],
                came_from: None,
            },
            District {
                code: "010302",
                name: "Roerdompslag",
                mean: -0.25,
                spread: 0.03,
                older: 0.08,
                residents: 450.0,
                first: ["Roerdomp", "Zonnedauw"],
                codes: &["01", "02", "03", "04", "05", "06"],
                changes: &[],
                came_from: None,
            },
            District {
                code: "010303",
                name: "Struweelmark",
                mean: -0.27,
                spread: 0.03,
                older: 0.10,
                residents: 420.0,
                first: ["Struweel", "Klaproos"],
                codes: &["01", "02", "03", "04", "05"],
                changes: &[],
                came_from: None,
            },
        ],
    },
];

const LAST: [&str; 17] = [
    "gaarde", "werf", "burcht", "stoep", "grift", "weer", "donk", "driest", "wal", "akker", "slag", "poort", "mark",
    "vaart", "hoek", "singel", "blok",
];

impl Plan {
    pub(super) fn new() -> Self {
        let mut draw = Draw::new(Purpose::Areas);
        let mut plan = Self { blocks: Vec::new(), names: BTreeMap::new() };
        plan.names.insert(COUNTRY.0.to_owned(), COUNTRY.1.to_owned());
        for municipality in MUNICIPALITIES {
            plan.names.insert(format!("XG{}", municipality.code), municipality.name.to_owned());
            for district in municipality.districts {
                plan.names.insert(format!("XW{}", district.code), district.name.to_owned());
                plan.add_district(municipality, district, &mut draw);
            }
        }
        plan
    }

    fn add_district(&mut self, municipality: &Municipality, district: &District, draw: &mut Draw) {
        let unchanged = district.codes.iter().map(|code| vec![(*code, *code)]);
        let groups: Vec<Vec<(&str, &str)>> =
            unchanged.chain(district.changes.iter().map(|group| group.to_vec())).collect();
        for group in groups {
            let mut places: BTreeMap<&str, (f64, f64, f64)> = BTreeMap::new();
            let n_blocks = group.len() as f64;
            for (old, new) in group {
                let (disadvantage, older, residents) = *places.entry(new).or_insert_with(|| {
                    let chance = draw.normal();
                    // A programme goes where much is the matter.
                    let chosen = PROGRAMME.iter().any(|code| code[..6] == *district.code && code[6..] == *new);
                    let disadvantage = district.mean + district.spread * if chosen { 1.0 } else { chance };
                    let older = district.older + 0.05 * draw.normal();
                    (disadvantage, older, district.residents * libm::exp(0.38 * draw.normal()))
                });
                let code_2024 = format!("{}{new}", district.code);
                let code_2021 = match district.came_from {
                    Some((here, before)) if here == new => before.to_owned(),
                    _ => format!("{}{old}", district.code),
                };
                let special = SPECIALS.iter().find(|(code, _, _)| *code == code_2024);
                // A group of blocks shares the land of one buurt, and somewhat more of its residents.
                let residents = special.map_or(residents / libm::sqrt(n_blocks), |(_, _, residents)| *residents);
                self.name(&code_2024, district);
                self.name(&code_2021, district);
                self.blocks.push(Block {
                    programme: PROGRAMME.contains(&code_2024.as_str()),
                    code_2021,
                    code_2024,
                    special: special.map_or(Special::None, |(_, special, _)| *special),
                    disadvantage,
                    older,
                    residents,
                    own_character: municipality.own_character,
                });
            }
        }
    }

    /// Names a buurt after its place in its wijk. One that only changed its wijk keeps its name.
    fn name(&mut self, code: &str, district: &District) {
        let moved = district.came_from.filter(|(_, before)| *before == code).map(|(here, _)| here);
        let number: usize = moved.unwrap_or(&code[code.len() - 2..]).parse().unwrap_or(0);
        let name = format!("{}{}", district.first[number % 2], LAST[number % LAST.len()]);
        self.names.entry(format!("XB{code}")).or_insert(name);
    }

    /// Name of an area by its code with prefix.
    pub(super) fn area_name(&self, code: &str) -> &str {
        self.names.get(code).map_or("", String::as_str)
    }

    /// Codes of the buurten of a map without prefix, each with its blocks.
    pub(super) fn neighbourhoods(&self, map: MapYear) -> BTreeMap<&str, Vec<usize>> {
        let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (position, block) in self.blocks.iter().enumerate() {
            found.entry(block.code(map)).or_default().push(position);
        }
        found
    }

    /// Whether a buurt of the map of 2021 is not exactly the buurt of that code of 2024.
    pub(super) fn changed(&self, code: &str, map: MapYear) -> bool {
        let of = |map| self.neighbourhoods(map).get(code).cloned();
        let blocks = of(map);
        blocks.is_some() && (of(MapYear::Y2021) != blocks || of(MapYear::Y2024) != blocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn there_are_120_buurten_each_with_a_name_of_its_own() {
        let plan = Plan::new();
        assert_eq!(plan.neighbourhoods(MapYear::Y2024).len(), 120);
        let names: BTreeSet<&String> = plan.names.values().collect();
        // One buurt came to another wijk and kept its name under two codes.
        assert_eq!(names.len(), plan.names.len() - 1);
    }

    #[test]
    fn a_code_may_stay_while_its_boundary_moves() {
        let plan = Plan::new();
        assert!(plan.changed("01010401", MapYear::Y2024), "it gave a block to its neighbour and kept its code");
        assert!(!plan.changed("01010403", MapYear::Y2024));
        assert!(plan.changed("01010512", MapYear::Y2021) && plan.changed("01010609", MapYear::Y2024));
    }
}
