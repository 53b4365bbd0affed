// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
//! A document as a workbook: its words on the first sheet, each table on a sheet of its own.
//!
//! In: a [`Document`]. Out: XLSX, the same bytes each time. Invariant: every text is text and every number a number: nothing is
//! a formula or a link. What prints is A4 on its side, as wide as the paper, with the titles on each page. Not here: workbooks
//! of a level of a snapshot (`files`).

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatPattern, Workbook, Worksheet, XlsxError,
};

use super::{Block, Column, Content, Depth, Document, Item, Run, Table};
use crate::files::{FileError, cell_text, sheet_name, year_month_day};
use crate::words::Words;

/// Signs that the columns of a table take together, when there are few.
const TABLE_WIDTH: f64 = 130.0;
/// Signs of the column of words.
const WORDS_WIDTH: f64 = 110.0;
/// Signs of each text in the head of a page, of which there are two, and in its foot: each sign may be doubled, and Excel
/// holds 255.
const LONGEST_HEAD: usize = 60;
const LONGEST_FOOT: usize = 100;
/// Points of one line, and of the highest row that Excel knows.
const LINE: f64 = 15.0;
const HIGHEST: f64 = 409.0;
const A4: u8 = 9;
/// The last row and column that a sheet can have, the first being 0.
const LAST: (usize, usize) = (1_048_575, 16_383);

/// Writes it.
///
/// # Errors
/// What the writer of the workbook says; a table of more rows or columns than a sheet can have.
pub fn workbook(document: &Document) -> Result<Vec<u8>, FileError> {
    let failed = FileError::writer("xlsx");
    for table in tables(document) {
        let (n_rows, n_columns) = (table.rows.len(), table.columns.len());
        if n_rows > LAST.0 || n_columns > LAST.1 {
            return Err(failed(&format!("{n_rows} rows and {n_columns} columns do not fit on a sheet")));
        }
    }
    book(document).map_err(|error| failed(&error))
}

/// The tables that become a sheet.
fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) if !table.columns.is_empty() => Some(table),
        _ => None,
    })
}

fn book(document: &Document) -> Result<Vec<u8>, XlsxError> {
    let words = Words::new(document.language);
    let mut book = Workbook::new();
    let (year, month, day) = year_month_day(&document.day);
    let created = ExcelDateTime::from_ymd(year, month, day)?;
    let title = cell_text(&document.title);
    let properties = DocProperties::new().set_title(title.chars().take(255).collect::<String>());
    book.set_properties(&properties.set_creation_datetime(&created));
    let read_me = sheet_name(&words.say("document-read-me", &[]), &[]);
    let mut taken = vec![read_me.to_lowercase()];
    let mut names = Vec::new();
    for (number, table) in (1_usize..).zip(tables(document)) {
        let unnamed = cell_text(&table.caption).trim().is_empty();
        let numbered = || words.say("document-table", &[("number", &number.to_string())]);
        let name = sheet_name(&if unnamed { numbered() } else { table.caption.trim().to_owned() }, &taken);
        taken.push(name.to_lowercase());
        names.push(name);
    }
    let first = book.add_worksheet().set_name(&read_me)?;
    prepare(first, document, &document.title, &words)?;
    write_words(first, document, &words, &names)?;
    for (table, name) in tables(document).zip(&names) {
        let tab = book.add_worksheet().set_name(name)?;
        prepare(tab, document, &table.caption, &words)?;
        write_table(tab, table)?;
    }
    book.save_to_buffer()
}

/// How a sheet prints, with on each page what it shows.
fn prepare(tab: &mut Worksheet, document: &Document, shows: &str, words: &Words) -> Result<(), XlsxError> {
    // In the head and the foot of a page a `&` starts a command; two are one.
    let plain = |text: &str, longest: usize| {
        let short: String = cell_text(text).replace(['\n', '\r', '\t'], " ").chars().take(longest).collect();
        short.replace('&', "&&")
    };
    let page = words.say("document-page", &[("page", "&P"), ("pages", "&N")]);
    let (head, shows) = (plain(&document.head, LONGEST_HEAD), plain(shows, LONGEST_HEAD));
    let foot = plain(&document.foot, LONGEST_FOOT);
    tab.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    tab.set_header(format!("&L{head}&R{shows}"));
    tab.set_footer(format!("&L{foot}&R{page}"));
    Ok(())
}

