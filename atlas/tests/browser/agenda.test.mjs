// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What is agreed: each page in both languages; the matrix by keyboard, on a narrow screen and on paper; a new log.
import assert from 'node:assert/strict'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { calm, fits, focused, page, tabTo, wrongOn } from './person.mjs'
import { stage } from './program.mjs'

const the = stage()
const AREA = 'XW010101'
const QUIET = 'XW010102'

/** All pages of what is agreed: name, path, status. */
function screens(language) {
  const at = (dutch, english) => `/${language}/${language === 'nl' ? dutch : english}`
  return [
    ['agendas', at('agenda', 'agenda'), 200],
    ['agenda', at(`agenda/${AREA}`, `agenda/${AREA}`), 200],
    ['agenda of a municipality', at('agenda/XG0101', 'agenda/XG0101'), 200],
    ['agenda, none', at('agenda/XB01010114', 'agenda/XB01010114'), 404],
    ['holes', at(`gaten/${AREA}`, `holes/${AREA}`), 200],
    ['holes, none', at(`gaten/${QUIET}`, `holes/${QUIET}`), 200],
    ['delivery', at(`uitvoering/${AREA}`, `delivery/${AREA}`), 200],
    ['delivery, nothing said', at(`uitvoering/${QUIET}`, `delivery/${QUIET}`), 200],
    ['changed', at(`veranderd/${AREA}-v1/${AREA}-v2`, `changed/${AREA}-v1/${AREA}-v2`), 200],
    ['ledger', at('kasboek', 'ledger'), 200],
    ['ledger of an area', at(`kasboek/${AREA}`, `ledger/${AREA}`), 200],
    ['log', at('logboek', 'log'), 200],
    ['log, older', at('logboek/3', 'log/3'), 200],
    ['area with an agenda', at(`gebied/${AREA}`, `area/${AREA}`), 200],
    ['story', at('donderdag', 'thursday'), 200],
  ]
}

for (const [language, colorScheme] of [['nl', 'light'], ['en', 'light'], ['nl', 'dark']]) {
  test(`pages of what is agreed in ${language}, ${colorScheme}: axe finds nothing, nothing fails, nothing sticks out at 320 px`, async () => {
    const wrong = await wrongOn(the.browser, the.served.address, screens(language), colorScheme)
    assert.deepEqual(wrong, [])
    assert.equal(the.served.said(), '', 'the server had nothing to say')
  })
}

