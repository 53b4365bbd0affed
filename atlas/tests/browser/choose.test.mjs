// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The workbench: what the script counts is what the server counts; undo, the keyboard, what is kept, a narrow screen, paper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { accessible, calm, page, tabTo, wrongOn } from './person.mjs'
import { kapstok, region, serve, stage } from './program.mjs'

const the = stage()
const CHOICE = 'twaalf-buurten'
const path = (language = 'nl') => `/${language}/${language === 'nl' ? 'kiezen' : 'choose'}/${CHOICE}`

/** What the page says of the choice that is ticked. */
const said = (it) =>
  it.evaluate(() => {
    const text = (id) => document.getElementById(id).textContent.replace(/\s+/g, ' ').trim()
    const lines = (id) => [...document.querySelectorAll(`#${id} > li`)].map((line) => line.textContent.trim())
    return {
      first: text('first-line'),
      card: ['areas', 'residents', 'objective', 'differs'].map((name) => text(`score-${name}`)),
      domains: [...document.querySelectorAll('#score-domains tbody td')].map((cell) => cell.textContent),
      broken: lines('broken'),
      changes: lines('changes'),
      paper: lines('paper-areas'),
      current: [...document.querySelectorAll('#current td')].map((cell) => cell.textContent),
      ticked: [...document.querySelectorAll('tr[data-at] input:checked')].map((box) => box.value),
    }
  })

const box = (it, n) => it.locator('tr[data-at] input[type=checkbox]').nth(n)

for (const language of ['nl', 'en']) {
  test(`whatever is ticked in ${language}, the script and the server say the same`, async () => {
    const live = await page(the.browser)
    const asked = await page(the.browser, { javaScriptEnabled: false })
    await live.goto(the.served.address + path(language))
    await asked.goto(the.served.address + path(language))
    assert.deepEqual(await said(live), await said(asked), 'as the rule made it')
    const n = await live.locator('tr[data-at]').count()
    assert.ok(n > 12, `${n} areas`)
    // From the first to the last of the list in steps that meet all kinds: chosen ones, others, without a figure.
    for (let step = 0; step < 24; step += 1) {
      const at = step % 2 === 0 ? (step * 7) % n : n - 1 - ((step * 5) % n)
      await box(live, at).press('Space')
      const address = new URL(live.url())
      await asked.goto(`${the.served.address}${path(language)}${address.search}`)
      assert.deepEqual(await said(live), await said(asked), `after ${step + 1} toggles: ${address.search}`)
    }
    calm(live, 'toggling')
    for (const it of [live, asked]) await it.context().close()
    assert.equal(the.served.said(), '', 'the server had nothing to say')
  })
}

test('a form without script gives the page of any other areas', async () => {
  const it = await page(the.browser, { javaScriptEnabled: false })
  await it.goto(the.served.address + path())
  const before = await said(it)
  assert.equal(await it.locator('#undo').isVisible(), false, 'what does nothing is not shown')
  await box(it, 0).press('Space')
  await it.locator('#recount').click()
  const after = await said(it)
  assert.notDeepEqual(after.ticked, before.ticked)
  assert.equal(after.changes.length, 1)
  assert.match(after.changes[0], /kapstok choose change MAP REGEL --(in|out) \S+ --by ROL --reason/)
  await it.locator('#back').click()
  assert.deepEqual((await said(it)).ticked, before.ticked)
  calm(it, 'the form')
})

test('by keyboard: tick, hear what it does, undo, redo, and back to the rule', async () => {
  const it = await page(the.browser)
  await it.goto(the.served.address + path())
  const before = await said(it)
  await tabTo(it, '(it) => it.matches("tr[data-at] input[type=checkbox]")')
  await it.keyboard.press('Space')
  const status = it.locator('#choose-said')
  assert.match(await status.textContent(), /^(Erbij|Eruit): .+\d,\d\s%/)
  const changed = await said(it)
  assert.notDeepEqual(changed, before)
  await it.keyboard.press('Control+z')
  assert.deepEqual(await said(it), before)
  assert.match(await status.textContent(), /^Teruggezet\./)
  await it.keyboard.press('Control+y')
  assert.deepEqual(await said(it), changed)
  await tabTo(it, '(it) => it.id === "undo"', null, 'Shift+Tab')
  await it.keyboard.press('Enter')
  assert.deepEqual(await said(it), before)
  assert.equal(await it.evaluate(() => document.activeElement.id), 'redo', 'a button that can do no more hands on the focus')
  await box(it, 1).press('Space')
  await it.locator('#reset').press('Enter')
  assert.deepEqual(await said(it), before)
  calm(it, 'the keyboard')
})

