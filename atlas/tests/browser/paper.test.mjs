// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The map on paper: one sheet of A4, landscape, that can be read without the page.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { calm, page } from './person.mjs'
import { stage } from './program.mjs'
import { AREA, INDICATOR, OTHER } from './screens.mjs'

const the = stage()

/** The text of a PDF, by pdftotext where it is; without it the sheet is asked for its text while it is on paper. */
function words(pdf) {
  try {
    return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })
  } catch {
    return null
  }
}

/** Waits until the map is drawn, also on a machine that has much to do. */
async function drawn(it) {
  await it.locator('.atlas-legend').waitFor()
  await it.locator('.atlas-map__none').waitFor({ state: 'detached', timeout: 60_000 })
  // What the server drew in its place is gone.
  await it.locator('#fallback').waitFor({ state: 'hidden' })
  await it.waitForLoadState('networkidle')
}

/** Prints the map as it is seen, and gives its size, its pages and its text. */
async function printed(path, options = {}) {
  const it = await page(the.browser, options)
  await it.goto(the.served.address + path)
  await drawn(it)
  await it.evaluate(() => addEventListener('beforeprint', () => (globalThis.sheet = document.querySelector('.atlas-sheet')?.textContent ?? '')))
  const pdf = await it.pdf({ preferCSSPageSize: true })
  const plain = pdf.toString('latin1')
  const boxes = [...plain.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(([, wide, high]) => [Number(wide), Number(high)])
  const text = (words(pdf) ?? (await it.evaluate('globalThis.sheet'))).replace(/\s+/g, ' ')
  return { it, pdf, boxes, text }
}

test('the map is one sheet of A4, landscape, with title, legend, source, licence, address and what is missing', async () => {
  const { it, boxes, text } = await printed(`/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}&compare=${OTHER}`)
  assert.equal(boxes.length, 1, 'exactly one page')
  // 297 by 210 mm in points of an inch.
  assert.ok(Math.abs(boxes[0][0] - 841.9) < 1 && Math.abs(boxes[0][1] - 595.3) < 1, `${boxes[0]}`)
  for (const part of [
    /De kaart laat per buurt zien: .*laag inkomen \(\d{4}\)/,
    /\d+ van 120 buurten hebben een cijfer/,
    /laagst/,
    /hoogst/,
    /te weinig inwoners ?\d+/,
    /geheim ?\d+/,
    /Bron: Verzonnen Bureau/,
    /Licentie: CC0/,
    /Gebieden van 2024/,
    /Over \d{4}/,
    /\d (km|m) /,
    / N /,
    /Amberhoek/,
    /Verzonnen voorbeeld/,
  ]) assert.match(text, part)
  // The address of what is seen; a line of paper may break it.
  assert.match(text.replaceAll(' ', ''), new RegExp(`Dezekaart:${the.served.address}/nl/kaart\\?show=${INDICATOR}&.*area=${AREA}&compare=${OTHER}`))
  assert.ok(!/Kopieer link|Zoek|Wat wilt u zien/.test(text), `nothing of the screen around it: ${text}`)
  calm(it, 'the map on paper')
  // On the screen all is as it was.
  assert.ok(await it.locator('.atlas-legend').isVisible())
  assert.equal(await it.locator('.atlas-sheet').count(), 0)
})

test('burdens that come together name the sources they were counted from, in English too', async () => {
  const { it, boxes, text } = await printed('/en/map?show=together&level=neighbourhood&lock=1')
  assert.equal(boxes.length, 1)
  assert.match(text, /The map shows for each neighbourhood: burdens that come together/)
  assert.match(text, /Worked out with recipe samenkomen/)
  assert.match(text, /says nothing about any one person/)
  calm(it, 'burdens on paper')
})

test('the picture on paper is not empty, and on a dark screen the button makes it light', async () => {
  const it = await page(the.browser, { colorScheme: 'dark' })
  // What a browser does when it prints: it tells, and then it draws.
  await it.addInitScript(() => {
    globalThis.print = () => {
      dispatchEvent(new Event('beforeprint'))
      const canvas = document.querySelector('.atlas-sheet canvas')
      const pen = canvas.getContext('2d')
      const { data } = pen.getImageData(0, 0, canvas.width, canvas.height)
      const seen = new Set()
      let sum = 0
      for (let at = 0; at < data.length; at += 4 * 97) {
        seen.add(`${data[at] >> 4},${data[at + 1] >> 4},${data[at + 2] >> 4}`)
        sum += data[at + 1] / (data.length / (4 * 97))
      }
      globalThis.picture = { nColours: seen.size, mean: sum, corner: [...data.slice(0, 4)], width: canvas.width }
      dispatchEvent(new Event('afterprint'))
    }
  })
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1`)
  await drawn(it)
  await it.getByRole('button', { name: 'Afdrukken' }).click()
  const picture = await (await it.waitForFunction(() => globalThis.picture, null, { timeout: 20_000 })).jsonValue()
  assert.ok(picture.nColours > 5, JSON.stringify(picture))
  assert.ok(picture.width > 900, 'twice as sharp as the screen')
  assert.ok(picture.corner[1] > 240 && picture.mean > 130, `paper is white: ${JSON.stringify(picture)}`)
  calm(it, 'paper from a dark screen')
})
