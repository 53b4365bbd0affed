// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What the address asks for, held against the catalogue; unknown names get the nearest known one.
import { describe, expect, it } from 'vitest'
import { makeRegion } from '../../dev/region.mjs'
import { Catalogue, type CatalogueJson } from '../../src/data/catalogue.ts'
import { levelAt } from '../../src/state/level.ts'
import { resolve, suggestions } from '../../src/state/resolve.ts'
import { EMPTY } from '../../src/state/url.ts'

const json = makeRegion().catalogue as unknown as CatalogueJson
const catalogue = new Catalogue(json, 'https://example.test/deep/v1/catalogue')

describe('what is asked for', () => {
  it('is what comes together in the smallest areas when nothing is said', () => {
    const found = resolve(EMPTY, catalogue)
    expect(found.thing).toEqual({ kind: 'together' })
    expect(found.level.id).toBe('neighbourhood')
    expect(catalogue.resolve(found.href!)).toBe('https://example.test/deep/v1/columns/neighbourhood/recipes/samenkomen/burdens')
  })

  it('is the latest period of an indicator unless another is named', () => {
    const show = { kind: 'indicator', indicator: 'schulden' } as const
    expect(resolve({ ...EMPTY, show }, catalogue).period).toBe('2024')
    expect(resolve({ ...EMPTY, show, year: '2022' }, catalogue).period).toBe('2022')
    const wrong = resolve({ ...EMPTY, show, year: '1999' }, catalogue)
    expect(wrong.period).toBe('2024')
    expect(wrong.notices).toEqual([{ what: 'year', found: '1999', nearest: { name: '2024', change: { year: '2024' } } }])
  })

  it('offers the nearest name for one that is not known', () => {
    const found = resolve({ ...EMPTY, show: { kind: 'indicator', indicator: 'schuldn' }, level: 'neighborhood' }, catalogue)
    expect(found.thing).toEqual({ kind: 'nothing' })
    expect(found.notices).toEqual([
      { what: 'show', found: 'schuldn', nearest: { name: 'schulden', change: { show: { kind: 'indicator', indicator: 'schulden' } } } },
      { what: 'level', found: 'neighborhood', nearest: { name: 'neighbourhood', change: { level: 'neighbourhood' } } },
    ])
  })

  it('says when it exists at another level only', () => {
    const found = resolve({ ...EMPTY, show: { kind: 'together' }, level: 'municipality' }, catalogue)
    expect(found.elsewhere).toBe(true)
    expect(found.href).toBeNull()
  })

  it('suggests three things, a strength among them', () => {
    const found = suggestions(catalogue, catalogue.level('neighbourhood')!)
    expect(found).toHaveLength(3)
    const strong = found.some((thing) => thing.kind === 'indicator' && catalogue.indicator(thing.indicator)?.direction === 'higher-is-better')
    expect(strong).toBe(true)
  })
})

describe('addresses', () => {
  it('keep the braces of a tile template, and are relative to the catalogue', () => {
    expect(catalogue.resolve(catalogue.levels[0]!.tilesHref)).toBe(
      'https://example.test/deep/v1/collections/municipality/tiles/WebMercatorQuad/{z}/{y}/{x}',
    )
    expect(catalogue.api).toBe('https://example.test/deep/v1')
    expect(new Catalogue(json, 'https://example.test/site/catalogue.json').api).toBeNull()
  })
})

describe('the level by zoom', () => {
  const country = [
    { ...json.levels[0]!, nAreas: 342, bbox: [3.3, 50.7, 7.3, 53.6] as [number, number, number, number] },
    { ...json.levels[1]!, nAreas: 3340, bbox: [3.3, 50.7, 7.3, 53.6] as [number, number, number, number] },
    { ...json.levels[2]!, nAreas: 14574, bbox: [3.3, 50.7, 7.3, 53.6] as [number, number, number, number] },
  ]

  it('goes to smaller areas when they are wide enough to see', () => {
    expect([6, 8.5, 11].map((zoom) => levelAt(country, zoom, null)?.id)).toEqual(['municipality', 'district', 'neighbourhood'])
  })

  it('does not flicker at the border', () => {
    let border = 6
    while (levelAt(country, border, null)?.id !== 'neighbourhood') border += 0.05
    expect(levelAt(country, border - 0.1, 'neighbourhood')?.id).toBe('neighbourhood')
    expect(levelAt(country, border - 0.1, 'district')?.id).toBe('district')
  })
})
