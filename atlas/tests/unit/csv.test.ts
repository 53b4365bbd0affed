// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The file of what is shown: whole after a spreadsheet has opened it, and nothing in it computes.
import { expect, it } from 'vitest'
import { cell, columnCsv } from '../../src/csv.ts'

/** A cell as a reader of RFC 4180 has it. */
const read = (text: string): string => (text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text)

it('has an apostrophe before each text that a spreadsheet would compute', () => {
  // The same cases as of `files/csv_text.rs`.
  const cases = [
    ['=1+1', "'=1+1"],
    ['+31', "'+31"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['\n=1', "'\n=1"],
    ['|calc', "'|calc"],
    ['\uff1d1', "'\uff1d1"],
    ['\uff0b1', "'\uff0b1"],
    ['\uff0d1', "'\uff0d1"],
    ['\uff20A1', "'\uff20A1"],
    ['', ''],
    ['Amberhoek', 'Amberhoek'],
    ["'t Veld", "'t Veld"],
    [' =1', ' =1'],
    ['a=b', 'a=b'],
  ] as const
  for (const [text, expected] of cases) expect(read(cell(text)), JSON.stringify(text)).toBe(expected)
})

it('has quotes around what holds a comma, a quote or a line', () => {
  expect(cell('Hoek, de')).toBe('"Hoek, de"')
  expect(cell('de "Hoek"')).toBe('"de ""Hoek"""')
  expect(cell('=a,b')).toBe('"\'=a,b"')
})

it('has a number where there is one, a negative one too, and a reason where there is none', () => {
  const meaning = { level: 'neighbourhood', indicator: 'gap', unit: 'points', period: '2024', kind: 'register', source: 'Bureau', licence: 'CC0-1.0', build: 'b1' }
  const rows = [
    { code: 'XB1', name: 'Hoek, de', value: -1.25, status: 'bekend' },
    { code: 'XB2', name: '-', value: null, status: 'geheim' },
  ]
  expect(columnCsv(rows, meaning).split('\r\n')).toEqual([
    'code,name,level,indicator,period,value,lower,upper,certainty,against,chance,unit,status,kind,source,licence,build',
    'XB1,"Hoek, de",neighbourhood,gap,2024,-1.25,,,,,,points,bekend,register,Bureau,CC0-1.0,b1',
    "XB2,'-,neighbourhood,gap,2024,,,,,,,points,geheim,register,Bureau,CC0-1.0,b1",
    '',
  ])
})
