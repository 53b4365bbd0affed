// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The five colours can be told apart by lightness alone, so by everybody and on a printer without colour.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('src/styles/tokens.css', 'utf8')
const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Lightness of CIE L*a*b*, 0 ..= 100. */
function lightness(hex: string): number {
  const y = luminance(hex)
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const blocks = css.split('--_background:').slice(1)
const token = (block: string, name: string): string => new RegExp(`--_${name}: (#[0-9a-f]{6})`).exec(`--_background:${block}`)![1]!

describe.each([
  ['light', blocks[0]!],
  ['dark, by the system', blocks[1]!],
  ['dark, by the page', blocks[2]!],
])('the colours, %s', (_, block) => {
  const classes = [1, 2, 3, 4, 5].map((at) => lightness(token(block, `class-${at}`)))

  it('step in one direction, at least ten points of lightness at a time', () => {
    const steps = classes.slice(1).map((value, at) => value - classes[at]!)
    const sign = Math.sign(steps[0]!)
    expect(steps.every((step) => step * sign >= 10), classes.map(Math.round).join(' ')).toBe(true)
  })

  it('have no white for the lowest class', () => {
    expect(classes[0]).toBeLessThan(93)
  })

  it('let text, muted text and accent be read', () => {
    for (const ground of ['background', 'surface', 'surface-raised']) {
      for (const ink of ['text', 'text-muted', 'accent']) {
        expect(contrast(token(block, ink), token(block, ground)), `${ink} on ${ground}`).toBeGreaterThan(4.5)
      }
    }
    expect(contrast(token(block, 'accent-contrast'), token(block, 'accent'))).toBeGreaterThan(4.5)
  })
})

it('is the same dark whoever asks for it', () => {
  const inner = (block: string): string => block.slice(0, block.indexOf('--atlas-shadow')).replace(/\s+/g, ' ')
  expect(inner(blocks[1]!)).toBe(inner(blocks[2]!))
})
