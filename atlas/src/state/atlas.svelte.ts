// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The running atlas: the view from the address, and what was fetched for it.
//
// In: choices of people and of the map. Out: reactive state that components read. Invariant: the address says all
// that is seen; a choice that people make is a step of history, moving the map is not. What is shown is replaced as
// a whole when its column is there; until then the last one stays. A new build takes the place of the one before, and
// what is seen stays. Not here: drawing, words.
import { AreaList } from '../data/areas.ts'
import { type Catalogue, type Language, type LevelEntry, recipeColumn, recipeOf } from '../data/catalogue.ts'
import type { Palette } from '../map/colours.ts'
import type { Paper } from '../map/paper.ts'
import { FetchError, type Library } from '../data/library.ts'
import { nearest } from '../data/search.ts'
import { makeShown, type Shown, type Together } from '../shown.ts'
import type { Words } from '../words.ts'
import { countryLevel, middleOf, type Reference, type Sure } from '../certain.ts'
import { type Column, reasonOf } from '../data/column.ts'
import { levelAt } from './level.ts'
import { columnOf, isAt, type Notice, resolve, type Resolved, viewsOf } from './resolve.ts'
import { EMPTY, formatView, parseView, type Thing, type View } from './url.ts'

export interface Links {
  area: string
  compare: string
  why: string
  table: string
  embed: string
}

/** An area, wherever it lies: its own level may be another than the one on the map. */
export interface Place {
  level: LevelEntry
  list: AreaList
  area: number
}

export interface InView {
  areas: number[]
  residents: number
  nResidentsKnown: number
}

export type MapState = 'waiting' | 'ready' | 'incomplete' | 'impossible'

export class Atlas {
  catalogue: Catalogue
  view: View = $state.raw(EMPTY)
  shown: Shown | null = $state.raw(null)
  against: Shown | null = $state.raw(null)
  together: Together | null = $state.raw(null)
  list: AreaList | null = $state.raw(null)
  loading = $state(false)
  failed: 'areas' | 'column' | null = $state(null)
  codeNotices: Notice[] = $state.raw([])
  dismissed: string[] = $state.raw([])
  chosen: Place | null = $state.raw(null)
  compared: Place | null = $state.raw(null)
  within: Place | null = $state.raw(null)
  /** The area under the pointer or under the keyboard. */
  hover: number | null = $state(null)
  inView: InView | null = $state.raw(null)
  map: MapState = $state('waiting')
  announced = $state('')
  lists: Map<string, AreaList> = $state.raw(new Map())
  /** Where the camera has to go; the map takes it and sets it to null. */
  goTo: { box: [number, number, number, number] } | 'address' | null = $state.raw(null)
  /** The painted map for paper of this aspect, at once. */
  paper: ((aspect: number) => { paper: Paper; palette: Palette }) | null = $state.raw(null)
  /** Makes the map fit for paper where the screen is not, and back again. */
  paperColours: ((on: boolean) => Promise<void>) | null = $state.raw(null)
  /** The painted map, once there is one. */
  picture: (() => Promise<HTMLCanvasElement>) | null = $state.raw(null)

  readonly resolved: Resolved = $derived.by(() => resolve(this.view, this.catalogue))
  readonly notices: Notice[] = $derived(
    [...this.resolved.notices, ...this.codeNotices].filter((notice) => !this.dismissed.includes(`${notice.what} ${notice.found}`)),
  )

  #turn = 0

  constructor(
    catalogue: Catalogue,
    readonly library: Library,
    readonly words: Words,
    readonly language: Language,
    readonly links: Links,
    readonly embedded: boolean,
  ) {
    this.catalogue = $state.raw(catalogue)
  }

  start(): void {
    this.#read()
    addEventListener('popstate', () => {
      this.#read()
      this.goTo = 'address'
    })
  }

