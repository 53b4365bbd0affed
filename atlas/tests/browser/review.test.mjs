// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The desk of a reader: keys, the form without a script, what is refused, a narrow screen, two languages.
import assert from 'node:assert/strict'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { accessible, calm, fits, open, page } from './person.mjs'
import { kapstok, region, serve } from './program.mjs'

const documents = join(dirname(fileURLToPath(import.meta.url)), '../../../fixtures/voorbeeldstreek/documents')
const programme = join(documents, 'programma-coalitie.pdf')
const manifesto = join(documents, 'manifest-burgemeesters.pdf')

/** The desk of a reader before a browser. */
async function at(run) {
  const dir = region()
  const arguments_ = ['read', 'desk', dir, programme, '--ask', manifesto, '--by', 'lezer', '--port', '0']
  const desk = await serve(dir, arguments_, /http:\/\/[\d.:]+\/review\/\w+\/nl/)
  const browser = await open(false)
  // Nothing is doubtful about these documents, and nothing is told before anybody looks.
  const doubts = desk.said()
  assert.doesNotMatch(doubts, /K08/)
  try {
    await run({ dir, desk, browser })
    assert.equal(desk.said(), doubts, 'the server had nothing to say')
  } finally {
    await browser.close()
    desk.stop()
  }
}

const number = async (it) => Number(/\d+/.exec(await it.locator('#statement').textContent())[0])
const decided = async (it) => Number(/\d+/.exec(await it.locator('#progress label').textContent())[0])

test('a reader walks and decides with keys', async () => {
  await at(async ({ dir, desk, browser }) => {
    const it = await page(browser)
    await it.goto(desk.address)
    assert.deepEqual([await number(it), await decided(it)], [1, 0])
    await it.keyboard.press('j')
    await it.waitForFunction(() => /\b2\b/.test(document.getElementById('statement').textContent))
    await it.keyboard.press('k')
    await it.waitForFunction(() => / 1 /.test(document.getElementById('statement').textContent))
    // Accept: the log has it, and the next statement stands there.
    await it.keyboard.press('a')
    await it.waitForURL(/at=\w+#statement$/)
    assert.deepEqual([await number(it), await decided(it)], [2, 1])
    assert.deepEqual(await accessible(it), [])
    // Reject needs a reason: the key leads there, and a letter typed there is a letter.
    await it.keyboard.press('r')
    assert.equal(await it.evaluate(() => document.activeElement.id), 'reason')
    await it.keyboard.type('a geen toezegging')
    await it.keyboard.press('Escape')
    await it.keyboard.press('r')
    await it.waitForFunction(() => / 3 /.test(document.getElementById('statement').textContent))
    // Change: without one the key leads to the fields; with one it is sent.
    await it.keyboard.press('c')
    assert.match(await it.evaluate(() => document.activeElement.id), /^f-/)
    await it.keyboard.press('Escape')
    await it.locator('#f-actor').fill('de raad')
    await it.keyboard.press('Escape')
    await it.keyboard.press('c')
    await it.waitForFunction(() => / 4 /.test(document.getElementById('statement').textContent))
    assert.equal(await decided(it), 3)
    const log = kapstok('--lang', 'nl', 'agenda', 'log', dir)
    for (const words of ['aanvaard', 'afgewezen', 'gewijzigd', 'lezer']) assert.ok(log.includes(words), `${words} in ${log}`)
    assert.match(kapstok('agenda', 'verify', dir), /\S/)
    // Keys that are off stay off, and are not shown.
    await it.locator('#review-keys').uncheck()
    await it.reload()
    assert.equal(await it.locator('kbd:visible').count(), 0)
    await it.keyboard.press('a')
    await it.waitForTimeout(300)
    assert.equal(await decided(it), 3)
    calm(it, 'the desk')
  })
})

test('without a script a form does the same, in both languages and on a narrow screen', async () => {
  await at(async ({ desk, browser }) => {
    const it = await page(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } })
    for (const language of ['nl', 'en']) {
      await it.goto(`${desk.address.slice(0, -2)}${language}?kind=ask`)
      assert.deepEqual(await fits(it), [], language)
      assert.equal(await it.locator('html').getAttribute('lang'), language)
    }
    assert.equal(await it.locator('kbd:visible').count(), 0, 'what does nothing is not shown')
    const before = await decided(it)
    await it.locator('button[value=reject]').press('Enter')
    await it.locator('[role=alert]').waitFor()
    assert.match(await it.locator('[role=alert]').textContent(), /without a reason/)
    await it.locator('#reason').fill('not asked')
    await it.locator('button[value=reject]').press('Enter')
    await it.waitForURL(/#statement$/)
    assert.equal(await decided(it), before + 1)
    await it.locator('#kind').selectOption('target')
    await it.locator('.review-filter button').press('Enter')
    assert.ok((await it.locator('#f-quantity').count()) > 0, 'a target has a number')
  })
})
