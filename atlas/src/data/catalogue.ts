// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The catalogue: which levels, columns and indicators there are, and where each of them lies.
//
// In: the JSON of /v1/catalogue and its own address. Out: look-ups. Invariant: no address is made here, each is an
// `href` of the catalogue resolved against the catalogue's address, so that plain files work as well as a server.
// Not here: the values (column.ts), the names of areas (areas.ts).

export type Language = 'nl' | 'en'
export type InBoth = Record<Language, string>
export type Direction = 'higher-is-worse' | 'higher-is-better' | 'neither'
export type Kind = 'register' | 'survey' | 'model' | 'derived'

export interface ColumnEntry {
  indicator: string
  period: string
  known: number
  /** Whether any area has published margins. */
  margins?: boolean
  href: string
}

export interface RecipeEntry {
  id: string
  worstFraction: number | null
  domains: string[]
  /** How often everything was drawn again, which part of it an interval holds, and which part of all areas is first. */
  sure?: { level: number; replications: number; first: number } | null
  columns: { id: string; href: string }[]
}

export interface LevelEntry {
  id: string
  boundaryYear: number
  nAreas: number
  bbox: [number, number, number, number]
  hasMap: boolean
  areasHref: string
  tilesHref: string
  minZoom: number
  maxZoom: number
  columns: ColumnEntry[]
  recipes: RecipeEntry[]
}

export interface Indicator {
  id: string
  label: InBoth
  explanation: InBoth
  unit: string
  direction: Direction
  domain: string
  kind: Kind
  modelledFrom: string[]
  population: string | null
  source: string
  licence: string
  attribution: string
}

export interface CatalogueJson {
  title: InBoth
  invented: boolean
  build: string
  program: string
  minResidents: number
  levels: LevelEntry[]
  indicators: Indicator[]
}

export class Catalogue {
  readonly #indicators: Map<string, Indicator>
  readonly #levels: Map<string, LevelEntry>

  constructor(
    readonly json: CatalogueJson,
    readonly address: string,
  ) {
    this.#indicators = new Map(json.indicators.map((indicator) => [indicator.id, indicator]))
    this.#levels = new Map(json.levels.map((level) => [level.id, level]))
  }

  /** Largest areas first. */
  get levels(): LevelEntry[] {
    return this.json.levels
  }

  get indicators(): Indicator[] {
    return this.json.indicators
  }

  level(id: string): LevelEntry | undefined {
    return this.#levels.get(id)
  }

  indicator(id: string): Indicator | undefined {
    return this.#indicators.get(id)
  }

  /** An `href` as a whole address. The braces of a tile template stay as they are. */
  resolve(href: string): string {
    return new URL(href, this.address).href.replaceAll('%7B', '{').replaceAll('%7D', '}')
  }

  /** Address of the features API beside the catalogue; none where the atlas runs from plain files. */
  get api(): string | null {
    const found = /^(https?:.*)\/catalogue$/.exec(this.address)
    return found?.[1] ?? null
  }

  /** Domains that recipes or indicators speak of, each once, in the order of the catalogue. */
  get domains(): string[] {
    const ofRecipes = this.levels.flatMap((level) => level.recipes.flatMap((recipe) => recipe.domains))
    return [...new Set([...ofRecipes, ...this.indicators.map((indicator) => indicator.domain)])]
  }

  /** Periods of an indicator at a level, oldest first. */
  periods(level: string, indicator: string): ColumnEntry[] {
    const columns = this.level(level)?.columns.filter((column) => column.indicator === indicator) ?? []
    return columns.sort((a, b) => (a.period < b.period ? -1 : 1))
  }
}

/** The recipe of a level that says what comes together; `null` where the level has none. */
export function recipeOf(level: LevelEntry): RecipeEntry | null {
  return level.recipes.find((recipe) => recipe.columns.some((column) => column.id === 'burdens')) ?? null
}

export function recipeColumn(level: LevelEntry, id: string): { recipe: RecipeEntry; href: string } | null {
  for (const recipe of level.recipes) {
    const column = recipe.columns.find((column) => column.id === id)
    if (column) return { recipe, href: column.href }
  }
  return null
}
