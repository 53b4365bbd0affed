// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// How sure: verdicts, classes of chances, what is drawn and what is said of it, in both languages.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { encode, makeRegion } from '../../dev/region.mjs'
import { middleOf, type Reference, type Sure, verdictOfChance, verdictOfInterval } from '../../src/certain.ts'
import { CHANCE_BOUNDS, classifyChances, classOf, countIn, histogram } from '../../src/classes.ts'
import { AreaList } from '../../src/data/areas.ts'
import { Catalogue, type CatalogueJson } from '../../src/data/catalogue.ts'
import { type Column, decodeColumn } from '../../src/data/column.ts'
import { announcement, classRange, className, intervalWords, mapSentence, sureMarks, sureSentence, valueSentence } from '../../src/sentences.ts'
import { appearances, CROSSES, DOTS, drawnValues, makeShown, tally, UNSURE } from '../../src/shown.ts'
import { resolve } from '../../src/state/resolve.ts'
import { EMPTY } from '../../src/state/url.ts'
import { Words } from '../../src/words.ts'

const [nl, en] = (['nl', 'en'] as const).map((language) => new Words(language, readFileSync(`../text/${language}.ftl`, 'utf8'))) as [Words, Words]
const json = makeRegion().catalogue as unknown as CatalogueJson
const catalogue = new Catalogue(json, 'https://example.test/v1/catalogue')
const level = catalogue.level('neighbourhood')!
const list = new AreaList({
  level: 'neighbourhood',
  build: '',
  boundaryYear: 2024,
  codes: ['A', 'B', 'C', 'D', 'E'],
  names: ['Tarwehoek', 'Carnveld', 'Blomdreef', 'Rietkamp', 'Vlasrode'],
  within: {},
  centres: [],
  residents: [],
  neighbours: [[], [], [], [], []],
})
const STATUS = [0, 0, 0, 0, 6]
const column = (values: number[], margins: { lower: number[]; upper: number[] } | null = null, status = STATUS): Column =>
  decodeColumn(encode(values, Uint8Array.from(status), 2024, margins), values.length)
const sureOf = (more: Partial<Sure>): Sure => ({ view: 'interval', chance: null, reference: null, level: 0.95, first: 0.1, draws: 1000, ...more })

const country: Reference = { kind: 'country', name: 'Voorbeeldland', value: 12 }
const figures = column([15, 12.5, 9, 11, NaN], { lower: [13, 11, 7, NaN, NaN], upper: [17, 14, 10, NaN, NaN] })
const indicator = catalogue.indicator('schulden')!
const debts = makeShown(level, list, { kind: 'indicator', indicator: 'schulden' }, indicator, '2024', figures, sureOf({ reference: country }))

const flags = column([1, 1, 0, 0, NaN])
const chances = column([0.98, 0.5, 0.004, 0.3, NaN])
const domain = { kind: 'domain', domain: 'debt' } as const
const domainSure = makeShown(level, list, domain, null, null, flags, sureOf({ chance: chances }))
const domainChance = makeShown(level, list, domain, null, null, flags, sureOf({ view: 'chance', chance: chances }))

describe('a verdict', () => {
  it('holds what its interval touches', () => {
    // The same cases as in `kapstok-share/src/certain.rs`.
    const cases: [number, number, number, string][] = [
      [10, 14, 9.9, 'higher'],
      [10, 14, 10, 'unsure'],
      [10, 14, 12, 'unsure'],
      [10, 14, 14, 'unsure'],
      [10, 14, 14.1, 'lower'],
      [1, 1, 1, 'unsure'],
      [NaN, NaN, 1, 'unknown'],
      [1, 2, NaN, 'unknown'],
      [NaN, 2, 3, 'unknown'],
    ]
    for (const [lower, upper, value, expected] of cases) {
      const one = column([1], { lower: [lower], upper: [upper] }, [0])
      expect(verdictOfInterval(one, { kind: 'middle', value }, 0), `${lower} ${upper} ${value}`).toBe(expected)
    }
    expect(verdictOfInterval(column([1], null, [0]), country, 0)).toBe('unknown')
  })

  it('of what was counted is sure only where the draws say the same', () => {
    const cases: [number, number, string][] = [
      [1, 0.975, 'in'],
      [1, 0.974, 'unsure'],
      [1, 0.01, 'unsure'],
      [0, Math.fround(0.025), 'out'],
      [0, 0.026, 'unsure'],
      [0, 0.99, 'unsure'],
      [0, NaN, 'unknown'],
    ]
    for (const [value, chance, expected] of cases) expect(verdictOfChance(value, chance, 0.95), `${value} ${chance}`).toBe(expected)
  })

  it('of burdens is held against as many as lie evenly over the known domains of that area', () => {
    const burdens = column([1, 1], { lower: [1, 1], upper: [2, 2] }, [0, 0])
    const reference: Reference = { kind: 'even', fraction: 0.2, known: column([8, 3], null, [0, 0]) }
    // 1.6 of eight domains lies within 1 to 2; 0.6 of three lies below.
    expect([0, 1].map((area) => verdictOfInterval(burdens, reference, area))).toEqual(['unsure', 'higher'])
  })
})

