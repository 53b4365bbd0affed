// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Round numbers for an axis: steps of 1, 2 or 5 times a power of ten.

export function ticks(min: number, max: number, about: number): number[] {
  if (!(max > min)) return Number.isFinite(min) ? [min] : []
  const rough = (max - min) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const size = [1, 2, 5, 10].find((factor) => factor * power >= rough)! * power
  const found: number[] = []
  for (let k = Math.ceil(min / size - 1e-9); k * size <= max + size * 1e-9; k++) found.push(+(k * size).toPrecision(12))
  return found
}
