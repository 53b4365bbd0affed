// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What the address asks for, held against what there is.
//
// In: a `View` and the catalogue. Out: the level, the thing, the period and its column; and, for whatever the address
// names that does not exist, a notice with the nearest that does. Not here: codes of areas (they need the area list).
import { type Catalogue, type ColumnEntry, type Indicator, type LevelEntry, recipeColumn, recipeOf } from '../data/catalogue.ts'
import { nearest } from '../data/search.ts'
import { type WhyNot, whyNot } from '../certain.ts'
import type { Certainty, Thing, View } from './url.ts'

export interface Notice {
  what: 'show' | 'year' | 'level' | 'within' | 'area' | 'compare' | 'against' | 'certainty'
  found: string
  /** A change of the view that offers what is nearest. */
  nearest: { name: string; change: Partial<View> } | null
}

export interface Resolved {
  level: LevelEntry
  thing: Thing
  indicator: Indicator | null
  /** The period shown, and all that there are at this level; none for a recipe. */
  period: string | null
  periods: ColumnEntry[]
  href: string | null
  /** The view that there is: that of the values where the one that was asked for is not there. */
  certainty: Certainty
  /** Why a view of this thing is not there. */
  whyNot: Record<Certainty, WhyNot | null>
  /** The thing exists, but not at this level. */
  elsewhere: boolean
  notices: Notice[]
}

/** Whether a level has a column of this thing. */
export function isAt(catalogue: Catalogue, level: LevelEntry, thing: Thing): boolean {
  switch (thing.kind) {
    case 'nothing':
      return true
    case 'together':
      return recipeOf(level) !== null
    case 'domain':
      return recipeColumn(level, `domain.${thing.domain}`) !== null
    case 'indicator':
      return catalogue.periods(level.id, thing.indicator).length > 0
  }
}

/** What is shown when the address does not say. */
export function firstThing(catalogue: Catalogue): Thing {
  return catalogue.levels.some((level) => recipeOf(level)) ? { kind: 'together' } : { kind: 'nothing' }
}

/** Three things to begin with: what comes together, a strength, a domain or another indicator. */
export function suggestions(catalogue: Catalogue, level: LevelEntry): Thing[] {
  const found: Thing[] = []
  if (recipeOf(level)) found.push({ kind: 'together' })
  const here = catalogue.indicators.filter((indicator) => catalogue.periods(level.id, indicator.id).length > 0)
  const strong = here.find((indicator) => indicator.direction === 'higher-is-better')
  if (strong) found.push({ kind: 'indicator', indicator: strong.id })
  const domain = recipeOf(level)?.domains[0]
  if (domain) found.push({ kind: 'domain', domain })
  for (const indicator of here) {
    if (found.length >= 3) break
    if (indicator !== strong) found.push({ kind: 'indicator', indicator: indicator.id })
  }
  return found.slice(0, 3)
}

/** Why a view of a thing is not there; for all views of it. */
export function viewsOf(catalogue: Catalogue, level: LevelEntry, thing: Thing, year: string | null): Record<Certainty, WhyNot | null> {
  const { period, periods } = columnOf(catalogue, level, thing, year)
  const entry = periods.find((one) => one.period === period) ?? null
  const why = (view: Certainty): WhyNot | null => whyNot(catalogue, level, thing, entry, view)
  return { value: null, interval: why('interval'), chance: why('chance') }
}

export function columnOf(
  catalogue: Catalogue,
  level: LevelEntry,
  thing: Thing,
  year: string | null,
): { href: string | null; period: string | null; periods: ColumnEntry[] } {
  switch (thing.kind) {
    case 'nothing':
      return { href: null, period: null, periods: [] }
    case 'together':
      return { href: recipeColumn(level, 'burdens')?.href ?? null, period: null, periods: [] }
    case 'domain':
      return { href: recipeColumn(level, `domain.${thing.domain}`)?.href ?? null, period: null, periods: [] }
    case 'indicator': {
      const periods = catalogue.periods(level.id, thing.indicator)
      const chosen = periods.find((entry) => entry.period === year) ?? periods[periods.length - 1]
      return { href: chosen?.href ?? null, period: chosen?.period ?? null, periods }
    }
  }
}

export function resolve(view: View, catalogue: Catalogue): Resolved {
  const notices: Notice[] = []
  const mapped = catalogue.levels.filter((level) => level.hasMap)
  const levels = mapped.length ? mapped : catalogue.levels
  const wanted = view.show ?? firstThing(catalogue)
  const thing = exists(catalogue, wanted) ? wanted : { kind: 'nothing' as const }
  if (thing !== wanted) notices.push(unknownThing(catalogue, wanted, 'show'))
  if (view.against && !exists(catalogue, view.against)) {
    notices.push(unknownThing(catalogue, view.against, 'against'))
  }
  let level = view.level === null ? undefined : catalogue.level(view.level)
  if (!level) {
    const smallest = [...levels].reverse()
    level = smallest.find((candidate) => isAt(catalogue, candidate, thing)) ?? smallest[0]!
    if (view.level !== null) {
      const name = nearest(view.level, catalogue.levels.map((candidate) => candidate.id)) ?? level.id
      notices.push({ what: 'level', found: view.level, nearest: { name, change: { level: name } } })
    }
  }
  const column = columnOf(catalogue, level, thing, view.year)
  if (view.year !== null && column.period !== null && column.period !== view.year) {
    notices.push({
      what: 'year',
      found: view.year,
      nearest: { name: column.period, change: { year: column.period } },
    })
  }
  const views = viewsOf(catalogue, level, thing, view.year)
  const certainty = views[view.certainty] === null ? view.certainty : 'value'
  if (certainty !== view.certainty && isAt(catalogue, level, thing)) {
    notices.push({ what: 'certainty', found: view.certainty, nearest: { name: certainty, change: { certainty } } })
  }
  // Burdens with their interval are one column, so that the numbers do not come twice.
  const between = certainty === 'interval' && thing.kind === 'together' ? recipeColumn(level, 'sure') : null
  return {
    level,
    thing,
    certainty,
    whyNot: views,
    indicator: thing.kind === 'indicator' ? (catalogue.indicator(thing.indicator) ?? null) : null,
    ...column,
    href: between?.href ?? column.href,
    elsewhere: !isAt(catalogue, level, thing),
    notices,
  }
}

function exists(catalogue: Catalogue, thing: Thing): boolean {
  return thing.kind === 'nothing' || catalogue.levels.some((level) => isAt(catalogue, level, thing))
}

function unknownThing(catalogue: Catalogue, thing: Thing, what: 'show' | 'against'): Notice {
  if (thing.kind === 'domain') {
    const near = nearest(thing.domain, catalogue.levels.flatMap((level) => recipeOf(level)?.domains ?? []))
    const offered: Thing | null = near === null ? null : { kind: 'domain', domain: near }
    return { what, found: thing.domain, nearest: offered && { name: near!, change: { [what]: offered } } }
  }
  const found = thing.kind === 'indicator' ? thing.indicator : ''
  const near = nearest(found, catalogue.indicators.map((indicator) => indicator.id))
  const offered: Thing | null = near === null ? null : { kind: 'indicator', indicator: near }
  return { what, found, nearest: offered && { name: near!, change: { [what]: offered } } }
}
