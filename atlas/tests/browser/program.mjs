// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// The program under test: the invented region, built and served on a free port.
//
// In: KAPSTOK, the path of the program, and KAPSTOK_REGION, the region as it made it, if at hand. Out: an address, and what was said on standard error.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { open } from './person.mjs'

const program = process.env.KAPSTOK
if (!program) throw new Error('KAPSTOK names no program: run `cargo xtask browser`')

/** Makes the region in a folder of its own; `change` may alter it before it is built anew. */
export function region(change) {
  const dir = mkdtempSync(join(tmpdir(), 'kapstok-browser-'))
  if (process.env.KAPSTOK_REGION) cpSync(process.env.KAPSTOK_REGION, dir, { recursive: true, verbatimSymlinks: true })
  else execFileSync(program, ['--lang', 'nl', 'demo', '--no-serve', '--dir', dir], { stdio: 'pipe' })
  if (change) {
    change(dir)
    execFileSync(program, ['--lang', 'nl', 'build', dir], { stdio: 'pipe' })
  }
  return dir
}

/** Serves a workspace, or what else it is told to. `said()` is what stands on standard error until now. */
export async function serve(dir, what = ['serve', dir, '--port', '0'], mark = /http:\/\/[\d.:]+/) {
  const child = spawn(program, ['--lang', 'nl', ...what], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (bytes) => (said += bytes))
  const address = await new Promise((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (bytes) => {
      out += bytes
      const found = mark.exec(out)
      if (found) resolve(found[0])
    })
    child.on('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)))
  })
  return {
    address,
    dir,
    said: () => said,
    stop() {
      child.kill()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The region served and a browser before it, for all tests of a file; `change` as for `region`. */
export function stage(change) {
  const it = { served: null, browser: null }
  before(async () => {
    it.served = await serve(region(change))
    it.browser = await open()
  })
  after(async () => {
    await it.browser?.close()
    it.served?.stop()
  })
  return it
}

/** JSON of the API. */
export async function json(address, path) {
  const answer = await fetch(address + path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return answer.json()
}

/** Runs the program and gives what it prints. */
export const kapstok = (...args) => execFileSync(program, args, { encoding: 'utf8' })
