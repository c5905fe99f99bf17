import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const port = process.env.ZHIKE_API_PORT ?? '3000'

export default defineConfig({
  root: path.resolve(import.meta.dirname, 'app'),
  plugins: [react()],
  build: {
    outDir: path.resolve(import.meta.dirname, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: path.resolve(import.meta.dirname, 'app/index.html') },
  },
  server: { port: 5173, proxy: { '/api': `http://127.0.0.1:${port}` } },
})
