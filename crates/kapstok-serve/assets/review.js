// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// Keys for a reader at a desk: accept, change, reject, next, previous.
//
// In: the page of a statement. Out: the same page, walked and sent by keys. Invariants: the page is complete without it; a
// key does nothing while somebody types, nor beside Ctrl, Alt or Meta; keys can be turned off, and that is kept in
// `localStorage`; nothing is fetched.
'use strict'
{
  const by = (id) => document.getElementById(id)
  const form = by('decide')
  const box = by('review-keys')
  if (form && box) {
    const KEPT = 'kapstok-review-keys'
    const kept = () => {
      try {
        return localStorage.getItem(KEPT)
      } catch {
        return null
      }
    }
    const keep = (value) => {
      try {
        localStorage.setItem(KEPT, value)
      } catch {
        // A browser that keeps nothing asks again on the next page.
      }
    }
    const show = () => {
      for (const key of document.querySelectorAll('.review-key')) key.hidden = !box.checked
    }
    box.checked = kept() !== 'off'
    box.closest('.review-keys').hidden = false
    show()
    box.addEventListener('change', () => {
      keep(box.checked ? 'on' : 'off')
      show()
    })

    const button = (act) => form.querySelector(`button[value="${act}"]`)
    const fields = [...form.querySelectorAll('.review-fields :is(input:not([type="hidden"]), select)')]
    const isChanged = (field) => {
      if (field.type === 'checkbox') return field.checked !== field.defaultChecked
      if (field.tagName === 'SELECT') return [...field.options].some((it) => it.selected !== it.defaultSelected)
      return field.value !== field.defaultValue
    }
    const acts = {
      a: () => form.requestSubmit(button('accept')),
      // Without a change or a reason there is nothing to send yet: the key leads to where it is typed.
      c: () => (fields.some(isChanged) ? form.requestSubmit(button('change')) : fields[0]?.focus()),
      r: () => (by('reason').value.trim() ? form.requestSubmit(button('reject')) : by('reason').focus()),
      j: () => by('review-after')?.click(),
      k: () => by('review-before')?.click(),
    }
    document.addEventListener('keydown', (event) => {
      if (!box.checked || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return
      const typed = event.target.closest('input:not([type="checkbox"]), textarea, select')
      if (typed) {
        if (event.key === 'Escape') typed.blur()
        return
      }
      const act = acts[event.key]
      if (!act) return
      event.preventDefault()
      act()
    })
    // Twice the same key must not decide twice.
    form.addEventListener('submit', () => setTimeout(() => form.querySelectorAll('button').forEach((it) => (it.disabled = true))))
  }
}
