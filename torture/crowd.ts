import fs from 'node:fs'
import net from 'node:net'
import { freePort, freshFolder, launch, ready, signIn, sweep, until, type Caller, type Product } from '../e2e/product.ts'
import { send } from './balancer.ts'
import type { Report } from './figures.ts'

const n = (value: number) => value.toLocaleString('en')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const memoryOf = ({ pid }: Product) => Math.round(Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)

/** How long ordinary requests take just now: the median and the worst of some. */
async function quickly(product: Product, { cookie }: Caller): Promise<string> {
  const times: number[] = []
  for (let i = 0; i < 60; i++) {
    const began = performance.now()
    const { status } = await send(product, { path: 'records/customer?limit=50', cookie })
    if (status !== 200) throw new Error(`a list answered ${status} in the crowd`)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return `${times[30]!.toFixed(0)} ms, at the worst ${times.at(-1)!.toFixed(0)} ms`
}

/** A bare connection, and what came over it. */
function connect(product: Product, text: string): Promise<{ socket: net.Socket; heard(): string; closed: Promise<void> }> {
  return new Promise((resolve, reject) => {
    let all = ''
    const socket = net.connect(product.port, '127.0.0.1', () => {
      if (text) socket.write(text)
      resolve({ socket, heard: () => all, closed })
    })
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      if (all.length < 20_000) all += part
    })
    const closed = new Promise<void>((end) => socket.once('close', () => end()))
    socket.on('error', reject)
  })
}

async function inTurn<T>(count: number, width: number, work: (i: number) => Promise<T>): Promise<T[]> {
  const made: T[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let i = next++; i < count; i = next++) made.push(await work(i))
    }),
  )
  return made
}

async function manyConnections(report: Report, product: Product, me: Caller, count: number): Promise<void> {
  const watched = (await me.ask<{ id: string; version: number }>('POST', 'records/customer', { body: { name: '万人围观' } })).body
  const before = memoryOf(product)
  const empty = await quickly(product, me)
  const head = `Host: 127.0.0.1:${product.port}\r\nCookie: ${me.cookie}\r\n`
  const began = performance.now()
  const half = Math.floor(count / 2)
  const streams = await inTurn(half, 40, () => connect(product, `GET /api/v1/live?watch=customer:${watched.id} HTTP/1.1\r\n${head}\r\n`))
  await until(
    'all streams are open',
    120_000,
    () => streams.filter(({ heard }) => heard().includes('event: ready')).length === half || undefined,
  )
  const idle = await inTurn(count - half, 40, () => connect(product, `GET /healthz HTTP/1.1\r\n${head}\r\n`))
  await until(
    'all others were answered',
    60_000,
    () => idle.filter(({ heard }) => heard().includes('alive')).length === count - half || undefined,
  )
  const seconds = (performance.now() - began) / 1000
  const crowded = await quickly(product, me)
  const held = memoryOf(product)
  const told = performance.now()
  await me.ask('PATCH', `records/customer/${watched.id}`, { body: { employees: 1 }, version: watched.version })
  await until(
    'everybody has heard of the edit',
    60_000,
    () => streams.every(({ heard }) => heard().includes('event: changed')) || undefined,
  )
  const heardAfter = performance.now() - told
  report.add(
    `${n(count)} connections, half of them live streams: opened in`,
    `${seconds.toFixed(0)} s; memory ${before} → ${held} MB (${(((held - before) * 1024) / count).toFixed(0)} KB each)`,
    true,
  )
  report.add('A list of 50 customers: alone; among them', `${empty}; ${crowded}`, true)
  report.add(`An edit that ${n(half)} pages watch: heard by all of them within`, `${(heardAfter / 1000).toFixed(1)} s`, heardAfter < 10_000)
  for (const { socket } of [...streams, ...idle]) socket.destroy()
}

async function slowClients(report: Report, product: Product, me: Caller): Promise<void> {
  const began = performance.now()
  const headers = await inTurn(500, 40, () => connect(product, 'GET /api/v1/me HTTP/1.1\r\nHost: x\r\nX-A'))
  const bodies = await inTurn(200, 40, () =>
    connect(
      product,
      `POST /api/v1/sign-in HTTP/1.1\r\nHost: x\r\nX-Requested-With: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{"email":"`,
    ),
  )
  const dripping = setInterval(() => {
    for (const { socket } of [...headers, ...bodies]) if (socket.writable) socket.write('a')
  }, 1000)
  const busy = await quickly(product, me)
  await Promise.race([Promise.all(headers.map(({ closed }) => closed)), pause(60_000)])
  const gone = headers.filter(({ socket }) => socket.destroyed).length
  const after = (performance.now() - began) / 1000
  clearInterval(dripping)
  report.add('500 clients that send a letter of their headers a second, 200 of their bodies: a list meanwhile', busy, true)
  report.add('Of those with slow headers turned away, after', `${gone}, ${after.toFixed(0)} s`, gone === 500)
  for (const { socket } of [...headers, ...bodies]) socket.destroy()
  for (let i = 0; i < 10; i++) {
    const items = Array.from({ length: 1000 }, (_, k) => ({ name: `慢读 ${i}-${k}`, note: '字'.repeat(600) }))
    const made = await me.ask('POST', 'records/customer/batch', { body: { items } })
    if (made.status >= 300) throw new Error(`a batch answered ${made.status}: ${JSON.stringify(made.body).slice(0, 200)}`)
  }
  const before = memoryOf(product)
  const readers = await inTurn(20, 20, async () => {
    const reader = await connect(
      product,
      `GET /api/v1/records/customer/export?format=csv HTTP/1.1\r\nHost: 127.0.0.1:${product.port}\r\nCookie: ${me.cookie}\r\n\r\n`,
    )
    reader.socket.pause()
    return reader
  })
  await pause(6000)
  const held = memoryOf(product)
  const reading = await quickly(product, me)
  report.add(
    '20 exports of 10,000 customers that nobody reads on: memory; a list meanwhile',
    `${before} → ${held} MB; ${reading}`,
    held - before < 600,
  )
  for (const { socket } of readers) socket.destroy()
}

/** Very many who keep a connection, and some who dawdle. */
export async function crowd(report: Report, option: (name: string, fallback: string) => string): Promise<void> {
  const folder = freshFolder()
  const product = launch(folder, await freePort(), { ZHIKE_DEMO: 'none' })
  try {
    await ready(product, 60_000)
    const me = await signIn(product)
    await manyConnections(report, product, me, Number(option('connections', '10000')))
    await slowClients(report, product, me)
    report.add('The product afterwards', (await me.ask('GET', 'me')).status === 200 ? 'answers' : 'gone', product.isRunning())
  } finally {
    await sweep(folder, product)
  }
}
