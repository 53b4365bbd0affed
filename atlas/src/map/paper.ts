// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The map on paper: which part of the picture is printed, how large it stands there, and how long its scale bar is.
//
// In: sizes in pixels and millimetres. Out: the same. Invariant: what is left out of the picture is empty; nothing of an
// area that is in sight is. Not here: words, and the painting itself (map.ts).

/** A painted map, cut out for paper. */
export interface Paper {
  canvas: HTMLCanvasElement
  /** Its width in pixels of the screen. */
  width: number
  /** What such a pixel is on the ground, in the middle of the picture. */
  metresPerPixel: number
}

export interface Cut {
  x: number
  y: number
  width: number
  height: number
}

/** Empty land or water around the areas that stays on paper, in pixels of the screen. */
const MARGIN = 16

/** The part of a picture of `width` by `height` in which the areas lie: corners of their box in pixels. Where there is
 * more around them, as much of it as gives the part this `aspect`. */
export function cut(
  width: number,
  height: number,
  one: { x: number; y: number },
  other: { x: number; y: number },
  aspect: number | null = null,
): Cut {
  const side = (from: number, to: number, size: number): [number, number] => {
    const low = Math.max(0, Math.floor(Math.min(from, to) - MARGIN))
    const high = Math.min(size, Math.ceil(Math.max(from, to) + MARGIN))
    // None of it in sight: the picture stays as it is.
    return high - low < 2 * MARGIN ? [0, size] : [low, high - low]
  }
  const wider = (from: number, length: number, wanted: number, size: number): [number, number] => {
    const whole = Math.round(Math.min(size, Math.max(length, wanted)))
    return [Math.round(Math.min(size - whole, Math.max(0, from - (whole - length) / 2))), whole]
  }
  let [x, across] = side(one.x, other.x, width)
  let [y, down] = side(one.y, other.y, height)
  if (aspect !== null) {
    ;[x, across] = wider(x, across, down * aspect, width)
    ;[y, down] = wider(y, down, across / aspect, height)
  }
  return { x, y, width: across, height: down }
}

/** How large a picture stands in a frame, in millimetres. */
export function fitted(aspect: number, frame: { width: number; height: number }): { width: number; height: number } {
  const width = Math.min(frame.width, frame.height * aspect)
  return { width, height: width / aspect }
}

/** A scale bar of at most `most` millimetres: 1, 2 or 5 with noughts. */
export function scaleBar(metresPerMillimetre: number, most: number): { metres: number; millimetres: number } {
  const longest = metresPerMillimetre * most
  const power = 10 ** Math.floor(Math.log10(longest))
  const metres = [5, 2, 1].map((digit) => digit * power).find((length) => length <= longest) ?? power
  return { metres, millimetres: metres / metresPerMillimetre }
}