test('the bars show value, chance or certainty, and the figures stay', async () => {
  const it = await page(the.browser)
  await it.goto(the.served.address + path())
  const widths = () => it.evaluate(() => [...document.querySelectorAll('.choose-list rect')].map((bar) => bar.getAttribute('width')))
  const before = await said(it)
  for (const bars of ['chance', 'sure', 'counts']) {
    await it.locator(`input[name=bars][value=${bars}]`).check()
    const live = await widths()
    const asked = await page(the.browser, { javaScriptEnabled: false })
    await asked.goto(`${the.served.address}${path()}?bars=${bars}`)
    const made = await asked.evaluate(() => [...document.querySelectorAll('.choose-list rect')].map((bar) => bar.getAttribute('width')))
    assert.deepEqual(live.map(Number), made.map(Number), bars)
    await asked.context().close()
  }
  assert.deepEqual(await said(it), before)
  calm(it, 'the bars')
})

test('what is kept stays on this computer, is shown beside the rule, and can be taken away', async () => {
  const it = await page(the.browser)
  await it.goto(the.served.address + path())
  const sent = []
  await box(it, 0).press('Space')
  const kept = await said(it)
  // The icon of the page comes late.
  await it.waitForLoadState('networkidle')
  it.on('request', (request) => sent.push(request.url()))
  await it.locator('#save-name').fill('Zonder <b>de eerste</b>')
  await it.locator('#save-note').fill('voor donderdag')
  await it.locator('#save-note').press('Enter')
  assert.match(await it.locator('#save-said').textContent(), /Bewaard op deze computer: Zonder <b>de eerste<\/b>/)
  assert.deepEqual(sent, [], 'nothing was sent')
  await it.goto(the.served.address + path())
  const row = it.locator('tr[data-kept]')
  assert.equal(await row.count(), 1, 'it is there the next time')
  assert.match(await row.locator('th').textContent(), /Zonder <b>de eerste<\/b>.*voor donderdag/)
  assert.deepEqual(await row.locator('td').allTextContents(), kept.current)
  await row.locator('button').first().press('Enter')
  assert.deepEqual((await said(it)).ticked, kept.ticked)
  await row.locator('button').nth(1).press('Enter')
  assert.equal(await row.count(), 0)
  assert.equal(await it.evaluate(() => document.activeElement.id), 'save-name')
  await it.reload()
  assert.equal(await it.locator('tr[data-kept]').count(), 0)
  calm(it, 'what is kept')
})

for (const [language, colorScheme] of [['nl', 'light'], ['en', 'light'], ['nl', 'dark']]) {
  test(`the workbench in ${language}, ${colorScheme}: axe finds nothing, nothing sticks out at 320 px`, async () => {
    const list = path(language).replace(`/${CHOICE}`, '')
    const screens = [list, path(language), `${path(language)}?own=1`].map((at) => ['workbench', at, 200])
    const wrong = await wrongOn(the.browser, the.served.address, screens, colorScheme)
    assert.deepEqual(wrong, [])
  })
}

test('on paper it is one sheet: rule, areas, reached and missed, changes, two lines to sign, and no control', async () => {
  const it = await page(the.browser)
  await it.goto(the.served.address + path())
  for (const n of [0, 3, 12]) await box(it, n).press('Space')
  const plain = (await it.pdf({ preferCSSPageSize: true })).toString('latin1')
  assert.equal([...plain.matchAll(/\/Type\s*\/Page[^s]/g)].length, 1, 'one sheet')
  await it.emulateMedia({ media: 'print' })
  for (const hidden of ['#bench', '#save', '#undo', '.choose-scenarios', '#changes pre', 'header .search']) {
    assert.equal(await it.locator(hidden).first().isVisible(), false, hidden)
  }
  for (const shown of ['#first-line', '.hash', '#score-domains', '#broken', '#changes', '#paper-areas', '.choose-build', '.choose-invented']) {
    assert.equal(await it.locator(shown).isVisible(), true, shown)
  }
  assert.equal(await it.locator('.choose-sign:visible').count(), 2)
  calm(it, 'paper')
})

