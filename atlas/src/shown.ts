// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What is on the map now: one thing of one level, its values, its classes.
//
// In: a resolved view with its column. Out: everything that the legend, the card and the table need of it.
// Invariant: list, column and classes belong together; a change replaces all of it at once.
import { intervalOf, type Sure, type Verdict, verdictOfChance, verdictOfInterval } from './certain.ts'
import { type Classes, classify, classifyChances, classOf, colourOf } from './classes.ts'
import type { AreaList } from './data/areas.ts'
import type { Indicator, LevelEntry, RecipeEntry } from './data/catalogue.ts'
import { recipeColumn } from './data/catalogue.ts'
import { type Column, PROTECTED, reasonOf } from './data/column.ts'
import type { Thing } from './state/url.ts'

export interface Shown {
  level: LevelEntry
  list: AreaList
  thing: Thing
  indicator: Indicator | null
  recipe: RecipeEntry | null
  period: string | null
  unit: string
  /** What is drawn: figures, or chances in that view. */
  column: Column
  /** The figures, in every view. */
  figures: Column
  classes: Classes
  /** What the view is made of; `null` for that of values. */
  sure: Sure | null
}

export function makeShown(
  level: LevelEntry,
  list: AreaList,
  thing: Thing,
  indicator: Indicator | null,
  period: string | null,
  figures: Column,
  sure: Sure | null = null,
): Shown {
  const chances = sure?.view === 'chance' ? sure.chance : null
  const column = chances ?? figures
  const recipe =
    thing.kind === 'together'
      ? recipeColumn(level, 'burdens')
      : thing.kind === 'domain'
        ? recipeColumn(level, `domain.${thing.domain}`)
        : null
  return {
    level,
    list,
    thing,
    indicator,
    recipe: recipe?.recipe ?? null,
    period,
    unit: chances ? 'chance' : (indicator?.unit ?? 'count'),
    column,
    figures,
    classes: chances ? classifyChances(chances.values) : classify(column.values),
    sure,
  }
}

/** What an area looks like: colour 1 ..= 5, or why it has none; with a colour above `UNSURE` it is striped. */
export const HATCH = 6
export const DOTS = 7
export const CROSSES = 8
export const UNSURE = 10

/** How sure the figure of an area is, in the view of certainty; `null` in other views and where there is no figure. */
export function verdictOf(shown: Shown, area: number): Verdict | null {
  const { sure, figures } = shown
  const value = figures.values[area] ?? NaN
  if (sure?.view !== 'interval' || !Number.isFinite(value)) return null
  if (shown.thing.kind === 'domain') return verdictOfChance(value, sure.chance?.values[area] ?? NaN, sure.level)
  return verdictOfInterval(figures, sure.reference, area)
}

/** Areas by how sure they are: in all, and those whose interval holds what they are held against by class. */
export interface Tally {
  unsure: number
  unknown: number
  sure: number
  /** Areas that are drawn in a class, and those of them that are striped. */
  ofClass: { drawn: number; unsure: number }[]
}

export function tally(shown: Shown): Tally {
  const found: Tally = { unsure: 0, unknown: 0, sure: 0, ofClass: shown.classes.bounds.map(() => ({ drawn: 0, unsure: 0 })) }
  for (let area = 0; area < shown.list.length; area++) {
    const verdict = verdictOf(shown, area)
    if (verdict === null) continue
    found[verdict === 'unsure' || verdict === 'unknown' ? verdict : 'sure'] += 1
    const row = found.ofClass[classOf(shown.classes, shown.column.values[area] ?? NaN)]
    if (!row || verdict === 'unknown') continue
    row.drawn += 1
    if (verdict === 'unsure') row.unsure += 1
  }
  return found
}

/** What the bars of a spread count: what has a colour on the map, and what of that is striped. */
export function drawnValues(shown: Shown): { drawn: Float32Array; unsure: Float32Array | null } {
  if (shown.sure?.view !== 'interval') return { drawn: shown.column.values, unsure: null }
  const verdicts = Array.from(shown.column.values, (_, area) => verdictOf(shown, area))
  const keep = (wanted: (verdict: Verdict | null) => boolean): Float32Array =>
    shown.column.values.map((value, area) => (wanted(verdicts[area] ?? null) ? value : NaN))
  return { drawn: keep((verdict) => verdict !== 'unknown'), unsure: keep((verdict) => verdict === 'unsure') }
}

export function appearance(shown: Shown, area: number): number {
  const value = shown.column.values[area] ?? NaN
  const colour = colourOf(shown.classes, value)
  if (colour > 0) {
    const verdict = verdictOf(shown, area)
    return verdict === 'unknown' ? CROSSES : verdict === 'unsure' ? UNSURE + colour : colour
  }
  const reason = reasonOf(shown.column, area)
  return reason && PROTECTED.has(reason) ? DOTS : HATCH
}

export function appearances(shown: Shown): Uint8Array {
  return Uint8Array.from({ length: shown.list.length }, (_, area) => appearance(shown, area))
}

/** The values of an area that the recipe of its level counts with. */
export interface Together {
  recipe: RecipeEntry
  burdens: Column
  known: Column
  sources: Column | null
  domains: { id: string; column: Column }[]
}

/** A chosen or compared area that lies in what is shown. */
export interface MarkedPlace {
  kind: 'chosen' | 'compare'
  area: number
  name: string
}

/** The chosen area and the one beside it, as far as they are of the level that is shown. */
export function placesOf(
  shown: Shown,
  chosen: { list: AreaList; area: number } | null,
  compared: { list: AreaList; area: number } | null,
): MarkedPlace[] {
  const place = (kind: MarkedPlace['kind'], of: typeof chosen): MarkedPlace[] =>
    of && of.list === shown.list ? [{ kind, area: of.area, name: of.list.name(of.area) }] : []
  return [...place('chosen', chosen), ...place('compare', compared)]
}

/** Those of them that have a figure, with it. */
export function markersOf(
  shown: Shown,
  places: MarkedPlace[],
): { kind: MarkedPlace['kind']; name: string; value: number; interval: [number, number] | null }[] {
  return places.flatMap(({ kind, area, name }) => {
    const value = shown.column.values[area] ?? NaN
    const interval = shown.sure?.view === 'interval' ? intervalOf(shown.figures, area) : null
    return Number.isFinite(value) ? [{ kind, name, value, interval }] : []
  })
}