it('the middle lies between the two nearest of an even number', () => {
  expect(middleOf([NaN, 4, 1, 3, 2])).toBe(2.5)
  expect(middleOf([5, 1, 3])).toBe(3)
  expect(middleOf([NaN])).toBeNaN()
})

describe('chances', () => {
  it('on a bound are in the class above it, also as they come in a column', () => {
    const values = column([0, 0.099, 0.1, 0.33, 0.659, 0.66, 0.9, 1], null, [0, 0, 0, 0, 0, 0, 0, 0]).values
    const classes = classifyChances(values)
    expect(Array.from(values, (value) => classOf(classes, value))).toEqual([0, 0, 1, 2, 2, 3, 4, 4])
    expect(classes.sizes).toEqual([2, 1, 2, 1, 2])
  })

  it('are drawn from never to always, however they lie', () => {
    const bars = histogram([0.4, 0.5], classifyChances([0.4, 0.5]), 20)
    expect([bars[0]!.from, bars[19]!.to, bars.every((bar) => bar.open === 'none')]).toEqual([0, 1, true])
    expect(countIn(bars, [0.02, 1, NaN]).filter((n) => n > 0)).toEqual([1, 1])
  })

  it('have printed bounds and names in words', () => {
    expect(CHANCE_BOUNDS.map((_, at) => classRange(nl, domainChance, at))).toEqual([
      'minder dan 10\u00a0%',
      '10 tot 33\u00a0%',
      '33 tot 66\u00a0%',
      '66 tot 90\u00a0%',
      '90\u00a0% en meer',
    ])
    expect(className(en, domainChance.classes, 2)).toBe('about as likely as not')
  })

  it('are never told as never or always', () => {
    expect([0, 0.0099, 0.01, 0.815, 0.99, 0.991, 1].map((chance) => en.chance(chance))).toEqual([
      '< 1\u00a0%',
      '< 1\u00a0%',
      '1\u00a0%',
      '82\u00a0%',
      '99\u00a0%',
      '> 99\u00a0%',
      '> 99\u00a0%',
    ])
    expect(valueSentence(nl, domainChance, 2, null)).toBe('kans < 1\u00a0%')
    expect(valueSentence(nl, domainChance, 4, null)).toBe('geen cijfer: te weinig inwoners')
  })
})

describe('what is drawn', () => {
  it('has stripes where it is not sure, and no colour where no margin is known', () => {
    const colours = [15, 12.5, 9].map((value) => debts.classes.colours[classOf(debts.classes, value)]!)
    expect([...appearances(debts)]).toEqual([colours[0], UNSURE + colours[1]!, colours[2], CROSSES, DOTS])
    expect([...appearances(domainSure)]).toEqual([5, UNSURE + 5, 1, UNSURE + 1, DOTS])
    expect([...appearances(domainChance)]).toEqual([5, 3, 1, 2, DOTS])
    expect(tally(debts)).toMatchObject({ sure: 2, unsure: 1, unknown: 1 })
  })

  it('counts in its bars what has a colour, and of that what is striped', () => {
    const { drawn, unsure } = drawnValues(debts)
    expect([...drawn]).toEqual([15, 12.5, 9, NaN, NaN])
    expect([...unsure!]).toEqual([NaN, 12.5, NaN, NaN, NaN])
  })
})

