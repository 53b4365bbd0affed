// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What was asked and promised: each page in both languages; filters without script and by keyboard; from a quote to its sentence.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calm, page, tabTo, wrongOn } from './person.mjs'
import { json, stage } from './program.mjs'

const the = stage()

/** All pages of documents: name, path, status. */
function screens(language) {
  const at = (dutch, english) => `/${language}/${language === 'nl' ? dutch : english}`
  const of = (dutch, english) => at(`documenten/${dutch}`, `documents/${english}`)
  return [
    ['documents', at('documenten', 'documents'), 200],
    ['document that promises', of('programma', 'programma'), 200],
    ['document that asks', of('manifest', 'manifest'), 200],
    ['document, none', of('niets', 'nothing'), 404],
    ['text', of('programma/tekst', 'programma/text'), 200],
    ['answers', of('manifest/antwoorden', 'manifest/answers'), 200],
    ['answers, none', of('programma/antwoorden', 'programma/answers'), 404],
    ['promises', of('programma/toezeggingen', 'programma/promises'), 200],
    ['promises, some', of('programma/toezeggingen?framing=area&with=money', 'programma/promises?framing=area&with=money'), 200],
    ['promises, no such filter', of('programma/toezeggingen?with=all', 'programma/promises?with=all'), 400],
    ['side by side', of('manifest/naast/programma', 'manifest/beside/programma'), 200],
    ['side by side, two recipes', of('programma/naast/area-plan', 'programma/beside/area-plan'), 200],
  ]
}

for (const [language, colorScheme] of [['nl', 'light'], ['en', 'light'], ['nl', 'dark']]) {
  test(`pages of documents in ${language}, ${colorScheme}: axe finds nothing, nothing fails, nothing sticks out at 320 px`, async () => {
    // What is not there looks like every page that is not there, which has its own test in the dark.
    const shown = screens(language).filter(([, , status]) => colorScheme === 'light' || status === 200)
    const wrong = await wrongOn(the.browser, the.served.address, shown, colorScheme)
    assert.deepEqual(wrong, [])
    assert.equal(the.served.said(), '', 'the server had nothing to say')
  })
}

test('promises are filtered without script and by keyboard, and what is shown is what programs get', async () => {
  const it = await page(the.browser, { javaScriptEnabled: false })
  await it.goto(`${the.served.address}/nl/documenten/programma/toezeggingen`)
  const { document } = await json(the.served.address, '/v1/documents/programma')
  const promises = document.statements.filter((one) => one.commitment)
  assert.equal(await it.locator('.document-promises tbody tr').count(), promises.length)
  await tabTo(it, '(it) => it.id === "filter-with"')
  await it.keyboard.press('ArrowDown')
  await it.keyboard.press('ArrowDown')
  await tabTo(it, '(it) => it.matches(".document-filters button")')
  await it.keyboard.press('Enter')
  await it.waitForURL(/with=money/)
  const money = promises.filter((one) => one.money.some((amount) => amount.role === 'money'))
  assert.ok(money.length > 0 && money.length < promises.length)
  const shown = await it.locator('.document-promises tbody th').allInnerTexts()
  assert.deepEqual(shown, money.map((one) => one.quote))
  await it.context().close()
})

test('a quote leads to its sentence in the text, which is marked', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/documenten/programma/toezeggingen?framing=area`)
  const row = it.locator('.document-promises tbody tr').first()
  const quote = await row.locator('th').innerText()
  await row.locator('a').press('Enter')
  await it.waitForURL(/#z-\d+$/)
  const target = it.locator(':target')
  // What a mark says aloud is no part of the sentence.
  const read = await target.evaluate((sentence) => {
    const copy = sentence.cloneNode(true)
    for (const hidden of copy.querySelectorAll('.vh')) hidden.remove()
    return copy.textContent
  })
  assert.equal(read.replace(/\s+/g, ' ').trim(), quote.replace(/\s+/g, ' ').trim())
  assert.ok(await target.isVisible())
  calm(it, 'a quote')
  await it.context().close()
})

test('on paper nothing of a table of promises is cut off', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/documenten/programma/toezeggingen`)
  await it.emulateMedia({ media: 'print' })
  await it.setViewportSize({ width: 718, height: 1000 })
  const wide = await it.evaluate(() => document.querySelector('.document-promises').getBoundingClientRect().right - innerWidth)
  assert.ok(wide <= 1, `the table sticks out by ${wide} px`)
  await it.context().close()
})
