// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The brush: a box in a scatter, and which areas lie in it.
//
// In: two columns and a box in their units. Out: membership, and the box moved or resized by keys.
// Invariant: an area without one of the two figures lies in no box.
import type { Brush } from './state/url.ts'

export interface Span {
  min: number
  max: number
}

export function isInside(brush: Brush, x: number, y: number): boolean {
  return x >= brush.x0 && x <= brush.x1 && y >= brush.y0 && y <= brush.y1
}

/** 1 for each area in the box. */
export function members(brush: Brush, xs: ArrayLike<number>, ys: ArrayLike<number>): Uint8Array {
  return Uint8Array.from({ length: xs.length }, (_, area) => (isInside(brush, xs[area] ?? NaN, ys[area] ?? NaN) ? 1 : 0))
}

export function middleBox(x: Span, y: Span): Brush {
  const part = (span: Span, share: number): number => span.min + (span.max - span.min) * share
  return { x0: part(x, 0.5), x1: part(x, 1), y0: part(y, 0.5), y1: part(y, 1) }
}

export type BrushKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

/** A key moves the box by a twentieth; with Shift it moves the right or the upper side only. */
export function nudge(brush: Brush, key: BrushKey, resize: boolean, x: Span, y: Span): Brush {
  const horizontal = key === 'ArrowLeft' || key === 'ArrowRight'
  const sign = key === 'ArrowRight' || key === 'ArrowUp' ? 1 : -1
  const span = horizontal ? x : y
  const by = (sign * (span.max - span.min)) / 20
  const [low, high] = horizontal ? [brush.x0, brush.x1] : [brush.y0, brush.y1]
  let moved: [number, number]
  if (resize) moved = [low, Math.min(span.max, Math.max(low, high + by))]
  else {
    const fits = Math.max(span.min - low, Math.min(span.max - high, by))
    moved = [low + fits, high + fits]
  }
  return horizontal ? { ...brush, x0: moved[0], x1: moved[1] } : { ...brush, y0: moved[0], y1: moved[1] }
}
