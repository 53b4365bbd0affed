// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Without JavaScript and without WebGL: the same figures, in words, tables and pictures that need neither.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { accessible, calm, open, page } from './person.mjs'
import { region, serve } from './program.mjs'
import { AREA, INDICATOR, screens } from './screens.mjs'

let served
before(async () => {
  served = await serve(region())
})
after(() => served?.stop())

test('every screen is complete without JavaScript', async () => {
  const browser = await open()
  for (const [name, path] of await screens(served.address, 'nl')) {
    const it = await page(browser, { javaScriptEnabled: false })
    await it.goto(served.address + path)
    const words = await it.locator('main').innerText()
    assert.ok(words.length > 60, `${name}: ${words}`)
    await it.context().close()
  }
  const it = await page(browser, { javaScriptEnabled: false })
  await it.goto(`${served.address}/nl/kaart`)
  assert.ok(await it.locator('main svg').first().isVisible(), 'a map is drawn')
  assert.ok((await it.locator('main table tbody tr').count()) > 2, 'and stands as a table')
  // A person searches, finds, and reads a figure with its origin.
  await it.locator('#search input[name=q]').fill('amberhoek')
  await it.locator('#search button').click()
  await it.getByRole('link', { name: /Amberhoek/ }).first().click()
  assert.equal(await it.locator('h1').innerText(), 'Amberhoek')
  assert.match(await it.locator('main').innerText(), /van de \d+ bekende domeinen|bekende domeinen/)
  await it.goto(`${served.address}/nl/waarom/${AREA}/${INDICATOR}`)
  assert.match(await it.locator('main').innerText(), /[0-9a-f]{64}/, 'the hash of the file is told')
  await browser.close()
})

test('without WebGL the map page says so and keeps its picture and its table', async () => {
  const browser = await open(false)
  const it = await page(browser)
  await it.goto(`${served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood`)
  await it.locator('#atlas button').first().waitFor()
  await it.waitForLoadState('networkidle')
  assert.ok(await it.locator('#fallback svg').first().isVisible(), 'the map that the server drew stays')
  assert.match(await it.locator('#atlas').innerText(), /Deze browser kan de kaart niet tekenen/)
  assert.ok(await it.locator('#fallback table').first().isVisible())
  assert.deepEqual(await accessible(it), [])
  calm(it, 'without WebGL')
  await browser.close()
})
