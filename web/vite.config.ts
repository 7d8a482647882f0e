import { svelte } from '@sveltejs/vite-plugin-svelte';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig } from 'vitest/config';

// Assets stay files (no data: URLs) and nothing is inlined, so that the server's strict content policy holds.
export default defineConfig({
  plugins: [svelte(), tailwindcss()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 400 },
  server: { proxy: { '/api': 'http://127.0.0.1:7878' } },
  test: { include: ['src/**/*.test.ts'] },
});
