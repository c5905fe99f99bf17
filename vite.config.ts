import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles, namedBuild } from './app/web-build.ts'

const port = process.env.ZHIKE_API_PORT ?? '3000'

export default defineConfig({
  root: path.resolve(import.meta.dirname, 'app'),
  plugins: [react(), namedBuild(), compressedFiles()],
  build: {
    outDir: path.resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: path.resolve(import.meta.dirname, 'app/index.html'),
      // One file of libraries that every screen needs, which most releases leave as it is, and one of our own.
      output: {
        codeSplitting: {
          groups: [
            { name: 'kit', tags: ['$initial'], test: /node_modules/ },
            { name: 'shell', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${port}` } },
})
