// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// How sure the map is: its three views by the keyboard, in the address, the legend, the table and the other language.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, calm, fits, page, tabTo } from './person.mjs'
import { stage } from './program.mjs'

const the = stage()

/** A figure of a survey, with the margins of its source. */
const SURVEY = 'eenzaam'
const DOMAIN = 'domain.debt'

const ready = async (it) => {
  await it.locator('.atlas-legend').waitFor()
  await it.locator('.atlas-map__none').waitFor({ state: 'detached', timeout: 60_000 })
}
const chosen = (it) => it.locator('.atlas-views input:checked').getAttribute('value')

test('the view is changed by the keyboard, and the address, the legend and the table follow', async () => {
  const it = await page(the.browser)
  const asked = []
  it.on('request', (request) => asked.push(request.url()))
  await it.goto(`${the.served.address}/nl/kaart?show=${DOMAIN}&level=neighbourhood&lock=1`)
  await ready(it)
  assert.equal(await chosen(it), 'value')
  assert.ok(!asked.some((url) => /\/chance/.test(url)), 'no chance is fetched before it is asked for')
  await tabTo(it, '(it) => it.matches(".atlas-views input")')
  await it.keyboard.press('ArrowRight')
  await it.waitForURL(/certainty=interval/)
  await it.locator('.atlas-legend .atlas-swatch--stripes').waitFor()
  assert.match(await it.locator('.atlas-legend').innerText(), /niet zeker of het gebied erbij hoort: \d+/)
  await it.keyboard.press('ArrowRight')
  await it.waitForURL(/certainty=chance/)
  const legend = it.locator('.atlas-legend', { hasText: /kans op een grote opgave/i })
  await legend.getByText('zeer grote kans').waitFor()
  assert.ok(asked.some((url) => /\/chance\./.test(url)), 'now it is fetched')
  await legend.getByRole('tab', { name: 'Tabel' }).click()
  for (const words of [/minder dan 10\s%/, /33 tot 66\s%/, /90\s% en meer/]) assert.match(await legend.innerText(), words)
  await it.locator('#atlas-tool-table').click()
  const table = it.locator('section[aria-labelledby=atlas-table-title] table')
  await table.locator('tbody tr').first().waitFor()
  assert.match(await table.locator('thead').innerText(), /kans/)
  assert.match(await table.locator('tbody').innerText(), /[<>]?\s?\d+\s%/)
  assert.deepEqual(await accessible(it), [])
  // Back undoes one choice at a time, and the other language takes the view along.
  await it.goBack()
  await it.waitForURL(/certainty=interval/)
  await it.waitForFunction(() => document.querySelector('.atlas-views input:checked')?.value === 'interval')
  await it.goForward()
  await it.waitForURL(/certainty=chance/)
  await it.waitForFunction(() => document.querySelector('.atlas-views input:checked')?.value === 'chance')
  await it.setViewportSize({ width: 320, height: 640 })
  assert.deepEqual(await fits(it), [])
  calm(it, 'changing the view')
  await it.context().close()
})

test('a figure is held against something that is named, and what it does not have is said in words', async () => {
  const it = await page(the.browser, { locale: 'en-GB' })
  await it.goto(`${the.served.address}/en/map?show=${SURVEY}&level=neighbourhood&lock=1&certainty=interval`)
  await ready(it)
  assert.equal(await chosen(it), 'interval')
  const legend = await it.locator('.atlas-legend').innerText()
  assert.match(legend, /not sure: .* lies within the margins: \d+/)
  const chance = it.locator('.atlas-views input[value=chance]')
  assert.ok(await chance.isDisabled())
  const why = await it.locator(`[id="${await chance.getAttribute('aria-describedby')}"]`).innerText()
  assert.match(why, /Chance of a large burden cannot be seen here: .*not of one figure/)
  await it.locator('#atlas-tool-table').click()
  const rows = it.locator('section[aria-labelledby=atlas-table-title] tbody')
  await rows.locator('tr').first().waitFor()
  assert.match(await rows.innerText(), /fairly sure/)
  assert.deepEqual(await accessible(it), [])
  calm(it, 'a figure')
  await it.context().close()
})
