import { spawn } from 'node:child_process'
import path from 'node:path'

/**
 * For developers: the server, started anew when a file of it changes, and the web files served as they are edited
 * on http://localhost:5173 with the API behind it.
 */
const root = path.resolve(import.meta.dirname, '..')
const port = process.env.PORT ?? '3000'
const start = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })

const server = start(['--watch', '--watch-preserve-output', 'app/main.ts'], { PORT: port })
const web = start(['node_modules/vite/bin/vite.js'], { ZHIKE_API_PORT: port })

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    web.kill(signal)
    server.kill(signal)
  })
web.on('exit', () => server.kill('SIGTERM'))
server.on('exit', (code) => {
  web.kill('SIGTERM')
  process.exitCode = code ?? 0
})
