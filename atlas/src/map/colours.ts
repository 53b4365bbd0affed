// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Colours of the map, taken from the style sheet, so that a theme and the dark mode reach the canvas too.
//
// In: custom properties of an element. Out: colours that WebGL and canvas understand. Not here: which area has which.

export interface Palette {
  classes: [string, string, string, string, string]
  background: string
  land: string
  border: string
  text: string
  missing: string
  accent: string
  compare: string
  halo: string
}

let pen: CanvasRenderingContext2D | null = null

/** Any colour of CSS as `rgba()`, by painting one pixel with it. */
function plainColour(text: string): string {
  if (!pen) {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    pen = canvas.getContext('2d', { willReadFrequently: true })
  }
  if (!pen) return '#888888'
  pen.clearRect(0, 0, 1, 1)
  pen.fillStyle = '#888888'
  pen.fillStyle = text
  pen.fillRect(0, 0, 1, 1)
  const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data
  return `rgba(${r},${g},${b},${(a ?? 255) / 255})`
}

/** The palette of a style sheet: the names of its colours begin with `prefix`. */
function palette(element: Element, prefix: string, marked: string): Palette {
  const style = getComputedStyle(element)
  const read = (name: string): string => plainColour(style.getPropertyValue(`--${prefix}-${name}`).trim())
  return {
    classes: [read('class-1'), read('class-2'), read('class-3'), read('class-4'), read('class-5')],
    background: read('water'),
    land: read('land'),
    border: read('line'),
    text: read('text'),
    missing: read('missing'),
    accent: read(marked),
    compare: read('compare'),
    halo: read('halo'),
  }
}

export const readPalette = (element: Element): Palette => palette(element, 'atlas', 'marked')

export const isDark = (): boolean => matchMedia('(prefers-color-scheme: dark)').matches

/** Colours for white paper: those of the screen, unless that is dark. */
export const paperPalette = (element: Element): Palette => (isDark() ? palette(element, 'atlas-paper', 'text') : readPalette(element))

/** Colours of what is painted, by the names that the style sheet of the atlas has for them; text and marks stay those
 * of the paper. */
export function asTokens(palette: Palette): [string, string][] {
  const { classes, land, missing, compare } = palette
  const named = { land, missing, compare }
  return [
    ...classes.map((colour, at): [string, string] => [`--atlas-class-${at + 1}`, colour]),
    ...Object.entries(named).map(([name, colour]): [string, string] => [`--atlas-${name}`, colour]),
  ]
}

/** Calls back when the colours may have changed: dark mode, or a theme that a button sets. */
export function onPaletteChange(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', changed)
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  return () => {
    dark.removeEventListener('change', changed)
    observer.disconnect()
  }
}
