// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// An invented region for tests and for trying out: 120 neighbourhoods in 12 districts in 3 municipalities.
//
// In: nothing. Out: what the server would give: catalogue, area lists, columns as bytes, shapes as GeoJSON.
// Invariant: nothing in it exists, and the same call gives the same region.

const COLUMNS = 12
const ROWS = 10
const WEST = 5.02
const SOUTH = 52.08
const STEP_X = 0.0165
const STEP_Y = 0.0105

/** Numbers between 0 and 1 that depend on nothing but their arguments. */
export function noise(...parts) {
  let hash = 2166136261
  for (const part of parts) {
    hash ^= Math.floor(part * 1000) + 7919
    hash = Math.imul(hash, 16777619)
    hash ^= hash >>> 13
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507)
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296
}

const STARTS = ['Mosse', 'Wilgen', 'Torf', 'Kraai', 'Lindel', 'Vlas', 'Ruiter', 'Zwaluw', 'Hazel', 'Molen', 'Rogge', 'Sluis']
const ENDS = ['hoek', 'dreef', 'wende', 'kamp', 'burg', 'veld', 'gaarde', 'rode', 'horst', 'maat']
const MUNICIPALITIES = ['Ankerveen', 'Dorrestein', 'Overlaar']

function corner(column, row) {
  const edge = column === 0 || row === 0 || column === COLUMNS || row === ROWS
  const loose = edge ? 0.25 : 0.42
  return [
    WEST + (column + (noise(column, row, 1) - 0.5) * 2 * loose) * STEP_X,
    SOUTH + (row + (noise(column, row, 2) - 0.5) * 2 * loose) * STEP_Y,
  ]
}

/** Points between two corners, the same from either side, so that neighbours share their border exactly. */
function side(a, b) {
  const [from, to] = a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]) ? [a, b] : [b, a]
  const [p, q] = [corner(...from), corner(...to)]
  const points = [p]
  for (let k = 1; k < 5; k++) {
    const wave = (noise(from[0], from[1], to[0] + to[1] * 13, k) - 0.5) * 0.16
    points.push([
      p[0] + ((q[0] - p[0]) * k) / 5 - (q[1] - p[1]) * wave * (STEP_X / STEP_Y),
      p[1] + ((q[1] - p[1]) * k) / 5 + (q[0] - p[0]) * wave * (STEP_Y / STEP_X),
    ])
  }
  points.push(q)
  return from === a ? points : points.reverse()
}

function cells() {
  const made = []
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      // Four districts per municipality; the borders between municipalities step.
      const municipality = column < 5 ? 0 : column < 9 - (row > 6 ? 1 : 0) ? 1 : 2
      const district = municipality * 4 + Math.min(3, Math.floor(row / 2.6))
      made.push({ column, row, municipality, district, sea: column === 0 && row > 7 })
    }
  }
  return made
}

const key = (a, b) => [a, b].map(String).sort().join(' ')

/** Rings around cells: sides that occur once, strung together. */
function outline(group) {
  const sides = new Map()
  for (const { column: c, row: r } of group) {
    const corners = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]]
    corners.forEach((from, at) => {
      const to = corners[(at + 1) % 4]
      const name = key(from, to)
      if (sides.has(name)) sides.delete(name)
      else sides.set(name, { from, to })
    })
  }
  const left = [...sides.values()]
  const rings = []
  while (left.length) {
    const first = left.shift()
    const ring = [...side(first.from, first.to)]
    let end = first.to
    while (String(end) !== String(first.from)) {
      const at = left.findIndex((next) => String(next.from) === String(end))
      const [next] = left.splice(at, 1)
      ring.push(...side(next.from, next.to).slice(1))
      end = next.to
    }
    rings.push(ring)
  }
  return rings
}

