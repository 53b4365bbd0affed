// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// One column: the value of every area of a level, why it is missing, and its margins.
//
// In: the bytes of a `KPC1` file. Out: typed arrays in the order of the area list. Invariant: a value that is not
// known is NaN and has a reason, so nothing that is missing is ever shown as 0. Not here: classes, words.

export type Reason =
  | 'secret'
  | 'not-measured'
  | 'cannot-occur'
  | 'not-yet-out'
  | 'lost-in-recoding'
  | 'too-few-residents'
  | 'withheld-with-others'

/** By the low four bits of a status; 0 is known. */
const REASONS: readonly (Reason | null)[] = [
  null,
  'secret',
  'not-measured',
  'cannot-occur',
  'not-yet-out',
  'lost-in-recoding',
  'too-few-residents',
  'withheld-with-others',
]

/** Reasons that protect people: drawn with dots. The others: drawn with a hatch. */
export const PROTECTED: ReadonlySet<Reason> = new Set<Reason>(['secret', 'too-few-residents', 'withheld-with-others'])

export const ALL_REASONS: readonly Reason[] = REASONS.filter((reason) => reason !== null)

export class ColumnError extends Error {}

export interface Column {
  boundaryYear: number
  values: Float32Array
  lower: Float32Array | null
  upper: Float32Array | null
  status: Uint8Array
}

const HEADER = 16
const MAGIC = 0x3143504b // "KPC1", little-endian.
const HAS_MARGINS = 1

export function decodeColumn(bytes: ArrayBuffer, nAreas?: number): Column {
  const view = new DataView(bytes)
  if (bytes.byteLength < HEADER || view.getUint32(0, true) !== MAGIC) throw new ColumnError('not a KPC1 file')
  const n = view.getUint32(4, true)
  const flags = view.getUint32(8, true)
  const nFloats = flags & HAS_MARGINS ? 3 : 1
  const expected = HEADER + n * 4 * nFloats + n
  if (bytes.byteLength !== expected) {
    throw new ColumnError(`${bytes.byteLength} bytes where ${expected} were expected`)
  }
  if (nAreas !== undefined && nAreas !== n) throw new ColumnError(`${n} areas where ${nAreas} were expected`)
  const floats = (position: number): Float32Array => {
    const found = new Float32Array(n)
    for (let i = 0; i < n; i++) found[i] = view.getFloat32(HEADER + (position * n + i) * 4, true)
    return found
  }
  const status = new Uint8Array(bytes.slice(HEADER + n * 4 * nFloats))
  const values = floats(0)
  for (let i = 0; i < n; i++) {
    // A figure without status "known" is not shown, and neither is "known" without a figure.
    if ((status[i]! & 15) !== 0) values[i] = NaN
    else if (!Number.isFinite(values[i]!)) status[i] = (status[i]! & ~15) | 2
  }
  return {
    boundaryYear: view.getUint32(12, true),
    values,
    lower: nFloats === 3 ? floats(1) : null,
    upper: nFloats === 3 ? floats(2) : null,
    status,
  }
}

export function reasonOf(column: Column, area: number): Reason | null {
  const status = column.status[area]
  if (status === undefined) return 'not-measured'
  const code = status & 15
  return code === 0 ? null : (REASONS[code] ?? 'not-measured')
}

export function isProvisional(column: Column, area: number): boolean {
  return ((column.status[area] ?? 0) & 16) !== 0
}

export function isFromAnotherMap(column: Column, area: number): boolean {
  return ((column.status[area] ?? 0) & 32) !== 0
}

/** How many areas lack a value, by reason. */
export function missingCounts(column: Column): Map<Reason, number> {
  const counts = new Map<Reason, number>()
  for (let area = 0; area < column.status.length; area++) {
    const reason = reasonOf(column, area)
    if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return counts
}
