// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Everything without a mouse: find an area, walk the map, change the figure, compare two, take a file, print.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calm, page, tabTo } from './person.mjs'
import { stage } from './program.mjs'
import { AREA, INDICATOR } from './screens.mjs'

const the = stage()

test('an area is found, read and printed on two pages', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl`)
  await it.keyboard.press('Tab')
  assert.match(await it.evaluate('document.activeElement.textContent'), /inhoud/i, 'the first stop skips to the content')
  await tabTo(it, '(it) => it.name === "q"')
  await it.keyboard.type('amberhoek')
  await it.keyboard.press('Enter')
  await it.waitForURL(/zoek/)
  await tabTo(it, '(it) => it.tagName === "A" && it.textContent.includes("Amberhoek")')
  await it.keyboard.press('Enter')
  await it.waitForURL(new RegExp(AREA))
  assert.equal(await it.locator('h1').innerText(), 'Amberhoek')
  const pdf = await it.pdf({ format: 'A4', preferCSSPageSize: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g) ?? []
  assert.equal(pages.length, 2, 'exactly two pages of paper')
  calm(it, 'finding an area')
})

test('the map is walked with arrows, announced in words, and left with Escape', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}`)
  const map = it.locator('.atlas-map [role=group][tabindex="0"], .atlas-map [role=application]').first()
  await map.waitFor()
  // Walked is what is drawn: the map stands in the place of the server's picture, with its figures.
  await it.locator('#fallback').waitFor({ state: 'hidden' })
  await it.locator('.atlas-legend', { hasText: /\d/ }).waitFor()
  await it.locator('.atlas-card').waitFor()
  await it.waitForLoadState('networkidle')
  await it.keyboard.press('g')
  await it.keyboard.press('k')
  assert.equal(await it.evaluate('document.activeElement.getAttribute("role")'), 'application')
  // What is spoken names the neighbours with their direction. It comes when the figures are there, not at a set moment.
  const spoken = () =>
    it.waitForFunction(() => {
      const said = [...document.querySelectorAll('[aria-live]')].map((one) => one.textContent.trim()).join(' ')
      return /(noord|oost|zuid|west)(oost|west)?: /.test(said) ? said : null
    })
  const said = new Set()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    await it.keyboard.press(key)
    said.add(await (await spoken()).jsonValue())
    await it.waitForTimeout(150)
  }
  assert.ok(said.size > 1, `walking names other areas: ${[...said]}`)
  await it.keyboard.press('Enter')
  await it.locator('.atlas-card').waitFor()
  // Escape closes what is open, and then leaves the map: no trap.
  const inMap = () => it.evaluate('document.activeElement.getAttribute("role") === "application"')
  let presses = 0
  for (await it.waitForTimeout(300); presses < 3 && ((await inMap()) || presses === 0); presses += 1) {
    await it.keyboard.press('Escape')
    await it.waitForTimeout(300)
  }
  assert.ok(!(await inMap()), 'Escape leaves the map')
  calm(it, 'walking the map')
})

test('the figure is changed, back undoes it, and two areas are compared', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}`)
  await it.locator('.atlas-card').waitFor()
  await it.waitForLoadState('networkidle')
  await tabTo(it, '(it) => it.closest(".atlas-panel") && it.matches("input[type=radio], button, a, summary, [role=radio], [role=option]") && /samenkomen/i.test(it.closest("label, li, button")?.textContent ?? "")')
  await it.keyboard.press(await it.evaluate(() => document.activeElement.matches('input, [role=radio]') ? 'Space' : 'Enter'))
  await it.waitForURL(/show=together/)
  await it.locator('.atlas-legend', { hasText: /samenkomen/i }).waitFor()
  await it.goBack()
  await it.waitForURL(new RegExp(`show=${INDICATOR}`))
  // A link gives exactly what is seen.
  const shown = await it.locator('.atlas-legend').innerText()
  const again = await page(the.browser)
  await again.goto(it.url())
  await again.locator('.atlas-legend').waitFor()
  await again.waitForLoadState('networkidle')
  assert.equal(await again.locator('.atlas-legend').innerText(), shown)
  await again.context().close()
  // A neighbour is pinned, and the comparison opened as a page.
  await tabTo(it, '(it) => it.closest(".atlas-card") && it.matches("button") && /vergelijk/i.test(it.getAttribute("aria-label") ?? "")')
  await it.keyboard.press('Enter')
  await it.waitForURL(/[?&]compare=/)
  await tabTo(it, '(it) => it.matches("a") && it.href.includes("/vergelijk/")')
  await it.keyboard.press('Enter')
  await it.waitForURL(/\/nl\/vergelijk\//)
  assert.match(await it.locator('h1').innerText(), /Amberhoek/)
  assert.ok((await it.locator('main table tbody tr').count()) > 5)
  calm(it, 'comparing')
})

test('the figures on the map are taken along as a file, and stand as a table', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1`)
  await it.locator('.atlas-legend').waitFor()
  await it.waitForLoadState('networkidle')
  await tabTo(it, '(it) => it.matches("button") && it.textContent.trim() === "CSV"')
  const [download] = await Promise.all([it.waitForEvent('download'), it.keyboard.press('Enter')])
  const stream = await download.createReadStream()
  let text = ''
  for await (const part of stream) text += part
  assert.ok(text.split('\n').length > 100 && text.includes(AREA), text.slice(0, 300))
  await tabTo(it, '(it) => it.matches("button") && it.textContent.trim() === "Toon als tabel"', null, 'Shift+Tab')
  await it.keyboard.press('Enter')
  const rows = it.locator('table', { hasText: 'Amberhoek' }).locator('tbody tr')
  await rows.first().waitFor()
  assert.match(await rows.filter({ hasText: 'Amberhoek' }).first().innerText(), /(noord|oost|zuid|west)/)
  calm(it, 'taking a file')
})

test('the map is printed with a key of the keyboard', async () => {
  const it = await page(the.browser)
  await it.addInitScript(() => (globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1)))
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1`)
  await it.locator('.atlas-legend').waitFor()
  await it.waitForLoadState('networkidle')
  await tabTo(it, '(it) => it.matches("button:not(:disabled)") && it.textContent.trim() === "Afdrukken"')
  await it.keyboard.press('Enter')
  await it.waitForFunction(() => globalThis.printed === 1)
  calm(it, 'printing the map')
})
