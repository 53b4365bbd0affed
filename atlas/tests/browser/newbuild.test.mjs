// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// A new build lands while the map is open: what is seen stays, and what is chosen next comes from the new build.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { calm, page } from './person.mjs'
import { json, kapstok, stage } from './program.mjs'
import { AREA, INDICATOR } from './screens.mjs'

const the = stage()
const OTHER = 'bijstand'
let n = 0

/** Another build of the same sources, with a label of its own; comes when it is served. */
async function build() {
  const { dir, address } = the.served
  const before = (await json(address, '/v1/catalogue')).build
  const [file, label] = [join(dir, 'kapstok.toml'), `Volwassenen met bijstand, bouw ${++n}`]
  const text = readFileSync(file, 'utf8')
  const changed = text.replace(/label = \{ nl = "Volwassenen met bijstand[^"]*"/, `label = { nl = "${label}"`)
  assert.notEqual(changed, text)
  writeFileSync(file, changed)
  kapstok('--lang', 'nl', 'build', dir)
  for (let waited = 0, now = before; now === before; waited += 1) {
    assert.ok(waited < 150, 'the new build is served within 30 seconds')
    // First a rest: while it was built nobody here heard that the server hung up.
    await new Promise((resolve) => setTimeout(resolve, 200))
    now = (await json(address, '/v1/catalogue')).build
  }
  return label
}

/** The map at one indicator with an area chosen, and a list of every request that named a build. */
async function atlas() {
  const it = await page(the.browser)
  it.asked = []
  it.on('response', (answer) => {
    const named = new URL(answer.url()).searchParams.get('build')
    if (named !== null) it.asked.push({ build: named, status: answer.status(), tile: answer.url().includes('/tiles/') })
  })
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}`)
  await it.locator('.atlas-legend', { hasText: /laag inkomen/i }).waitFor()
  await it.locator('#fallback').waitFor({ state: 'hidden' })
  await it.waitForLoadState('networkidle')
  return it
}

async function choose(it, label) {
  const panel = it.locator('.atlas-panel')
  const thing = panel.locator('.atlas-thing', { hasText: /^\s*Volwassenen met bijstand/ }).first()
  if (!(await thing.isVisible())) await panel.locator('summary', { hasText: /werk/i }).first().click()
  await thing.click()
  await it.locator('#atlas-legend-title', { hasText: label }).waitFor()
}

test('another indicator comes from the new build; area, level and address stay', async () => {
  const it = await atlas()
  const label = await build()
  it.asked.length = 0
  const { build: now } = await json(the.served.address, '/v1/catalogue')
  const answered = (part) => it.waitForResponse((answer) => answer.url().includes(`build=${now}`) && answer.url().includes(part) && answer.status() === 200)
  // Its figures, and its tiles.
  const both = Promise.all([answered('/columns/'), answered('/tiles/')])
  await choose(it, label)
  await both
  await it.waitForLoadState('networkidle')
  const served = it.asked.filter((one) => one.build === now)
  assert.ok(served.every((one) => one.status < 300))
  assert.match(await it.locator('.atlas-legend').innerText(), /\d/, 'the legend has figures')
  assert.match(await it.locator('.atlas-card').innerText(), /Amberhoek/)
  const asked = new URL(it.url()).searchParams
  assert.deepEqual([asked.get('show'), asked.get('level'), asked.get('area')], [OTHER, 'neighbourhood', AREA])
  assert.equal(await it.locator('#atlas [role=alert]').count(), 0, 'nothing is said to have failed')
  calm(it, 'a new build')
  await it.context().close()
})

test('a part of the map that was not seen before comes from the new build too', async () => {
  const it = await atlas()
  await build()
  it.asked.length = 0
  const { build: now } = await json(the.served.address, '/v1/catalogue')
  const tile = it.waitForResponse((answer) => answer.url().includes(`build=${now}`) && answer.url().includes('/tiles/') && answer.status() === 200)
  for (let step = 0; step < 2; step += 1) {
    await it.locator('.atlas-zoom button').first().click()
    await it.waitForTimeout(400)
  }
  await tile
  await it.waitForLoadState('networkidle')
  assert.ok(it.asked.filter((one) => one.build !== now).length < 60, 'the build before is not asked for without end')
  assert.match(await it.locator('#atlas-legend-title').innerText(), /laag inkomen/i)
  assert.equal(await it.locator('#atlas [role=alert]').count(), 0)
  calm(it, 'a new build')
  await it.context().close()
})
