import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './scripts/compressed.mjs';
import { texts } from './scripts/texts.mjs';

const server = process.env.ESPALIER_SERVER ?? 'http://127.0.0.1:5080';

export default defineConfig({
  plugins: [react(), compressed(), texts()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env.ESPALIER_WWWROOT ?? '../src/Server/wwwroot',
    emptyOutDir: true,
    // Inlined pieces would be data: URLs, which the content security policy refuses for scripts and fonts.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    manifest: true,
    reportCompressedSize: false,
    target: 'es2022',
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: false }, '/app/docs': { target: server } },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
});
