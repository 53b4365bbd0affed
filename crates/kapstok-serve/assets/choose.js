// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The workbench at once: what is ticked is counted in the browser, can be undone, and is kept on this computer when asked.
//
// In: the page of a choice, with its rule and its sentences in `data-` attributes and the figures of each area on its row.
// Out: the same page, changed. Invariants: the page is complete without it; sums go in the order of the areas and are
// rounded as the server rounds them, so that both print the same (`atlas/tests/browser/choose.test.mjs`); nothing is
// fetched and nothing is sent; what is kept is in `localStorage`. The steps of `against` are those of
// `kapstok-share/src/choice/against_rule.rs`.
'use strict'
{
  const root = document.getElementById('choose')
  const data = JSON.parse(root.dataset.choice)
  const words = JSON.parse(root.dataset.sentences)
  const language = document.documentElement.lang
  const by = (id) => document.getElementById(id)
  const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (whole, name) => facts[name] ?? whole)
  const say = (key, facts = {}) => fill(words[key], facts)
  const NOBODY = 1e-6
  const CLASSES = ['class-1', 'class-2', 'class-3', 'class-4', 'class-5']
  const MOST_BYTES = 7500
  const MOST_SAVED = 50

  // --- Figures, as the server writes them ---
  /** Decimals with a tie to the even digit; `toFixed` takes a tie up. */
  function fixed(value, decimals) {
    const scale = 10 ** decimals
    const isTie = Number.isInteger(value * 2 ** (decimals + 1)) && Math.abs(value * scale * 2) % 2 === 1
    if (!isTie) return value.toFixed(decimals)
    const below = Math.floor(value * scale)
    return ((below % 2 === 0 ? below : below + 1) / scale).toFixed(decimals)
  }
  const separators = { nl: ['.', ','], en: [',', '.'] }[language] ?? [',', '.']
  const decimal = (text) => text.replace('.', separators[1])
  const grouped = (text) => text.replace(/\B(?=(\d{3})+$)/g, separators[0])
  const people = (value) => grouped(fixed(value, 0)).replace(/^-0$/, '0')
  const percent = (part, whole) => (whole > 0 ? decimal(fixed((part / whole) * 100, 1)) : '–')
  const signed = (text) => (text === '–' ? text : `${text}\u00a0%`)

  // --- The areas of the list, by their place among all areas of the choice ---
  const number = (text) => (text === '' || text === '-' ? null : Number(text))
  const list = (text) => (text === '' ? [] : text.split(' '))
  const rows = [...root.querySelectorAll('tr[data-at]')]
  const areas = new Map()
  for (const row of rows) {
    const it = row.dataset
    const box = row.querySelector('input[type=checkbox]')
    areas.set(Number(it.at), {
      row,
      box,
      code: it.code,
      name: it.name,
      municipality: it.municipality,
      allowed: it.allowed === 'true',
      ruled: it.ruled,
      residents: number(it.residents),
      counts: number(it.counts),
      people: list(it.people).map(number),
      touches: list(it.touches).map(Number),
      chance: number(it.chance),
    })
  }
  const shapes = new Map([...root.querySelectorAll('.choose-picture path')].map((path) => [Number(path.dataset.at), path]))
  const order = [...areas.keys()].sort((a, b) => a - b)
  const atOf = new Map(order.map((at) => [areas.get(at).code, at]))
  const ofRule = new Set(data.sets.flat())
  const municipality = (code) => data.municipalities[code]?.[0] ?? code
  const place = (at) => {
    const { name, code, municipality: of } = areas.get(at)
    return `${name} (${code})${of === '' ? '' : `, ${municipality(of)}`}`
  }

  // --- What a choice reaches ---
  const sum = (values) => values.reduce((total, value) => total + value, 0)
  const residentsOf = (set) => sum(set.map((at) => areas.get(at).residents ?? 0))

  function coverage(chosen) {
    const domains = data.people_left_out.map((rest, domain) => {
      const of = (inside) => {
        const those = order.filter((at) => chosen.has(at) === inside)
        return sum(those.map((at) => areas.get(at).people[domain] ?? 0))
      }
      return { reached: of(true), missed: of(false) + rest }
    })
    return {
      domains,
      reached: sum(domains.map((it) => it.reached)),
      missed: sum(domains.map((it) => it.missed)),
      inside: residentsOf(order.filter((at) => chosen.has(at))),
    }
  }

  const objective = (chosen) => sum(order.filter((at) => chosen.has(at)).map((at) => areas.get(at).counts ?? 0))

  function differs(one, other) {
    const either = residentsOf(order.filter((at) => one.has(at) || other.has(at)))
    const onlyOne = residentsOf(order.filter((at) => one.has(at) !== other.has(at)))
    return either > 0 ? onlyOne / either : 0
  }

  function firstLine(it) {
    const all = it.reached + it.missed
    if (all <= 0) return say('nobody')
    const facts = { reached: percent(it.reached, all), missed: percent(it.missed, all), inside: percent(it.inside, data.residents_all) }
    return say(it.missed > it.reached ? 'not-by-area' : 'by-area', facts)
  }

  // --- The rule ---
  /** Pieces of areas that touch and have the same home, by their first area. */
  function pieces(inside, home) {
    const seen = new Set()
    const found = []
    for (const first of order.filter((at) => inside.has(at))) {
      if (seen.has(first)) continue
      seen.add(first)
      const piece = [first]
      for (let at = 0; at < piece.length; at += 1) {
        for (const next of areas.get(piece[at]).touches) {
          if (!inside.has(next) || seen.has(next) || home.get(next) !== home.get(piece[at])) continue
          seen.add(next)
          piece.push(next)
        }
      }
      found.push(piece.sort((a, b) => a - b))
    }
    return found
  }

  /** Sets with those of the rule kept apart; what was added joins the first that it touches. */
  function setsApart(chosen) {
    const home = new Map(data.sets.flatMap((set, n) => set.map((at) => [at, n])))
    const added = new Set([...chosen].filter((at) => !home.has(at)))
    for (const piece of pieces(added, new Map())) {
      const touched = piece.flatMap((at) => areas.get(at).touches).filter((at) => chosen.has(at) && home.has(at))
      const homes = touched.map((at) => home.get(at))
      if (homes.length > 0) for (const at of piece) home.set(at, Math.min(...homes))
    }
    return pieces(chosen, home)
  }

  function ofSets(sets) {
    const { rule } = data
    const what = rule.connected ? 'sets' : 'areas'
    const lines = []
    const count = (n) => grouped(String(n))
    if (rule.max_areas !== null && sets.length > rule.max_areas) {
      lines.push(say(`broken-many-${what}`, { found: count(sets.length), limit: count(rule.max_areas) }))
    }
    for (const set of sets) {
      if (!rule.connected && set.every((at) => areas.get(at).ruled === 'in')) continue
      const found = residentsOf(set)
      const names = set.slice(0, 3).map((at) => areas.get(at).name).join(', ') + (set.length > 3 ? ' …' : '')
      const facts = (limit) => ({ area: names, found: people(found), limit: people(limit) })
      if (rule.floor !== null && found < rule.floor - NOBODY) lines.push(say('broken-floor', facts(rule.floor)))
      if (rule.ceiling !== null && found > rule.ceiling + NOBODY) lines.push(say('broken-ceiling', facts(rule.ceiling)))
    }
    const nOf = new Map(Object.entries(data.municipalities).filter(([, [, allowed]]) => allowed).map(([code]) => [code, 0]))
    const named = new Set(nOf.keys())
    for (const set of sets) {
      for (const code of new Set(set.map((at) => areas.get(at).municipality))) if (code !== '') nOf.set(code, (nOf.get(code) ?? 0) + 1)
    }
    for (const code of [...nOf.keys()].sort((a, b) => (a < b ? -1 : 1))) {
      const [most, least, n] = [rule.at_most_per_municipality, rule.at_least_per_municipality, nOf.get(code)]
      const facts = (limit) => ({ area: municipality(code), found: count(n), limit: count(limit) })
      if (most !== null && n > most) lines.push(say(`broken-at-most-${what}`, facts(most)))
      else if (least !== null && n < least && named.has(code)) lines.push(say(`broken-at-least-${what}`, facts(least)))
    }
    return lines
  }

  /** What of the rule is broken, a sentence each. */
  function against(chosen) {
    const { rule } = data
    const inside = order.filter((at) => chosen.has(at))
    const lines = order.flatMap((at) => {
      const { ruled, allowed } = areas.get(at)
      const facts = { area: place(at) }
      if (!chosen.has(at) && ruled === 'in') return [say('broken-ruled-in', facts)]
      if (chosen.has(at) && ruled === 'out') return [say('broken-ruled-out', facts)]
      return chosen.has(at) && ruled === '' && !allowed ? [say('broken-not-allowed', facts)] : []
    })
    const found = residentsOf(inside)
    if (rule.max_residents !== null && found > rule.max_residents + NOBODY) {
      lines.push(say('broken-residents', { found: people(found), limit: people(rule.max_residents) }))
    }
    if (!rule.connected) return [...lines, ...ofSets(inside.map((at) => [at]))]
    if (!data.has_map) return [...lines, say('no-map')]
    const [apart, together] = [ofSets(setsApart(chosen)), ofSets(pieces(chosen, new Map()))]
    return [...lines, ...(together.length < apart.length ? together : apart)]
  }

  // --- What is shown ---
  const element = (name, text) => {
    const it = document.createElement(name)
    it.textContent = text
    return it
  }

  /** Areas, residents, reached, missed, objective, the part that differs; then each domain. */
  function cells(chosen) {
    const it = coverage(chosen)
    return [
      grouped(String(chosen.size)),
      people(it.inside),
      people(it.reached),
      people(it.missed),
      people(objective(chosen)),
      signed(percent(differs(chosen, ofRule), 1)),
      ...it.domains.map(({ reached, missed }) => say('both', { reached: people(reached), missed: people(missed) })),
    ]
  }

  /** At a desk a change is written with the form, and need not be typed elsewhere. */
  function takenOver(line, at, isIn) {
    const button = element('button', words['desk-take'])
    button.type = 'button'
    button.addEventListener('click', () => {
      by('desk').elements.area.value = areas.get(at).code
      by('desk').elements.act.value = isIn ? 'in' : 'out'
      by('desk').elements.reason.focus()
    })
    line.append(' ', button)
    return line
  }

  function showChanges(chosen) {
    const change = (at, key, command) => {
      const line = element('li', say(key, { area: place(at) }))
      if (by('desk') !== null) return takenOver(line, at, key === 'added')
      const typed = element('pre', '')
      typed.className = 'no-print'
      typed.tabIndex = 0
      typed.append(element('code', fill(command, { code: areas.get(at).code })))
      line.append(typed)
      return line
    }
    const added = order.filter((at) => chosen.has(at) && !ofRule.has(at)).map((at) => change(at, 'added', data.command_in))
    const removed = order.filter((at) => !chosen.has(at) && ofRule.has(at)).map((at) => change(at, 'removed', data.command_out))
    const lines = [...added, ...removed]
    by('changes').replaceChildren(...(lines.length > 0 ? lines : [element('li', words.same)]))
  }

  /** On the map: what is in has a line around it, over its neighbours. */
  function showShapes(chosen) {
    for (const [at, shape] of shapes) {
      const isIn = chosen.has(at)
      if (shape.classList.contains('is-in') === isIn) continue
      shape.classList.toggle('is-in', isIn)
      if (isIn) shape.parentNode.append(shape)
      else shape.parentNode.prepend(shape)
    }
  }

  /** Shows a choice everywhere on the page; gives the line on whom it reaches, and what of the rule breaks. */
  function show(chosen) {
    const it = coverage(chosen)
    const line = firstLine(it)
    const broken = against(chosen)
    by('first-line').textContent = line
    by('score-areas').textContent = grouped(String(chosen.size))
    by('score-residents').textContent = say('of', { part: people(it.inside), whole: people(data.residents_all), share: percent(it.inside, data.residents_all) })
    by('score-objective').textContent = say('objective', { found: people(objective(chosen)), rule: people(data.objective), bound: people(data.bound) })
    by('score-differs').textContent = signed(percent(differs(chosen, ofRule), 1))
    const table = [...by('score-domains').tBodies[0].rows]
    for (const [n, { reached, missed }] of [...it.domains, it].entries()) {
      const texts = [people(reached), people(missed), signed(percent(reached, reached + missed))]
      for (const [column, text] of texts.entries()) table[n].cells[column + 1].textContent = text
    }
    by('broken').replaceChildren(...(broken.length > 0 ? broken : [words.fits]).map((text) => element('li', text)))
    showChanges(chosen)
    by('paper-areas').replaceChildren(...order.filter((at) => chosen.has(at)).map((at) => element('li', place(at))))
    for (const [n, text] of cells(chosen).entries()) by('current').cells[n + 1].textContent = text
    for (const at of order) areas.get(at).box.checked = chosen.has(at)
    showShapes(chosen)
    address(chosen)
    return { line, rule: broken.length > 0 ? say('said-breaks', { number: String(broken.length) }) : words.fits }
  }

  const bars = () => root.querySelector('input[name=bars]:checked')?.value ?? 'counts'

  /** The address of a choice; empty where there is no server to ask. */
  function query(codes, isRule) {
    const asked = new URLSearchParams()
    if (!isRule && codes.length === 0) asked.set('own', '1')
    if (!isRule) for (const code of codes) asked.append('in', code)
    if (bars() !== 'counts') asked.set('bars', bars())
    const text = asked.toString()
    return text === '' ? '' : `?${text}`
  }

  const isSame = (one, other) => one.size === other.size && [...one].every((at) => other.has(at))
  const hasServer = by('bench').hasAttribute('action')
  // Not the address of this page: after a refusal that is where the form went.
  const path = hasServer ? new URL(by('bench').action).pathname : location.pathname

  function address(chosen) {
    if (!hasServer) return
    const codes = order.filter((at) => chosen.has(at)).map((at) => areas.get(at).code)
    const text = query(codes, isSame(chosen, ofRule))
    // An address has room for so many areas: beyond that nothing leads to another set than the one that is ticked.
    const isTooLong = text.length > MOST_BYTES
    if (by('gap-link') !== null) by('gap-link').hidden = isTooLong
    if (by('desk') !== null) by('desk').elements.shown.value = isTooLong ? '' : text
    if (isTooLong) return
    history.replaceState(null, '', path + text + location.hash)
    if (by('gap-link') !== null) by('gap-link').search = isSame(chosen, ofRule) ? `?choice=${encodeURIComponent(data.id)}` : `?${new URLSearchParams(codes.map((code) => ['in', code]))}`
    for (const link of document.querySelectorAll('.languages a[hreflang]')) link.search = text
  }

  // --- Ticking, undoing, doing again ---
  let chosen = new Set(order.filter((at) => areas.get(at).box.defaultChecked))
  let [before, behind] = [[], []]

  function buttons() {
    by('undo').disabled = before.length === 0
    by('redo').disabled = behind.length === 0
  }

  /** Another choice, which can be undone. */
  function go(next, key, facts = {}) {
    before.push(chosen)
    behind = []
    chosen = next
    by('choose-said').textContent = say(key, { ...facts, ...show(chosen) })
    buttons()
  }

  function back(from, to) {
    if (from.length === 0) return
    to.push(chosen)
    chosen = from.pop()
    by('choose-said').textContent = say('said-undone', show(chosen))
    const focused = document.activeElement
    buttons()
    // A button that can do no more would lose the focus.
    if (focused?.disabled) (focused === by('undo') ? by('redo') : by('undo')).focus()
  }

  for (const [at, { box }] of areas) {
    box.disabled = false
    box.addEventListener('change', () => {
      const next = new Set(chosen)
      if (box.checked) next.add(at)
      else next.delete(at)
      go(next, box.checked ? 'said-in' : 'said-out', { area: areas.get(at).name })
    })
  }
  for (const [at, shape] of shapes) {
    const title = document.createElementNS(shape.namespaceURI, 'title')
    title.textContent = place(at)
    shape.append(title)
    shape.addEventListener('click', () => areas.get(at).box.click())
  }
  by('undo').addEventListener('click', () => back(before, behind))
  by('redo').addEventListener('click', () => back(behind, before))
  by('reset').addEventListener('click', () => go(new Set(ofRule), 'said-undone'))
  document.addEventListener('keydown', (event) => {
    const { target } = event
    const isLine = target instanceof HTMLInputElement && !['checkbox', 'radio'].includes(target.type)
    if (isLine || target instanceof HTMLTextAreaElement || !(event.ctrlKey || event.metaKey) || event.altKey) return
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) back(before, behind)
    else if (key === 'y' || key === 'z') back(behind, before)
    else return
    event.preventDefault()
  })

  // --- What the bars show ---
  const longest = Math.max(0, ...[...areas.values()].map((it) => it.counts ?? 0))
  function showBars() {
    for (const [at, { row, counts, chance }] of areas) {
      const sure = chance === null ? null : ofRule.has(at) ? chance : 1 - chance
      const known = { counts, chance, sure }[bars()]
      const part = { counts: longest > 0 ? (counts ?? 0) / longest : 0, chance: chance ?? 0, sure: sure ?? 0 }[bars()]
      row.querySelector('rect').setAttribute('width', fixed(100 * Math.min(1, Math.max(0, part)), 1))
      const shape = shapes.get(at)
      if (shape === undefined) continue
      shape.classList.remove('is-missing', ...CLASSES)
      shape.classList.add(known === null || (bars() === 'counts' && longest <= 0) ? 'is-missing' : CLASSES[Math.min(4, Math.floor(part * 5))])
    }
    for (const legend of root.querySelectorAll('[data-legend]')) legend.hidden = legend.dataset.legend !== bars()
    address(chosen)
  }
  for (const radio of root.querySelectorAll('input[name=bars]')) {
    radio.disabled = false
    radio.addEventListener('change', showBars)
  }

  // --- What is kept on this computer ---
  const drawer = `kapstok-choose/${data.id}`
  const isKept = (it) => typeof it?.name === 'string' && typeof it.note === 'string' && Array.isArray(it.codes) && it.codes.every((code) => typeof code === 'string')

  function kept() {
    try {
      const found = JSON.parse(localStorage.getItem(drawer) ?? '[]')
      return Array.isArray(found) ? found.filter(isKept).slice(0, MOST_SAVED) : []
    } catch {
      return []
    }
  }

  function keep(all) {
    try {
      localStorage.setItem(drawer, JSON.stringify(all))
      return true
    } catch {
      return false
    }
  }

  const titles = [...by('scenarios').tHead.rows[0].cells].slice(1).map((cell) => cell.textContent)

  function showKept() {
    for (const row of by('scenarios').querySelectorAll('tr[data-kept]')) row.remove()
    for (const [n, { name, note, codes }] of kept().entries()) {
      const known = codes.filter((code) => atOf.has(code))
      const those = new Set(known.map((code) => atOf.get(code)))
      // An area that is not in this list may be one that was left out of it: then only the server can count.
      const isElsewhere = known.length < codes.length && data.n_left_out > 0 && hasServer
      const head = element('th', name)
      head.scope = 'row'
      const meta = (text) => {
        const it = element('span', text)
        it.className = 'meta'
        head.append(it)
      }
      if (note !== '') meta(note)
      if (known.length < codes.length && !isElsewhere) meta(say('gone', { number: String(codes.length - known.length) }))
      const button = (key, act) => {
        const it = element('button', say(key, { name }))
        it.type = 'button'
        it.addEventListener('click', act)
        head.append(it)
      }
      button('show', () => {
        if (isElsewhere) location.assign(path + query(codes, false))
        else go(those, 'said-shown', { name })
      })
      button('delete', () => {
        keep(kept().filter((_, at) => at !== n))
        showKept()
        by('save-said').textContent = say('deleted', { name })
        by('save-name').focus()
      })
      const row = document.createElement('tr')
      row.dataset.kept = String(n)
      row.append(head)
      for (const [column, text] of cells(those).entries()) {
        const cell = element('td', isElsewhere ? '–' : text)
        cell.className = 'num'
        cell.dataset.label = titles[column]
        row.append(cell)
      }
      by('current').after(row)
    }
  }

  by('save').addEventListener('submit', (event) => {
    event.preventDefault()
    const all = kept()
    const name = by('save-name').value.trim() || say('unnamed', { number: String(all.length + 1) })
    const codes = order.filter((at) => chosen.has(at)).map((at) => areas.get(at).code)
    const isDone = all.length < MOST_SAVED && keep([...all, { name, note: by('save-note').value.trim(), codes }])
    by('save-said').textContent = isDone ? say('saved', { name }) : words['not-saved']
    if (isDone) by('save').reset()
    showKept()
  })

  for (const id of ['undo', 'redo', 'reset', 'choose-keys', 'save', 'save-hint']) by(id).hidden = false
  if (shapes.size > 0) {
    root.classList.add('can-point')
    by('choose-map-hint').textContent = words['map-click']
  }
  // What a script does at once needs no button.
  for (const id of ['recount', 'back']) by(id)?.remove()
  showKept()
  buttons()
}