const INDICATORS = [
  ['moeite_rondkomen', 'Moeite met rondkomen', 'Trouble making ends meet', 'percent', 'higher-is-worse', 'debt', 'survey', ['2020', '2022', '2024']],
  ['schulden', 'Huishoudens met schulden', 'Households with debts', 'percent', 'higher-is-worse', 'debt', 'register', ['2021', '2022', '2023', '2024']],
  ['goede_gezondheid', 'Ervaart de eigen gezondheid als goed', 'Feels in good health', 'percent', 'higher-is-better', 'health', 'survey', ['2020', '2024']],
  ['chronisch_ziek', 'Een of meer langdurige aandoeningen', 'One or more long-term conditions', 'percent', 'higher-is-worse', 'health', 'model', ['2020', '2024']],
  ['schooladvies', 'Advies havo of vwo', 'Advised to higher secondary school', 'percent', 'higher-is-better', 'school', 'register', ['2023', '2024']],
  ['bijstand', 'Bijstand', 'Social assistance', 'per-thousand', 'higher-is-worse', 'work', 'register', ['2022', '2023', '2024']],
  ['misdrijven', 'Misdrijven', 'Recorded crime', 'per-thousand', 'higher-is-worse', 'safety', 'register', ['2024']],
  ['vertrouwen', 'Vertrouwen in buurtgenoten', 'Trust in neighbours', 'percent', 'higher-is-better', 'together', 'survey', ['2022', '2024']],
  ['woz', 'Gemiddelde woningwaarde', 'Mean value of dwellings', 'thousand-euro', 'neither', 'housing', 'register', ['2022', '2023', '2024']],
  ['geheim_cijfer', 'Alles afgeschermd', 'All withheld', 'percent', 'higher-is-worse', 'violence', 'register', ['2024']],
]

const DOMAINS = ['debt', 'health', 'school', 'work', 'safety']
const LEADS = { debt: 'schulden', health: 'chronisch_ziek', school: 'schooladvies', work: 'bijstand', safety: 'misdrijven' }

/** Value of an indicator in a cell: a slope over the region, hills, a little noise. */
function figure(name, column, row, year) {
  const seed = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const hill = (x, y, wide) => Math.exp(-((column - x) ** 2 + (row - y) ** 2) / wide)
  const burden = 0.25 + 0.75 * hill(2.5, 3, 7) + 0.55 * hill(7, 6.5, 5) + 0.3 * hill(10, 2, 4) + (noise(column, row, seed) - 0.5) * 0.35
  const drift = 1 + (year - 2022) * 0.02 * (noise(seed) - 0.4)
  return Math.max(0.02, burden) * drift
}

const SCALE = { percent: 24, 'per-thousand': 55, 'thousand-euro': 260 }

function value(indicator, column, row, year) {
  const burden = figure(indicator.id, column, row, year)
  const scale = SCALE[indicator.unit] ?? 1
  if (indicator.id === 'woz') return Math.round(520 - burden * 240)
  if (indicator.direction === 'higher-is-better') return Math.round((92 - burden * 38) * 10) / 10
  return Math.round(burden * scale * 10) / 10
}

/**
 * `KPC1`: the layout of a column, as the server writes it.
 * @param {number[]} values
 * @param {Uint8Array} status
 * @param {number} boundaryYear
 * @param {{lower: number[], upper: number[]} | null} margins
 */
export function encode(values, status, boundaryYear, margins = null) {
  const n = values.length
  const bytes = new ArrayBuffer(16 + n * 4 * (margins ? 3 : 1) + n)
  const view = new DataView(bytes)
  view.setUint32(0, 0x3143504b, true)
  view.setUint32(4, n, true)
  view.setUint32(8, margins ? 1 : 0, true)
  view.setUint32(12, boundaryYear, true)
  const columns = margins ? [values, margins.lower, margins.upper] : [values]
  columns.forEach((column, at) => column.forEach((entry, area) => view.setFloat32(16 + (at * n + area) * 4, entry, true)))
  new Uint8Array(bytes).set(status, 16 + n * 4 * columns.length)
  return bytes
}

