// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Classes: which of at most five colours a value gets, where the breaks lie, and how the values are spread.
//
// In: the values of a column. Out: breaks, one class per area, bars of a histogram. Invariant: areas with the same
// value are in the same class; a value that is missing (NaN) is in none. Not here: colours, words.

export const N_CLASSES = 5

export interface Classes {
  /** `counts`: every class is a count, the last one may hold all higher counts. `quantile`: as many areas in each as ties allow.
   * `chance`: fixed parts of the way from never to always. */
  scheme: 'counts' | 'quantile' | 'chance'
  /** Lower bound of every class; a value is in the last class whose bound it reaches. */
  bounds: number[]
  /** Which of the five colours each class has, 1 ..= 5. */
  colours: number[]
  min: number
  max: number
  /** Areas in each class. */
  sizes: number[]
  nKnown: number
}

export function known(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(Array.from(values).filter((value) => Number.isFinite(value))).sort()
}

export function classify(values: ArrayLike<number>): Classes {
  const sorted = known(values)
  const distinct = distinctUpTo(sorted, N_CLASSES + 8)
  const whole = distinct !== null && distinct.every((value) => Number.isInteger(value) && value >= 0)
  const made = whole ? countBounds(distinct) : quantileBounds(sorted)
  const classes: Classes = {
    scheme: whole ? 'counts' : 'quantile',
    bounds: made,
    colours: spread(made.length),
    min: sorted[0] ?? NaN,
    max: sorted[sorted.length - 1] ?? NaN,
    sizes: made.map(() => 0),
    nKnown: sorted.length,
  }
  for (const value of sorted) classes.sizes[classOf(classes, value)]! += 1
  return classes
}

/** Where a chance gets another word: very unlikely, unlikely, about as likely as not, likely, very likely. As the
 * IPCC uses them (Mastrandrea and others 2010, Guidance note on the treatment of uncertainties, table 1). Columns
 * are f32, so the bounds are. */
export const CHANCE_BOUNDS: readonly number[] = [0, 0.1, 0.33, 0.66, 0.9].map(Math.fround)

export function classifyChances(values: ArrayLike<number>): Classes {
  const sorted = known(values)
  const classes: Classes = {
    scheme: 'chance',
    bounds: [...CHANCE_BOUNDS],
    colours: spread(CHANCE_BOUNDS.length),
    min: 0,
    max: 1,
    sizes: CHANCE_BOUNDS.map(() => 0),
    nKnown: sorted.length,
  }
  for (const value of sorted) classes.sizes[classOf(classes, value)]! += 1
  return classes
}

/** Position of the class, or -1 for a value that is missing. */
export function classOf(classes: Classes, value: number): number {
  if (!Number.isFinite(value)) return -1
  let at = 0
  while (at + 1 < classes.bounds.length && value >= classes.bounds[at + 1]!) at++
  return classes.bounds.length === 0 ? -1 : at
}

/** Colour 1 ..= 5 of a value, 0 for none. */
export function colourOf(classes: Classes, value: number): number {
  return classes.colours[classOf(classes, value)] ?? 0
}

/** The highest value of a class, as printed: for counts the count itself, otherwise the next bound. */
export function upperOf(classes: Classes, at: number): number {
  const next = classes.bounds[at + 1]
  if (next === undefined) return classes.max
  return classes.scheme === 'counts' ? next - 1 : next
}

function distinctUpTo(sorted: Float64Array, limit: number): number[] | null {
  const found: number[] = []
  for (const value of sorted) {
    if (found[found.length - 1] !== value) found.push(value)
    if (found.length > limit) return null
  }
  return found
}

/** Every count its own class from the lowest on, as far as there are colours. */
function countBounds(distinct: number[]): number[] {
  return distinct.slice(0, N_CLASSES)
}

/** Equal parts of what is left; a value that fills more than its part ends its class, and the rest is divided anew. */
function quantileBounds(sorted: Float64Array): number[] {
  if (sorted.length === 0) return []
  const bounds = [sorted[0]!]
  let start = 0
  for (let left = N_CLASSES; left > 1; left--) {
    const at = start + Math.round((sorted.length - start) / left)
    const last = bounds[bounds.length - 1]!
    const value = sorted[Math.min(at, sorted.length - 1)]!
    start = value > last ? sorted.indexOf(value) : sorted.findIndex((other) => other > last)
    if (start < 0) break
    bounds.push(sorted[start]!)
  }
  return bounds
}

/** Few classes take colours that lie far apart. */
function spread(n: number): number[] {
  if (n === 1) return [3]
  return Array.from({ length: n }, (_, at) => 1 + Math.round((at * (N_CLASSES - 1)) / (n - 1)))
}

export interface Bar {
  from: number
  to: number
  n: number
  /** Holds all lower or higher values too, so that one far value does not flatten the rest. */
  open: 'none' | 'low' | 'high'
}

/** Bars of equal width between the far ends; for counts one bar per count. */
export function histogram(values: ArrayLike<number>, classes: Classes, nBars: number): Bar[] {
  const sorted = known(values)
  if (sorted.length === 0) return []
  if (classes.scheme === 'counts') {
    const bars: Bar[] = []
    for (let count = classes.min; count <= classes.max; count++) {
      bars.push({ from: count - 0.5, to: count + 0.5, n: 0, open: 'none' })
    }
    for (const value of sorted) bars[Math.round(value - classes.min)]!.n += 1
    return bars
  }
  // With few areas there is nothing to cut off: each of them is to be seen. Chances have their own two ends.
  const cut = sorted.length >= 100 && classes.scheme !== 'chance' ? 0.01 : 0
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]!
  const [low, high] = [at(cut), at(1 - cut)]
  const span = high - low || 1
  const [from, to] =
    classes.scheme === 'chance' ? [0, 1] : [low - classes.min > span / 4 ? low : classes.min, classes.max - high > span / 4 ? high : classes.max]
  const width = (to - from) / nBars || 1
  const bars: Bar[] = Array.from({ length: nBars }, (_, i) => ({
    from: from + i * width,
    to: from + (i + 1) * width,
    n: 0,
    open: 'none',
  }))
  bars[0]!.open = from > classes.min ? 'low' : 'none'
  bars[nBars - 1]!.open = to < classes.max ? 'high' : 'none'
  for (const value of sorted) {
    const bar = Math.min(nBars - 1, Math.max(0, Math.floor((value - from) / width)))
    bars[bar]!.n += 1
  }
  return bars
}

/** How many of other values lie in each bar; what lies outside counts in the first or the last. */
export function countIn(bars: readonly Bar[], values: ArrayLike<number>): number[] {
  const counts = bars.map(() => 0)
  for (const value of known(values)) {
    const at = bars.findIndex((bar) => value < bar.to)
    counts[at < 0 ? bars.length - 1 : at]! += 1
  }
  return counts
}
