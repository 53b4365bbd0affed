// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// How sure: which views of a thing there are, what a figure is held against, and what came of that.
//
// In: the catalogue; figures with their intervals or chances. Out: why a view is not there; a verdict per area.
// Invariants: an area without an interval is never sure; the interval that touches what it is held against holds it.
// Not here: words (sentences.ts), what is fetched (state/atlas.svelte.ts).
import { type Catalogue, type ColumnEntry, type LevelEntry, recipeColumn } from './data/catalogue.ts'
import type { Column } from './data/column.ts'
import type { Certainty, Thing } from './state/url.ts'

/** Why a view of a thing is not there; the words of it stand under `atlas-view-not-`. */
export type WhyNot = 'nothing' | 'no-margins' | 'no-draws' | 'count' | 'alone' | 'only-burdens'

/** What a figure is held against. */
export type Reference =
  /** The figure that was published of the whole country. */
  | { kind: 'country'; name: string; value: number }
  /** The middle of all areas of the level, where the country has no figure. */
  | { kind: 'middle'; value: number }
  /** As many burdens as an area has when they lie evenly over all areas: this part of its known domains. */
  | { kind: 'even'; fraction: number; known: Column }

/** What was fetched for a view other than that of values. */
export interface Sure {
  view: 'interval' | 'chance'
  chance: Column | null
  reference: Reference | null
  /** The part of the draws that an interval holds; 0.95 where a publisher gives margins. */
  level: number
  /** Which part of all areas counts as the first. */
  first: number
  draws: number | null
}

export type Verdict = 'higher' | 'lower' | 'in' | 'out' | 'unsure' | 'unknown'

/** The one area of the level of countries: what smaller areas are held against. */
export function countryLevel(catalogue: Catalogue): LevelEntry | null {
  const level = catalogue.level('country')
  return level && level.nAreas === 1 ? level : null
}

/** Why there is no such view of a thing; `null` where there is one. */
export function whyNot(catalogue: Catalogue, level: LevelEntry, thing: Thing, entry: ColumnEntry | null, view: Certainty): WhyNot | null {
  if (view === 'value') return null
  switch (thing.kind) {
    case 'nothing':
      return 'nothing'
    case 'together': {
      const found = recipeColumn(level, view === 'chance' ? 'chance' : 'sure')
      return found?.recipe.sure && (view === 'chance' || found.recipe.worstFraction !== null) ? null : 'no-draws'
    }
    case 'domain':
      return recipeColumn(level, `chance.${thing.domain}`)?.recipe.sure ? null : 'no-draws'
    case 'indicator':
      if (view === 'chance') return 'only-burdens'
      if (level.nAreas < 2) return 'alone'
      // Counts of areas of different size are not set beside each other.
      if (catalogue.indicator(thing.indicator)?.unit === 'count') return 'count'
      return entry?.margins ? null : 'no-margins'
  }
}

/** The middle of the figures that there are; between the two nearest of an even number. */
export function middleOf(values: ArrayLike<number>): number {
  const known = Array.from(values).filter(Number.isFinite).sort((a, b) => a - b)
  const half = (known.length - 1) / 2
  return known.length ? (known[Math.floor(half)]! + known[Math.ceil(half)]!) / 2 : NaN
}

/** What the figure of one area is held against; not a number where there is nothing. */
export function referenceOf(reference: Reference | null, area: number): number {
  if (reference === null) return NaN
  return reference.kind === 'even' ? reference.fraction * (reference.known.values[area] ?? NaN) : reference.value
}

/** The interval of one area; `null` where none is known. */
export function intervalOf(column: Column, area: number): [number, number] | null {
  const [lower, upper] = [column.lower?.[area] ?? NaN, column.upper?.[area] ?? NaN]
  return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null
}

/** A figure with its interval against what it is held against. */
export function verdictOfInterval(column: Column, reference: Reference | null, area: number): Verdict {
  const interval = intervalOf(column, area)
  const against = referenceOf(reference, area)
  if (!interval || !Number.isFinite(against)) return 'unknown'
  if (interval[0] > against) return 'higher'
  return interval[1] < against ? 'lower' : 'unsure'
}

/** Chances are rounded to f32 on their way. */
const TOLERANCE = 1e-6

/** Whether the draws leave it at what was counted: as many of them as an interval holds say the same. */
export function verdictOfChance(value: number, chance: number, level: number): Verdict {
  if (!Number.isFinite(chance)) return 'unknown'
  const rest = (1 - level) / 2 + TOLERANCE
  if (value >= 1) return chance >= 1 - rest ? 'in' : 'unsure'
  return chance <= rest ? 'out' : 'unsure'
}
