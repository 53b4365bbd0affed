// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The box in the scatter: by mouse and by keys the same areas.
import { describe, expect, it } from 'vitest'
import { members, nudge } from '../../src/brush.ts'
import { ticks } from '../../src/ticks.ts'

const span = { min: 0, max: 20 }
const box = { x0: 5, x1: 10, y0: 5, y1: 10 }

describe('a box', () => {
  it('holds its edge, and no area that lacks a figure', () => {
    expect([...members(box, [5, 10, 11, NaN, 7], [5, 10, 7, 7, NaN])]).toEqual([1, 1, 0, 0, 0])
  })

  it('moves and grows by keys', () => {
    expect(nudge(box, 'ArrowRight', false, span, span)).toEqual({ ...box, x0: 6, x1: 11 })
    expect(nudge(box, 'ArrowDown', false, span, span)).toEqual({ ...box, y0: 4, y1: 9 })
    expect(nudge(box, 'ArrowUp', true, span, span)).toEqual({ ...box, y1: 11 })
  })

  it('keeps its size at the edge of the chart', () => {
    const edge = { x0: 14.5, x1: 19.5, y0: 0, y1: 5 }
    expect(nudge(edge, 'ArrowRight', false, span, span)).toEqual({ ...edge, x0: 15, x1: 20 })
    expect(nudge(edge, 'ArrowDown', false, span, span)).toEqual(edge)
  })
})

describe('an axis', () => {
  it('has round numbers', () => {
    expect(ticks(1.7, 38, 5)).toEqual([10, 20, 30])
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks(NaN, NaN, 5)).toEqual([])
  })
})
