// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! Sheets of a plan as a workbook to fill in, or as a document for Word.
//!
//! In: [`Sheet`]s of `kapstok_agenda::plan`. Out: XLSX with the words that may be chosen in a list and what only a program reads
//! hidden; or a [`Document`]. Invariant: what is written is read back as it was; every text is text. Not here: what stands in them.

use kapstok_agenda::plan::{Column as Field, Sheet, SheetColumn};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::document::{Block, Column, Content, Document, Item, Paper, Run, Table};
use crate::files::{FileError, cell_text, sheet_name, year_month_day};
use crate::words::Words;

/// Rows below the last one in which words can still be chosen.
const ROOM: u32 = 200;

/// The longest list of words that a workbook takes for one column.
const LONGEST_LIST: usize = 255;

/// What stands around the sheets of a plan.
#[derive(Clone, Debug)]
pub struct About {
    /// Title of the file.
    pub title: String,
    /// Lines on the first sheet: what this is, how it is filled in, how it comes back.
    pub lines: Vec<String>,
    /// The day in its properties.
    pub day: String,
    /// At the foot of each page: the hashes of log and data.
    pub foot: String,
}

/// Writes a workbook.
///
/// # Errors
/// What the writer says.
pub fn workbook(sheets: &[Sheet], about: &About, words: &Words) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("xlsx");
    book(sheets, about, words).map_err(|error| failed(&error))
}

fn book(sheets: &[Sheet], about: &About, words: &Words) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let (year, month, day) = year_month_day(&about.day);
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    let title: String = cell_text(&about.title).chars().take(255).collect();
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    let read_me = sheet_name(&words.say("document-read-me", &[]), &[]);
    let mut taken = vec![read_me.to_lowercase()];
    let first = book.add_worksheet().set_name(&read_me)?;
    let wrap = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    first.set_column_width(0, 100)?;
    first.write_string_with_format(0, 0, cell_text(&about.title), &wrap.clone().set_bold().set_font_size(16))?;
    for (row, line) in (1_u32..).zip(&about.lines) {
        first.write_string_with_format(row, 0, cell_text(line), &wrap)?;
    }
    for sheet in sheets {
        let name = sheet_name(&sheet.name, &taken);
        taken.push(name.to_lowercase());
        write(book.add_worksheet().set_name(&name)?, sheet, about)?;
    }
    book.save_to_buffer()
}

fn write(tab: &mut Worksheet, sheet: &Sheet, about: &About) -> Result<(), XlsxError> {
    let title = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0xE7_EF_F2))
        .set_border_bottom(FormatBorder::Thin);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let n_rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    tab.set_freeze_panes(1, 0)?;
    tab.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    tab.set_repeat_rows(0, 0)?;
    let foot: String = cell_text(&about.foot).chars().take(100).collect();
    tab.set_footer(format!("&L{}&R&P/&N", foot.replace('&', "&&")));
    for (at, column) in (0_u16..).zip(&sheet.columns) {
        tab.write_string_with_format(0, at, cell_text(&column.title), &title)?;
        match column.hidden {
            true => tab.set_column_hidden(at)?,
            false => tab.set_column_width(at, width(column))?,
        };
        if let Some(choices) = choices(column) {
            let asked = DataValidation::new().allow_list_strings(&choices)?.ignore_blank(true);
            // Other words are taken too: a person may know better, and the reader says what it does not know.
            let asked = asked.set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Warning);
            tab.add_data_validation(1, at, n_rows.saturating_add(ROOM), at, &asked)?;
        }
    }
    for (row, texts) in (1_u32..).zip(&sheet.rows) {
        for (at, text) in (0_u16..).zip(texts) {
            let is_number = sheet.columns.get(usize::from(at)).is_some_and(|column| is_amount(column.column));
            let _: &mut Worksheet = match text.parse::<f64>() {
                _ if text.is_empty() => tab.write_blank(row, at, &cell)?,
                Ok(number) if is_number && number.is_finite() => {
                    tab.write_number_with_format(row, at, number, &cell)?
                }
                _ => tab.write_string_with_format(row, at, cell_text(text), &cell)?,
            };
        }
    }
    Ok(())
}

fn is_amount(column: Field) -> bool {
    matches!(column, Field::Euros | Field::Posts | Field::Year | Field::Baseline | Field::Value | Field::PromiseDue)
}

/// Words to choose from, where a workbook can hold them.
fn choices(column: &SheetColumn) -> Option<Vec<&str>> {
    let words: Vec<&str> = column.choices.iter().map(String::as_str).collect();
    let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    (!words.is_empty() && length <= LONGEST_LIST && words.iter().all(|word| !word.contains(','))).then_some(words)
}

fn width(column: &SheetColumn) -> u16 {
    match column.column {
        Field::Nr | Field::Year | Field::Posts | Field::PromiseDue | Field::Unit => 8,
        Field::Euros
        | Field::Until
        | Field::Deadline
        | Field::Baseline
        | Field::Value
        | Field::Stage
        | Field::Domain => 14,
        Field::Action
        | Field::Promise
        | Field::Link
        | Field::Burden
        | Field::Strength
        | Field::Target
        | Field::Remark => 38,
        _ => 22,
    }
}

/// The same sheets as a document. It cannot hide a column: the code of the area, without which nothing comes back, is shown.
pub fn document(sheets: &[Sheet], about: &About, head: String, words: &Words) -> Document {
    let table = |sheet: &Sheet| {
        let shown: Vec<(usize, &SheetColumn)> =
            sheet.columns.iter().enumerate().filter(|(_, it)| !it.hidden || it.column == Field::Area).collect();
        let column = |(_, it): &(usize, &SheetColumn)| Column {
            title: it.title.clone(),
            width: width(it),
            content: if is_amount(it.column) { Content::Numbers } else { Content::Words },
        };
        let item = |text: &String| if text.is_empty() { Item::Empty } else { Item::Text(text.clone()) };
        let row = |texts: &Vec<String>| shown.iter().map(|(at, _)| texts.get(*at).map_or(Item::Empty, item)).collect();
        Table {
            caption: sheet.name.clone(),
            columns: shown.iter().map(column).collect(),
            rows: sheet.rows.iter().map(row).collect(),
        }
    };
    let mut blocks: Vec<Block> =
        about.lines.iter().map(|line| Block::Paragraph(vec![Run::plain(line.clone())])).collect();
    blocks.extend(sheets.iter().filter(|sheet| !sheet.rows.is_empty()).map(|sheet| Block::Table(table(sheet))));
    Document {
        title: about.title.clone(),
        subtitle: String::new(),
        language: words.language,
        day: about.day.clone(),
        paper: Paper::Landscape,
        head,
        foot: about.foot.clone(),
        blocks,
    }
}
