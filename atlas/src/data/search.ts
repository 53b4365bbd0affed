// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Finding by name in what is loaded already: exact start first, then start of a word, then anywhere.
//
// In: texts. Out: positions, best first. Also the nearest known word to one that is not known.

/** Without case and without accents, so that `Één` is found by `een`. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}

export interface Named {
  name: string
  code: string
}

export function matches(query: string, options: readonly Named[], limit: number): number[] {
  const wanted = plain(query)
  if (wanted === '') return []
  const found: { at: number; weight: number }[] = []
  options.forEach((option, at) => {
    const name = plain(option.name)
    const place = name.indexOf(wanted)
    if (place === 0) found.push({ at, weight: name.length === wanted.length ? 0 : 1 })
    else if (place > 0) found.push({ at, weight: /[\p{L}\p{N}]/u.test(name[place - 1] ?? '') ? 3 : 2 })
    else if (plain(option.code).startsWith(wanted)) found.push({ at, weight: 2 })
  })
  return found
    .sort((a, b) => a.weight - b.weight || a.at - b.at)
    .slice(0, limit)
    .map((match) => match.at)
}

/** The known word that takes the fewest changes of a letter; ties go to the first. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: { word: string; changes: number } | null = null
  for (const candidate of known) {
    const changes = distance(plain(word), plain(candidate))
    if (!best || changes < best.changes) best = { word: candidate, changes }
  }
  return best && best.changes <= Math.max(2, word.length / 2) ? best.word : null
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
