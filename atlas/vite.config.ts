// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// How the atlas is built: one entry and one style sheet under fixed names, the rest hashed, all paths relative,
// so that the same files work behind the server and in a folder on a shared drive.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { minify } from 'terser'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** A second pass over all script, MapLibre's worker too: three kilobytes less, which the budget of 490 needs. */
function smaller(): Plugin {
  const options = { module: true, ecma: 2020, compress: { passes: 3 }, format: { comments: /@license/ } } as const
  return {
    name: 'smaller',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = (await minify(file.code, options)).code ?? file.code
        else if (file.names.some((name) => name.endsWith('.mjs')) && typeof file.source !== 'string') {
          file.source = (await minify(new TextDecoder().decode(file.source), options)).code ?? file.source
        }
      }
    },
  }
}

export default defineConfig({
  base: './',
  plugins: [svelte(), smaller()],
  build: {
    target: 'es2022',
    // The page's policy allows styles from a file only; one file means one name to link to.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: 'src/main.ts',
      output: {
        entryFileNames: 'atlas.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: (asset) => {
          if (asset.names.some((name) => name.endsWith('.css'))) return 'atlas.css'
          // A plain host may not know that `.mjs` is a script.
          return asset.names.some((name) => name.endsWith('.mjs')) ? 'chunks/[name]-[hash].js' : 'chunks/[name]-[hash][extname]'
        },
      },
    },
  },
  test: { include: ['tests/unit/**/*.test.ts'], environment: 'node' },
})
