// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Words and numbers for people, in the language of the page.
//
// In: the text of a Fluent file. Out: sentences by key, numbers by the rules of the language. Invariant: what comes
// out is text, never markup. Not here: which sentence is said (sentences.ts).
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import type { InBoth, Language } from './data/catalogue.ts'

export type Facts = Record<string, FluentVariable>

export class Words {
  readonly #bundle: FluentBundle
  readonly locale: string

  constructor(
    readonly language: Language,
    text: string,
  ) {
    this.locale = language === 'nl' ? 'nl-NL' : 'en-GB'
    this.#bundle = new FluentBundle(this.locale, { useIsolating: false })
    this.#bundle.addResource(new FluentResource(text))
  }

  say(key: string, facts?: Facts): string {
    const pattern = this.#bundle.getMessage(key)?.value
    return pattern ? this.#bundle.formatPattern(pattern, facts, []) : key
  }

  /** A sentence that need not be there, or what stands for it. */
  either(key: string, otherwise: string): string {
    return this.#bundle.hasMessage(key) ? this.say(key) : otherwise
  }

  /** A word with a prefix, or the bare identifier where nobody wrote one. */
  name(prefix: 'domain' | 'unit' | 'level' | 'kind' | 'reason' | 'direction' | 'population', id: string): string {
    return this.either(`${prefix}-${id}`, id)
  }

  of(text: InBoth): string {
    return text[this.language] || text.nl || text.en
  }

  number(value: number, decimals: number | null = null): string {
    const digits = decimals ?? decimalsOf(value)
    return new Intl.NumberFormat(this.locale, { maximumFractionDigits: digits, minimumFractionDigits: decimals ?? 0 }).format(value)
  }

  /** A value with its unit, as people write it. */
  value(value: number, unit: string): string {
    switch (unit) {
      case 'percent':
        return `${this.number(value, 1)}%`
      case 'fraction':
        return `${this.number(value * 100, 1)}%`
      case 'chance':
        return this.chance(value)
      case 'count':
        return this.number(value, Number.isInteger(value) ? 0 : 1)
      case 'euro':
        return `€ ${this.number(value, 0)}`
      case 'per-thousand':
      case 'thousand-euro':
      case 'km':
      case 'km2':
      case 'ha':
      case 'points':
      case 'year':
        return this.say(`atlas-value-${unit}`, { value: this.number(value) })
      default:
        return `${this.number(value)} ${this.name('unit', unit)}`.trim()
    }
  }

  /** A chance in whole percents. Draws prove neither never nor always, so the ends are told as such. The same as in
   * `kapstok-share/src/sure.rs`. */
  chance(value: number): string {
    return value < 0.01 ? '< 1\u00a0%' : value > 0.99 ? '> 99\u00a0%' : this.percent(value)
  }

  /** A part of a whole in whole percents. */
  percent(part: number): string {
    return `${this.number(part * 100, 0)}\u00a0%`
  }

  /** The limit of a class: the unit stands behind the other limit. */
  limit(value: number, unit: string): string {
    if (unit === 'percent') return this.number(value, 1)
    return unit === 'fraction' ? this.number(value * 100, 1) : this.number(value)
  }

  /** Without the unit, for an axis or a break. */
  bare(value: number, unit: string): string {
    if (unit === 'chance') return this.number(value * 100, 0)
    return unit === 'fraction' ? this.number(value * 100) : this.number(value)
  }

  /** A sentence begins with a capital, whatever its first word is. */
  sentence(text: string): string {
    return text.charAt(0).toLocaleUpperCase(this.locale) + text.slice(1)
  }

  list(parts: string[]): string {
    return new Intl.ListFormat(this.locale, { type: 'conjunction' }).format(parts)
  }
}

function decimalsOf(value: number): number {
  const size = Math.abs(value)
  return size >= 100 || Number.isInteger(value) ? 0 : size >= 0.1 ? 1 : 3
}