  #read(): void {
    this.view = parseView(location.search, location.hash)
    void this.refresh()
  }

  /** A choice of a person: it can be undone with Back. */
  choose(change: Partial<View>): void {
    this.#set(change, 'push')
  }

  /** Something that follows by itself, as the camera. */
  follow(change: Partial<View>): void {
    this.#set(change, 'replace')
  }

  #set(change: Partial<View>, how: 'push' | 'replace'): void {
    const before = formatView(this.view)
    this.view = { ...this.view, ...change }
    const after = formatView(this.view)
    if (after === before) return
    const address = location.pathname + (after || '')
    if (how === 'push') history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    const onlyCamera = Object.keys(change).every((key) => key === 'camera' || key === 'brush')
    if (!onlyCamera) void this.refresh()
  }

  /** The address with everything said that the view leaves to defaults, so that it means the same next year. */
  #whole(): string {
    const { thing, period, level } = this.resolved
    return formatView({ ...this.view, show: thing, year: period, level: level.id })
  }

  address(): string {
    return location.origin + location.pathname + this.#whole()
  }

  /** The same view in a frame of another site. */
  embedAddress(): string {
    return new URL(this.links.embed, location.href).href + this.#whole()
  }

  /** From inside a frame: the same view with everything around it. */
  wholePage(): string {
    // An exported site may lie in a folder of its host.
    const path = location.pathname.replace(/\/embed\/(?=[a-z]{2}\/[^/]+$)/, '/')
    return location.origin + path + this.#whole()
  }

  dismiss(notice: Notice): void {
    this.dismissed = [...this.dismissed, `${notice.what} ${notice.found}`]
  }

  show(thing: Thing): void {
    let level = this.resolved.level
    const change: Partial<View> = { show: thing, year: null, brush: null }
    if (!isAt(this.catalogue, level, thing)) {
      const other = [...this.mapLevels()].reverse().find((candidate) => isAt(this.catalogue, candidate, thing))
      if (other) change.level = (level = other).id
    }
    // A view that the other thing does not have is left, not asked for.
    if (viewsOf(this.catalogue, level, thing, null)[this.view.certainty] !== null) change.certainty = 'value'
    this.choose(change)
  }

  mapLevels(): LevelEntry[] {
    return this.catalogue.levels.filter((level) => level.hasMap)
  }

  /** The next larger level that has this thing. */
  levelAbove(): LevelEntry | null {
    const levels = this.mapLevels()
    const at = levels.findIndex((level) => level.id === this.resolved.level.id)
    return levels.slice(0, Math.max(0, at)).reverse().find((level) => isAt(this.catalogue, level, this.resolved.thing)) ?? null
  }

  /** The camera came to rest: the level follows the zoom unless it is locked. */
  moved(camera: NonNullable<View['camera']>, byHand: boolean): void {
    const change: Partial<View> = { camera }
    if (byHand && !this.view.locked) {
      const fitting = this.mapLevels().filter((level) => isAt(this.catalogue, level, this.resolved.thing))
      const level = levelAt(fitting, camera.zoom, this.resolved.level.id)
      if (level && level.id !== this.resolved.level.id) change.level = level.id
    }
    this.follow(change)
  }

  select(area: number | null): void {
    if (!this.list) return
    this.choose({ area: area === null ? null : this.list.code(area), ...(area === null ? { compare: null } : {}) })
  }

  /** Chooses an area by name or link, and brings it into sight. */
  goToArea(area: number): void {
    this.select(area)
    const centre = this.list?.centre(area)
    if (!centre) return
    const { bbox, nAreas } = this.resolved.level
    const width = ((bbox[2] - bbox[0]) / Math.sqrt(Math.max(1, nAreas))) * 3
    const height = ((bbox[3] - bbox[1]) / Math.sqrt(Math.max(1, nAreas))) * 3
    this.goTo = { box: [centre[0] - width, centre[1] - height, centre[0] + width, centre[1] + height] }
  }

  /** Limits what is shown to one larger area, or to nothing less than all. */
  limit(level: LevelEntry | null, code: string | null): void {
    this.choose({ within: code, camera: null })
    const list = this.list
    const parents = level && this.lists.get(level.id)
    const parent = parents && code !== null ? parents.find(code) : undefined
    const box = level && list && parent !== undefined ? list.box(list.inside(level.id, parent)) : null
    const pad = 0.01
    this.goTo = { box: box ? [box[0] - pad, box[1] - pad, box[2] + pad, box[3] + pad] : this.resolved.level.bbox }
  }

  say(text: string): void {
    // A region that says the same twice stays silent: a space that nobody hears makes it another text.
    this.announced = text === this.announced ? `${text}\u00a0` : text
  }

  async refresh(): Promise<void> {
    const turn = ++this.#turn
    this.failed = null
    this.loading = true
    let failure = await this.#load(turn)
    if (failure && turn === this.#turn && (await this.#renewed(failure.error)) && turn === this.#turn) failure = await this.#load(turn)
    if (turn !== this.#turn) return
    this.failed = failure?.what ?? null
    this.loading = false
    if (failure?.what !== 'areas') void this.#burdens(this.resolved.level, this.list!, turn)
  }

  /** Fetches what the view asks for; what did not come and why. */
  async #load(turn: number): Promise<{ what: 'areas' | 'column'; error: unknown } | null> {
    const { level, thing, indicator, href, period } = this.resolved
    const { catalogue, view } = this
    let list: AreaList
    try {
      list = await this.areaList(level)
      if (turn !== this.#turn) return null
      this.list = list
      await this.#places(view, level, list, turn)
    } catch (error) {
      return { what: 'areas', error }
    }
    if (turn !== this.#turn) return null
    try {
      if (href === null) {
        this.shown = null
      } else {
        const column = await this.library.column(catalogue.resolve(href), list.length)
        const sure = await this.#sure(level, list, column)
        if (turn !== this.#turn) return null
        this.shown = makeShown(level, list, thing, indicator, period, column, sure)
      }
      await this.#second(view, level, list, turn)
    } catch (error) {
      return { what: 'column', error }
    }
    return null
  }

  /** What a view other than that of values needs besides the figures: fetched when it is asked for, not before. */
  async #sure(level: LevelEntry, list: AreaList, figures: Column): Promise<Sure | null> {
    const { thing, indicator, period, certainty: view } = this.resolved
    if (view === 'value') return null
    const ofRecipe = async (id: string): Promise<Column | null> => {
      const found = recipeColumn(level, id)
      return found && this.library.column(this.catalogue.resolve(found.href), list.length)
    }
    if (thing.kind === 'indicator') {
      const reference = (indicator && period !== null && (await this.#country(indicator.id, period))) || { kind: 'middle' as const, value: middleOf(figures.values) }
      return { view, chance: null, reference, level: 0.95, first: NaN, draws: null }
    }
    const recipe = recipeColumn(level, thing.kind === 'domain' ? `chance.${thing.domain}` : 'burdens')?.recipe
    if (!recipe?.sure) return null
    const facts = { view, level: recipe.sure.level, first: recipe.sure.first, draws: recipe.sure.replications }
    if (thing.kind === 'domain') return { ...facts, chance: await ofRecipe(`chance.${thing.domain}`), reference: null }
    if (view === 'chance') return { ...facts, chance: await ofRecipe('chance'), reference: null }
    const known = await ofRecipe('known')
    const fraction = recipe.worstFraction
    return { ...facts, chance: null, reference: known && fraction !== null ? { kind: 'even', fraction, known } : null }
  }

  /** The figure that was published of the whole country, where it has one of this period. */
  async #country(indicator: string, period: string): Promise<Reference | null> {
    const level = countryLevel(this.catalogue)
    const entry = level && this.catalogue.periods(level.id, indicator).find((one) => one.period === period && one.known > 0)
    if (!level || !entry) return null
    const [list, column] = await Promise.all([this.areaList(level), this.library.column(this.catalogue.resolve(entry.href), 1)])
    const value = column.values[0] ?? NaN
    return reasonOf(column, 0) === null && Number.isFinite(value) ? { kind: 'country', name: list.name(0), value } : null
  }

  /** Whether something failed because there is another build; from then on that is the one. */
  async #renewed(error: unknown): Promise<boolean> {
    const found = await this.library.newer(this.catalogue, error).catch(() => null)
    if (found && found !== this.catalogue) {
      this.catalogue = found
      this.lists = new Map()
    }
    return found !== null
  }

  /** Something beside the map did not come: where the cause is another build, all is fetched again. */
  async renew(error: unknown): Promise<void> {
    const before = this.catalogue
    if ((await this.#renewed(error)) && this.catalogue !== before) await this.refresh()
  }

  #looking = false

  /** A tile came without areas. The map does not tell an answer of nothing from none, so it is asked for once more. */
  async look(tile: string): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    try {
      const { status } = await this.library.fetch(tile)
      if (status === 404) await this.renew(new FetchError(tile, status))
    } catch {
      // Without a network there is no news either.
    } finally {
      this.#looking = false
    }
  }

  async areaList(level: LevelEntry): Promise<AreaList> {
    const list = await this.library.areas(this.catalogue.resolve(level.areasHref))
    if (this.lists.get(level.id) !== list) this.lists = new Map(this.lists).set(level.id, list)
    return list
  }

  /** The thing on the other axis of the scatter. */
  async #second(view: View, level: LevelEntry, list: AreaList, turn: number): Promise<void> {
    const thing = view.against
    const found = thing && thing.kind !== 'nothing' ? columnOf(this.catalogue, level, thing, view.year) : null
    if (!thing || !found?.href) {
      this.against = null
      return
    }
    const column = await this.library.column(this.catalogue.resolve(found.href), list.length)
    if (turn !== this.#turn) return
    const indicator = thing.kind === 'indicator' ? (this.catalogue.indicator(thing.indicator) ?? null) : null
    this.against = makeShown(level, list, thing, indicator, found.period, column)
  }

  /** How many domains are known and which come together: small columns, fetched when an area is asked for. */
  async #burdens(level: LevelEntry, list: AreaList, turn: number): Promise<void> {
    const recipe = recipeOf(level)
    const wanted = this.chosen !== null || this.resolved.thing.kind === 'together'
    if (!recipe || !wanted) {
      this.together = null
      return
    }
    const fetch = async (id: string): Promise<import('../data/column.ts').Column | null> => {
      const column = recipeColumn(level, id)
      return column ? this.library.column(this.catalogue.resolve(column.href), list.length) : null
    }
    try {
      const [burdens, known, sources, ...domains] = await Promise.all(
        ['burdens', 'known', 'sources', ...recipe.domains.map((domain) => `domain.${domain}`)].map(fetch),
      )
      if (turn !== this.#turn || !burdens || !known) return
      const found = recipe.domains.flatMap((id, at) => (domains[at] ? [{ id, column: domains[at] }] : []))
      this.together = { recipe, burdens, known, sources: sources ?? null, domains: found }
    } catch (error) {
      if (turn !== this.#turn) return
      // The card does without: the map itself is complete.
      this.together = null
      await this.renew(error)
    }
  }

  /** Codes of the address, looked up in the shown level first, then in the others. */
  async #places(view: View, level: LevelEntry, list: AreaList, turn: number): Promise<void> {
    const notices: Notice[] = []
    const find = async (what: 'area' | 'compare' | 'within'): Promise<Place | null> => {
      const code = view[what]
      if (code === null) return null
      const here = list.find(code)
      if (here !== undefined) return { level, list, area: here }
      for (const other of this.catalogue.levels) {
        if (other.id === level.id) continue
        const otherList = await this.areaList(other)
        const area = otherList.find(code)
        if (area !== undefined) return { level: other, list: otherList, area }
      }
      const near = nearest(code, list.json.codes)
      const at = near === null ? undefined : list.find(near)
      const offer = at === undefined ? null : { name: `${list.name(at)} (${near})`, change: { [what]: near } }
      notices.push({ what, found: code, nearest: offer })
      return null
    }
    const chosen = await find('area')
    const compared = await find('compare')
    const within = await find('within')
    // The names of what an area lies in.
    const above = this.catalogue.levels.filter((other) => other.id in list.json.within && other.id !== level.id)
    if (chosen || view.within) await Promise.all(above.map((other) => this.areaList(other)))
    if (turn !== this.#turn) return
    this.chosen = chosen
    this.compared = compared
    this.within = within
    this.codeNotices = notices
  }

  /** Areas that count: all of the level, or those within the chosen larger area. */
  readonly scope: ReadonlySet<number> | null = $derived.by(() => {
    const within = this.within
    const list = this.list
    if (!within || !list) return null
    if (within.list === list) return new Set([within.area])
    if (!(within.level.id in list.json.within)) return null
    return new Set(list.inside(within.level.id, within.area))
  })
}
