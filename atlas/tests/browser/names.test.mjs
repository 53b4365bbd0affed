// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Names as long as Dutch makes them stay within their tiles, from 320 px to wide and at 400 % zoom.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { calm, fits, page } from './person.mjs'
import { stage } from './program.mjs'
import { AREA, INDICATOR, OTHER } from './screens.mjs'

const DOMAIN = 'arbeidsongeschiktheidsverzekeringsuitkeringen en schuldhulpverleningstrajecten'
const LABEL = 'Huishoudens met een arbeidsongeschiktheidsverzekeringsuitkering of een meervoudigepersoonlijkheidsstoornisindicatie'
const NAME = 'Bedrijventerrein Gasthuisbouwhoekpolder-Westerkoggenveenwetering'

/** Gives indicators long labels. */
function long(dir) {
  const settings = join(dir, 'kapstok.toml')
  const before = readFileSync(settings, 'utf8')
  const after = before.replaceAll(/^label = \{ nl = "([^"]*)", en = "([^"]*)" \}/gm, `label = { nl = "$1 ${LABEL}", en = "$2 ${LABEL}" }`)
  assert.notEqual(after, before)
  writeFileSync(settings, after)
}

const the = stage(long)

/** Gives domains and areas long names on their way to the browser. */
async function lengthened(it) {
  await it.route('**/assets/words.*.ftl', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll(/^(domain-[a-z-]+) = .*$/gm, `$1 = ${DOMAIN}`) })
  })
  await it.route('**/columns/*', async (route) => {
    const answer = await route.fetch()
    const areas = await answer.json()
    await route.fulfill({ response: answer, json: { ...areas, names: areas.names.map((name) => `${NAME} ${name}`) } })
  })
}

/** Boxes of which the text is wider than they are. */
const stickingOut = (it, root) =>
  it.evaluate((root) => {
    const isShown = (one) => one.getClientRects().length > 0 && getComputedStyle(one).clipPath === 'none'
    const all = [...document.querySelectorAll(`${root}, ${root} *`)].filter((one) => one instanceof HTMLElement && isShown(one))
    const inline = (one) => getComputedStyle(one).display.startsWith('inline') && !one.matches('button, a.atlas-button')
    const inPictures = [...document.querySelectorAll(`${root} svg text`)].flatMap((one) => {
      const [text, picture] = [one.getBoundingClientRect(), one.ownerSVGElement.getBoundingClientRect()]
      return text.width > 0 && (text.left < picture.left - 3 || text.right > picture.right + 3) ? [`text in a picture: ${one.textContent}`] : []
    })
    return all
      .filter((one) => !inline(one) && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && !/auto|scroll/.test(getComputedStyle(one).overflowX))
      .map((one) => `${one.tagName.toLowerCase()}.${one.className}: ${one.scrollWidth} > ${one.clientWidth}`)
      .concat(inPictures)
  }, root)

test('no name sticks out of the card, the panel or the legend at any width', async () => {
  const wrong = []
  // 320 by 256 is a screen of 1280 by 1024 at 400 %.
  for (const [width, height] of [[320, 640], [320, 256], [480, 800], [768, 1024], [1024, 768], [1440, 900], [2200, 1200]]) {
    for (const compare of ['', `&compare=${OTHER}`]) {
      const it = await page(the.browser, { viewport: { width, height } })
      await lengthened(it)
      await it.goto(`${the.served.address}/nl/kaart?show=${INDICATOR}&level=neighbourhood&lock=1&area=${AREA}${compare}`)
      await it.locator('.atlas-burden').first().waitFor()
      await it.waitForLoadState('networkidle')
      assert.match(await it.locator('.atlas-burden').first().innerText(), /schuldhulpverleningstrajecten/)
      assert.match(await it.locator('.atlas-card h2').innerText(), /Gasthuisbouwhoekpolder/)
      for (const root of ['.atlas-card', '.atlas-panel', '.atlas-legend', '.atlas-context', '.atlas-tools']) {
        wrong.push(...(await stickingOut(it, root)).map((one) => `${width} x ${height} ${compare} ${root}: ${one}`))
      }
      wrong.push(...(await fits(it)).map((one) => `${width} x ${height}: ${one}`))
      calm(it, `${width} x ${height}`)
      await it.context().close()
    }
  }
  assert.deepEqual(wrong, [])
})

test('no label sticks out of the pages that list figures', async () => {
  const wrong = []
  for (const path of [`/nl/gebied/${AREA}`, `/nl/vergelijk/${AREA}/${OTHER}`, '/nl/cijfers', `/nl/cijfers/${INDICATOR}/district`]) {
    for (const width of [320, 768, 1440]) {
      const it = await page(the.browser, { viewport: { width, height: 900 } })
      await it.goto(the.served.address + path)
      wrong.push(...(await fits(it)).map((one) => `${path} at ${width}: ${one}`))
      await it.context().close()
    }
  }
  assert.deepEqual(wrong, [])
})
