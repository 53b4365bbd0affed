// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Classes: equal values share one, counts stay counts, and missing is in none.
import { describe, expect, it } from 'vitest'
import { classify, classOf, colourOf, histogram, upperOf } from '../../src/classes.ts'

describe('classes', () => {
  it('hold a fifth of the areas each where there are no ties', () => {
    const values = Array.from({ length: 100 }, (_, at) => at + 0.5)
    const classes = classify(values)
    expect(classes.scheme).toBe('quantile')
    expect(classes.bounds).toEqual([0.5, 20.5, 40.5, 60.5, 80.5])
    expect(classes.sizes).toEqual([20, 20, 20, 20, 20])
    expect(classes.colours).toEqual([1, 2, 3, 4, 5])
  })

  it('are the counts themselves for counts, the last one open', () => {
    const classes = classify([0, 0, 0, 1, 2, 3, 4, 5, 6, NaN])
    expect(classes.scheme).toBe('counts')
    expect(classes.bounds).toEqual([0, 1, 2, 3, 4])
    expect(classes.sizes).toEqual([3, 1, 1, 1, 3])
    expect(colourOf(classes, 6)).toBe(5)
    expect(upperOf(classes, 0)).toBe(0)
    expect(upperOf(classes, 4)).toBe(6)
  })

  it('of two values take the two ends of the colours', () => {
    const classes = classify([0, 1, 1, 0])
    expect(classes.colours).toEqual([1, 5])
  })

  it('never divide areas with the same value', () => {
    const classes = classify([...Array<number>(60).fill(3.3), 4.1, 5.2, 6.3, 7.4])
    const first = classOf(classes, 3.3)
    expect(classes.sizes[first]).toBe(60)
    expect(new Set(classes.bounds).size).toBe(classes.bounds.length)
  })

  it('leave out what is missing, and survive when all is', () => {
    expect(colourOf(classify([1.5, NaN]), NaN)).toBe(0)
    const none = classify([NaN, NaN])
    expect(none.nKnown).toBe(0)
    expect(colourOf(none, 1)).toBe(0)
    expect(histogram([NaN], none, 10)).toEqual([])
  })

  it('stay the same when areas are shuffled', () => {
    const values = Array.from({ length: 50 }, (_, at) => (at * 37) % 50 + 0.25)
    expect(classify(values)).toEqual(classify([...values].reverse()))
  })
})

describe('the histogram', () => {
  it('counts every known area once', () => {
    const values = [...Array.from({ length: 200 }, (_, at) => at / 7), NaN]
    const bars = histogram(values, classify(values), 30)
    expect(bars.reduce((sum, bar) => sum + bar.n, 0)).toBe(200)
  })

  it('does not let one far value flatten the rest, and says so', () => {
    const values = [...Array.from({ length: 200 }, (_, at) => at / 10), 5000.5]
    const bars = histogram(values, classify(values), 20)
    expect(bars.at(-1)!.open).toBe('high')
    expect(bars.filter((bar) => bar.n > 0).length).toBeGreaterThan(10)
    expect(bars.reduce((sum, bar) => sum + bar.n, 0)).toBe(201)
  })

  it('shows each of a few areas where it stands', () => {
    const bars = histogram([9.6, 11.1, 13.3], classify([9.6, 11.1, 13.3]), 8)
    expect(bars.every((bar) => bar.open === 'none')).toBe(true)
    expect(bars.map((bar) => bar.n).filter(Boolean)).toEqual([1, 1, 1])
  })

  it('has a bar for a count that no area has', () => {
    const values = [0, 0, 3]
    expect(histogram(values, classify(values), 30).map((bar) => bar.n)).toEqual([2, 0, 0, 1])
  })
})
