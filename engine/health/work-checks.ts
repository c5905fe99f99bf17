import { sealLag } from '#engine/event/seal.ts'
import { lastAudit } from '#engine/event/last-audit.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readMigrations, schemaVersion } from '#engine/store/migrate.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { lastDue } from './cron.ts'
import { bad, good, mind, type Check } from './define-check.ts'

const hour = 3_600_000
/** A job that is due may wait for one that runs. */
const patience = 15 * 60_000

/** What has been there for a shorter time than this cannot have run yet. */
async function installedAt({ database }: Runtime): Promise<number> {
  const row = await database.row<{ at: string }>(sql`select min(at) as at from migration`)
  return row?.at ? Date.parse(row.at) : 0
}

/** The names of jobs whose schedule was due and which have not come to an end since. */
async function missedSchedules(runtime: Runtime): Promise<string[]> {
  const now = Date.now()
  const since = await installedAt(runtime)
  const scheduled = [...runtime.house.jobs.values()].flatMap(({ name, schedule, words: text }) => {
    const due = schedule && lastDue(schedule, now - patience, companyZone)
    return due && due > since ? [{ name, due, text }] : []
  })
  const ends = await runtime.database.rows<{ name: string; at: string | null }>(
    sql`select n.name, (select max(completed_on) from queue.job j where j.name = n.name and j.completed_on is not null) as at
      from unnest(${scheduled.map(({ name }) => name)}::text[]) as n (name)`,
  )
  const endOf = new Map(ends.map(({ name, at }) => [name, at === null ? 0 : Date.parse(at)]))
  return scheduled.filter(({ name, due }) => (endOf.get(name) ?? 0) < due).map(({ name }) => name)
}

const named = (runtime: Runtime, names: readonly string[]) =>
  words(
    names.map((name) => runtime.house.jobs.get(name)?.words.zh ?? name).join('、'),
    names.map((name) => runtime.house.jobs.get(name)?.words.en ?? name).join(', '),
  )

