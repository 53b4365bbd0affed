// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Sentences about what is shown: what the map says to somebody who does not see it.
//
// In: what is shown and an area. Out: text in the language of the words. Invariant: a missing value is said with its
// reason; no area is called good or bad. Not here: the words themselves (text/*.ftl).
import { intervalOf, type Reference, referenceOf } from './certain.ts'
import { classOf, type Classes, upperOf } from './classes.ts'
import type { Catalogue, Indicator } from './data/catalogue.ts'
import { type Column, isFromAnotherMap, isProvisional, type Reason, reasonOf } from './data/column.ts'
import { neighboursAround, step } from './direction.ts'
import { type Shown, tally, type Together, verdictOf } from './shown.ts'
import type { Thing } from './state/url.ts'
import type { Words } from './words.ts'

export function thingName(words: Words, catalogue: Catalogue, thing: Thing): string {
  switch (thing.kind) {
    case 'nothing':
      return words.say('atlas-thing-nothing')
    case 'together':
      return words.say('atlas-thing-together')
    case 'domain':
      return words.say('atlas-thing-domain', { domain: words.name('domain', thing.domain) })
    case 'indicator': {
      const indicator = catalogue.indicator(thing.indicator)
      return indicator ? words.of(indicator.label) : thing.indicator
    }
  }
}

/** The name of what is shown, which in the view of chances is another thing than its figures. */
export function shownName(words: Words, catalogue: Catalogue, shown: Shown): string {
  if (shown.sure?.view !== 'chance') return thingName(words, catalogue, shown.thing)
  return shown.thing.kind === 'domain'
    ? words.say('atlas-thing-chance-domain', { domain: words.name('domain', shown.thing.domain) })
    : words.say('atlas-thing-chance')
}

/** The view by its name. */
export const viewName = (words: Words, view: 'value' | 'interval' | 'chance'): string => words.say(`atlas-view-${view}`)

export function levelPlural(words: Words, level: string): string {
  return words.either(`atlas-level-${level}`, words.name('level', level))
}

export function reasonWords(words: Words, reason: Reason): string {
  return words.name('reason', reason)
}

/** The value of an area in words, or why there is none. */
export function valueSentence(words: Words, shown: Shown, area: number, together: Together | null): string {
  const value = shown.column.values[area] ?? NaN
  const reason = reasonOf(shown.column, area)
  if (reason || !Number.isFinite(value)) {
    return words.say('atlas-no-figure', { reason: reasonWords(words, reason ?? 'not-measured') })
  }
  if (shown.sure?.view === 'chance') return words.say('atlas-chance', { chance: words.chance(value) })
  return figureSentence(words, shown, area, together)
}

/** The figure of an area that has one, in every view. */
export function figureSentence(words: Words, shown: Shown, area: number, together: Together | null): string {
  const value = shown.figures.values[area] ?? NaN
  switch (shown.thing.kind) {
    case 'together': {
      const known = together?.known.values[area]
      if (known === undefined || !Number.isFinite(known)) return words.say('atlas-burdens', { n: value })
      return words.say('atlas-burdens-of-known', { n: value, known, all: together!.recipe.domains.length })
    }
    case 'domain':
      return words.say(value >= 1 ? 'atlas-domain-in' : 'atlas-domain-out', {
        domain: words.name('domain', shown.thing.domain),
        fraction: fractionWords(words, shown.recipe?.worstFraction ?? 0.2),
      })
    default:
      return words.value(value, shown.indicator?.unit ?? 'count')
  }
}

/** What a figure is held against, by its name. */
function referenceWords(words: Words, shown: Shown, reference: Reference | null): string {
  if (reference?.kind === 'country') return reference.name
  return words.say('atlas-reference-middle', { areas: levelPlural(words, shown.level.id) })
}

/** How sure the figure of an area is; `null` in other views and where there is no figure. */
export function sureSentence(words: Words, shown: Shown, area: number): string | null {
  const verdict = verdictOf(shown, area)
  if (verdict === null) return null
  const reference = referenceWords(words, shown, shown.sure?.reference ?? null)
  return words.say(verdict === 'unknown' ? 'atlas-sure-unknown' : `atlas-sure-${verdict}-${shown.thing.kind}`, { reference })
}

/** Between which figures an area lies; `null` where nobody says. */
export function intervalWords(words: Words, shown: Shown, area: number): string | null {
  const interval = intervalOf(shown.figures, area)
  if (!interval || !Number.isFinite(shown.figures.values[area] ?? NaN)) return null
  const unit = shown.indicator?.unit ?? 'count'
  const [lower, upper] = [words.value(interval[0], unit), words.value(interval[1], unit)]
  return lower === upper ? lower : words.say('atlas-range', { from: words.limit(interval[0], unit), to: upper })
}

