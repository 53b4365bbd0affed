// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The links of the page to itself in another language: what is seen stays seen.
//
// In: query and fragment of the view. Out: links that have them. They are the same in every language.

/** Gives the links of the page to its other languages this query and fragment. */
export function carry(address: string): void {
  for (const link of document.querySelectorAll('.languages a[hreflang]')) {
    const path = (link.getAttribute('href') ?? '').replace(/[?#].*$/s, '')
    link.setAttribute('href', path + address)
  }
}
