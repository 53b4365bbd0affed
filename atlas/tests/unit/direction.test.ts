// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Arrow keys lead to the neighbour that lies there, and over water where none does.
import { describe, expect, it } from 'vitest'
import { AreaList } from '../../src/data/areas.ts'
import { bearing, compass, neighboursAround, step } from '../../src/direction.ts'

/** A cross of five areas around 0 with one island far in the north: 1 north, 2 east, 3 south, 4 west, 5 island. */
const cross = new AreaList({
  level: 'neighbourhood',
  build: '',
  boundaryYear: 2024,
  codes: ['C', 'N', 'E', 'S', 'W', 'I'],
  names: ['Midden', 'Noord', 'Oost', 'Zuid', 'West', 'Eiland'],
  within: {},
  centres: [[5, 52], [5.001, 52.01], [5.016, 52.001], [5, 51.99], [4.984, 52], [5.002, 52.05]],
  residents: [1, 1, 1, 1, 1, 1],
  neighbours: [[1, 2, 3, 4], [0], [0], [0], [0], []],
})

describe('directions', () => {
  it('are measured on the ground, not in degrees', () => {
    // At 60 degrees north a degree of longitude is half as wide.
    expect(bearing([5, 60], [5.02, 60.01])).toBeCloseTo(45, 0)
    expect(compass([5, 52], [5, 51])).toBe('s')
    expect(compass([5, 52], [4.9, 52.06])).toBe('nw')
  })

  it('lead to the neighbour most in that direction', () => {
    expect((['n', 'e', 's', 'w'] as const).map((arrow) => step(cross, 0, arrow)?.area)).toEqual([1, 2, 3, 4])
    expect(step(cross, 0, 'n')?.adjacent).toBe(true)
  })

  it('cross the water where nothing touches, and say so', () => {
    expect(step(cross, 1, 'n')).toEqual({ area: 5, adjacent: false })
    expect(step(cross, 5, 's')).toEqual({ area: 1, adjacent: false })
  })

  it('end at the edge', () => {
    expect(step(cross, 5, 'n')).toBeNull()
  })

  it('list neighbours clockwise from the north', () => {
    expect(neighboursAround(cross, 0)).toEqual([
      { area: 1, direction: 'n' },
      { area: 2, direction: 'e' },
      { area: 3, direction: 's' },
      { area: 4, direction: 'w' },
    ])
  })
})
