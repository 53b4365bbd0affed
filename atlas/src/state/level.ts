// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Which level fits a zoom: the smallest areas that are still wide enough to see.
//
// In: the levels of the catalogue and the zoom. Out: a level. Nothing about a country is assumed: how wide an area is
// follows from the box of the level and its number of areas.
import type { LevelEntry } from '../data/catalogue.ts'

/** Below this many pixels an area is hard to see and to hit. */
const WIDE_ENOUGH = 26

export function typicalWidth(level: LevelEntry, zoom: number): number {
  const [west, south, east, north] = level.bbox
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const side = Math.sqrt((Math.abs((east - west) * shrink * (north - south)) || 1e-9) / Math.max(1, level.nAreas))
  const pixelsPerDegree = (512 * 2 ** zoom) / 360
  return (side / shrink) * pixelsPerDegree
}

/** `levels`: largest areas first. `now` stays a little longer than it would come, so that a border zoom does not flicker. */
export function levelAt(levels: readonly LevelEntry[], zoom: number, now: string | null): LevelEntry | null {
  for (let at = levels.length - 1; at > 0; at--) {
    const level = levels[at]!
    const enough = level.id === now ? WIDE_ENOUGH * 0.8 : WIDE_ENOUGH
    if (typicalWidth(level, zoom) >= enough) return level
  }
  return levels[0] ?? null
}
