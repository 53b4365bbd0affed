// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The areas of one level: codes, names, what they lie in, who touches whom.
//
// In: the JSON of a level's `areasHref`. Out: look-ups by code and by name. The position in `codes` is the number
// of an area everywhere: in tiles, in columns, in `neighbours`. Not here: geometry, values.

export type Point = [number, number]

export interface AreaListJson {
  level: string
  build: string
  boundaryYear: number
  codes: string[]
  names: string[]
  within: Record<string, (number | null)[]>
  centres: (Point | null)[]
  residents: (number | null)[]
  neighbours: number[][]
}

export class AreaList {
  readonly #byCode: Map<string, number>
  readonly #places = new Map<string, Uint32Array>()

  constructor(readonly json: AreaListJson) {
    this.#byCode = new Map(json.codes.map((code, area) => [code, area]))
  }

  get level(): string {
    return this.json.level
  }

  get length(): number {
    return this.json.codes.length
  }

  find(code: string): number | undefined {
    return this.#byCode.get(code)
  }

  code(area: number): string {
    return this.json.codes[area] ?? ''
  }

  name(area: number): string {
    return this.json.names[area] || this.code(area)
  }

  /** Place of every area in the order of names of a language; made once, because comparing letters is slow. */
  nameOrder(locale: string): Uint32Array {
    const kept = this.#places.get(locale)
    if (kept) return kept
    const { compare } = new Intl.Collator(locale)
    const names = this.json.names.map((_, area) => this.name(area))
    const order = names.map((_, area) => area).sort((a, b) => compare(names[a]!, names[b]!) || a - b)
    const places = new Uint32Array(order.length)
    order.forEach((area, place) => (places[area] = place))
    this.#places.set(locale, places)
    return places
  }

  centre(area: number): Point | null {
    return this.json.centres[area] ?? null
  }

  residents(area: number): number | null {
    return this.json.residents[area] ?? null
  }

  neighbours(area: number): number[] {
    return this.json.neighbours[area] ?? []
  }

  parent(area: number, level: string): number | null {
    return this.json.within[level]?.[area] ?? null
  }

  /** Number of areas that lie in one area of a larger level. */
  inside(level: string, parent: number): number[] {
    const within = this.json.within[level] ?? []
    return within.flatMap((found, area) => (found === parent ? [area] : []))
  }

  /** West, south, east, north of the centres of these areas; `null` when none has a centre. */
  box(areas: Iterable<number>): [number, number, number, number] | null {
    let box: [number, number, number, number] | null = null
    for (const area of areas) {
      const centre = this.centre(area)
      if (!centre) continue
      const [x, y] = centre
      box = box
        ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
        : [x, y, x, y]
    }
    return box
  }
}
