// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Where what is shown comes from, in lines to stand under a picture: source and kind, licence, map, build.
//
// In: what is shown and the catalogue. Out: sentences. Invariant: a figure is never without its source; what was worked
// out from many names those it was worked out from. Not here: the page of an origin.
import type { Catalogue, Indicator } from './data/catalogue.ts'
import { kindWords } from './sentences.ts'
import type { Shown } from './shown.ts'
import type { Words } from './words.ts'

/** Sources that are named; of further ones only their number is told. */
const MOST = 4

export function sourceLines(words: Words, catalogue: Catalogue, shown: Shown): string[] {
  const { indicator, level, period } = shown
  const lines: string[] = []
  if (indicator) {
    const facts = { source: sourceOf(words, catalogue, indicator), kind: kindWords(words, indicator) }
    lines.push(words.say('atlas-png-source', facts) + licence(words, [indicator.licence]))
  } else {
    const domains = shown.thing.kind === 'domain' ? [shown.thing.domain] : (shown.recipe?.domains ?? [])
    const from = catalogue.indicators.filter((one) => domains.includes(one.domain))
    const sources = [...new Set(from.map((one) => sourceOf(words, catalogue, one)))]
    if (sources.length) {
      const named = sources.slice(0, MOST)
      if (sources.length > MOST) named.push(words.say('atlas-print-more', { n: sources.length - MOST }))
      lines.push(words.say('atlas-print-derived', { recipe: shown.recipe?.id ?? '', sources: words.list(named) }).replace(/\.$/, '') + licence(words, from.map((one) => one.licence)))
    }
  }
  const facts = { year: String(level.boundaryYear), build: catalogue.json.build.slice(0, 12), program: catalogue.json.program }
  lines.push(words.say('atlas-print-build', facts))
  if (period !== null) lines[lines.length - 1] = `${words.say('atlas-map-sentence-period', { period })} ${lines[lines.length - 1]}`
  return lines
}

/** What a publisher wants said of a figure; that it is a source stands before it already. */
export function sourceOf(words: Words, catalogue: Catalogue, indicator: Indicator): string {
  const said = indicator.attribution || indicator.source || words.of(catalogue.json.title)
  return said.replace(/^(bron|source):\s*/i, '')
}

function licence(words: Words, all: string[]): string {
  const found = [...new Set(all.map((one) => (one === '' || one === 'not stated' ? words.say('atlas-licence-not-stated') : one)))]
  return found.length ? `. ${words.say('atlas-print-licence', { n: found.length, licences: words.list(found) })}` : '.'
}