/** What an area is held against, with its figure. */
export function againstWords(words: Words, shown: Shown, area: number): string | null {
  const reference = shown.sure?.reference ?? null
  const value = referenceOf(reference, area)
  if (reference === null || !Number.isFinite(value)) return null
  if (reference.kind === 'even') return words.say('atlas-reference-even', { value: words.number(value, 1) })
  return `${referenceWords(words, shown, reference)}: ${words.value(value, shown.indicator?.unit ?? 'count')}`
}

/** What stands beside the marks of a legend: stripes, and crosses where there are any. */
export function sureMarks(words: Words, shown: Shown): { mark: 'stripes' | 'crosses'; text: string; n: number }[] {
  if (shown.sure?.view !== 'interval') return []
  const { unsure, unknown } = tally(shown)
  const reference = referenceWords(words, shown, shown.sure.reference)
  const marks = [{ mark: 'stripes' as const, text: words.say(`atlas-stripes-${shown.thing.kind}`, { reference }), n: unsure }]
  return unknown === 0 ? marks : [...marks, { mark: 'crosses' as const, text: words.say('atlas-sure-unknown'), n: unknown }]
}

/** What the view is made of, in sentences; nothing in that of values. */
export function viewLines(words: Words, shown: Shown): string[] {
  const { sure, thing, recipe } = shown
  if (!sure) return []
  const part = (share: number): string => words.value(share, 'fraction')
  const draws = words.number(sure.draws ?? 0, 0)
  const worst = fractionWords(words, recipe?.worstFraction ?? 0.2)
  if (sure.view === 'chance') {
    const fraction = thing.kind === 'domain' ? worst : fractionWords(words, sure.first)
    return [words.say(`atlas-explain-chance-${thing.kind}`, { fraction, draws })]
  }
  if (thing.kind === 'domain') return [words.say('atlas-explain-interval-domain', { part: part((1 + sure.level) / 2), draws })]
  if (thing.kind === 'together') return [words.say('atlas-explain-interval-together', { fraction: worst, level: part(sure.level), draws })]
  const against = againstWords(words, shown, 0)
  return [words.say('atlas-explain-interval-indicator'), ...(against === null ? [] : [`${words.sentence(against)}.`])]
}

export function fractionWords(words: Words, fraction: number): string {
  const share = words.value(fraction, 'fraction')
  return words.either(`atlas-fraction-${Math.round(1 / fraction)}`, words.say('atlas-fraction', { share }))
}

/** What else is to be known about one figure: provisional, from another map. */
export function marks(words: Words, column: Column, area: number): string[] {
  const said: string[] = []
  if (isProvisional(column, area)) said.push(words.say('atlas-provisional'))
  if (isFromAnotherMap(column, area)) said.push(words.say('atlas-from-another-map'))
  return said
}

/** What is announced when the keyboard stands on an area. */
export function announcement(words: Words, shown: Shown, area: number, together: Together | null): string {
  const parts = [words.say('atlas-announce-area', { name: shown.list.name(area), value: valueSentence(words, shown, area, together) })]
  const sure = sureSentence(words, shown, area)
  if (sure !== null) parts.push(sure)
  const at = classOf(shown.classes, shown.column.values[area] ?? NaN)
  if (at >= 0 && shown.classes.scheme !== 'counts') {
    const facts = { at: at + 1, all: shown.classes.bounds.length, name: className(words, shown.classes, at) }
    parts.push(words.say('atlas-announce-class', facts))
  }
  for (const arrow of ['n', 'e', 's', 'w'] as const) {
    const next = step(shown.list, area, arrow)
    if (!next) continue
    const facts = { direction: words.say(`atlas-direction-${arrow}`), name: shown.list.name(next.area) }
    parts.push(words.say(next.adjacent ? 'atlas-announce-side' : 'atlas-announce-far', facts))
  }
  return parts.join('; ')
}

/** Neighbours with their direction, as one line of a table. */
export function neighbourWords(words: Words, shown: Shown, area: number): string {
  const parts = neighboursAround(shown.list, area).map(({ area: neighbour, direction }) =>
    direction
      ? words.say('atlas-announce-side', { direction: words.say(`atlas-direction-${direction}`), name: shown.list.name(neighbour) })
      : shown.list.name(neighbour),
  )
  return parts.length ? parts.join('; ') : words.say('atlas-no-neighbours')
}

