import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openLog } from '#engine/health/open-log.ts'
import { sql } from '#engine/store/sql.ts'
import { openPlace, readSettings } from '../app/open.ts'
import type { Figures } from './figures.ts'
import { startProduct, stop } from './stage.ts'
import { tokenOn } from './writes.ts'

const towns = [
  '杭州',
  '宁波',
  '绍兴',
  '温州',
  '嘉兴',
  '湖州',
  '金华',
  '台州',
  '苏州',
  '无锡',
  '常州',
  '南通',
  '合肥',
  '厦门',
  '长沙',
  '武汉',
]
const signs = [...'云杉海山江河星辰东方华盛天泰恒信瑞丰宏达博远嘉禾金石明德安康正大同创中联科普利源泽润广顺义和平凯旋凌越鼎峰卓然']
const trades = ['机电', '纺织', '化工', '食品', '电子', '物流', '建材', '服饰', '科技', '医药', '贸易', '印务']
const forms = ['有限公司', '有限责任公司', '股份有限公司']

/** Always the same numbers, so that two runs bring in the same file. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const family = [...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗']
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚']

/** A file of customers with a few columns, and the contact of each. Some names come twice, as they do. */
export function customersFile(rows: number): string {
  const pick = numbers(7)
  const of = <T>(list: readonly T[]) => list[pick(list.length)]!
  const lines = Array.from({ length: rows }, (_, i) => {
    const core = `${of(signs)}${of(signs)}${of(signs)}${pick(3) ? of(signs) : ''}`
    const town = of(towns)
    return `${town}${core}${of(trades)}${of(forms)},E${i},${town},${of(trades)},05${71 + pick(8)}-8${String(1_000_000 + i).slice(-7)},${pick(900)},${of(family)}${of(given)}${pick(2) ? of(given) : ''},138${String(10_000_000 + i).slice(-8)}`
  })
  return `客户名称,外部编号,地区,行业,电话,员工数,联系人,联系人手机\n${lines.join('\n')}\n`
}

interface Job {
  id: string
  state: string
  progress: { read: number; valid: number; duplicate: number; failed: number; total: number }
}

/** What the system says of a process behind its name; of one that has just ended nothing. */
function statOf(pid: number | string): string[] | undefined {
  try {
    return fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return undefined
  }
}

/** Seconds of a processor that a process has had, its ended children with it. */
const processorTime = (pid: number | string): number =>
  (statOf(pid)?.slice(11, 15) ?? []).reduce((sum, ticks) => sum + Number(ticks), 0) / 100

/** The same of the embedded database in a data folder: of all processes below its first. */
function databaseTime(folder: string): number {
  const first = fs.readFileSync(path.join(folder, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0]!
  const below = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && statOf(name)?.[1] === first)
  return [first, ...below].reduce((sum, pid) => sum + processorTime(pid), 0)
}

/** Waits until every reader has read every event, and says how long that took, in seconds. */
async function untilFollowed(folder: string): Promise<number> {
  const place = await openPlace(readSettings({ ZHIKE_DATA_DIR: folder }), openLog(), undefined, 2)
  const begin = performance.now()
  const isOpen = async () =>
    (await place.database.row<{ open: boolean }>(
      sql`select exists (select 1 from event_pending) or exists (select 1 from event_reader where position < (select max(position) from seal))
        or exists (select 1 from queue.job where name = 'react' and state < 'completed') as open`,
    ))!.open
  while (await isOpen()) await new Promise((resolve) => setTimeout(resolve, 200))
  await place.database.close()
  return (performance.now() - begin) / 1000
}

/** Brings a large file into an empty base of the embedded database, as somebody at the screen would, and watches the memory meanwhile. */
export async function measureImport(figures: Figures, rows: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-bench-'))
  const product = await startProduct(folder)
  const headers = { authorization: `Bearer ${await tokenOn(folder)}` }
  const ask = async <T>(method: string, url: string, body?: FormData | object): Promise<T> => {
    const isForm = body instanceof FormData
    const answer = await fetch(`http://127.0.0.1:${product.port}/api/v1/${url}`, {
      method,
      headers: { ...headers, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as T
  }
  const memory = () => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${product.child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  try {
    const form = new FormData()
    form.append('record', 'customer')
    form.append('file', new Blob([customersFile(rows)]), '客户.csv')
    const begin = performance.now()
    const job = await ask<Job>('POST', 'imports', form)
    const previewed = performance.now()
    await ask('POST', `imports/${job.id}/preview`)
    const preview = (performance.now() - previewed) / 1000
    await ask('PATCH', `imports/${job.id}`, { similar: 'create' })
    const pid = product.child.pid!
    const before = [processorTime(pid), databaseTime(folder)] as const
    const started = performance.now()
    await ask('POST', `imports/${job.id}/run`)
    const first = memory()
    let most = first
    let half = 0
    let now: Job
    do {
      await new Promise((resolve) => setTimeout(resolve, 200))
      now = await ask<Job>('GET', `imports/${job.id}`)
      most = Math.max(most, memory())
      if (!half && now.progress.read >= rows / 2) half = memory()
    } while (now.state === 'running')
    const seconds = (performance.now() - started) / 1000
    const last = memory()
    const behind = await untilFollowed(folder)
    const used = [processorTime(pid) - before[0], databaseTime(folder) - before[1]] as const
    const { read, valid, duplicate, failed } = now.progress
    const isWhole = now.state === 'done' && read === rows && failed === 0
    figures.plain(
      `import of ${rows.toLocaleString('en')} customers with the contact of each, from "run" to the end`,
      `${(rows / seconds).toFixed(0)} rows/s (${seconds.toFixed(1)} s; ${valid} made, ${duplicate} duplicates, ${failed} refused)`,
      '≥ 3000 rows/s',
      isWhole && rows / seconds >= 3000,
    )
    figures.plain(
      'processor time of that, work behind it included (tells more than the clock where others are at work)',
      `product ${used[0].toFixed(1)} s, database ${used[1].toFixed(1)} s: ${(rows / Math.max(...used)).toFixed(0)} rows per second of the busier`,
      '≥ 3000',
      rows / Math.max(...used) >= 3000,
    )
    figures.plain(
      'until all that follows from it is done: seals, match keys, scores, plans, notices',
      `${behind.toFixed(1)} s more`,
      '',
      true,
    )
    figures.plain('its upload and the guess', `${((previewed - begin) / 1000).toFixed(2)} s`, '', true)
    figures.plain('preview of its first thousand rows', `${preview.toFixed(2)} s`, '≤ 3 s', preview <= 3)
    figures.plain(
      'memory of the product meanwhile',
      `${first.toFixed(0)} MB before, ${half.toFixed(0)} MB half way, ${last.toFixed(0)} MB at its end, ${most.toFixed(0)} MB at most`,
      '≤ 700 MB',
      most <= 700,
    )
  } finally {
    await stop(product.child)
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
