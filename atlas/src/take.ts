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

/** `/nl/gebied/{code}` filled in; every part is encoded. */
export function fill(template: string, parts: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in parts ? encodeURIComponent(parts[name]!) : whole))
}
