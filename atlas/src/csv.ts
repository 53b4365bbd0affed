// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The shown column as a file for programs: one row per area, points as decimal signs, reasons in words.
//
// In: the areas, the column and what it means. Out: CSV by RFC 4180, UTF-8. Invariant: no cell begins as a formula
// would, so that a spreadsheet computes nothing that a name says.

export interface CsvRow {
  code: string
  name: string
  value: number | null
  /** Margins, where there are any. */
  lower?: number | null
  upper?: number | null
  /** How sure it is, and what it was held against: in the view of certainty. */
  certainty?: string
  against?: number | null
  /** In the view of chances, or of the certainty of a domain. */
  chance?: number | null
  status: string
}

export interface CsvMeaning {
  level: string
  indicator: string
  unit: string
  period: string
  kind: string
  source: string
  licence: string
  build: string
}

/** What a cell that a spreadsheet takes for a formula begins with; the wide ones are those of East Asian keyboards. The same
 * as in `files/csv_text.rs` of the files to take along, with the same cases in its test. */
const FORMULA = /^[=+\-@\t\r\n|\uff1d\uff0b\uff0d\uff20]/

export function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export function columnCsv(rows: Iterable<CsvRow>, meaning: CsvMeaning): string {
  const titles = ['code', 'name', 'level', 'indicator', 'period', 'value', 'lower', 'upper', 'certainty', 'against', 'chance', 'unit', 'status', 'kind', 'source', 'licence', 'build']
  const lines = [titles.join(',')]
  for (const row of rows) {
    const number = (value: number | null | undefined): string => (value == null || !Number.isFinite(value) ? '' : String(+value.toPrecision(7)))
    lines.push(
      [
        cell(row.code),
        cell(row.name),
        cell(meaning.level),
        cell(meaning.indicator),
        cell(meaning.period),
        number(row.value),
        number(row.lower),
        number(row.upper),
        cell(row.certainty ?? ''),
        number(row.against),
        number(row.chance),
        cell(meaning.unit),
        cell(row.status),
        cell(meaning.kind),
        cell(meaning.source),
        cell(meaning.licence),
        cell(meaning.build),
      ].join(','),
    )
  }
  return lines.join('\r\n') + '\r\n'
}
