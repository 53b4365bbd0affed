// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Taking along: files that the browser makes itself, and text on the clipboard.
//
// In: content. Out: a download or a copy. No server is asked.

export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Copies, also where the clipboard is closed to pages without https. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.className = 'atlas-visually-hidden'
    const host = document.querySelector('dialog[open]') ?? document.body
    host.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}

/** A name for a file: letters, digits and hyphens. */
export function fileName(...parts: (string | null)[]): string {
  const plain = (part: string): string => part.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase()
  return ['kapstok', ...parts.filter((part) => part !== null).map(plain)].filter(Boolean).join('-')
}

/** `/nl/gebied/{code}` filled in; every part is encoded. In plain files a part is the name of a file or folder. */
export function fill(template: string, parts: Record<string, string>): string {
  const encoded = template.endsWith('.html') ? plainName : encodeURIComponent
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in parts ? encoded(parts[name]!) : whole))
}

const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const LONGEST = 100
const KEPT = 80

/** The name of a part in an exported site. The same rule as `links/file_name.rs` of the pages, with the same cases in its test. */
export function plainName(part: string): string {
  const bytes = new TextEncoder().encode(part)
  const escaped = (byte: number): string => `~${byte.toString(16).toUpperCase().padStart(2, '0')}`
  const isPlain = (byte: number, at: number): boolean =>
    /[A-Za-z0-9_-]/.test(String.fromCharCode(byte)) || (byte === 0x2e && at > 0 && at + 1 < bytes.length)
  let name = Array.from(bytes, (byte, at) => (isPlain(byte, at) ? String.fromCharCode(byte) : escaped(byte))).join('')
  if (name === '') return '~'
  if (DEVICES.test(name)) name = escaped(name.charCodeAt(0)) + name.slice(1)
  return name.length > LONGEST ? `${name.slice(0, KEPT)}~~${hash(bytes)}` : name
}

/** Fowler, Noll and Vo's hash 1a of 64 bits, over the bytes and their end. */
function hash(bytes: Uint8Array): string {
  let sum = 0xcbf29ce484222325n
  for (const byte of [...bytes, 0xff]) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n)
  return sum.toString(16).padStart(16, '0')
}

/**
 * Whether a page of a figure is there: a server has one of every period (`{period}` in its template), plain files only
 * of the newest with a figure.
 */
export function leads(template: string, period: string | null | undefined, periods: readonly { period: string; known: number }[]): boolean {
  if (template === '' || template.includes('{period}')) return template !== ''
  const newest = periods.findLast((column) => column.known > 0) ?? periods.at(-1)
  return newest !== undefined && newest.period === period
}
