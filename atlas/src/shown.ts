// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What is on the map now: one thing of one level, its values, its classes.
//
// In: a resolved view with its column. Out: everything that the legend, the card and the table need of it.
// Invariant: list, column and classes belong together; a change replaces all of it at once.
import { type Classes, classify, colourOf } from './classes.ts'
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
  column: Column
  classes: Classes
}

export function makeShown(
  level: LevelEntry,
  list: AreaList,
  thing: Thing,
  indicator: Indicator | null,
  period: string | null,
  column: Column,
): Shown {
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
    unit: indicator?.unit ?? 'count',
    column,
    classes: classify(column.values),
  }
}

/** What an area looks like: colour 1 ..= 5, or why it has none. */
export const HATCH = 6
export const DOTS = 7

export function appearance(shown: Shown, area: number): number {
  const value = shown.column.values[area] ?? NaN
  const colour = colourOf(shown.classes, value)
  if (colour > 0) return colour
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
export function markersOf(shown: Shown, places: MarkedPlace[]): { kind: MarkedPlace['kind']; name: string; value: number }[] {
  return places.flatMap(({ kind, area, name }) => {
    const value = shown.column.values[area] ?? NaN
    return Number.isFinite(value) ? [{ kind, name, value }] : []
  })
}
