// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The address is the state: what is seen follows from it, and nothing that is seen is missing from it.
//
// In: query and fragment. Out: a `View`, and back. Names of parameters are Dutch or English, both are read, the
// language of the page decides which are written. Not here: whether such an indicator exists (resolve.ts).
import type { Language } from '../data/catalogue.ts'

export type Thing =
  | { kind: 'nothing' }
  | { kind: 'together' }
  | { kind: 'domain'; domain: string }
  | { kind: 'indicator'; indicator: string }

export interface Camera {
  zoom: number
  lat: number
  lon: number
}

export interface Brush {
  x0: number
  x1: number
  y0: number
  y1: number
}

export interface View {
  /** `null` where the address does not say. */
  show: Thing | null
  year: string | null
  level: string | null
  locked: boolean
  within: string | null
  area: string | null
  compare: string | null
  against: Thing | null
  brush: Brush | null
  camera: Camera | null
}

export const EMPTY: View = {
  show: null,
  year: null,
  level: null,
  locked: false,
  within: null,
  area: null,
  compare: null,
  against: null,
  brush: null,
  camera: null,
}

const NAMES = {
  show: { nl: 'toon', en: 'show' },
  year: { nl: 'jaar', en: 'year' },
  level: { nl: 'niveau', en: 'level' },
  locked: { nl: 'vast', en: 'lock' },
  within: { nl: 'binnen', en: 'within' },
  area: { nl: 'gebied', en: 'area' },
  compare: { nl: 'vergelijk', en: 'compare' },
  against: { nl: 'tegen', en: 'against' },
  brush: { nl: 'kwast', en: 'brush' },
} as const

const TOGETHER: Record<Language, string> = { nl: 'samenkomen', en: 'together' }
const DOMAIN: Record<Language, string> = { nl: 'domein.', en: 'domain.' }

export function parseThing(text: string): Thing {
  if (text === '') return { kind: 'nothing' }
  if (text === TOGETHER.nl || text === TOGETHER.en) return { kind: 'together' }
  for (const start of [DOMAIN.nl, DOMAIN.en]) {
    if (text.startsWith(start)) return { kind: 'domain', domain: text.slice(start.length) }
  }
  return { kind: 'indicator', indicator: text }
}

export function formatThing(thing: Thing, language: Language): string {
  switch (thing.kind) {
    case 'nothing':
      return ''
    case 'together':
      return TOGETHER[language]
    case 'domain':
      return DOMAIN[language] + thing.domain
    case 'indicator':
      return thing.indicator
  }
}

export function sameThing(a: Thing | null, b: Thing | null): boolean {
  return a === b || (a !== null && b !== null && formatThing(a, 'en') === formatThing(b, 'en'))
}

export function parseView(search: string, hash: string): View {
  const parameters = new URLSearchParams(search)
  const read = (name: keyof typeof NAMES): string | null =>
    parameters.get(NAMES[name].nl) ?? parameters.get(NAMES[name].en)
  const filled = (name: keyof typeof NAMES): string | null => read(name) || null
  const show = read('show')
  const against = filled('against')
  return {
    show: show === null ? null : parseThing(show),
    year: filled('year'),
    level: filled('level'),
    locked: read('locked') === '1',
    within: filled('within'),
    area: filled('area'),
    compare: filled('compare'),
    against: against === null ? null : parseThing(against),
    brush: parseBrush(filled('brush')),
    camera: parseCamera(hash),
  }
}

export function formatView(view: View, language: Language): string {
  const parts: string[] = []
  const add = (name: keyof typeof NAMES, value: string | null): void => {
    if (value === null) return
    // Commas stay readable; everything else that could break out is encoded.
    parts.push(`${NAMES[name][language]}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  }
  add('show', view.show && formatThing(view.show, language))
  add('year', view.year)
  add('level', view.level)
  add('locked', view.locked ? '1' : null)
  add('within', view.within)
  add('area', view.area)
  add('compare', view.compare)
  add('against', view.against && formatThing(view.against, language))
  add('brush', view.brush && [view.brush.x0, view.brush.x1, view.brush.y0, view.brush.y1].map(short).join(','))
  const query = parts.length ? `?${parts.join('&')}` : ''
  return query + (view.camera ? `#${formatCamera(view.camera)}` : '')
}

export function formatCamera(camera: Camera): string {
  const decimals = camera.zoom > 11 ? 4 : 3
  return `${+camera.zoom.toFixed(2)}/${camera.lat.toFixed(decimals)}/${camera.lon.toFixed(decimals)}`
}

function parseCamera(hash: string): Camera | null {
  const parts = hash.replace(/^#/, '').split('/')
  if (parts.length !== 3 || parts.includes('')) return null
  const [zoom, lat, lon] = parts.map(Number) as [number, number, number]
  const possible = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 85 && Math.abs(lon) <= 180
  return possible ? { zoom, lat, lon } : null
}

function parseBrush(text: string | null): Brush | null {
  if (text === null) return null
  const parts = text.split(',')
  if (parts.length !== 4 || parts.includes('')) return null
  const numbers = parts.map(Number)
  if (!numbers.every(Number.isFinite)) return null
  const [a, b, c, d] = numbers as [number, number, number, number]
  return { x0: Math.min(a, b), x1: Math.max(a, b), y0: Math.min(c, d), y1: Math.max(c, d) }
}

function short(value: number): string {
  return String(+value.toPrecision(5))
}
