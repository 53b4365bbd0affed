// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Each screen, in both languages, full, empty and in error: axe finds nothing, the console stays empty, one title.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, calm, fits, page } from './person.mjs'
import { stage } from './program.mjs'
import { INDICATOR, screens } from './screens.mjs'

const the = stage()

/** Waits until the map, where there is one, has drawn or said that it cannot. */
export async function settled(it) {
  await it.waitForLoadState('networkidle')
  if (await it.locator('#atlas').count()) await it.locator('#atlas button').first().waitFor()
}

for (const language of ['nl', 'en']) {
  test(`all screens in ${language}: axe finds nothing, nothing fails, nothing sticks out at 320 px`, async () => {
    const wrong = []
    for (const [name, path, status] of await screens(the.served.address, language)) {
      const it = await page(the.browser)
      const answer = await it.goto(the.served.address + path)
      await settled(it)
      assert.equal(answer.status(), status, `${name} ${path}`)
      if (!path.startsWith('/embed')) assert.equal(await it.locator('h1:visible').count(), 1, `${name}: one title`)
      assert.equal(await it.locator('html').getAttribute('lang'), language, name)
      assert.ok(/verzonnen|invented/i.test(await it.locator('body').innerText()), `${name} says that all is invented`)
      wrong.push(...(await accessible(it)).map((one) => `${name} ${path}: ${one}`))
      await it.setViewportSize({ width: 320, height: 640 })
      wrong.push(...(await fits(it)).map((one) => `${name} ${path}: ${one}`))
      calm(it, `${name} ${path}`)
      await it.context().close()
    }
    assert.deepEqual(wrong, [])
    assert.equal(the.served.said(), '', 'the server had nothing to say')
  })

  // What the map has besides the page comes on its own, so it can fail on its own.
  const parts = { 'the list of areas': /\/v1\/columns\/[^/?]+\?/, figures: /\/v1\/columns\/[^/?]+\//, tiles: /\/v1\/collections\/.*\/tiles\//, 'the catalogue': /\/v1\/catalogue/ }
  for (const [part, address] of Object.entries(parts)) {
    test(`the map in ${language} without ${part}: it is said, axe finds nothing, nothing sticks out, and trying again helps`, async () => {
      const it = await page(the.browser)
      await it.route(address, (route) => route.abort())
      await it.goto(`${the.served.address}/${language}/${language === 'nl' ? 'kaart' : 'map'}?show=${INDICATOR}&level=neighbourhood`)
      const said = it.locator('#atlas [role=alert]').first()
      await said.waitFor()
      assert.ok((await said.innerText()).length > 20, 'in words')
      assert.deepEqual(await accessible(it), [])
      await it.setViewportSize({ width: 320, height: 640 })
      assert.deepEqual(await fits(it), [])
      await it.setViewportSize({ width: 1440, height: 900 })
      await it.unroute(address)
      await said.locator('button').click()
      await said.waitFor({ state: 'detached' })
      await it.locator('#fallback').waitFor({ state: 'hidden' })
      assert.match(await it.locator('.atlas-legend').innerText(), /\d/, 'the legend has its figures')
      calm(it, `the map without ${part}`)
      await it.context().close()
    })
  }
}

test('in the dark, axe finds nothing either', async () => {
  const wrong = []
  for (const [name, path] of await screens(the.served.address, 'nl')) {
    const it = await page(the.browser, { colorScheme: 'dark' })
    await it.goto(the.served.address + path)
    await settled(it)
    wrong.push(...(await accessible(it)).map((one) => `${name} ${path}, dark: ${one}`))
    await it.context().close()
  }
  assert.deepEqual(wrong, [])
})
