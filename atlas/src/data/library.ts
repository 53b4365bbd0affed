// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What was fetched, each thing once: catalogue, area lists, columns, words.
//
// In: addresses. Out: promises of checked data; what failed is forgotten, so that trying again tries again. When there
// is another build, the addresses of the one before are gone: the catalogue is read again, and they are forgotten.
// Not here: which of it is shown (state/atlas.svelte.ts).
import { AreaList, type AreaListJson } from './areas.ts'
import { Catalogue, type CatalogueJson } from './catalogue.ts'
import { type Column, decodeColumn } from './column.ts'

export type Fetch = (address: string) => Promise<Response>

export class FetchError extends Error {
  constructor(
    readonly address: string,
    readonly status: number,
  ) {
    super(`${address}: ${status}`)
  }
}

/** The build that an address is of; plain files name none, for theirs do not change under a reader. */
const buildOf = (address: string): string | null => /[?&]build=([^&]*)/.exec(address)?.[1] ?? null

export class Library {
  readonly #kept = new Map<string, Promise<unknown>>()
  #asking: Promise<Catalogue> | null = null

  constructor(readonly fetch: Fetch = (address) => globalThis.fetch(address)) {}

  words(address: string): Promise<string> {
    return this.#once(address, (response) => response.text())
  }

  catalogue(address: string): Promise<Catalogue> {
    return this.#once(address, async (response) => new Catalogue((await response.json()) as CatalogueJson, address))
  }

  /** After a failure: the catalogue of the build that there is now; `null` where that was not the cause. */
  async newer(catalogue: Catalogue, failure: unknown): Promise<Catalogue | null> {
    const gone = failure instanceof FetchError && failure.status === 404 ? buildOf(failure.address) : null
    if (gone === null) return null
    const { address, json } = catalogue
    // Somebody else was told before.
    if (gone !== encodeURIComponent(json.build)) return catalogue
    if (!this.#asking) {
      this.#kept.delete(address)
      this.#asking = this.catalogue(address).finally(() => (this.#asking = null))
    }
    const found = await this.#asking
    if (found.json.build === json.build) return null
    for (const kept of this.#kept.keys()) if (buildOf(kept) === gone) this.#kept.delete(kept)
    return found
  }

  areas(address: string): Promise<AreaList> {
    return this.#once(address, async (response) => new AreaList((await response.json()) as AreaListJson))
  }

  column(address: string, nAreas: number): Promise<Column> {
    return this.#once(address, async (response) => decodeColumn(await response.arrayBuffer(), nAreas))
  }

  #once<T>(address: string, read: (response: Response) => Promise<T>): Promise<T> {
    const kept = this.#kept.get(address)
    if (kept) return kept as Promise<T>
    const made = this.fetch(address).then((response) => {
      if (!response.ok) throw new FetchError(address, response.status)
      return read(response)
    })
    this.#kept.set(address, made)
    made.catch(() => this.#kept.delete(address))
    return made
  }
}
