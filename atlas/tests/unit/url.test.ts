// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The address is the state: what is written is read again, in both languages.
import { describe, expect, it } from 'vitest'
import { EMPTY, formatView, parseView, type View } from '../../src/state/url.ts'

const FULL: View = {
  show: { kind: 'indicator', indicator: 'chronisch_ziek' },
  certainty: 'interval',
  year: '2024',
  level: 'neighbourhood',
  locked: true,
  within: 'GM9001',
  area: 'BU90010101',
  compare: 'BU90010102',
  against: { kind: 'domain', domain: 'debt' },
  brush: { x0: 1.5, x1: 20, y0: -3, y1: 4 },
  camera: { zoom: 11.25, lat: 52.1325, lon: 5.119 },
}

function split(address: string): [string, string] {
  const [query, hash] = address.split('#')
  return [query ?? '', hash === undefined ? '' : `#${hash}`]
}

describe('the address', () => {
  it('is the same in every language', () => {
    expect(formatView(FULL)).toBe(
      '?show=chronisch_ziek&certainty=interval&year=2024&level=neighbourhood&lock=1&within=GM9001&area=BU90010101&compare=BU90010102&against=domain.debt&brush=1.5,20,-3,4#11.25/52.1325/5.1190',
    )
  })

  it('is still read as Dutch pages wrote it before', () => {
    const before =
      '?toon=chronisch_ziek&zekerheid=interval&jaar=2024&niveau=neighbourhood&vast=1&binnen=GM9001&gebied=BU90010101&vergelijk=BU90010102&tegen=domein.debt&kwast=1.5,20,-3,4#11.25/52.1325/5.1190'
    expect(parseView(...split(before))).toEqual(FULL)
    expect(parseView('?area=A&gebied=B', '').area).toBe('A')
  })

  it('gives back exactly what was written', () => {
    const views: View[] = [
      FULL,
      EMPTY,
      { ...EMPTY, show: { kind: 'together' } },
      { ...EMPTY, show: { kind: 'nothing' } },
      { ...EMPTY, show: { kind: 'indicator', indicator: 'a&b=c#d é' } },
    ]
    for (const view of views) expect(parseView(...split(formatView(view)))).toEqual(view)
  })

  it('says the coinciding burdens and a domain in either language', () => {
    for (const text of ['?toon=samenkomen', '?show=together', '?toon=together']) {
      expect(parseView(text, '').show).toEqual({ kind: 'together' })
    }
    expect(parseView('?show=domein.debt', '').show).toEqual({ kind: 'domain', domain: 'debt' })
  })

  it('says the view, in either language; what is no view is that of values', () => {
    const cases = [
      ['?certainty=chance', 'chance'],
      ['?zekerheid=kans', 'chance'],
      ['?zekerheid=interval', 'interval'],
      ['?certainty=worst', 'value'],
      ['?certainty=constructor', 'value'],
      ['', 'value'],
    ] as const
    for (const [text, expected] of cases) expect(parseView(text, '').certainty, text).toBe(expected)
  })

  it('tells "nothing said" from "show nothing"', () => {
    expect(parseView('', '').show).toBeNull()
    expect(parseView('?toon=', '').show).toEqual({ kind: 'nothing' })
  })

  it('drops a box or a camera that cannot be', () => {
    for (const box of ['1,2,3', '1,2,3,', 'a,b,c,d', '1,2,3,Infinity']) {
      expect(parseView(`?kwast=${box}`, '').brush, box).toBeNull()
    }
    for (const hash of ['#12/95/5', '#12/52', '#a/b/c', '#12/52/', '#table']) {
      expect(parseView('', hash).camera, hash).toBeNull()
    }
  })

  it('turns a box that is upside down', () => {
    expect(parseView('?brush=9,1,8,2', '').brush).toEqual({ x0: 1, x1: 9, y0: 2, y1: 8 })
  })
})
