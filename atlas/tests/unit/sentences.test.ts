// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What is said, in both languages: sentences asserted word for word.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encode, makeRegion } from '../../dev/region.mjs'
import { AreaList } from '../../src/data/areas.ts'
import { Catalogue, type CatalogueJson } from '../../src/data/catalogue.ts'
import { decodeColumn } from '../../src/data/column.ts'
import { announcement, differenceSentence, mapSentence, neighbourWords, valueSentence } from '../../src/sentences.ts'
import { makeShown, type Together } from '../../src/shown.ts'
import { Words } from '../../src/words.ts'

const texts = { nl: '../text/nl.ftl', en: '../text/en.ftl' }
const [nl, en] = (['nl', 'en'] as const).map((language) => new Words(language, readFileSync(texts[language], 'utf8'))) as [Words, Words]
const region = makeRegion()
const catalogue = new Catalogue(region.catalogue as unknown as CatalogueJson, 'https://example.test/v1/catalogue')
const level = catalogue.level('neighbourhood')!
const list = new AreaList({
  level: 'neighbourhood',
  build: '',
  boundaryYear: 2024,
  codes: ['A', 'B', 'C'],
  names: ['Tarwehoek', 'Carnveld', '<b>Blom</b>'],
  within: {},
  centres: [[5, 52], [5, 52.01], [5.02, 52]],
  residents: [100, 200, 20],
  neighbours: [[1, 2], [0], [0]],
})
const column = (values: number[], status = [0, 0, 0]): ReturnType<typeof decodeColumn> =>
  decodeColumn(encode(values, Uint8Array.from(status), 2024), 3)
const recipe = level.recipes[0]!
const together: Together = {
  recipe,
  burdens: column([4, 1, NaN], [0, 0, 6]),
  known: column([5, 4, NaN], [0, 0, 6]),
  sources: null,
  domains: [],
}
const burdens = makeShown(level, list, { kind: 'together' }, null, null, together.burdens)
const indicator = catalogue.indicator('schulden')!
const debts = makeShown(level, list, { kind: 'indicator', indicator: 'schulden' }, indicator, '2024', column([12.34, 9.5, NaN], [16, 0, 1]))

describe('an announcement', () => {
  it('names the area, what comes together, and where each arrow leads', () => {
    expect(announcement(nl, burdens, 0, together)).toBe(
      'Tarwehoek, 4 opgaven, in 5 van 5 domeinen bekend; noord: Carnveld; oost: <b>Blom</b>',
    )
    expect(announcement(en, burdens, 0, together)).toBe(
      'Tarwehoek, 4 burdens, of 5 known domains out of 5; north: Carnveld; east: <b>Blom</b>',
    )
  })

  it('says one as one', () => {
    expect(announcement(nl, burdens, 1, together)).toContain('Carnveld, 1 opgave, in 4 van 5 domeinen bekend')
    expect(announcement(en, burdens, 1, together)).toContain('Carnveld, 1 burden, of 4 known domains out of 5')
  })

  it('says why there is no figure, and never a number for it', () => {
    expect(announcement(nl, burdens, 2, together)).toBe('<b>Blom</b>, geen cijfer: te weinig inwoners; west: Tarwehoek')
    expect(announcement(en, debts, 2, null)).toBe('<b>Blom</b>, no figure: secret; west: Tarwehoek')
  })
})

describe('an announcement of an indicator', () => {
  it('says the class by number and by name, which the colour alone cannot', () => {
    expect(announcement(nl, debts, 0, null)).toBe('Tarwehoek, 12,3%; klasse 2 van 2, hoogst; noord: Carnveld; oost: <b>Blom</b>')
    expect(announcement(en, debts, 1, null)).toBe('Carnveld, 9.5%; class 1 of 2, lowest; east, not adjacent: <b>Blom</b>; south: Tarwehoek')
  })
})

describe('a value', () => {
  it('has its unit and the signs of the language', () => {
    expect(valueSentence(nl, debts, 0, null)).toBe('12,3%')
    expect(valueSentence(en, debts, 0, null)).toBe('12.3%')
    expect(nl.value(1234.5, 'count')).toBe('1.234,5')
    expect(nl.value(0.125, 'fraction')).toBe('12,5%')
    expect(nl.value(231, 'thousand-euro')).toBe('€ 231 duizend')
    expect(en.value(31.25, 'per-thousand')).toBe('31.3 per 1,000')
  })
})

describe('a difference', () => {
  it('is a number and a direction, without a verdict', () => {
    expect(differenceSentence(nl, debts, 0, 1)).toBe('Tarwehoek ligt 2,8 procentpunt hoger dan Carnveld.')
    expect(differenceSentence(en, debts, 1, 0)).toBe('Carnveld is 2.8 percentage points lower than Tarwehoek.')
    expect(differenceSentence(nl, debts, 0, 0)).toBe('Tarwehoek en Tarwehoek staan gelijk: 12,3%.')
  })

  it('is not made with what is missing', () => {
    expect(differenceSentence(nl, debts, 0, 2)).toBeNull()
  })
})

describe('the whole map', () => {
  it('has one sentence', () => {
    expect(mapSentence(nl, catalogue, debts)).toBe('Huishoudens met schulden: 2 van 3 buurten hebben een cijfer, van 9,5% tot 12,3%. Over 2024.')
    expect(mapSentence(en, catalogue, debts)).toBe('Households with debts: 2 of 3 neighbourhoods have a figure, from 9.5% to 12.3%. About 2024.')
  })
})

describe('neighbours', () => {
  it('stand with their direction, and an island says that it has none', () => {
    expect(neighbourWords(nl, debts, 0)).toBe('noord: Carnveld; oost: <b>Blom</b>')
    const island = makeShown(level, new AreaList({ ...list.json, neighbours: [[], [], []] }), debts.thing, indicator, '2024', debts.column)
    expect(neighbourWords(en, island, 0)).toBe('No adjacent area.')
  })
})
