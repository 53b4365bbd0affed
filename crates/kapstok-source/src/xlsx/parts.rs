// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! The parts of a workbook: which sheets there are and where, and the shared texts and forms of numbers beside them.

use quick_xml::events::Event;

use crate::limits::{Limits, check};
use crate::package::{OfficeError, Package, Part, attribute, local_attribute};

/// The most sheets of a workbook.
const MAX_SHEETS: usize = 1_000;

/// A workbook that was opened: its sheets by name, with the part that each stands in.
pub(crate) struct Workbook<'a> {
    package: Package<'a>,
    /// In the order of the workbook.
    pub(crate) sheets: Vec<Sheet>,
    /// Whether days are counted from 1904, as old Macs did, and not from 1900.
    pub(crate) since_1904: bool,
    folder: String,
}

/// A sheet of cells.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// The part that it stands in.
    pub(crate) path: String,
    /// Whether the spreadsheet does not show it.
    pub(crate) hidden: bool,
}

impl<'a> Workbook<'a> {
    /// Opens the archive and reads which sheets there are.
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, OfficeError> {
        Self::of(Package::open(bytes)?, limits)
    }

    /// Reads which sheets there are in an office file.
    pub(crate) fn of(mut package: Package<'a>, limits: &Limits) -> Result<Self, OfficeError> {
        let main = package.main_part("xl/workbook.xml", limits)?;
        let main = main.ok_or_else(|| OfficeError::Damaged("a zip without a workbook".to_owned()))?;
        let folder = main.rfind('/').map_or(String::new(), |at| main[..=at].to_owned());
        let file = main[folder.len()..].to_owned();
        let relations = package.relations(&format!("{folder}_rels/{file}.rels"), limits)?;
        let mut workbook = Self { package, sheets: Vec::new(), since_1904: false, folder };
        let mut part = workbook.package.part(&main, limits)?;
        let mut buffer = Vec::new();
        let mut named: Vec<(Sheet, String)> = Vec::new();
        loop {
            match part.event(&mut buffer)? {
                Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                    let name = attribute(&element, "name").unwrap_or_default().into_owned();
                    let hidden = attribute(&element, "state").is_some_and(|state| state != "visible");
                    let id = local_attribute(&element, "id").unwrap_or_default().into_owned();
                    named.push((Sheet { name, path: String::new(), hidden }, id));
                    check("sheets", named.len(), MAX_SHEETS)?;
                }
                Event::Start(element) if element.local_name().as_ref() == "workbookPr" => {
                    let said = attribute(&element, "date1904");
                    workbook.since_1904 = said.is_some_and(|said| matches!(said.trim(), "1" | "true" | "on"));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        drop(part);
        for (sheet, id) in named {
            // A chart sheet has no cells; a relation that leads nowhere has none either.
            let found = relations.iter().find(|relation| relation.id == id && relation.kind.ends_with("/worksheet"));
            if let Some(relation) = found {
                let path = workbook.resolve(&relation.target);
                workbook.sheets.push(Sheet { path, ..sheet });
            }
        }
        if workbook.sheets.is_empty() {
            return Err(OfficeError::Damaged("no sheet with cells".to_owned()));
        }
        Ok(workbook)
    }

    /// One part by its path in the zip.
    pub(crate) fn part(&mut self, path: &str, limits: &Limits) -> Result<Part<'_>, OfficeError> {
        self.package.part(path, limits)
    }

    /// The part of the shared texts, if there is one.
    pub(super) fn shared_strings(&mut self, limits: &Limits) -> Result<Option<Part<'_>>, OfficeError> {
        self.beside("sharedStrings.xml", limits)
    }

    /// The part of the forms in which numbers are shown, if there is one.
    pub(super) fn styles(&mut self, limits: &Limits) -> Result<Option<Part<'_>>, OfficeError> {
        self.beside("styles.xml", limits)
    }

    fn beside(&mut self, file: &str, limits: &Limits) -> Result<Option<Part<'_>>, OfficeError> {
        let path = format!("{}{file}", self.folder);
        if self.package.has(&path) { self.part(&path, limits).map(Some) } else { Ok(None) }
    }

    /// A target is relative to the folder of the workbook, or absolute with a slash before it.
    fn resolve(&self, target: &str) -> String {
        match target.strip_prefix('/') {
            Some(absolute) => absolute.to_owned(),
            None => {
                let mut path: Vec<&str> = self.folder.split('/').filter(|step| !step.is_empty()).collect();
                for step in target.split('/') {
                    match step {
                        "." | "" => {}
                        ".." => drop(path.pop()),
                        step => path.push(step),
                    }
                }
                path.join("/")
            }
        }
    }
}
