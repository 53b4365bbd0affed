// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The style of the map: which layers there are and how they take their colour.
//
// In: tiles of a level and a palette. Out: a MapLibre style. Invariant: the geometry knows its number only; colour
// comes from feature state, marks come from layers with a filter, because a mark by feature state repaints all.
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from '@maplibre/maplibre-gl-style-spec'
import type { Palette } from './colours.ts'

/** Key of the feature state: appearance 1 ..= 8, or 11 ..= 15 for a colour with stripes; `f` is 1 where an area is faded. */
export const APPEARANCE = 'a'
export const FADED = 'f'
export const LAYER = 'areas'
export const NONE = -1

export interface Tiles {
  template: string
  minZoom: number
  maxZoom: number
  bounds: [number, number, number, number]
}

const state = (key: string): ExpressionSpecification => ['coalesce', ['feature-state', key], 0]
const isFaded: ExpressionSpecification = ['==', state(FADED), 1]

export function only(area: number): FilterSpecification {
  return ['==', ['get', 'index'], area]
}

export function fillColour(palette: Palette): ExpressionSpecification {
  const [a, b, c, d, e] = palette.classes
  return ['match', state(APPEARANCE), [1, 11], a, [2, 12], b, [3, 13], c, [4, 14], d, [5, 15], e, palette.land]
}

export function patternOpacity(appearance: number): ExpressionSpecification {
  return ['case', ['!=', state(APPEARANCE), appearance], 0, isFaded, 0.25, 1]
}

/** Stripes lie over the colour of an area. */
const stripeOpacity: ExpressionSpecification = ['case', ['<', state(APPEARANCE), 11], 0, isFaded, 0.25, 1]

function source(tiles: Tiles): StyleSpecification['sources'][string] {
  return {
    type: 'vector',
    tiles: [tiles.template],
    minzoom: tiles.minZoom,
    maxzoom: tiles.maxZoom,
    bounds: tiles.bounds,
    promoteId: 'index',
  }
}

export function makeStyle(tiles: Tiles, above: Tiles | null, palette: Palette): StyleSpecification {
  const areas = { source: 'areas', 'source-layer': LAYER }
  const marks = { source: 'marks', 'source-layer': LAYER }
  const layers: LayerSpecification[] = [
    { id: 'water', type: 'background', paint: { 'background-color': palette.background } },
    {
      id: 'fill',
      type: 'fill',
      ...areas,
      paint: {
        'fill-color': fillColour(palette),
        'fill-opacity': ['case', isFaded, 0.16, 1],
        'fill-color-transition': { duration: 0 },
        'fill-opacity-transition': { duration: 0 },
      },
    },
    { id: 'hatch', type: 'fill', ...areas, paint: { 'fill-pattern': 'hatch', 'fill-opacity': patternOpacity(6) } },
    { id: 'dots', type: 'fill', ...areas, paint: { 'fill-pattern': 'dots', 'fill-opacity': patternOpacity(7) } },
    { id: 'crosses', type: 'fill', ...areas, paint: { 'fill-pattern': 'crosses', 'fill-opacity': patternOpacity(8) } },
    { id: 'stripes', type: 'fill', ...areas, paint: { 'fill-pattern': 'stripes', 'fill-opacity': stripeOpacity } },
    {
      id: 'border',
      type: 'line',
      ...areas,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.2, 10, 0.6, 14, 1.4],
      },
    },
  ]
  if (above) {
    layers.push({
      id: 'border-above',
      type: 'line',
      source: 'above',
      'source-layer': LAYER,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.text,
        'line-opacity': 0.55,
        'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.4, 10, 1.1, 14, 2],
      },
    })
  }
  for (const [id, colour, width] of [
    ['hover', palette.text, 1.8],
    ['compare', palette.compare, 3.2],
    ['chosen', palette.accent, 3.6],
  ] as const) {
    const filter = only(NONE)
    layers.push(
      { id: `${id}-halo`, type: 'line', ...marks, filter, layout: { 'line-join': 'round' }, paint: { 'line-color': palette.halo, 'line-width': width + 3 } },
      { id, type: 'line', ...marks, filter, layout: { 'line-join': 'round' }, paint: { 'line-color': colour, 'line-width': width } },
    )
  }
  return {
    version: 8,
    sources: { areas: source(tiles), marks: source(tiles), ...(above ? { above: source(above) } : {}) },
    layers,
  }
}