export function makeRegion() {
  const all = cells().filter((cell) => !cell.sea)
  // An island lies apart in the water.
  const groups = {
    neighbourhood: all.map((cell) => [cell]),
    district: Array.from({ length: 12 }, (_, at) => all.filter((cell) => cell.district === at)),
    municipality: MUNICIPALITIES.map((_, at) => all.filter((cell) => cell.municipality === at)),
  }
  const codes = {
    municipality: MUNICIPALITIES.map((_, at) => `GM900${at + 1}`),
    district: groups.district.map((_, at) => `WK900${Math.floor(at / 4) + 1}0${(at % 4) + 1}`),
    neighbourhood: [],
  }
  const counters = {}
  for (const cell of all) {
    counters[cell.district] = (counters[cell.district] ?? 0) + 1
    codes.neighbourhood.push(`BU${codes.district[cell.district].slice(2)}${String(counters[cell.district]).padStart(2, '0')}`)
  }
  const names = {
    municipality: MUNICIPALITIES,
    district: groups.district.map((_, at) => `${STARTS[at]}wijk`),
    neighbourhood: all.map((_, at) => STARTS[(at * 7) % 12] + ENDS[(at * 3 + Math.floor(at / 12)) % 10]),
  }
  // One name tries to be markup: it has to stay text.
  names.neighbourhood[17] = 'Eiland <b>& zo</b>'
  const levels = ['municipality', 'district', 'neighbourhood']
  const residents = {}
  const lists = {}
  const shapes = {}
  for (const level of levels) {
    const members = groups[level]
    const living = members.map((group) =>
      group.reduce((sum, cell) => {
        const empty = cell.column === 11 && cell.row > 7
        return sum + (empty ? 20 : Math.round(500 + 3800 * noise(cell.column, cell.row, 9)))
      }, 0),
    )
    residents[level] = living
    const owner = new Map()
    members.forEach((group, at) => group.forEach((cell) => owner.set(`${cell.column} ${cell.row}`, at)))
    const neighbours = members.map((group, at) => {
      const found = new Set()
      for (const cell of group) {
        for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
          const other = owner.get(`${cell.column + dx} ${cell.row + dy}`)
          if (other !== undefined && other !== at) found.add(other)
        }
      }
      return [...found].sort((a, b) => a - b)
    })
    const centres = members.map((group) => {
      const sum = group.reduce((total, cell) => [total[0] + cell.column + 0.5, total[1] + cell.row + 0.5], [0, 0])
      return [WEST + (sum[0] / group.length) * STEP_X, SOUTH + (sum[1] / group.length) * STEP_Y]
    })
    const within = {}
    if (level !== 'municipality') within.municipality = members.map((group) => group[0].municipality)
    if (level === 'neighbourhood') within.district = members.map((group) => group[0].district)
    lists[level] = {
      level,
      build: 'mock',
      boundaryYear: 2024,
      codes: codes[level],
      names: names[level],
      within,
      centres,
      residents: living.map((n) => (n < 50 ? null : n)),
      neighbours,
    }
    shapes[level] = {
      type: 'FeatureCollection',
      features: members.map((group, at) => ({
        type: 'Feature',
        id: at,
        properties: { index: at, name: names[level][at] },
        geometry: { type: 'MultiPolygon', coordinates: outline(group).map((ring) => [ring]) },
      })),
    }
  }

  const indicators = INDICATORS.map(([id, nl, en, unit, direction, domain, kind, periods]) => ({
    id,
    label: { nl, en },
    explanation: { nl: `${nl}, verzonnen`, en: `${en}, invented` },
    unit,
    direction,
    domain,
    kind,
    modelledFrom: [],
    population: 'residents',
    source: 'Verzonnen bureau',
    licence: 'CC0-1.0',
    attribution: 'Verzonnen bureau, verzonnen cijfers',
    periods,
  }))
  const columns = new Map()
  const catalogueLevels = levels.map((level) => {
    const members = groups[level]
    const mean = (indicator, year) =>
      members.map((group) => group.reduce((sum, cell) => sum + value(indicator, cell.column, cell.row, year), 0) / group.length)
    const entries = []
    const reasons = (indicator, at) => {
      if (residents[level][at] < 50) return 6
      if (indicator.id === 'geheim_cijfer') return level === 'neighbourhood' ? 1 : 0
      if (level === 'municipality') return 0
      const draw = noise(at, indicator.id.length, 5)
      return draw < 0.03 ? 1 : draw < 0.06 ? 2 : draw < 0.07 ? 5 : 0
    }
    for (const indicator of indicators) {
      for (const period of indicator.periods) {
        if (indicator.id === 'vertrouwen' && level === 'neighbourhood' && period === '2022') continue
        const values = mean(indicator, Number(period)).map((found) => Math.round(found * 10) / 10)
        const status = Uint8Array.from(values, (_, at) => reasons(indicator, at))
        values.forEach((_, at) => {
          if (status[at]) values[at] = NaN
          else if (period === '2024' && indicator.kind === 'register' && at % 9 === 4) status[at] |= 16
          else if (at % 23 === 7) status[at] |= 32
        })
        const margins =
          indicator.kind === 'survey'
            ? { lower: values.map((found, at) => (at % 17 === 3 ? NaN : found - 2.4)), upper: values.map((found, at) => (at % 17 === 3 ? NaN : found + 2.4)) }
            : null
        const href = `columns/${level}/${indicator.id}/${period}`
        columns.set(href, encode(values, status, 2024, margins))
        entries.push({ indicator: indicator.id, period, known: status.filter((s) => (s & 15) === 0).length, margins: margins !== null, href })
      }
    }
    const recipes = []
    if (level !== 'municipality') {
      const sure = { level: 0.95, replications: 1000, first: 0.1 }
      const recipe = { id: 'samenkomen', worstFraction: 0.2, domains: DOMAINS, sure, columns: [] }
      const n = members.length
      const add = (id, values, status, margins = null) => {
        const href = `columns/${level}/recipes/samenkomen/${id}`
        columns.set(href, encode(values, status, 2024, margins))
        recipe.columns.push({ id, href })
      }
      const inWorst = {}
      for (const domain of DOMAINS) {
        const indicator = indicators.find((found) => found.id === LEADS[domain])
        const sign = indicator.direction === 'higher-is-better' ? -1 : 1
        const found = mean(indicator, 2024).map((v) => v * sign)
        const status = Uint8Array.from(found, (_, at) => reasons(indicator, at))
        const known = found.filter((_, at) => !status[at]).sort((a, b) => b - a)
        const cut = known[Math.max(0, Math.floor(known.length * 0.2) - 1)]
        inWorst[domain] = { values: found.map((v, at) => (status[at] ? NaN : Number(v >= cut))), status }
      }
      const knownCounts = members.map((_, at) => DOMAINS.filter((domain) => !inWorst[domain].status[at]).length)
      const burdenStatus = Uint8Array.from({ length: n }, (_, at) => (residents[level][at] < 50 ? 6 : knownCounts[at] < 3 ? 2 : 0))
      const burdens = members.map((_, at) => (burdenStatus[at] ? NaN : DOMAINS.filter((domain) => inWorst[domain].values[at] === 1).length))
      add('burdens', burdens, burdenStatus)
      // No draws here: intervals and chances that look like those of a recipe.
      const wide = (at) => Math.floor(noise(at, 3, 7) * 3)
      add('sure', burdens, burdenStatus, { lower: burdens.map((n, at) => Math.max(0, n - wide(at))), upper: burdens.map((n, at) => Math.min(5, n + (wide(at) >> 1))) })
      add('chance', burdens.map((n, at) => Math.min(1, (n / 5) ** 2 + noise(at, 8) * 0.05)), burdenStatus)
      for (const domain of DOMAINS) {
        const { values, status } = inWorst[domain]
        add(`chance.${domain}`, values.map((value, at) => (value ? 1 - noise(at, 1) ** 2 * 0.6 : noise(at, 2) ** 3 * 0.5)), status)
      }
      add('known', members.map((_, at) => (residents[level][at] < 50 ? NaN : knownCounts[at])), Uint8Array.from({ length: n }, (_, at) => (residents[level][at] < 50 ? 6 : 0)))
      add('sources', members.map((_, at) => (residents[level][at] < 50 ? NaN : Math.max(1, knownCounts[at] - 1))), Uint8Array.from({ length: n }, (_, at) => (residents[level][at] < 50 ? 6 : 0)))
      for (const domain of DOMAINS) add(`domain.${domain}`, inWorst[domain].values, inWorst[domain].status)
      recipes.push(recipe)
    }
    return {
      id: level,
      boundaryYear: 2024,
      nAreas: members.length,
      bbox: [WEST - 0.006, SOUTH - 0.004, WEST + COLUMNS * STEP_X + 0.006, SOUTH + ROWS * STEP_Y + 0.004],
      hasMap: true,
      areasHref: `columns/${level}`,
      tilesHref: `collections/${level}/tiles/WebMercatorQuad/{z}/{y}/{x}`,
      minZoom: 0,
      maxZoom: 12,
      columns: entries,
      recipes,
    }
  })
  const catalogue = {
    title: { nl: 'Verzonnen rooster', en: 'Invented grid' },
    invented: true,
    build: '0000000000000000',
    program: 'kapstok 0.1.0',
    minResidents: 50,
    levels: catalogueLevels,
    indicators: indicators.map(({ periods: _, ...rest }) => rest),
  }
  return { catalogue, lists, shapes, columns }
}
