import fs from 'node:fs'
import { Refusal } from '#engine/action/refusal.ts'
import { openLog } from '#engine/health/open-log.ts'
import { clearHalfMade, firstStart } from './first-start.ts'
import { holdFolder } from './lock.ts'
import { openMetricsServer } from '#engine/http/metrics-server.ts'
import { beat, bringUpToDate, openPlace, openRuntime, readSettings, servesBeside } from './open.ts'
import { openServer } from './server.ts'
import { startWorker } from './worker.ts'

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error('请用 npm start 启动。Start with npm start.')
  process.exit(1)
}

const settings = readSettings()
const log = openLog()
const say = (text: string) => console.log(text)

/** Everything that was opened, to be closed in the opposite order; a signal during start-up closes what there is. */
const closing: (() => Promise<void> | void)[] = []
let isClosing = false
async function close(code: number): Promise<never> {
  if (isClosing) return new Promise(() => {})
  isClosing = true
  const deadline = setTimeout(() => process.exit(code || 1), 40_000)
  deadline.unref()
  for (const step of closing.reverse()) await Promise.resolve(step()).catch((error: unknown) => log.error({ err: error }, 'closing'))
  process.exit(code)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0))
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled'))

try {
  fs.mkdirSync(settings.folder, { recursive: true, mode: 0o700 })
  if (!settings.databaseUrl) {
    const held = await holdFolder(settings.folder)
    closing.push(() => held.release())
  }
  const place = await openPlace(settings, log, say, settings.role === 'worker' ? 6 : 12)
  closing.push(() => place.stop())
  place.watch()
  await clearHalfMade(place.database, say)
  await bringUpToDate(place.database)
  const { runtime, people, queue, signals, stop: stopRuntime } = await openRuntime(place.database, settings, log)
  closing.push(stopRuntime)
  const welcome = await firstStart(runtime, settings, { isEmbedded: place.isEmbedded, say })
  const heart = beat(runtime, settings.role)
  closing.push(() => heart.stop())
  if (settings.role !== 'web') {
    // The folder is ours alone, so nobody else can be at these jobs.
    if (place.isEmbedded) await queue.resume()
    const worker = await startWorker(runtime, queue)
    closing.push(() => worker.stop())
  }
  runtime.metrics.watchProcess()
  if (settings.metricsPort !== undefined) {
    const metrics = await openMetricsServer(runtime, settings.metricsPort)
    closing.push(() => metrics.stop())
  }
  if (settings.role !== 'worker') {
    const { server, stop } = await openServer(runtime, people, signals)
    closing.push(async () => stop(settings.stopGrace ?? ((await servesBeside(runtime)) ? 5 : 0)))
    await server.listen({ host: settings.host, port: settings.port })
    const address = server.server.address()
    const port = typeof address === 'object' && address ? address.port : settings.port
    const shown = settings.host.includes(':') ? `[${settings.host}]` : settings.host
    say(`\n知客 Zhike  →  http://${shown}:${port}\n${welcome}`)
  } else say('知客后台进程已启动。 The Zhike worker is running.')
} catch (error) {
  const known = error as { code?: string; port?: number; message: string }
  if (known.code === 'EADDRINUSE')
    console.error(`端口 ${known.port} 已被占用，请用 PORT 指定另一个端口。\nPort ${known.port} is in use; choose another with PORT.`)
  else console.error(known.message, error instanceof Refusal && error.fields ? JSON.stringify(error.fields) : '')
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  await close(1)
}