/** Classes named in words; few classes take names that lie far apart, as their colours do. */
export function className(words: Words, classes: Classes, at: number): string {
  return words.say(classes.scheme === 'chance' ? `atlas-chance-class-${at + 1}` : `atlas-class-${classes.colours[at]}`)
}

/** The limits of a class, as printed beside its colour. */
export function classRange(words: Words, shown: Shown, at: number): string {
  const { classes, unit, thing } = shown
  const from = classes.bounds[at]!
  const to = upperOf(classes, at)
  if (classes.scheme === 'chance') {
    if (at === 0) return words.say('atlas-chance-below', { to: words.percent(to) })
    if (at === classes.bounds.length - 1) return words.say('atlas-range-and-more', { from: words.percent(from) })
    return words.say('atlas-range', { from: words.bare(from, unit), to: words.percent(to) })
  }
  if (thing.kind === 'domain') return words.say(from >= 1 ? 'atlas-domain-class-in' : 'atlas-domain-class-out')
  if (classes.scheme === 'counts') {
    if (from === to) return words.number(from, 0)
    const last = at === classes.bounds.length - 1
    return last
      ? words.say('atlas-range-and-more', { from: words.number(from, 0) })
      : words.say('atlas-range', { from: words.number(from, 0), to: words.number(to, 0) })
  }
  return words.say('atlas-range', { from: words.limit(from, unit), to: words.value(to, unit) })
}

/** The difference of two areas: more, less or as much, in numbers, without a verdict. */
export function differenceSentence(words: Words, shown: Shown, area: number, other: number): string | null {
  const [a, b] = [shown.column.values[area] ?? NaN, shown.column.values[other] ?? NaN]
  if (!Number.isFinite(a) || !Number.isFinite(b) || shown.thing.kind === 'domain' || shown.sure?.view === 'chance') return null
  const [here, there] = [words.value(a, shown.unit), words.value(b, shown.unit)]
  const names = { name: shown.list.name(area), other: shown.list.name(other) }
  if (here === there) return words.say('atlas-difference-same', { ...names, value: here })
  const size = Math.abs(a - b)
  const points = shown.unit === 'percent' || shown.unit === 'fraction'
  const difference = points
    ? words.say('atlas-points', { value: words.number(shown.unit === 'fraction' ? size * 100 : size, 1) })
    : words.value(size, shown.unit)
  return words.say(a > b ? 'atlas-difference-higher' : 'atlas-difference-lower', { ...names, difference })
}

/** What the figures of a legend are: unit or level, period, and which end is the unfavourable one. */
export function legendLine(words: Words, shown: Shown): string {
  const { indicator, period, level, thing, unit } = shown
  const parts = [thing.kind === 'indicator' ? words.name('unit', unit) : levelPlural(words, level.id)]
  if (period) parts.push(period)
  if (shown.sure) parts.push(viewName(words, shown.sure.view).toLocaleLowerCase(words.locale))
  if (indicator && indicator.direction !== 'neither') parts.push(words.name('direction', indicator.direction))
  return parts.join(' · ')
}

/** One sentence for the whole map: what, where, how many, from what to what. */
export function mapSentence(words: Words, catalogue: Catalogue, shown: Shown): string {
  const { classes } = shown
  const what = shownName(words, catalogue, shown)
  const nAreas = shown.list.length
  const areas = levelPlural(words, shown.level.id)
  if (classes.nKnown === 0) return words.sentence(words.say('atlas-map-sentence-none', { what, nAreas, areas }))
  const facts = { what, areas, nAreas, nKnown: classes.nKnown }
  if (shown.sure?.view === 'chance') {
    const at = classes.bounds.length - 1
    return words.sentence(words.say('atlas-map-sentence-chance', { ...facts, n: classes.sizes[at] ?? 0, from: words.percent(classes.bounds[at]!) }))
  }
  const { sure, unsure, unknown } = tally(shown)
  const certain = shown.sure ? ` ${words.say('atlas-map-sentence-sure', { sure, unsure, n: unknown })}` : ''
  const period = shown.period === null ? '' : ` ${words.say('atlas-map-sentence-period', { period: shown.period })}`
  if (shown.thing.kind === 'domain') {
    const n = classes.min >= 1 ? classes.nKnown : (classes.sizes[1] ?? 0)
    return words.sentence(words.say('atlas-map-sentence-domain', { ...facts, n })) + certain
  }
  const limits = { min: words.value(classes.min, shown.unit), max: words.value(classes.max, shown.unit) }
  return words.sentence(words.say('atlas-map-sentence', { ...facts, ...limits })) + period + certain
}

export function kindWords(words: Words, indicator: Indicator): string {
  return words.name('kind', indicator.kind)
}
