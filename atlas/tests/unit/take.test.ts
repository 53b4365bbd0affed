// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What people take along and what they find: files, links, names.
import { describe, expect, it } from 'vitest'
import { columnCsv } from '../../src/csv.ts'
import { matches, nearest } from '../../src/data/search.ts'
import { fileName, fill, leads, plainName } from '../../src/take.ts'

describe('the CSV', () => {
  const meaning = { level: 'neighbourhood', indicator: 'schulden', unit: 'percent', period: '2024', kind: 'register', source: 'Bureau, "wij"', licence: 'CC0-1.0', build: 'ab' }

  it('says value, unit, reason, source and licence of every row', () => {
    const rows = [
      { code: 'BU01', name: 'Één', value: 12.300000190734863, status: 'bekend' },
      { code: 'BU02', name: 'Twee', value: null, status: 'geheim' },
    ]
    expect(columnCsv(rows, meaning).split('\r\n')).toEqual([
      'code,name,level,indicator,period,value,lower,upper,certainty,against,chance,unit,status,kind,source,licence,build',
      'BU01,Één,neighbourhood,schulden,2024,12.3,,,,,,percent,bekend,register,"Bureau, ""wij""",CC0-1.0,ab',
      'BU02,Twee,neighbourhood,schulden,2024,,,,,,,percent,geheim,register,"Bureau, ""wij""",CC0-1.0,ab',
      '',
    ])
  })

  it('holds no cell that a spreadsheet would compute', () => {
    const text = columnCsv([{ code: 'BU01', name: '=HYPERLINK("x")', value: -1, status: '+1' }], meaning)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(text).toContain(`,-1,,,,,,percent,'+1,`)
  })
})

describe('links and names of files', () => {
  it('encode what they are filled with', () => {
    expect(fill('/nl/waarom/{code}/{indicator}/{period}', { code: 'A/B', indicator: 'x?', period: '2024' })).toBe('/nl/waarom/A%2FB/x%3F/2024')
  })

  it('name files of an exported site as the pages do', () => {
    // The same cases stand in `crates/kapstok-serve/src/pages/links/file_name.rs`.
    const cases = [
      ['BU0363A104', 'BU0363A104'],
      ['2024-2026', '2024-2026'],
      ['a.b', 'a.b'],
      ['', '~'],
      ['.', '~2E'],
      ['..', '~2E~2E'],
      ['../../etc/passwd', '~2E.~2F..~2Fetc~2Fpasswd'],
      ['..\\x', '~2E.~5Cx'],
      ['a/b', 'a~2Fb'],
      ['a_b', 'a_b'],
      ['a b', 'a~20b'],
      ['a~2Fb', 'a~7E2Fb'],
      ['CON', '~43ON'],
      ['con.tract', '~63on.tract'],
      ['Com7', '~43om7'],
      ['COM10', 'COM10'],
      ['contract', 'contract'],
      ['é', '~C3~A9'],
      ['a\0b\n', 'a~00b~0A'],
      ['ends.', 'ends~2E'],
      ['x:y*?"<>|', 'x~3Ay~2A~3F~22~3C~3E~7C'],
      ['x'.repeat(300), `${'x'.repeat(80)}~~1e68a55bff098fde`],
    ]
    for (const [part, expected] of cases) expect(plainName(part!), part).toBe(expected)
    expect(fill('../nl/gebied/{code}.html', { code: 'A/B' })).toBe('../nl/gebied/A~2FB.html')
  })

  it('lead to the newest figure only, where there are plain files only', () => {
    const periods = [{ period: '2022', known: 9 }, { period: '2023', known: 9 }, { period: '2024', known: 0 }]
    expect(leads('/nl/waarom/{code}/{indicator}/{period}', '2022', periods)).toBe(true)
    expect(leads('../nl/waarom/{code}/{indicator}.html', '2023', periods)).toBe(true)
    expect(leads('../nl/waarom/{code}/{indicator}.html', '2022', periods)).toBe(false)
    expect(leads('../nl/waarom/{code}/{indicator}.html', '2023', [])).toBe(false)
    expect(leads('', '2023', periods)).toBe(false)
  })

  it('are plain', () => {
    expect(fileName('Één cijfer (%)', 'neighbourhood', null)).toBe('kapstok-een-cijfer-neighbourhood')
  })
})

describe('finding', () => {
  const options = ['Oud-Veld', 'Veld', 'Veldzicht', 'Bloemveld', 'Één'].map((name, at) => ({ name, code: `BU0${at}` }))

  it('puts the whole name first, then starts, then words, then the middle', () => {
    expect(matches('veld', options, 9).map((at) => options[at]!.name)).toEqual(['Veld', 'Veldzicht', 'Oud-Veld', 'Bloemveld'])
    expect(matches('een', options, 9).map((at) => options[at]!.name)).toEqual(['Één'])
    expect(matches('bu03', options, 9).map((at) => options[at]!.name)).toEqual(['Bloemveld'])
  })

  it('offers the nearest word, or none when nothing is near', () => {
    expect(nearest('helth', ['debt', 'health'])).toBe('health')
    expect(nearest('xyzzyx', ['debt', 'health'])).toBeNull()
  })
})
