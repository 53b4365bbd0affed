// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The map as a picture to take along: title, map, legend, source, all in one PNG.
//
// In: the painted canvas and the lines of text. Out: a blob. Invariant: the picture names its source and its period,
// so that it can be shown without the page. Not here: words.
import { PIXEL_RATIO, type Pixels } from './patterns.ts'

export interface Picture {
  title: string
  subtitle: string
  /** A colour, or a pattern with its pixels. */
  legend: { fill: string | Pixels; text: string }[]
  footer: string[]
  background: string
  text: string
}

export async function makePng(map: HTMLCanvasElement, picture: Picture): Promise<Blob | null> {
  const ratio = Math.max(1, window.devicePixelRatio)
  const width = map.width / ratio
  const margin = 24
  const rows = picture.legend.length
  const columns = width > 640 ? 3 : width > 420 ? 2 : 1
  const legendHeight = Math.ceil(rows / columns) * 24 + 12
  const top = 84
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) return null
  const family = getComputedStyle(document.body).fontFamily || 'sans-serif'
  pen.font = `12px ${family}`
  const footer = picture.footer.flatMap((text) => broken(pen, text, width - 2 * margin))
  const bottom = legendHeight + footer.length * 18 + 28
  canvas.width = map.width
  canvas.height = map.height + (top + bottom) * ratio
  pen.scale(ratio, ratio)
  pen.fillStyle = picture.background
  pen.fillRect(0, 0, width, canvas.height / ratio)
  pen.fillStyle = picture.text
  pen.font = `600 24px ${family}`
  pen.fillText(picture.title, margin, 40, width - 2 * margin)
  pen.font = `15px ${family}`
  pen.fillText(picture.subtitle, margin, 65, width - 2 * margin)
  pen.drawImage(map, 0, top, width, map.height / ratio)
  let y = top + map.height / ratio + 28
  pen.font = `14px ${family}`
  picture.legend.forEach((entry, at) => {
    const x = margin + (at % columns) * ((width - 2 * margin) / columns)
    const line = y + Math.floor(at / columns) * 24
    pen.fillStyle = typeof entry.fill === 'string' ? entry.fill : (pattern(pen, entry.fill) ?? picture.background)
    pen.fillRect(x, line - 12, 18, 14)
    pen.strokeStyle = picture.text
    pen.lineWidth = 0.5
    pen.strokeRect(x, line - 12, 18, 14)
    pen.fillStyle = picture.text
    pen.fillText(entry.text, x + 26, line, (width - 2 * margin) / columns - 34)
  })
  y += legendHeight
  pen.font = `12px ${family}`
  footer.forEach((line, at) => pen.fillText(line, margin, y + at * 18, width - 2 * margin))
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}

/** A text in lines that fit; a word that is longer stands on its own. */
function broken(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word
    if (lines.length && pen.measureText(longer).width <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

function pattern(pen: CanvasRenderingContext2D, pixels: Pixels): CanvasPattern | null {
  const tile = document.createElement('canvas')
  tile.width = pixels.width
  tile.height = pixels.height
  tile.getContext('2d')?.putImageData(new ImageData(new Uint8ClampedArray(pixels.data), pixels.width, pixels.height), 0, 0)
  const made = pen.createPattern(tile, 'repeat')
  made?.setTransform(new DOMMatrix().scale(1 / PIXEL_RATIO))
  return made
}