/** What goes on behind the requests. */
export const workChecks: Check[] = [
  {
    name: 'nodes',
    words: words('节点', 'Nodes'),
    async look({ database }) {
      const nodes = await database.rows<{ role: string; version: string; host: string; away: number }>(
        sql`select role, version, host, extract(epoch from now() - seen_at)::float8 as away from node where seen_at > now() - interval '1 day'`,
      )
      const living = nodes.filter(({ away }) => away < 30)
      const lost = nodes.length - living.length
      const foreign = living.filter(({ version }) => version !== schemaVersion(readMigrations()))
      if (!living.some(({ role }) => role !== 'web'))
        return bad(
          words('没有后台进程', 'No worker is running'),
          words('启动一个节点，ZHIKE_ROLE 为 worker 或不设。', 'Start a node with ZHIKE_ROLE=worker, or without it.'),
        )
      if (foreign.length > 0)
        return bad(
          words(
            `${foreign.map(({ host }) => host).join('、')} 上是另一个版本`,
            `Another version on ${foreign.map(({ host }) => host).join(', ')}`,
          ),
          words('停止全部节点，用同一个版本重新启动。', 'Stop every node and start all of the same version.'),
        )
      const text = words(`${living.length} 个在运行`, `${living.length} running`)
      return lost === 0
        ? good(text)
        : mind(
            words(`${text.zh}，${lost} 个在一天内没有告别就消失`, `${text.en}; ${lost} gone without a farewell within a day`),
            words('看该机器的日志；一天后不再显示。', 'Look into the log of that machine; after a day this is forgotten.'),
          )
    },
  },
  {
    name: 'schedules',
    words: words('定时任务', 'Scheduled jobs'),
    async look(runtime) {
      const missed = await missedSchedules(runtime)
      if (missed.length === 0) return good(words('都已按时运行', 'All have run when they were due'))
      const text = named(runtime, missed)
      return bad(
        words(`没有按时运行：${text.zh}`, `Have not run when due: ${text.en}`),
        words('在后台任务中看原因；确认有后台进程在运行。', 'See why under Jobs, and that a worker is running.'),
      )
    },
  },
  {
    name: 'jobs',
    words: words('失败的任务', 'Failed jobs'),
    async look(runtime) {
      const failed = await runtime.database.rows<{ name: string; n: number }>(
        sql`select name, count(*) as n from queue.job where state = 'failed' and name not like '\\_\\_%' group by 1 order by 2 desc`,
      )
      if (failed.length === 0) return good(words('没有', 'None'))
      const text = named(
        runtime,
        failed.map(({ name }) => name),
      )
      const total = failed.reduce((sum, { n }) => sum + n, 0)
      return mind(
        words(`${total} 个：${text.zh}`, `${total}: ${text.en}`),
        words('在后台任务中看原因，然后重试。', 'See why under Jobs, then try them again.'),
      )
    },
  },
  {
    name: 'queue',
    words: words('任务队列', 'The queue'),
    async look({ database }) {
      const row = await database.row<{ age: number; n: number }>(
        sql`select coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as age, count(*)::integer as n
          from queue.job where state in ('created', 'retry') and start_after < now() and name not like '\\_\\_%'`,
      )
      const { age, n } = row!
      const text =
        n === 0
          ? words('没有等待的任务', 'Nothing waits')
          : words(`${n} 个等待，最久 ${Math.round(age)} 秒`, `${n} waiting, the longest for ${Math.round(age)} s`)
      const remedy = words('再启动一个后台进程，或看哪个任务用时过长。', 'Start another worker, or see which job takes so long.')
      return age > 3600 ? bad(text, remedy) : age > 600 ? mind(text, remedy) : good(text)
    },
  },
  {
    name: 'sealing',
    words: words('审计封存', 'Sealing'),
    async look({ database }) {
      const lag = await sealLag(database)
      const text = words(`滞后 ${lag.toFixed(1)} 秒`, `${lag.toFixed(1)} s behind`)
      return lag <= 60
        ? good(text)
        : bad(text, words('确认有后台进程在运行，并看它的日志。', 'See that a worker is running, and what its log says.'))
    },
  },
  {
    name: 'readers',
    words: words('跟随事件', 'What follows events'),
    async look({ database }) {
      const behind = await database.rows<{ name: string; n: number }>(
        sql`select name, s.last - position as n from event_reader, (select max(position) as last from seal) s where s.last - position > 5000`,
      )
      if (behind.length === 0) return good(words('都已跟上', 'All have caught up'))
      const list = behind.map(({ name, n }) => `${name} ${n.toLocaleString('en')}`).join(', ')
      return mind(
        words(`落后：${list}`, `Behind by: ${list}`),
        words(
          '大批量写入之后会自己跟上；一小时后仍落后时看后台进程的日志。',
          'After large imports they catch up by themselves; after an hour look into the log of the worker.',
        ),
      )
    },
  },
  {
    name: 'audit',
    words: words('审计链核对', 'Check of the audit chain'),
    async look(runtime) {
      const last = await lastAudit(runtime.database)
      const how = words('运行 npm run cli -- verify-audit。', 'Run npm run cli -- verify-audit.')
      if (!last)
        return Date.now() - (await installedAt(runtime)) < 48 * hour
          ? good(words('还没有到第一次', 'The first is still to come'))
          : mind(words('从未核对', 'Never checked'), how)
      const at = showInstant(last.at, companyZone)
      if (last.fault)
        return bad(
          words(`${at}：位置 ${last.fault.position}，${last.fault.zh}`, `${at}: position ${last.fault.position}, ${last.fault.en}`),
          words(
            '保存数据库的副本，查明是谁改动的；见信任说明。',
            'Keep a copy of the database and find out who altered it; see the notes on trust.',
          ),
        )
      return Date.now() - Date.parse(last.at) < 48 * hour
        ? good(words(`${at} 完好`, `Whole on ${at}`))
        : mind(words(`最近一次是 ${at}`, `Last on ${at}`), how)
    },
  },
]