describe('sentences', () => {
  it('say how sure an area is, and between what it lies', () => {
    expect([0, 1, 2, 3, 4].map((area) => sureSentence(nl, debts, area))).toEqual([
      'hoger dan Voorbeeldland, vrij zeker',
      'niet zeker hoger of lager dan Voorbeeldland',
      'lager dan Voorbeeldland, vrij zeker',
      'marge niet bekend',
      null,
    ])
    expect(sureSentence(en, domainSure, 1)).toBe('not sure whether the area belongs to it')
    expect(intervalWords(nl, debts, 0)).toBe('13,0 tot 17,0%')
    expect(intervalWords(nl, debts, 3)).toBeNull()
    expect(announcement(nl, debts, 0, null)).toMatch(/^Tarwehoek, 15,0%; hoger dan Voorbeeldland, vrij zeker; klasse \d van \d/)
    expect(announcement(en, domainChance, 1, null)).toBe('Carnveld, chance 50\u00a0%; class 3 of 5, about as likely as not')
  })

  it('say the whole map and the marks of its legend', () => {
    expect(mapSentence(nl, catalogue, debts)).toMatch(/Vrij zeker bij 2, niet zeker bij 1, marge niet bekend bij 1\.$/)
    expect(mapSentence(nl, catalogue, domainSure)).toMatch(/Vrij zeker bij 2, niet zeker bij 2\.$/)
    expect(mapSentence(nl, catalogue, domainChance)).toBe('Kans op een grote opgave: schulden: van 4 van 5 buurten is de kans bekend; bij 1 is die 90\u00a0% of meer.')
    expect(sureMarks(en, debts)).toEqual([
      { mark: 'stripes', text: 'not sure: Voorbeeldland lies within the margins', n: 1 },
      { mark: 'crosses', text: 'margin not known', n: 1 },
    ])
  })
})

describe('a view', () => {
  const draws = { level: 0.95, replications: 1000, first: 0.1 }
  const levels = json.levels.map((one) => ({
    ...one,
    columns: one.columns.map((entry) => ({ ...entry, margins: entry.indicator === 'moeite_rondkomen' })),
    recipes: one.recipes.map((recipe) => ({
      ...recipe,
      sure: draws,
      columns: [...recipe.columns.filter(({ id }) => !/^(sure|chance)/.test(id)), ...['sure', 'chance', 'chance.debt'].map((id) => ({ id, href: `columns/${one.id}/recipes/samenkomen/${id}` }))],
    })),
  }))
  const sure = new Catalogue({ ...json, levels }, 'https://example.test/v1/catalogue')
  const of = (show: typeof EMPTY.show, certainty: typeof EMPTY.certainty) => resolve({ ...EMPTY, show, certainty }, sure)

  it('is there where the recipe draws or the source has margins, else it says why not', () => {
    expect(of({ kind: 'together' }, 'interval').whyNot).toEqual({ value: null, interval: null, chance: null })
    expect(of({ kind: 'indicator', indicator: 'moeite_rondkomen' }, 'interval').whyNot).toEqual({ value: null, interval: null, chance: 'only-burdens' })
    expect(of({ kind: 'indicator', indicator: 'bijstand' }, 'value').whyNot.interval).toBe('no-margins')
    expect(of({ kind: 'domain', domain: 'health' }, 'value').whyNot.chance).toBe('no-draws')
    const plain = { ...json, levels: levels.map((one) => ({ ...one, recipes: one.recipes.map((recipe) => ({ ...recipe, sure: null })) })) }
    const without = new Catalogue(plain, 'https://example.test/v1/catalogue')
    expect(resolve({ ...EMPTY, show: { kind: 'together' } }, without).whyNot.chance).toBe('no-draws')
  })

  it('that is not there shows the values and says so', () => {
    const found = of({ kind: 'indicator', indicator: 'bijstand' }, 'chance')
    expect(found.certainty).toBe('value')
    expect(found.notices).toEqual([{ what: 'certainty', found: 'chance', nearest: { name: 'value', change: { certainty: 'value' } } }])
  })

  it('of burdens fetches them with their interval at once, and nothing more in the view of values', () => {
    expect(of({ kind: 'together' }, 'value').href).toMatch(/\/burdens$/)
    expect(of({ kind: 'together' }, 'interval').href).toMatch(/\/sure$/)
    expect(of({ kind: 'together' }, 'chance').href).toMatch(/\/burdens$/)
  })
})
