// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// A person at a browser: opens pages, presses keys, and notices what a person would not want to see.
//
// In: CHROMIUM. Out: pages of playwright-core. Invariant: an error in the console, a script that fails and a dialog
// are remembered, and `calm` fails on them.
import assert from 'node:assert/strict'
import axe from 'axe-core'
import { chromium } from 'playwright-core'

const executablePath = process.env.CHROMIUM?.includes('/') ? process.env.CHROMIUM : `/usr/bin/${process.env.CHROMIUM ?? 'chromium'}`
const WITH_WEBGL = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']

/** Chromium; without WebGL when asked. */
export const open = (webgl = true) =>
  chromium.launch({ executablePath, args: webgl ? WITH_WEBGL : ['--no-sandbox', '--disable-3d-apis', '--disable-gpu'] })

/** A page that remembers what went wrong in it. */
export async function page(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'nl-NL', reducedMotion: 'reduce', ...options })
  const it = await context.newPage()
  it.wrong = []
  it.on('pageerror', (error) => it.wrong.push(`script: ${error.message}`))
  it.on('console', (message) => {
    // The browser itself notes each answer that is no 2xx; whether one is wanted is for the test to say.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) it.wrong.push(`console: ${message.text()}`)
  })
  it.on('dialog', async (dialog) => {
    it.wrong.push(`dialog: ${dialog.message()}`)
    await dialog.dismiss()
  })
  return it
}

/** Nothing went wrong in a page. */
export function calm(it, where) {
  assert.deepEqual(it.wrong, [], where)
}

/** What axe finds. It is necessary and proves little: the keyboard tests are the real gate. */
export async function accessible(it) {
  await it.evaluate(axe.source)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const { violations, passes } = await it.evaluate((values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }), tags)
  assert.ok(passes.length > 5, 'axe looked at the page')
  return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)).join(' | ')}`)
}

/** What sticks out at this width. */
export async function fits(it) {
  const { wide, screen } = await it.evaluate(() => ({ wide: document.documentElement.scrollWidth, screen: innerWidth }))
  return wide <= screen + 1 ? [] : [`${wide} px wide on a screen of ${screen}`]
}

/** What is wrong with screens (name, path, status): each is opened, looked at by axe, and made 320 px wide. By day axe
 * looks at the narrow one too. */
export async function wrongOn(browser, address, screens, colorScheme) {
  const wrong = []
  for (const [name, path, status] of screens) {
    const it = await page(browser, { colorScheme })
    const answer = await it.goto(address + path)
    assert.equal(answer.status(), status, `${name} ${path}`)
    assert.equal(await it.locator('h1:visible').count(), 1, `${name}: one title`)
    wrong.push(...(await accessible(it)).map((one) => `${name} ${path}: ${one}`))
    await it.setViewportSize({ width: 320, height: 640 })
    wrong.push(...(await fits(it)).map((one) => `${name} ${path}: ${one}`))
    if (colorScheme === 'light') wrong.push(...(await accessible(it)).map((one) => `${name} ${path}, narrow: ${one}`))
    calm(it, `${name} ${path}`)
    await it.context().close()
  }
  return wrong
}

/** Presses Tab until the focus is on something that `wanted` (a function of the element) says yes to. */
export async function tabTo(it, wanted, argument, key = 'Tab') {
  for (let presses = 0; presses < 250; presses += 1) {
    if (await it.evaluate(`(${wanted})(document.activeElement, ${JSON.stringify(argument ?? null)})`)) return presses
    await it.keyboard.press(key)
  }
  throw new Error(`no way by Tab to ${wanted} ${argument ?? ''}`)
}

/** The words of the element with the focus. */
export const focused = (it) => it.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
