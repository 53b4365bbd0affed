// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The map itself: MapLibre behind the few verbs that the atlas needs.
//
// In: tiles, appearances, marks, a camera. Out: where the pointer is, what was chosen, where the camera rests.
// Invariant: a change of thing sends numbers to the map, never geometry. Loaded apart from the rest, because it is
// four fifths of all script. Not here: words, keys (components/MapView.svelte).
import { type GeoJSONFeature, type LngLatBoundsLike, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import type { Camera } from '../state/url.ts'
import type { Palette } from './colours.ts'
import { cut, type Paper } from './paper.ts'
import { crosses, dots, hatch, PIXEL_RATIO, type Pixels, stripes } from './patterns.ts'
import { APPEARANCE, FADED, LAYER, makeStyle, NONE, only, type Tiles } from './style.ts'

export interface MapEvents {
  /** Under the pointer, in pixels of the container; `null` when it leaves. */
  pointed(area: number | null, x: number, y: number): void
  picked(area: number): void
  /** The camera rests; `byHand` when a person moved it. */
  rested(camera: Camera, bounds: [number, number, number, number], byHand: boolean): void
  ready(): void
  /** At this address lie no areas, or no tile any more. */
  empty(tile: string): void
  incomplete(): void
}

export type Mark = 'hover' | 'chosen' | 'compare'
type Box = [number, number, number, number]

/** Around the globe, in metres. */
const EQUATOR = 40_075_016.686

/** Room at the edges: on a wide map the legend lies over the left side, on a narrow and tall one at the foot. */
function padding(frame: HTMLElement): { top: number; bottom: number; left: number; right: number } {
  const { clientWidth: width, clientHeight: height } = frame
  const edge = Math.min(24, width / 20)
  const [wide, tall] = [width > 860, width > 480 && height > 600]
  return { top: tall ? 48 : edge, bottom: !wide && tall ? 280 : edge, left: wide ? 370 : edge, right: wide ? 70 : edge }
}

export class AreaMap {
  readonly #map: MapLibre
  #failed = false
  #appearances = new Uint8Array()
  #fades = new Uint8Array()
  #marks: Record<Mark, number> = { hover: NONE, chosen: NONE, compare: NONE }
  #palette: Palette
  #level: { tiles: Tiles; above: Tiles | null }
  #byHand = false
  /** What was fitted last, as long as nobody moved the map since. */
  #fitted: Box | null = null

  constructor(
    container: HTMLElement,
    level: { tiles: Tiles; above: Tiles | null },
    palette: Palette,
    start: Camera | Box,
    events: MapEvents,
  ) {
    setWorkerUrl(new URL(workerUrl, import.meta.url).href)
    this.#palette = palette
    this.#level = level
    this.#fitted = Array.isArray(start) ? start : null
    const at = Array.isArray(start)
      ? { bounds: start as LngLatBoundsLike, fitBoundsOptions: { padding: padding(container) } }
      : { center: [start.lon, start.lat] as [number, number], zoom: start.zoom }
    this.#map = new MapLibre({
      container,
      style: makeStyle(level.tiles, level.above, palette),
      ...at,
      attributionControl: false,
      keyboard: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      renderWorldCopies: false,
      fadeDuration: 0,
      minZoom: 1,
      maxZoom: 17,
    })
    this.#map.touchZoomRotate.disableRotation()
    this.#map.setMissingStyleImageResolver((name) => this.#image(name))
    this.#map.on('idle', () => {
      if (!this.#failed) events.ready()
    })
    this.#map.on('error', () => {
      this.#failed = true
      events.incomplete()
    })
    this.#map.on('sourcedata', (event) => {
      const { tile, coord } = event
      if (event.sourceId !== 'areas' || !tile || !coord || tile.state !== 'loaded' || tile.latestFeatureIndex) return
      const { z, x, y } = coord.canonical
      events.empty(this.#level.tiles.template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)))
    })
    this.#map.on('movestart', (event) => {
      if (!event.originalEvent) return
      this.#byHand = true
      this.#fitted = null
    })
    this.#map.on('moveend', () => {
      const centre = this.#map.getCenter()
      const byHand = this.#byHand
      this.#byHand = false
      events.rested(
        { zoom: this.#map.getZoom(), lat: centre.lat, lon: centre.lng },
        this.bounds,
        byHand,
      )
    })
    let pointed: number | null = null
    this.#map.on('mousemove', (event) => {
      const area = this.#areaAt(event.point.x, event.point.y)
      if (area === null && pointed === null) return
      pointed = area
      events.pointed(area, event.point.x, event.point.y)
    })
    this.#map.on('mouseout', () => {
      pointed = null
      events.pointed(null, 0, 0)
    })
    this.#map.on('click', (event) => {
      const area = this.#areaAt(event.point.x, event.point.y)
      if (area !== null) events.picked(area)
    })
  }

  #areaAt(x: number, y: number): number | null {
    if (!this.#map.getLayer('fill')) return null
    const features: GeoJSONFeature[] = this.#map.queryRenderedFeatures([x, y], { layers: ['fill'] })
    const found: unknown = features[0]?.properties['index']
    return typeof found === 'number' ? found : null
  }

  /** Draws a pattern when the style asks for it: after every new style it does. */
  #image(name: string): void {
    const { missing, land, text, halo } = this.#palette
    const draw: Record<string, () => Pixels | null> = {
      hatch: () => hatch(missing, land),
      dots: () => dots(missing, land),
      crosses: () => crosses(missing, land),
      stripes: () => stripes(text, halo),
    }
    const image = draw[name]?.()
    if (image && !this.#map.hasImage(name)) this.#map.addImage(name, image, { pixelRatio: PIXEL_RATIO })
  }

  /** Another level: other geometry. What was painted is forgotten. */
  setLevel(tiles: Tiles, above: Tiles | null): void {
    if (tiles.template === this.#level.tiles.template) return
    this.#level = { tiles, above }
    this.#appearances = new Uint8Array()
    this.#fades = new Uint8Array()
    this.#restyle()
  }

  setPalette(palette: Palette): void {
    this.#palette = palette
    const [appearances, fades] = [this.#appearances, this.#fades]
    this.#appearances = new Uint8Array()
    this.#fades = new Uint8Array()
    this.#restyle()
    this.paint(appearances, fades)
  }

  #restyle(): void {
    this.#failed = false
    this.#map.setStyle(makeStyle(this.#level.tiles, this.#level.above, this.#palette), { diff: false })
    const marks = this.#marks
    this.#marks = { hover: NONE, chosen: NONE, compare: NONE }
    for (const [name, area] of Object.entries(marks)) this.mark(name as Mark, area === NONE ? null : area)
  }

  #whenStyled(act: () => void): void {
    if (this.#map.getSource('areas')) act()
    else this.#map.once('styledata', () => this.#whenStyled(act))
  }

  /** Gives every area its appearance; only what differs travels to the map. */
  paint(appearances: Uint8Array, faded: Uint8Array): void {
    this.#whenStyled(() => {
      for (let area = 0; area < appearances.length; area++) {
        if (this.#appearances[area] === appearances[area] && this.#fades[area] === faded[area]) continue
        this.#map.setFeatureState(
          { source: 'areas', sourceLayer: LAYER, id: area },
          { [APPEARANCE]: appearances[area], [FADED]: faded[area] },
        )
      }
      this.#appearances = appearances.slice()
      this.#fades = faded.slice()
    })
  }

  mark(name: Mark, area: number | null): void {
    const wanted = area ?? NONE
    if (this.#marks[name] === wanted) return
    this.#marks[name] = wanted
    this.#whenStyled(() => {
      if (!this.#map.getLayer(name)) return
      this.#map.setFilter(`${name}-halo`, only(wanted))
      this.#map.setFilter(name, only(wanted))
    })
  }

  jump(camera: Camera): void {
    this.#map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom })
  }

  fit(box: Box, calm: boolean): void {
    this.#fitted = box
    this.#map.fitBounds(box, { padding: padding(this.#map.getContainer()), maxZoom: 14, animate: !calm, duration: 600 })
  }

  zoom(by: number, calm: boolean): void {
    this.#byHand = true
    this.#fitted = null
    this.#map.zoomTo(this.#map.getZoom() + by, { animate: !calm, duration: 200 })
  }

  /** Brings a point into sight, with as little movement as that takes. */
  reveal(point: [number, number], calm: boolean): void {
    // Where it will be is not known before the camera rests.
    if (this.#map.isMoving()) {
      this.#map.once('moveend', () => this.reveal(point, calm))
      return
    }
    const { x, y } = this.#map.project(point)
    const frame = this.#map.getContainer()
    const { clientWidth: width, clientHeight: height } = frame
    const { top, bottom, left, right } = padding(frame)
    const edge = Math.min(40, width / 8, height / 8)
    const seen = x > edge && x < width - edge && y > edge && y < height - edge
    if (seen && (x > left || y < height - Math.max(bottom, 400))) return
    this.#fitted = null
    const offset: [number, number] = [(left - right) / 2, (top - bottom) / 2]
    this.#map.easeTo({ center: point, offset, animate: !calm, duration: 250 })
  }

  project(point: [number, number]): { x: number; y: number } {
    return this.#map.project(point)
  }

  /** Fetches again what did not come: a new style asks for every tile, those that failed too. */
  retry(): void {
    this.setPalette(this.#palette)
  }

  /** The picture of the map as it is painted. */
  picture(): Promise<HTMLCanvasElement> {
    return new Promise((resolve) => {
      this.#map.once('render', () => {
        const from = this.#map.getCanvas()
        const copy = document.createElement('canvas')
        copy.width = from.width
        copy.height = from.height
        copy.getContext('2d')?.drawImage(from, 0, 0)
        resolve(copy)
      })
      this.#map.triggerRepaint()
    })
  }

  /** The picture as it is now, sharp enough for paper and without what is empty around `box`: at once, for a browser
   * that is about to print does not wait. With an `aspect` what lies around the box fills the paper. */
  paper(box: Box, aspect: number | null): Paper {
    const hover = this.#marks.hover
    this.mark('hover', null)
    this.#map.setPixelRatio(Math.max(2, devicePixelRatio))
    this.#map.redraw()
    const from = this.#map.getCanvas()
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer()
    const part = cut(width, height, this.#map.project([box[0], box[1]]), this.#map.project([box[2], box[3]]), aspect)
    const sharp = from.width / width
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(part.width * sharp)
    canvas.height = Math.round(part.height * sharp)
    canvas.getContext('2d')?.drawImage(from, -part.x * sharp, -part.y * sharp)
    const latitude = this.#map.unproject([part.x + part.width / 2, part.y + part.height / 2]).lat
    const metresPerPixel = (EQUATOR * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** this.#map.getZoom())
    // Back to the ratio of the screen, whatever that becomes.
    this.#map.setPixelRatio(undefined as unknown as number)
    this.mark('hover', hover === NONE ? null : hover)
    return { canvas, width: part.width, metresPerPixel }
  }

  /** Comes when nothing of the map is on its way any more; not later than in some seconds. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      const late = setTimeout(resolve, 5000)
      this.#map.once('idle', () => {
        clearTimeout(late)
        resolve()
      })
      this.#map.triggerRepaint()
    })
  }

  /** The frame has another size: what was in it stays in it. */
  resize(): void {
    this.#map.resize()
    if (this.#fitted) this.fit(this.#fitted, true)
  }

  remove(): void {
    this.#map.remove()
  }

  get bounds(): Box {
    const bounds = this.#map.getBounds()
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  }

  get canvas(): HTMLCanvasElement {
    return this.#map.getCanvas()
  }
}
