// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Markup in names, labels and titles is shown as text: no script of it runs, on any screen.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { calm, page } from './person.mjs'
import { stage } from './program.mjs'
import { AREA, INDICATOR, screens } from './screens.mjs'

const BAD = '<img src=x onerror="globalThis.ran=1;alert(1)"><svg onload=alert(2)></svg>'

/** Puts markup into the name of an area and into every label, explanation and title of the settings. */
function hostile(dir) {
  const lock = join(dir, 'sources/kapstok.lock')
  const spoil = (name, change) => {
    const file = join(dir, 'sources', name)
    const before = readFileSync(file)
    const after = Buffer.from(change(before.toString('utf8')))
    assert.notEqual(after.length, before.length, name)
    writeFileSync(file, after)
    // What was fetched has another hash now: the lock says so, as `fetch` would write it.
    const hash = (bytes) => createHash('sha256').update(bytes).digest('hex')
    writeFileSync(lock, readFileSync(lock, 'utf8').replaceAll(hash(before), hash(after)))
  }
  spoil('kaart_buurten_2024.geojson', (text) => text.replaceAll('"Amberhoek"', JSON.stringify(`Amberhoek${BAD}`)))
  const cell = `"Amberhoek${BAD.replaceAll('"', '""')}"`
  for (const year of [2022, 2023, 2024]) {
    spoil(`kerncijfers_${year}.csv`, (text) => text.replaceAll(';Amberhoek;', `;${cell};`))
  }
  const settings = join(dir, 'kapstok.toml')
  const bad = BAD.replaceAll('"', "'")
  const text = readFileSync(settings, 'utf8')
  const spoilt = text.replaceAll(/^(title|label|explanation) = \{ nl = "([^"]*)", en = "([^"]*)" \}/gm, `$1 = { nl = "$2${bad}", en = "$3${bad}" }`)
  assert.notEqual(spoilt, text)
  writeFileSync(settings, spoilt)
}

const the = stage(hostile)

test('no script in a text column runs, and the text is shown as it is', async () => {
  for (const language of ['nl', 'en']) {
    for (const [name, path] of await screens(the.served.address, language)) {
      const it = await page(the.browser)
      await it.goto(the.served.address + path)
      await it.waitForLoadState('networkidle')
      assert.equal(await it.evaluate('globalThis.ran ?? 0'), 0, `${name} ${path}`)
      assert.equal(await it.locator('img[src=x], svg[onload]').count(), 0, `${name} ${path}: markup stayed text`)
      calm(it, `${name} ${path}`)
      await it.context().close()
    }
  }
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/gebied/${AREA}`)
  assert.match(await it.locator('h1').innerText(), /Amberhoek<img/)
  await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}`)
  await it.locator('.atlas-card').waitFor()
  assert.match(await it.locator('.atlas-card').innerText(), /Amberhoek<img/)
})
