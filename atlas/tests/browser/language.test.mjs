// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What is seen stays seen in the other language, and under addresses of before.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calm, page } from './person.mjs'
import { stage } from './program.mjs'
import { AREA, INDICATOR } from './screens.mjs'

const the = stage()

const link = (it) => it.locator('.languages a').getAttribute('href')
const ready = async (it) => {
  await it.locator('.atlas-legend').waitFor()
  await it.waitForLoadState('networkidle')
}

test('the other language shows the same thing, area and place on the map, also after a change', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}#11/54.6/3.1`)
  await ready(it)
  assert.match(await link(it), new RegExp(`^/en/map\\?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}#1`))
  // Another thing is chosen in the page, and the link goes with it.
  await it.locator('.atlas-panel button', { hasText: /samenkomen/i }).first().click()
  await it.waitForURL(/show=together/)
  assert.match(await link(it), /^\/en\/map\?show=together&/)
  const camera = new URL(it.url()).hash
  await it.locator('.languages a').click()
  await it.waitForURL(/\/en\/map/)
  await ready(it)
  assert.match(await it.locator('.atlas-legend h2').innerText(), /burdens that come together/i)
  assert.equal(await it.locator('.atlas-card h2').innerText(), 'Amberhoek')
  assert.equal(new URL(it.url()).hash, camera, 'the camera stays')
  // And back, to the same address but for the language.
  assert.match(await link(it), new RegExp(`^/nl/kaart\\?show=together&.*area=${AREA}`))
  calm(it, 'the other language')
})

test('an English page leads to the map with the same words as a Dutch one', async () => {
  const it = await page(the.browser)
  for (const [path, map] of [[`/nl/gebied/${AREA}`, '/nl/kaart'], [`/en/area/${AREA}`, '/en/map']]) {
    await it.goto(the.served.address + path)
    await it.locator('a.button', { hasText: /kaart|map/i }).first().click()
    await it.waitForURL(new RegExp(`${map}\\?area=${AREA}`))
    await ready(it)
    assert.equal(await it.locator('.atlas-card h2').innerText(), 'Amberhoek')
  }
  calm(it, 'to the map')
})

test('addresses of before show what they showed', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/kaart?toon=${INDICATOR}&niveau=neighbourhood&vast=1&gebied=${AREA}`)
  await ready(it)
  assert.match(await it.locator('.atlas-legend h2').innerText(), /laag inkomen/i)
  assert.equal(await it.locator('.atlas-card h2').innerText(), 'Amberhoek')
  assert.match(await link(it), new RegExp(`^/en/map\\?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}`))
  calm(it, 'addresses of before')
})