/// The first sheet: what the document says outside its tables, one line below the other.
fn write_words(tab: &mut Worksheet, document: &Document, words: &Words, names: &[String]) -> Result<(), XlsxError> {
    let wrap = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let (plain, strong) = (wrap(), wrap().set_bold());
    let (heading, title) = (wrap().set_bold().set_font_size(13), wrap().set_bold().set_font_size(18));
    tab.set_column_width(0, WORDS_WIDTH)?;
    let said = |runs: &[Run]| runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let mut lines: Vec<(String, &Format)> = vec![(document.title.clone(), &title), (document.subtitle.clone(), &plain)];
    let mut sheets = names.iter();
    for block in &document.blocks {
        match block {
            Block::Heading(Depth::Section, text) => lines.extend([(" ".to_owned(), &plain), (text.clone(), &heading)]),
            Block::Heading(Depth::Part, text) => lines.push((text.clone(), &strong)),
            Block::Paragraph(runs) => lines.push((said(runs), &plain)),
            Block::Callout(runs) => lines.push((said(runs), &strong)),
            Block::List(items) => lines.extend(items.iter().map(|runs| (format!("• {}", said(runs)), &plain))),
            Block::Table(table) if table.columns.is_empty() => lines.push((table.caption.clone(), &strong)),
            Block::Table(table) => {
                let sheet = sheets.next().map_or("", String::as_str);
                let caption = if table.caption.is_empty() { sheet } else { &table.caption };
                lines.push((words.say("document-table-on", &[("caption", caption), ("sheet", sheet)]), &plain));
            }
            Block::Note(text) => lines.push((text.clone(), &plain)),
            Block::NewPage => {}
        }
    }
    lines.extend([(" ".to_owned(), &plain), (document.foot.clone(), &plain)]);
    let lines = lines.into_iter().map(|(text, format)| (cell_text(&text), format)).filter(|(text, _)| !text.is_empty());
    for (row, (text, format)) in (0_u32..).zip(lines) {
        // The title is written larger.
        let (width, line) = if row == 0 { (WORDS_WIDTH / 1.8, LINE * 1.8) } else { (WORDS_WIDTH, LINE * 1.2) };
        tab.set_row_height(row, (n_lines(&text, width) * line).min(HIGHEST))?;
        tab.write_string_with_format(row, 0, text, format)?;
    }
    Ok(())
}

/// How many lines a text takes in a column of a width. Not every program makes a row as high as its text when it opens a
/// workbook, so the height is said; rather too high than with a line that nobody sees.
fn n_lines(text: &str, width: f64) -> f64 {
    let of_one = |line: &str| (line.chars().count() as f64 * 1.1 / width).ceil().max(1.0);
    text.lines().map(of_one).sum::<f64>().max(1.0)
}

fn write_table(tab: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let cell = || Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let sides = |format: Format, content| match content {
        Content::Words => format,
        Content::Numbers => format.set_align(FormatAlign::Right),
    };
    let (text, number, hole) = (cell(), cell().set_align(FormatAlign::Right), cell().set_italic());
    // Lines from corner to corner, and words: no colour has to be seen.
    let hole = hole.set_pattern(FormatPattern::LightUp).set_foreground_color("#C8C8C8").set_background_color("#FFFFFF");
    tab.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    let sum: f64 = table.columns.iter().map(|column| f64::from(column.width.max(1))).sum();
    let total = TABLE_WIDTH.max(14.0 * table.columns.len() as f64);
    let width = |column: &Column| (total * f64::from(column.width.max(1)) / sum).clamp(8.0, 70.0).round();
    let said = |column: &Column, item: &Item| n_lines(item.said(), width(column));
    let title_lines = table.columns.iter().map(|column| n_lines(&column.title, width(column) * 0.9));
    tab.set_row_height(0, (title_lines.fold(1.0, f64::max) * LINE).min(HIGHEST))?;
    for (position, column) in (0_u16..).zip(&table.columns) {
        tab.set_column_width(position, width(column))?;
        let title = sides(cell().set_bold().set_background_color("#E3EBF1"), column.content);
        tab.write_string_with_format(0, position, cell_text(&column.title), &title)?;
    }
    for (row, items) in (1_u32..).zip(&table.rows) {
        let lines = table.columns.iter().zip(items).map(|(column, item)| said(column, item));
        tab.set_row_height(row, (lines.fold(1.0, f64::max) * LINE).min(HIGHEST))?;
        let items = items.iter().chain(std::iter::repeat(&Item::Empty));
        for ((position, column), item) in (0_u16..).zip(&table.columns).zip(items) {
            match item {
                Item::Number { value, .. } if value.is_finite() => {
                    tab.write_number_with_format(row, position, *value, &number)?;
                }
                Item::Hole(words) => {
                    tab.write_string_with_format(
                        row,
                        position,
                        cell_text(words),
                        &sides(hole.clone(), column.content),
                    )?;
                }
                Item::Empty => drop(tab.write_blank(row, position, &text)?),
                Item::Text(_) | Item::Number { .. } => {
                    let format = sides(text.clone(), column.content);
                    tab.write_string_with_format(row, position, cell_text(item.said()), &format)?;
                }
            }
        }
    }
    Ok(())
}