test('on the map: a click is a tick, the colours are those of the bars, and the line is around what is in', async () => {
  const it = await page(the.browser)
  await it.goto(the.served.address + path())
  const shape = (at) => it.locator(`.choose-picture path[data-at="${at}"]`)
  const at = await it.locator('tr[data-at]').first().getAttribute('data-at')
  const isIn = async () => (await shape(at).getAttribute('class')).includes('is-in')
  assert.equal(await isIn(), await box(it, 0).isChecked())
  const before = await isIn()
  await shape(at).click()
  assert.equal(await isIn(), !before)
  assert.equal(await box(it, 0).isChecked(), !before)
  assert.match(await it.locator('#choose-said').textContent(), /^(Erbij|Eruit): /)
  // What the script draws is what the server draws at that address, whichever thing the bars show.
  for (const bars of ['chance', 'sure', 'counts']) {
    await it.locator(`input[name=bars][value=${bars}]`).check()
    const drawn = () => it.evaluate(() => Object.fromEntries([...document.querySelectorAll('.choose-picture path')].map((path) => [path.dataset.at, [...path.classList].sort().join(' ')])))
    const live = await drawn()
    const legend = await it.locator('.choose-legend:visible').getAttribute('data-legend')
    assert.equal(legend, bars)
    await it.reload()
    assert.deepEqual(await drawn(), live, bars)
  }
  // The way to the gap goes with what is ticked.
  const gap = new URL(await it.locator('#gap-link').getAttribute('href'), the.served.address)
  assert.deepEqual(gap.searchParams.getAll('in').sort(), (await said(it)).ticked.sort())
  calm(it, 'the map')
})

test('at the desk a change is written with role and reason, and what is refused keeps what was typed', async () => {
  const dir = region()
  const desk = await serve(dir, ['choose', 'desk', dir, '--by', 'secretaris', '--port', '0'], new RegExp(`http://[\\d.:]+/desk/\\w+${path()}`))
  try {
    const it = await page(the.browser)
    await it.goto(desk.address)
    const before = (await said(it)).ticked
    await box(it, 0).press('Space')
    await it.locator('#changes button').first().press('Enter')
    const code = await box(it, 0).getAttribute('value')
    assert.equal(await it.locator('#desk-area').inputValue(), code)
    assert.equal(await it.locator('input[name=act][value=out]').isChecked(), before.includes(code))
    // The reason has the focus, and to undo in it is to undo what was typed there.
    await it.keyboard.type('de raad wil het')
    const ticked = (await said(it)).ticked
    await it.keyboard.press('Control+z')
    assert.deepEqual((await said(it)).ticked, ticked)
    await it.locator('#desk-reason').fill('de raad wil het')
    assert.deepEqual(await accessible(it), [])
    await it.locator('#desk button[type=submit]').press('Enter')
    await it.waitForURL(/#h-record$/)
    assert.match(await it.locator('.choose-events').textContent(), /secretaris .+ Reden: de raad wil het/)
    assert.deepEqual((await said(it)).ticked, ticked, 'what was ticked stays ticked')
    assert.match(kapstok('agenda', 'log', dir), /de raad wil het/)
    assert.match(kapstok('agenda', 'verify', dir), /\S/)
    // An area that is none: the form comes back as it was, and the page goes on.
    await it.locator('#desk-area').fill('XX999')
    await it.locator('input[name=act][value=in]').check()
    await it.locator('#desk-reason').fill('een reden')
    await it.locator('#desk button[type=submit]').press('Enter')
    await it.locator('#desk [role=alert]').waitFor()
    assert.equal(await it.locator('#desk-area').inputValue(), 'XX999')
    assert.equal(await it.locator('#desk-reason').inputValue(), 'een reden')
    await box(it, 1).press('Space')
    await it.reload()
    assert.equal(await it.locator('#desk').count(), 1, 'the address is that of the desk again')
  } finally {
    desk.stop()
  }
})
