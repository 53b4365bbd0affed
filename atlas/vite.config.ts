// SPDX-FileCopyrightText: Kapstok contributors
// SPDX-License-Identifier: EUPL-1.2
// How the atlas is built: one entry and one style sheet under fixed names, the rest hashed, all paths relative,
// so that the same files work behind the server and in a folder on a shared drive.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [svelte()],
  build: {
    target: 'es2022',
    // The page's policy allows styles from a file only; one file means one name to link to.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: 'src/main.ts',
      output: {
        entryFileNames: 'atlas.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.css')) ? 'atlas.css' : 'chunks/[name]-[hash][extname]',
      },
    },
  },
  test: { include: ['tests/unit/**/*.test.ts'], environment: 'node' },
})
