// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// What is fetched once, again after a failure, and anew when there is another build.
import { expect, it } from 'vitest'
import { makeRegion } from '../../dev/region.mjs'
import { FetchError, Library } from '../../src/data/library.ts'

const HOME = 'https://example.test/v1/catalogue'

/** A server that knows the addresses of its newest build only, and plain files that know of no build. */
function server() {
  const it = { build: 'one', asked: [] as string[] }
  const fetch = async (address: string): Promise<Response> => {
    it.asked.push(address)
    const url = new URL(address)
    if (url.pathname === '/v1/catalogue') return Response.json({ ...makeRegion().catalogue, build: it.build })
    const named = url.searchParams.get('build')
    if (named === it.build) return new Response(`words of ${it.build}`)
    return new Response('', { status: 404 })
  }
  return Object.assign(it, { library: new Library(fetch) })
}

const failure = (of: Promise<unknown>): Promise<unknown> => of.then(() => null, (error: unknown) => error)

it('reads the catalogue again when the build of an address is gone', async () => {
  const at = server()
  const catalogue = await at.library.catalogue(HOME)
  expect(await at.library.words('https://example.test/v1/areas?build=one')).toBe('words of one')
  at.build = 'two'
  const error = await failure(at.library.words('https://example.test/v1/words?build=one'))
  expect(error).toBeInstanceOf(FetchError)
  const found = await at.library.newer(catalogue, error)
  expect(found?.json.build).toBe('two')
  expect(await at.library.catalogue(HOME), 'and keeps the new one').toBe(found)
  expect(await at.library.words('https://example.test/v1/words?build=two')).toBe('words of two')
})

it('asks for the catalogue once, however many addresses are gone', async () => {
  const at = server()
  const catalogue = await at.library.catalogue(HOME)
  at.build = 'two'
  const error = new FetchError('https://example.test/v1/words?build=one', 404)
  const found = await Promise.all([1, 2, 3].map(() => at.library.newer(catalogue, error)))
  expect(new Set(found).size).toBe(1)
  expect(at.asked.filter((address) => address === HOME).length).toBe(2)
  expect(await at.library.newer(found[0]!, error), 'a late one is told of the build that there is').toBe(found[0])
  expect(at.asked.filter((address) => address === HOME).length).toBe(2)
})

it('does not go on asking where the build is the same', async () => {
  const at = server()
  const catalogue = await at.library.catalogue(HOME)
  expect(await at.library.newer(catalogue, new FetchError('https://example.test/v1/words?build=one', 404))).toBe(null)
})

it('leaves every other failure what it is', async () => {
  const at = server()
  const catalogue = await at.library.catalogue(HOME)
  at.build = 'two'
  for (const error of [
    new FetchError('https://example.test/v1/words?build=one', 500),
    // Plain files: no build in their addresses, and what is not there is not there.
    new FetchError('https://example.test/shared/columns/x/2024.bin', 404),
    new TypeError('no network'),
  ]) {
    expect(await at.library.newer(catalogue, error), String(error)).toBe(null)
  }
  expect(at.asked.length).toBe(1)
})

it('asks again for what did not come', async () => {
  const at = server()
  const address = 'https://example.test/v1/words?build=two'
  expect(await failure(at.library.words(address))).toBeInstanceOf(FetchError)
  at.build = 'two'
  expect(await at.library.words(address)).toBe('words of two')
})
