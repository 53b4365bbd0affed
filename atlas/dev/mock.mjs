// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// A stand-in for the server: the invented region over the same addresses, for trying out the atlas by itself.
//
// Run `npm run build`, then `npm run dev`. `/mock/break/tiles` (columns, areas, catalogue) makes those fail, `/mock/break/` repairs.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import GeoJSONVT from 'geojson-vt'
import vtpbf from 'vt-pbf'
import { makeRegion } from './region.mjs'

const here = new URL('..', import.meta.url)
const region = makeRegion()
const tiles = Object.fromEntries(
  Object.entries(region.shapes).map(([level, shapes]) => [level, new GeoJSONVT(shapes, { maxZoom: 12, indexMaxZoom: 8, tolerance: 2, buffer: 64 })]),
)
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
const TYPES = { js: 'text/javascript', css: 'text/css', mjs: 'text/javascript', svg: 'image/svg+xml', map: 'application/json' }

/** What answers 503 for now. */
const broken = new Set()

function page(language, embedded) {
  const nl = language === 'nl'
  const path = nl ? 'kaart' : 'map'
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${nl ? 'Kaart' : 'Map'} · Kapstok</title>
<link rel="stylesheet" href="/mock.css"><link rel="stylesheet" href="/assets/atlas/atlas.css"></head>
<body>${embedded ? '' : `<header class="mock-head"><strong>Kapstok</strong><form action="/${language}"><input id="search" aria-label="${nl ? 'Zoek' : 'Search'}"></form></header>`}
<main><h1${embedded ? ' class="mock-small"' : ''}>${nl ? 'Kaart' : 'Map'}</h1>
<div id="atlas" data-catalogue="/v1/catalogue" data-words="/assets/words.${language}.ftl" data-area="/${language}/${nl ? 'gebied' : 'area'}/{code}"
 data-compare="/${language}/${nl ? 'vergelijk' : 'compare'}/{code}/{other}" data-why="/${language}/${nl ? 'waarom' : 'why'}/{code}/{indicator}/{period}"
 data-table="/${language}/${nl ? 'cijfers' : 'figures'}/{indicator}/{level}/{period}" data-embed="/embed/${language}/${path}" data-embedded="${embedded}"></div>
<div id="fallback"><p>${nl ? 'Hier staat de kaart zonder script.' : 'Here is the map without script.'}</p></div>
</main><script type="module" src="/assets/atlas/atlas.js"></script></body></html>`
}

const STYLE = `body{margin:0;font-family:system-ui,"DejaVu Sans",sans-serif;background:#faf9f6;color:#1c2430}
.mock-head{display:flex;gap:1rem;align-items:center;padding:.6rem 1rem;border-bottom:1px solid #ddd}main{padding:0 1rem 2rem}h1{font-size:1.4rem;margin:.6rem 0}.mock-small{font-size:1rem}
@media (prefers-color-scheme:dark){body{background:#11161d;color:#e8e6e1}}`

function answer(request) {
  const url = new URL(request.url, 'http://localhost')
  const path = decodeURIComponent(url.pathname)
  const match = (pattern) => pattern.exec(path)
  let found
  if ((found = match(/^\/(embed\/)?(nl|en)\/(kaart|map)$/))) return { type: 'text/html; charset=utf-8', body: page(found[2], Boolean(found[1])) }
  if (path === '/mock.css') return { type: 'text/css', body: STYLE }
  if ((found = match(/^\/mock\/break\/(\w*)$/))) {
    broken.clear()
    if (found[1]) broken.add(found[1])
    return { type: 'text/plain', body: 'ok' }
  }
  if ((found = match(/^\/assets\/words\.(nl|en)\.ftl$/))) return { type: 'text/plain; charset=utf-8', file: `../text/${found[1]}.ftl` }
  if ((found = match(/^\/assets\/atlas\/([\w./-]+\.(\w+))$/)) && !path.includes('..')) return { type: TYPES[found[2]] ?? 'application/octet-stream', file: `dist/${found[1]}` }
  if (path === '/v1/catalogue') return broken.has('catalogue') ? null : { type: 'application/json', body: JSON.stringify(region.catalogue) }
  if ((found = match(/^\/v1\/collections\/(\w+)\/tiles\/WebMercatorQuad\/(\d+)\/(\d+)\/(\d+)$/)) && !broken.has('tiles')) {
    const tile = tiles[found[1]]?.getTile(Number(found[2]), Number(found[4]), Number(found[3]))
    return { type: 'application/vnd.mapbox-vector-tile', body: Buffer.from(vtpbf.fromGeojsonVt({ areas: tile ?? { features: [] } }, { version: 2 })) }
  }
  if ((found = match(/^\/v1\/columns\/(\w+)$/)) && region.lists[found[1]] && !broken.has('areas')) return { type: 'application/json', body: JSON.stringify(region.lists[found[1]]) }
  const column = region.columns.get(path.replace(/^\/v1\//, ''))
  if (column && !broken.has('columns')) return { type: 'application/octet-stream', body: Buffer.from(column) }
  return null
}

const port = Number(process.argv[2] ?? 7899)
createServer((request, response) => {
  void (async () => {
    const made = answer(request)
    const body = made?.file ? await readFile(new URL(made.file, here)).catch(() => null) : made?.body
    if (broken.size > 0 && !made) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('broken on purpose')
      return
    }
    if (!made || body === null || body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found')
      return
    }
    response.writeHead(200, { 'content-type': made.type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' }).end(body)
  })()
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}/nl/kaart`))
