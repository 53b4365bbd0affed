// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The exported site: from a plain host of files, below a folder of it, and from a folder without any host.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { accessible, calm, fits, open, page } from './person.mjs'
import { kapstok, region } from './program.mjs'
import { AREA, INDICATOR, RECIPE } from './screens.mjs'

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' }

/** A host that knows nothing but files, and says nothing of gzip; everything lies below `/shared/`. */
function host(folder) {
  const [missed, given] = [[], []]
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x')
    let path = join(folder, normalize(decodeURIComponent(pathname.replace(/^\/shared\//, '/'))))
    try {
      if (statSync(path).isDirectory()) path = join(path, 'index.html')
      if (!pathname.startsWith('/shared/')) throw new Error('not below the folder')
      const bytes = readFileSync(path)
      given.push(pathname)
      response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(bytes)
    } catch {
      missed.push(pathname)
      response.writeHead(404).end()
    }
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve({ server, missed, given, address: `http://127.0.0.1:${server.address().port}/shared` })))
}

let browser, dir, folder, hosted
before(async () => {
  dir = region()
  folder = join(mkdtempSync(join(tmpdir(), 'kapstok-site-')), 'site')
  kapstok('export', 'site', dir, '--out', folder)
  hosted = await host(folder)
  browser = await open()
})
after(async () => {
  await browser?.close()
  hosted?.server.close()
  for (const one of [dir, folder && join(folder, '..')]) if (one) rmSync(one, { recursive: true, force: true })
})

const PAGES = {
  start: 'nl/index.html',
  search: 'nl/zoek.html?q=veld',
  map: `nl/kaart.html?gebied=${AREA}`,
  'map in English': 'en/map.html',
  'map in a frame': 'embed/nl/kaart.html',
  area: `nl/gebied/${AREA}.html`,
  'area in English': `en/area/${AREA}.html`,
  figures: 'nl/cijfers.html',
  table: `nl/cijfers/${INDICATOR}/neighbourhood.html`,
  why: `nl/waarom/${AREA}/${INDICATOR}.html`,
  sources: 'en/sources.html',
  method: `nl/methode/${RECIPE}.html`,
  downloads: 'nl/downloads.html',
  'not there': '404.html',
}

async function settled(it) {
  await it.waitForLoadState('networkidle')
  if (await it.locator('#atlas').count()) await it.locator('#atlas button').first().waitFor()
}

test('each page of the site: axe finds nothing, nothing is missed, nothing sticks out at 320 px', async () => {
  const wrong = []
  for (const [name, path] of Object.entries(PAGES)) {
    const it = await page(browser)
    await it.goto(`${hosted.address}/${path}`)
    await settled(it)
    wrong.push(...(await accessible(it)).map((one) => `${name}: ${one}`))
    await it.setViewportSize({ width: 320, height: 640 })
    wrong.push(...(await fits(it)).map((one) => `${name}: ${one}`))
    calm(it, name)
    await it.context().close()
  }
  assert.deepEqual(wrong, [])
  assert.deepEqual(hosted.missed, [], 'every file that a page asked for was there')
})

test('the first page leads on in the language of the browser', async () => {
  for (const [locale, language] of [['nl-NL', 'nl'], ['en-GB', 'en'], ['de-DE', 'nl']]) {
    const it = await page(browser, { locale })
    await it.goto(`${hosted.address}/`)
    await it.waitForURL(`**/${language}/index.html`)
    await it.context().close()
  }
})

test('an area is found by its name, by its code and in a municipality', async () => {
  const it = await page(browser)
  await it.goto(`${hosted.address}/nl/index.html`)
  await it.locator('#where').fill('amberhoek')
  await it.locator('.big-search button').click()
  await it.waitForURL(/zoek\.html\?q=amberhoek/)
  assert.match(await it.locator('#found').innerText(), /^1 gebied gevonden/)
  assert.match(await it.locator('#results').innerText(), new RegExp(`Amberhoek buurt in .* · ${AREA}`))
  await it.locator('#results a').click()
  assert.equal(await it.locator('h1').innerText(), 'Amberhoek')
  const above = await it.locator('.area-title .lede a').allInnerTexts()
  const [district, municipality] = above
  for (const query of [AREA.toLowerCase(), `amberh, ${district}`, `amberh, ${municipality.toLowerCase()}`]) {
    await it.goto(`${hosted.address}/nl/zoek.html?q=${encodeURIComponent(query)}`)
    assert.deepEqual(await it.locator('#results a').allInnerTexts(), ['Amberhoek'], query)
    assert.equal(await it.locator('#q').inputValue(), query)
  }
  await it.goto(`${hosted.address}/nl/zoek.html?q=amberh,+nergens`)
  assert.match(await it.locator('#found').innerText(), /^Geen gebied heet/)
  await it.locator('#q').fill('<img src=x onerror=alert(1)>')
  await it.keyboard.press('Enter')
  await it.waitForURL(/onerror/)
  assert.match(await it.locator('#found').innerText(), /Geen gebied heet ‘<img/)
  assert.ok(await it.locator('main li a').first().isVisible(), 'the list stays below')
  calm(it, 'the search')
})

test('the map shows another figure, an area and its page', async () => {
  const it = await page(browser)
  await it.goto(`${hosted.address}/nl/kaart.html?level=neighbourhood&lock=1&area=${AREA}`)
  await it.locator('.atlas-card').waitFor()
  await settled(it)
  // The map takes the place of the picture.
  await it.locator('#fallback').waitFor({ state: 'hidden' })
  const shown = it.locator('.atlas-card', { hasText: /met een laag inkomen · 2024/ })
  assert.equal(await shown.count(), 0, 'first what comes together')
  const panel = it.locator('.atlas-panel')
  const figure = panel.locator('.atlas-thing', { hasText: 'Volwassenen in een huishouden met een laag inkomen' }).first()
  if (!(await figure.isVisible())) await panel.locator('summary', { hasText: /inkomen/i }).first().click()
  await figure.click()
  await it.waitForURL(new RegExp(`show=${INDICATOR}`))
  await shown.waitFor()
  for (const wanted of [/\/tiles\/\d+\/\d+\/\d+\.pbf$/, new RegExp(`/columns/${INDICATOR}/\\d+\\.bin$`), /\/areas\.json$/]) {
    assert.ok(hosted.given.some((path) => wanted.test(path)), `${wanted}`)
  }
  const links = await it.locator('.atlas-card a').evaluateAll((all) => all.map((one) => one.href))
  assert.ok(links.length >= 3, `${links}`)
  for (const link of links) assert.equal((await fetch(link)).status, 200, link)
  await it.locator('.atlas-card a.atlas-button--main').click()
  assert.equal(await it.locator('h1').innerText(), 'Amberhoek')
  assert.deepEqual(hosted.missed, [])
  calm(it, 'the map')
})

test('rows are put in another order, and it is said which', async () => {
  const it = await page(browser)
  await it.goto(`${hosted.address}/${PAGES.table}`)
  const names = () => it.locator('table.rows tbody th a').allInnerTexts()
  const values = () => it.locator('table.rows tbody td[data-value]').evaluateAll((all) => all.map((one) => one.dataset.value))
  const byName = await names()
  await it.locator('table.rows thead button').nth(2).click()
  const highest = (await values()).map((text) => (text === '' ? -Infinity : Number(text)))
  assert.deepEqual(highest, [...highest].sort((a, b) => b - a), 'highest first, those without a figure last')
  assert.equal(await it.locator('th[aria-sort]').getAttribute('aria-sort'), 'descending')
  assert.match(await it.locator('#order').innerText(), /hoogste eerst/)
  await it.locator('table.rows thead button').nth(2).click()
  assert.match(await it.locator('#order').innerText(), /laagste eerst/)
  await it.locator('table.rows thead button').first().click()
  assert.deepEqual(await names(), byName)
  assert.deepEqual(await accessible(it), [])
  calm(it, 'the table')
})

test('without JavaScript every page is there to read, and areas are chosen from a list', async () => {
  for (const [name, path] of Object.entries(PAGES)) {
    const it = await page(browser, { javaScriptEnabled: false })
    await it.goto(`${hosted.address}/${path}`)
    const words = await it.locator('main').innerText()
    assert.ok(words.length > 60, `${name}: ${words}`)
    await it.context().close()
  }
  const it = await page(browser, { javaScriptEnabled: false })
  await it.goto(`${hosted.address}/index.html`)
  await it.getByRole('link', { name: 'Nederlands' }).click()
  await it.locator('#where').fill('amberhoek')
  await it.locator('.big-search button').click()
  assert.match(await it.locator('#found').innerText(), /Kies een gebied uit de lijst/)
  await it.getByRole('link', { name: 'Amberhoek', exact: true }).click()
  assert.equal(await it.locator('h1').innerText(), 'Amberhoek')
  await it.goto(`${hosted.address}/nl/kaart.html`)
  assert.ok(await it.locator('main svg.map').first().isVisible(), 'a map is drawn')
  assert.ok((await it.locator('main table tbody tr').count()) > 2, 'and stands as a table')
})

test('from a folder of a drive: pages, style, search and order of rows work, and the map says why it stands still', async () => {
  const it = await page(browser)
  const at = (path) => {
    const [name, query] = path.split('?')
    return pathToFileURL(join(folder, name)).href + (query ? `?${query}` : '')
  }
  await it.goto(at('index.html'))
  await it.waitForURL(/nl\/index\.html$/)
  await it.locator('#where').fill('amberhoek')
  await it.locator('.big-search button').click()
  await it.locator('#results a').click()
  assert.equal(await it.locator('h1').innerText(), 'Amberhoek')
  assert.match(await it.evaluate(() => getComputedStyle(document.body).fontFamily), /Source Sans/)
  assert.ok(await it.evaluate(async () => (await document.fonts.ready, [...document.fonts].some((font) => font.status === 'loaded'))), 'its fonts too')
  await it.goto(at(PAGES.table))
  await it.locator('table.rows thead button').nth(2).click()
  assert.match(await it.locator('#order').innerText(), /hoogste eerst/)
  await it.goto(at(PAGES.map))
  assert.match(await it.locator('#fallback').innerText(), /een browser laadt zo'n kaart niet uit een map/)
  assert.ok(await it.locator('#fallback svg.map').first().isVisible())
  calm(it, 'a folder')
})
