// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Every screen, in both languages, full, empty and in error.
import { json } from './program.mjs'

/** Codes and names in the invented region that the tests walk by. */
export const AREA = 'XB01010114'
export const OTHER = 'XB01010212'
export const INDICATOR = 'volwassenen_laag_inkomen'
export const RECIPE = 'samenkomen'
/** An indicator and a period in which no area has a figure yet. */
export const NOT_YET_OUT = ['laag_inkomen', '2024']

/** An area of the smallest level with too few residents to show anything of. */
export async function smallArea(address) {
  const catalogue = await json(address, '/v1/catalogue')
  const level = catalogue.levels.at(-1)
  const areas = await json(address, `/v1/${level.areasHref}`)
  for (let index = 0; index < areas.codes.length; index += 1) {
    if (areas.residents[index] !== null) continue
    const area = await json(address, `/v1/areas/${areas.codes[index]}`)
    if (JSON.stringify(area).includes('too_few_residents')) return areas.codes[index]
  }
  throw new Error('the region has no area with few residents')
}

/** Name, path and expected status of every screen of a language. */
export async function screens(address, language) {
  const small = await smallArea(address)
  const nl = language === 'nl'
  const at = (dutch, english) => `/${language}/${nl ? dutch : english}`
  const map = at('kaart', 'map')
  const ask = (pairs) => `?${new URLSearchParams(pairs)}`
  return [
    ['start', `/${language}`, 200],
    ['search, full', at('zoek?q=amberhoek', 'search?q=amberhoek'), 200],
    ['search, empty', at('zoek?q=xyzzyplugh', 'search?q=xyzzyplugh'), 200],
    ['area, full', at(`gebied/${AREA}`, `area/${AREA}`), 200],
    ['area, empty', at(`gebied/${small}`, `area/${small}`), 200],
    ['area, error', at('gebied/XB99999999', 'area/XB99999999'), 404],
    ['compare, full', at(`vergelijk/${AREA}/${OTHER}`, `compare/${AREA}/${OTHER}`), 200],
    ['compare, empty', at(`vergelijk/${AREA}/${small}`, `compare/${AREA}/${small}`), 200],
    ['compare, error', at(`vergelijk/${AREA}/XB99999999`, `compare/${AREA}/XB99999999`), 404],
    ['figures', at('cijfers', 'figures'), 200],
    ['table, full', at(`cijfers/${INDICATOR}/neighbourhood`, `figures/${INDICATOR}/neighbourhood`), 200],
    ['table, empty', at(`cijfers/${NOT_YET_OUT[0]}/neighbourhood/${NOT_YET_OUT[1]}`, `figures/${NOT_YET_OUT[0]}/neighbourhood/${NOT_YET_OUT[1]}`), 200],
    ['table, error', at('cijfers/bestaat_niet/neighbourhood', 'figures/bestaat_niet/neighbourhood'), 404],
    ['why, full', at(`waarom/${AREA}/${INDICATOR}`, `why/${AREA}/${INDICATOR}`), 200],
    ['why, empty', at(`waarom/${small}/${INDICATOR}`, `why/${small}/${INDICATOR}`), 200],
    ['statements', at('uitspraken', 'statements'), 200],
    ['sources', at('bronnen', 'sources'), 200],
    ['method', at(`methode/${RECIPE}`, `method/${RECIPE}`), 200],
    ['truth', at('waarheid', 'truth'), 200],
    ['thursday', at('donderdag', 'thursday'), 200],
    ['downloads', at('downloads', 'downloads'), 200],
    ['accessibility', at('toegankelijkheid', 'accessibility'), 200],
    ['map, as it opens', map, 200],
    ['map, empty', map + ask({ show: NOT_YET_OUT[0], year: NOT_YET_OUT[1], level: 'neighbourhood' }), 200],
    ['map, full', map + ask({ show: INDICATOR, level: 'neighbourhood', area: AREA }), 200],
    ['map, error', map + ask({ show: 'bestaat_niet', area: 'XB99999999' }), 200],
    ['map, embedded', `/embed${map}`, 200],
    ['no such page', `/${language}/xyzzy`, 404],
  ]
}
