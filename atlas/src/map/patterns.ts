// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Patterns for areas without a figure: a hatch where it was not measured, dots where it protects people, crosses where
// its margins are not known; and stripes, the other way than the hatch, that lie over the colour of a figure not sure.
//
// In: colours. Out: pixels that repeat without a seam. They differ in form, so they survive print in black and white.

export interface Pixels {
  width: number
  height: number
  data: Uint8ClampedArray
}

/** Side of a pattern in pixels of the screen; drawn at twice that for sharp screens. */
const SIDE = 8
export const PIXEL_RATIO = 2

function canvas(background: string | null): CanvasRenderingContext2D | null {
  const element = document.createElement('canvas')
  element.width = element.height = SIDE * PIXEL_RATIO
  const pen = element.getContext('2d')
  if (!pen) return null
  pen.scale(PIXEL_RATIO, PIXEL_RATIO)
  if (background !== null) {
    pen.fillStyle = background
    pen.fillRect(0, 0, SIDE, SIDE)
  }
  return pen
}

function pixels(pen: CanvasRenderingContext2D): Pixels {
  const side = SIDE * PIXEL_RATIO
  return { width: side, height: side, data: pen.getImageData(0, 0, side, side).data }
}

export function hatch(line: string, background: string): Pixels | null {
  const pen = canvas(background)
  if (!pen) return null
  pen.strokeStyle = line
  pen.lineWidth = 1.4
  pen.beginPath()
  for (const shift of [-SIDE, 0, SIDE]) {
    pen.moveTo(shift - 1, SIDE + 1)
    pen.lineTo(shift + SIDE + 1, -1)
  }
  pen.stroke()
  return pixels(pen)
}

export function dots(dot: string, background: string): Pixels | null {
  const pen = canvas(background)
  if (!pen) return null
  pen.fillStyle = dot
  for (const [x, y] of [[2, 2], [6, 6]] as const) {
    pen.beginPath()
    pen.arc(x, y, 1.15, 0, 2 * Math.PI)
    pen.fill()
  }
  return pixels(pen)
}

export function crosses(line: string, background: string): Pixels | null {
  const pen = canvas(background)
  if (!pen) return null
  pen.strokeStyle = line
  pen.lineWidth = 1.2
  pen.beginPath()
  for (const [x, y, dx, dy] of [[2, 2, 4, 4], [6, 2, -4, 4]] as const) {
    pen.moveTo(x, y)
    pen.lineTo(x + dx, y + dy)
  }
  pen.stroke()
  return pixels(pen)
}

/** A dark line within a light one, so that it is seen on every colour; nothing between them but a background, if any. */
export function stripes(dark: string, light: string, background: string | null = null): Pixels | null {
  const pen = canvas(background)
  if (!pen) return null
  for (const [colour, width] of [[light, 2.6], [dark, 1.1]] as const) {
    pen.strokeStyle = colour
    pen.lineWidth = width
    pen.beginPath()
    for (const shift of [-SIDE, 0, SIDE]) {
      pen.moveTo(shift - 2, -2)
      pen.lineTo(shift + SIDE + 2, SIDE + 2)
    }
    pen.stroke()
  }
  return pixels(pen)
}
