// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What a server does for the pages, done by the browser in a folder of plain files: it finds areas, puts rows in
// another order, chooses the language of the first page, and starts the map. With a server too: a wide table of an agenda
// is walked with the arrow keys.
//
// In: a page, with its words in `data-` attributes; `names.js` on the page of the search. Out: the same
// page, changed. Invariants: no page needs it to be read; nothing is fetched, so that it works from a shared drive too,
// where a browser takes a plain script and a style sheet and refuses all else.
'use strict'
{
  const language = document.documentElement.lang
  const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole)

  // The first page leads on by the languages of the browser, Dutch without one of ours.
  if (document.documentElement.dataset.choice !== undefined) {
    const links = [...document.querySelectorAll('a[hreflang]')]
    const asked = navigator.languages.map((tag) => links.find((link) => tag.startsWith(link.hreflang)))
    location.replace((asked.find(Boolean) ?? links[0]).href)
  }

  // The map that moves is made of modules and fetches its figures: a browser allows neither from a folder.
  const atlas = document.getElementById('atlas')
  if (atlas && location.protocol !== 'file:') {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = atlas.dataset.script
    document.head.append(script)
  }

  // --- Search ---
  const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const SHOWN = 50

  /** How well a name fits: 0 the same, 1 begins so, 2 a word begins so, 3 somewhere; -1 not. */
  function fits(name, code, wanted) {
    const at = name.indexOf(wanted)
    if (at === 0) return name.length === wanted.length ? 0 : 1
    if (code.toLowerCase().startsWith(wanted)) return 1
    if (at < 0) return -1
    return /[\p{L}\p{N}]/u.test(name[at - 1]) ? 3 : 2
  }

  /** Areas around one, from near to far. */
  function around(levels, level, index) {
    const found = []
    for (let at = levels[level], i = index; at.above !== null && at.within[i] !== null && at.within[i] !== undefined; ) {
      i = at.within[i]
      at = levels[at.above]
      found.push(at.names[i] || at.codes[i])
    }
    return found
  }

  function find(levels, query) {
    const [wanted, ...behind] = query.split(',').map(plain).filter(Boolean)
    const found = []
    if (!wanted) return found
    levels.forEach((level, position) => {
      level.codes.forEach((code, index) => {
        const name = level.names[index] || code
        const weight = fits(plain(name), code, wanted)
        if (weight < 0) return
        const places = around(levels, position, index)
        // What stands behind a comma is a larger area.
        if (!behind.every((part) => places.some((place) => plain(place).startsWith(part)))) return
        found.push({ weight, position, name, code, places, file: level.files[index] ?? code, level: level.level })
      })
    })
    const { compare } = new Intl.Collator(language)
    // As the server has them: what is called exactly so, then larger areas, then names that begin so.
    const other = (it) => Number(it.weight > 0)
    return found.sort((a, b) => other(a) - other(b) || a.position - b.position || a.weight - b.weight || compare(a.name, b.name) || (a.code < b.code ? -1 : 1))
  }

  function search() {
    const said = document.getElementById('found')
    const query = (new URLSearchParams(location.search).get('q') ?? '').trim().slice(0, 120)
    if (!said || !globalThis.kapstokNames || query === '') return
    const found = find(globalThis.kapstokNames, query)
    const n = found.length
    const { one, many, more, nothing, area, place, alone } = said.dataset
    const words = JSON.parse(said.dataset.levels)
    const facts = { n: n.toLocaleString(language), shown: String(SHOWN), query }
    const title = document.getElementById('found-title')
    title.textContent = fill(title.dataset.title, facts)
    said.textContent = fill(n === 0 ? nothing : n === 1 ? one : n > SHOWN ? more : many, facts)
    document.getElementById('q').value = query
    const list = document.getElementById('results')
    for (const it of found.slice(0, SHOWN)) {
      const link = document.createElement('a')
      link.href = fill(area, { code: encodeURIComponent(it.file) })
      link.textContent = it.name
      const where = document.createElement('span')
      where.className = 'meta'
      where.textContent = fill(it.places.length ? place : alone, { level: words[it.level], above: it.places.join(', '), code: it.code })
      const line = document.createElement('li')
      line.append(link, ' ', where)
      list.append(line)
    }
    list.hidden = n === 0
  }

  // --- The order of rows ---
  function sortable(table) {
    const said = document.getElementById('order')
    const body = table.tBodies[0]
    const byName = [...body.rows]
    const code = (row) => row.querySelector('.code').textContent
    const number = (row, name) => {
      const text = row.querySelector(`[data-${name}]`).dataset[name]
      return text === '' ? null : Number(text)
    }
    // Those without a figure come last; equal ones go by code.
    const by = (name, sign) => (a, b) => {
      const [one, other] = [number(a, name), number(b, name)]
      if (one === null || other === null) return (one === null) - (other === null)
      return sign * (one - other)
    }
    const byCode = [...byName].sort((a, b) => (code(a) < code(b) ? -1 : 1))
    const orders = {
      name: { rows: () => byName, sorted: 'ascending', words: 'orderName' },
      code: { rows: () => byCode, sorted: 'ascending', words: 'orderCode' },
      value: { rows: () => [...byCode].sort(by('value', 1)), sorted: 'ascending', words: 'orderValue' },
      'value-down': { rows: () => [...byCode].sort(by('value', -1)), sorted: 'descending', words: 'orderValueDown' },
      'residents-down': { rows: () => [...byCode].sort(by('residents', -1)), sorted: 'descending', words: 'orderResidentsDown' },
    }
    const heads = [...table.querySelectorAll('th[data-orders]')]
    let shown = 'name'
    const show = (head, order) => {
      shown = order
      body.append(...orders[order].rows())
      for (const other of heads) {
        other.removeAttribute('aria-sort')
        other.querySelector('.arrow').textContent = ''
      }
      head.setAttribute('aria-sort', orders[order].sorted)
      head.querySelector('.arrow').textContent = orders[order].sorted === 'ascending' ? ' ↑' : ' ↓'
      said.textContent = said.dataset[orders[order].words]
    }
    for (const head of heads) {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'sort'
      const arrow = document.createElement('span')
      arrow.className = 'arrow'
      arrow.ariaHidden = 'true'
      if (head.hasAttribute('aria-sort')) arrow.textContent = ' ↑'
      button.append(head.textContent, arrow)
      head.replaceChildren(button)
      const mine = head.dataset.orders.split(' ')
      button.addEventListener('click', () => show(head, mine[(mine.indexOf(shown) + 1) % mine.length]))
    }
  }

  // --- A table that is walked cell by cell ---
  // After the grid of the ARIA Authoring Practices: one cell can be reached by Tab, the arrows move; Enter goes into a cell,
  // Escape out of it, and then on to what stands below the table.
  function walkable(table) {
    const rows = [...table.rows].map((row) => [...row.cells])
    const inside = (cell) => [...cell.querySelectorAll('a[href]')]
    table.setAttribute('role', 'grid')
    for (const part of [table.tHead, ...table.tBodies]) part.setAttribute('role', 'rowgroup')
    for (const row of table.rows) row.setAttribute('role', 'row')
    for (const cell of rows.flat()) {
      cell.setAttribute('role', { col: 'columnheader', row: 'rowheader' }[cell.scope] ?? 'gridcell')
      cell.tabIndex = -1
      for (const link of inside(cell)) link.tabIndex = -1
    }
    let [at, across] = [Math.min(1, rows.length - 1), Math.min(1, rows[0].length - 1)]
    rows[at][across].tabIndex = 0
    // The cell in use scrolls into view, so the region around it needs no stop of its own.
    table.parentElement.removeAttribute('tabindex')
    const keys = document.getElementById(table.getAttribute('aria-describedby'))
    if (keys) keys.hidden = false
    const go = (toRow, toColumn) => {
      rows[at][across].tabIndex = -1
      at = Math.max(0, Math.min(rows.length - 1, toRow))
      across = Math.max(0, Math.min(rows[at].length - 1, toColumn))
      rows[at][across].tabIndex = 0
      rows[at][across].focus()
    }
    const steps = {
      ArrowUp: () => go(at - 1, across),
      ArrowDown: () => go(at + 1, across),
      ArrowLeft: () => go(at, across - 1),
      ArrowRight: () => go(at, across + 1),
      Home: (event) => go(event.ctrlKey ? 0 : at, 0),
      End: (event) => go(event.ctrlKey ? rows.length - 1 : at, Infinity),
      PageUp: () => go(at - 5, across),
      PageDown: () => go(at + 5, across),
    }
    table.addEventListener('focusin', (event) => {
      const cell = event.target.closest('th, td')
      const row = rows.findIndex((cells) => cells.includes(cell))
      if (row < 0 || cell === rows[at][across]) return
      rows[at][across].tabIndex = -1
      ;[at, across] = [row, rows[row].indexOf(cell)]
      cell.tabIndex = 0
    })
    table.addEventListener('keydown', (event) => {
      if (event.altKey || event.metaKey) return
      const cell = rows[at][across]
      const links = inside(cell)
      const link = links.indexOf(document.activeElement)
      if (event.key === 'Escape') {
        if (link >= 0) cell.focus()
        else document.getElementById(table.dataset.after)?.focus()
      } else if (link >= 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
        const next = links[link + (event.key === 'ArrowDown' ? 1 : -1)]
        if (next) next.focus()
        else cell.focus()
      } else if (event.key === 'Enter' && link < 0 && links.length > 0) {
        links[0].focus()
      } else if (steps[event.key]) {
        steps[event.key](event)
      } else {
        return
      }
      event.preventDefault()
    })
  }

  search()
  for (const table of document.querySelectorAll('table[data-grid]')) walkable(table)
  for (const table of document.querySelectorAll('table.rows')) if (table.querySelector('th[data-orders]')) sortable(table)
}
