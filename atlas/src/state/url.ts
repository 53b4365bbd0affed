// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The address is the state: what is seen follows from it, and nothing that is seen is missing from it.
//
// In: query and fragment. Out: a `View`, and back. What is written is the same in every language, so that a link to the
// other language takes it along as it is; names of earlier addresses are still read. Not here: whether such an
// indicator exists (resolve.ts).

export type Thing =
  | { kind: 'nothing' }
  | { kind: 'together' }
  | { kind: 'domain'; domain: string }
  | { kind: 'indicator'; indicator: string }

/** What is seen of a thing: its values; which of them are sure; how likely it stands among the worst part. */
export type Certainty = 'value' | 'interval' | 'chance'

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
  certainty: Certainty
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
  certainty: 'value',
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

/** The name that is written, and the one that stood in addresses of Dutch pages before. */
const NAMES = {
  show: 'toon',
  certainty: 'zekerheid',
  year: 'jaar',
  level: 'niveau',
  lock: 'vast',
  within: 'binnen',
  area: 'gebied',
  compare: 'vergelijk',
  against: 'tegen',
  brush: 'kwast',
} as const

const TOGETHER = ['together', 'samenkomen']
const DOMAIN = ['domain.', 'domein.']
const CERTAINTIES = new Map<string | null, Certainty>([['interval', 'interval'], ['chance', 'chance'], ['kans', 'chance']])

export function parseThing(text: string): Thing {
  if (text === '') return { kind: 'nothing' }
  if (TOGETHER.includes(text)) return { kind: 'together' }
  for (const start of DOMAIN) {
    if (text.startsWith(start)) return { kind: 'domain', domain: text.slice(start.length) }
  }
  return { kind: 'indicator', indicator: text }
}

export function formatThing(thing: Thing): string {
  switch (thing.kind) {
    case 'nothing':
      return ''
    case 'together':
      return TOGETHER[0]!
    case 'domain':
      return DOMAIN[0]! + thing.domain
    case 'indicator':
      return thing.indicator
  }
}

export function sameThing(a: Thing | null, b: Thing | null): boolean {
  return a === b || (a !== null && b !== null && formatThing(a) === formatThing(b))
}

export function parseView(search: string, hash: string): View {
  const parameters = new URLSearchParams(search)
  const read = (name: keyof typeof NAMES): string | null =>
    parameters.get(name) ?? parameters.get(NAMES[name])
  const filled = (name: keyof typeof NAMES): string | null => read(name) || null
  const show = read('show')
  const against = filled('against')
  return {
    show: show === null ? null : parseThing(show),
    certainty: CERTAINTIES.get(read('certainty')) ?? 'value',
    year: filled('year'),
    level: filled('level'),
    locked: read('lock') === '1',
    within: filled('within'),
    area: filled('area'),
    compare: filled('compare'),
    against: against === null ? null : parseThing(against),
    brush: parseBrush(filled('brush')),
    camera: parseCamera(hash),
  }
}

export function formatView(view: View): string {
  const parts: string[] = []
  const add = (name: keyof typeof NAMES, value: string | null): void => {
    if (value === null) return
    // Commas stay readable; everything else that could break out is encoded.
    parts.push(`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`)
  }
  add('show', view.show && formatThing(view.show))
  add('certainty', view.certainty === 'value' ? null : view.certainty)
  add('year', view.year)
  add('level', view.level)
  add('lock', view.locked ? '1' : null)
  add('within', view.within)
  add('area', view.area)
  add('compare', view.compare)
  add('against', view.against && formatThing(view.against))
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
