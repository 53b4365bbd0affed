// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// On paper nothing of an area in sight is left out, and the scale bar is as long as it says.
import { describe, expect, it } from 'vitest'
import { cut, fitted, scaleBar } from '../../src/map/paper.ts'

describe('the map on paper', () => {
  it('leaves out what is empty, and nothing else', () => {
    // The areas lie right of the middle; the legend lay over the left side.
    expect(cut(800, 600, { x: 400, y: 550 }, { x: 780, y: 50 })).toEqual({ x: 384, y: 34, width: 412, height: 532 })
    // Zoomed in: areas go on beyond every edge.
    expect(cut(800, 600, { x: -900, y: 2000 }, { x: 1700, y: -50 })).toEqual({ x: 0, y: 0, width: 800, height: 600 })
    // Moved away from all areas.
    expect(cut(800, 600, { x: 900, y: 10 }, { x: 1200, y: 300 })).toEqual({ x: 0, y: 0, width: 800, height: 316 })
  })

  it('shows what lies around a larger area where there is room for it', () => {
    expect(cut(800, 600, { x: 116, y: 350 }, { x: 684, y: 250 }, 1.5)).toEqual({ x: 100, y: 100, width: 600, height: 400 })
    expect(cut(800, 600, { x: 16, y: 100 }, { x: 100, y: 16 }, 2)).toEqual({ x: 0, y: 0, width: 232, height: 116 })
    expect(cut(800, 600, { x: 16, y: 584 }, { x: 100, y: 16 }, 2)).toEqual({ x: 0, y: 0, width: 800, height: 600 })
  })

  it('fits the picture in its frame as it is', () => {
    expect(fitted(2, { width: 200, height: 140 })).toEqual({ width: 200, height: 100 })
    expect(fitted(0.5, { width: 200, height: 140 })).toEqual({ width: 70, height: 140 })
  })

  it('has a round length on the ground, as near to the room as that allows', () => {
    for (const [perMillimetre, most, metres] of [[1000, 50, 50_000], [1000, 49, 20_000], [7, 40, 200], [0.3, 40, 10]] as const) {
      const bar = scaleBar(perMillimetre, most)
      expect(bar.metres).toBe(metres)
      expect(bar.millimetres * perMillimetre).toBeCloseTo(metres)
      expect(bar.millimetres).toBeLessThanOrEqual(most)
    }
  })
})