test('the matrix is walked with the arrows, each cell says where it is, Escape and Tab lead out', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/agenda/${AREA}`)
  await tabTo(it, '(it) => it.matches("[role=gridcell]")')
  assert.match(await focused(it), /^Te weinig geld om rond te komen × Gemeente Ambermonde \(verzonnen\): 1 maatregel/)
  await it.keyboard.press('ArrowRight')
  assert.match(await focused(it), /^Te weinig geld om rond te komen × Woningcorporatie/)
  // A row that nobody works on.
  for (let presses = 0; presses < 30 && !/gat$/.test(await focused(it)); presses += 1) await it.keyboard.press('ArrowDown')
  assert.match(await focused(it), /^Geweld achter de voordeur × Woningcorporatie De Sleutel \(verzonnen\): 0 maatregelen, gat$/)
  // The end of a row comes into view, and its beginning again.
  await it.keyboard.press('End')
  const seen = await it.evaluate(() => {
    const [cell, region] = [document.activeElement.getBoundingClientRect(), document.querySelector('.matrix-region').getBoundingClientRect()]
    return cell.left >= region.left - 1 && cell.right <= region.right + 1
  })
  assert.ok(seen, 'the cell in use is in view')
  await it.keyboard.press('Home')
  assert.match(await focused(it), /Geweld achter de voordeur.*gat: geen maatregel/)
  await it.keyboard.press('Control+Home')
  assert.equal(await it.evaluate(() => document.activeElement.getAttribute('role')), 'columnheader')
  // One cell can be reached by Tab, and one only.
  assert.equal(await it.locator('.matrix [tabindex="0"]').count(), 1)
  // Into a cell, to what is in it, and out again.
  await it.keyboard.press('ArrowDown')
  await it.keyboard.press('ArrowRight')
  await it.keyboard.press('Enter')
  assert.match(await it.evaluate(() => document.activeElement.getAttribute('href')), /^#a\d+$/)
  await it.keyboard.press('Escape')
  assert.equal(await it.evaluate(() => document.activeElement.getAttribute('role')), 'gridcell')
  await it.keyboard.press('Escape')
  assert.equal(await it.evaluate(() => document.activeElement.id), 'after-matrix')
  await it.keyboard.press('Shift+Tab')
  assert.equal(await it.evaluate(() => document.activeElement.getAttribute('role')), 'gridcell', 'back to the same cell')
  await it.keyboard.press('Tab')
  assert.ok(!(await it.evaluate(() => Boolean(document.activeElement.closest('.matrix')))), 'Tab leads out')
  // Enter on an action leads to its row.
  await it.keyboard.press('Shift+Tab')
  await it.keyboard.press('Enter')
  await it.keyboard.press('Enter')
  assert.match(it.url(), /#a\d+$/)
  calm(it, 'walking the matrix')
})

test('without script the matrix is a table in a region that can be reached and moved', async () => {
  const it = await page(the.browser, { javaScriptEnabled: false })
  await it.goto(`${the.served.address}/nl/agenda/${AREA}`)
  assert.equal(await it.locator('[role=grid]').count(), 0)
  assert.equal(await it.locator('.matrix-region[tabindex="0"][aria-label]').count(), 1)
  assert.ok((await it.locator('.matrix tbody th[scope=row]').count()) > 10)
  assert.equal(await it.locator('#matrix-keys').isVisible(), false, 'keys that do nothing are not told of')
})

test('on paper the matrix lies on its side, and the rest stands', async () => {
  const it = await page(the.browser)
  await it.goto(`${the.served.address}/nl/agenda/${AREA}`)
  const plain = (await it.pdf({ preferCSSPageSize: true })).toString('latin1')
  const boxes = [...plain.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/g)].map(([, wide, high]) => Number(wide) > Number(high))
  const n = boxes.filter(Boolean).length
  assert.ok(n >= 1 && n <= 3, `${n} sheets on their side`)
  assert.ok(boxes.length > n, 'and others that stand')
  // Nothing of the matrix lies beside its sheet: 277 mm of 96 to the inch.
  await it.setViewportSize({ width: 1047, height: 720 })
  await it.emulateMedia({ media: 'print' })
  assert.deepEqual(await fits(it), [])
  calm(it, 'the agenda on paper')
})

test('a new log is shown within a few seconds, and a damaged one is told, without a new build', async () => {
  const { dir, address } = the.served
  const file = join(dir, 'agenda/log.jsonl')
  const whole = readFileSync(file)
  const put = (bytes) => {
    writeFileSync(`${file}.next`, bytes)
    renameSync(`${file}.next`, file)
  }
  const get = async (path) => (await fetch(address + path)).text()
  const shown = async (pattern) => {
    const since = Date.now()
    while (!pattern.test(await get('/nl/logboek'))) {
      assert.ok(Date.now() - since < 10_000, `${pattern}`)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return Date.now() - since
  }
  await shown(/238 gebeurtenissen/)
  const tag = (await fetch(`${address}/nl/agenda/${AREA}`)).headers.get('etag')
  const lines = whole.toString('utf8').split('\n')
  // An act that was not finished was never acknowledged.
  // The last line of an act, and half of the next act behind it.
  const ends = lines.slice(0, 100).flatMap((line, at) => (JSON.parse(line).body.part[0] === JSON.parse(line).body.part[1] ? [at + 1] : []))
  const n = ends.at(-2)
  put(`${lines.slice(0, ends.at(-1) - 1).join('\n')}\n{"body":`)
  const taken = await shown(new RegExp(`\\D${n} gebeurtenissen`))
  assert.ok(taken < 4_000, `${taken} ms`)
  assert.notEqual((await fetch(`${address}/nl/agenda`)).headers.get('etag'), tag)
  put(whole.toString('utf8').replace('Huiswerkklas', 'Huiswerkclub'))
  await shown(/klopt niet vanaf regel 41/)
  assert.equal((await fetch(`${address}/nl/agenda/${AREA}`)).status, 503)
  assert.equal((await fetch(`${address}/nl/gebied/${AREA}`)).status, 200)
  put(whole)
  await shown(/238 gebeurtenissen/)
  assert.equal((await fetch(`${address}/nl/agenda/${AREA}`)).headers.get('etag'), tag, 'the same log is the same answer')
})
