// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// A column is read to the byte, and nothing missing becomes a number.
import { describe, expect, it } from 'vitest'
import { encode } from '../../dev/region.mjs'
import {
  ColumnError,
  decodeColumn,
  isFromAnotherMap,
  isProvisional,
  missingCounts,
  reasonOf,
} from '../../src/data/column.ts'

describe('a column', () => {
  it('gives values, reasons and marks by the layout of the contract', () => {
    const bytes = encode([1.5, NaN, NaN, 7], Uint8Array.from([0, 1, 6, 16 + 32]), 2024)
    const column = decodeColumn(bytes, 4)
    expect([...column.values]).toEqual([1.5, NaN, NaN, 7])
    expect([0, 1, 2, 3].map((area) => reasonOf(column, area))).toEqual([null, 'secret', 'too-few-residents', null])
    expect(isProvisional(column, 3) && isFromAnotherMap(column, 3)).toBe(true)
    expect(isProvisional(column, 0) || isFromAnotherMap(column, 0)).toBe(false)
    expect(column.boundaryYear).toBe(2024)
    expect(column.lower).toBeNull()
    expect([...missingCounts(column)]).toEqual([
      ['secret', 1],
      ['too-few-residents', 1],
    ])
  })

  it('reads margins when the flag says so', () => {
    const column = decodeColumn(encode([5, 6], Uint8Array.from([0, 0]), 2024, { lower: [4, 5], upper: [6, 7] }), 2)
    expect([...column.lower!]).toEqual([4, 5])
    expect([...column.upper!]).toEqual([6, 7])
  })

  it('does not show a value that its status withholds', () => {
    const column = decodeColumn(encode([42], Uint8Array.from([6]), 2024), 1)
    expect(column.values[0]).toBeNaN()
  })

  it('has a reason even where the file forgot it', () => {
    const column = decodeColumn(encode([NaN], Uint8Array.from([0]), 2024), 1)
    expect(reasonOf(column, 0)).toBe('not-measured')
  })

  it('knows all seven reasons, and takes an unknown one for not measured', () => {
    const column = decodeColumn(encode(Array(8).fill(NaN), Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 9]), 2024), 8)
    expect(Array.from({ length: 8 }, (_, area) => reasonOf(column, area))).toEqual([
      'secret',
      'not-measured',
      'cannot-occur',
      'not-yet-out',
      'lost-in-recoding',
      'too-few-residents',
      'withheld-with-others',
      'not-measured',
    ])
  })

  it('refuses bytes that are no column, cut off, or of another level', () => {
    const good = encode([1, 2], Uint8Array.from([0, 0]), 2024)
    expect(() => decodeColumn(good.slice(0, -1))).toThrow(ColumnError)
    expect(() => decodeColumn(new ArrayBuffer(16))).toThrow(ColumnError)
    expect(() => decodeColumn(new ArrayBuffer(3))).toThrow(ColumnError)
    expect(() => decodeColumn(good, 3)).toThrow(ColumnError)
  })
})
