// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Directions: where a neighbour lies, and which neighbour an arrow key leads to.
//
// In: centres and who touches whom. Out: one of eight directions; the area most in a direction. Invariant: an arrow
// never leads back to the same area. Not here: words.
import type { AreaList, Point } from './data/areas.ts'

export type Compass = 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w' | 'nw'
export type Arrow = 'n' | 'e' | 's' | 'w'

const COMPASS: readonly Compass[] = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']
const DEGREES: Record<Arrow, number> = { n: 0, e: 90, s: 180, w: 270 }

/** Degrees clockwise from north, on a flat map of that latitude. */
export function bearing(from: Point, to: Point): number {
  const shrink = Math.cos((((from[1] + to[1]) / 2) * Math.PI) / 180)
  const degrees = (Math.atan2((to[0] - from[0]) * shrink, to[1] - from[1]) * 180) / Math.PI
  return (degrees + 360) % 360
}

export function compass(from: Point, to: Point): Compass {
  return COMPASS[Math.round(bearing(from, to) / 45) % 8]!
}

function turn(a: number, b: number): number {
  const difference = Math.abs(a - b) % 360
  return difference > 180 ? 360 - difference : difference
}

export interface Step {
  area: number
  /** False where nothing touches on that side, and the step crosses water or other land. */
  adjacent: boolean
}

/** The neighbour most in that direction; without one, the nearest area within 45 degrees of it. */
export function step(list: AreaList, area: number, arrow: Arrow): Step | null {
  const from = list.centre(area)
  if (!from) return null
  let best: { area: number; turn: number } | null = null
  for (const neighbour of list.neighbours(area)) {
    const to = list.centre(neighbour)
    if (!to || neighbour === area) continue
    const off = turn(bearing(from, to), DEGREES[arrow])
    if (off <= 60 && (!best || off < best.turn)) best = { area: neighbour, turn: off }
  }
  if (best) return { area: best.area, adjacent: true }
  const shrink = Math.cos((from[1] * Math.PI) / 180)
  let far: { area: number; distance: number } | null = null
  for (let other = 0; other < list.length; other++) {
    const to = list.centre(other)
    if (!to || other === area || turn(bearing(from, to), DEGREES[arrow]) > 45) continue
    const distance = Math.hypot((to[0] - from[0]) * shrink, to[1] - from[1])
    if (distance > 0 && (!far || distance < far.distance)) far = { area: other, distance }
  }
  return far ? { area: far.area, adjacent: false } : null
}

export interface Neighbour {
  area: number
  direction: Compass | null
}

/** Who touches this area, clockwise from north. */
export function neighboursAround(list: AreaList, area: number): Neighbour[] {
  const from = list.centre(area)
  return list
    .neighbours(area)
    .map((neighbour) => {
      const to = list.centre(neighbour)
      const degrees = from && to ? bearing(from, to) : 360
      return { area: neighbour, direction: from && to ? compass(from, to) : null, degrees }
    })
    .sort((a, b) => ((a.degrees + 22.5) % 360) - ((b.degrees + 22.5) % 360) || a.area - b.area)
    .map(({ area, direction }) => ({ area, direction }))
}
