// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The island: finds its place on the page, fetches words and catalogue, and starts.
//
// Invariant: without words or catalogue the page stays as the server made it.
import { mount } from 'svelte'
import Start from './components/Start.svelte'
import type { Language } from './data/catalogue.ts'
import { Library } from './data/library.ts'
import { Words } from './words.ts'
import './styles/atlas.css'

async function start(root: HTMLElement): Promise<void> {
  const given = (name: string): string => root.dataset[name] ?? ''
  const library = new Library()
  const address = (href: string): string => new URL(href, document.baseURI).href
  const language: Language = (root.closest('[lang]')?.getAttribute('lang') ?? 'nl').startsWith('en') ? 'en' : 'nl'
  const words = new Words(language, await library.words(address(given('words'))))
  const links = { area: given('area'), compare: given('compare'), why: given('why'), table: given('table'), embed: given('embed') }
  const embedded = given('embedded') === 'true'
  root.classList.add('atlas')
  mount(Start, { target: root, props: { library, words, language, links, embedded, catalogue: address(given('catalogue')) } })
}

const root = document.getElementById('atlas')
if (root) void start(root)
