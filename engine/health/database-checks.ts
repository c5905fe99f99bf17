import type { Runtime } from '#engine/runtime.ts'
import { pendingMigrations } from '#engine/store/migrate.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { bad, good, mind, type Check } from './define-check.ts'

const seconds = (ms: number) => (ms / 1000).toFixed(1)

/** Half a second is what a busy machine may take to answer; beyond that something is wrong with clocks, not with answers. */
async function clockDifference({ database }: Runtime): Promise<number> {
  const asked = Date.now()
  const row = await database.row<{ ms: number }>(sql`select extract(epoch from clock_timestamp()) * 1000::float8 as ms`)
  const answered = Date.now()
  const between = Number(row!.ms)
  return between < asked ? between - asked : between > answered ? between - answered : 0
}

interface Settings {
  version: string
  number: number
  fsync: string
  pages: string
  commits: string
  vacuum: string
  most: number
  used: number
}

const readSettings = ({ database }: Runtime) =>
  database.row<Settings>(
    sql`select current_setting('server_version') as version, current_setting('server_version_num')::integer as number,
      current_setting('fsync') as fsync, current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commits,
      current_setting('autovacuum') as vacuum, current_setting('max_connections')::integer as most,
      (select count(*) from pg_stat_activity where backend_type = 'client backend')::integer as used`,
  ) as Promise<Settings>

/** The database itself. */
export const databaseChecks: Check[] = [
  {
    name: 'database',
    words: words('数据库', 'Database'),
    async look(runtime) {
      const { version, number } = await readSettings(runtime)
      const text = words(`PostgreSQL ${version}`, `PostgreSQL ${version}`)
      return number >= 150_000 ? good(text) : bad(text, words('升级到 PostgreSQL 15 或更新的版本。', 'Upgrade to PostgreSQL 15 or newer.'))
    },
  },
  {
    name: 'durability',
    words: words('数据库的安全设置', 'Settings that keep what was written'),
    async look(runtime) {
      const { fsync, pages, commits, vacuum } = await readSettings(runtime)
      const off = Object.entries({ fsync, full_page_writes: pages, synchronous_commit: commits, autovacuum: vacuum }).filter(
        ([, value]) => value === 'off',
      )
      if (off.length === 0) return good(words('都已打开', 'All on'))
      const names = off.map(([name]) => name)
      return bad(
        words(`已关闭：${names.join('、')}`, `Off: ${names.join(', ')}`),
        words(
          `在 postgresql.conf 中打开，否则断电会丢失数据或查询会变慢。`,
          'Switch them on in postgresql.conf: without them a power cut loses data, or questions become slow.',
        ),
      )
    },
  },
  {
    name: 'connections',
    words: words('数据库连接', 'Connections to the database'),
    async look(runtime) {
      const { used, most } = await readSettings(runtime)
      const text = words(`${used} 个，上限 ${most}`, `${used} of ${most}`)
      const remedy = words('提高 max_connections，或减少节点。', 'Raise max_connections, or run fewer nodes.')
      return used > most * 0.95 ? bad(text, remedy) : used > most * 0.8 ? mind(text, remedy) : good(text)
    },
  },
  {
    name: 'migrations',
    words: words('数据库结构', 'Migrations'),
    async look({ database }) {
      const pending = await pendingMigrations(database)
      return pending.length === 0
        ? good(words('与程序一致', 'As this version needs them'))
        : bad(
            words(`有 ${pending.length} 个未执行`, `${pending.length} pending`),
            words(
              '停止全部节点，然后重新启动，或运行 npm run cli -- migrate。',
              'Stop every node and start again, or run npm run cli -- migrate.',
            ),
          )
    },
  },
  {
    name: 'indexes',
    words: words('索引', 'Indexes'),
    async look({ database }) {
      const broken = await database.rows<{ name: string }>(
        sql`select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where not i.indisvalid
          and not exists (select 1 from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)`,
      )
      if (broken.length === 0) return good(words('完好', 'Whole'))
      const names = broken.map(({ name }) => name).join(', ')
      return mind(
        words(`未建成：${names}`, `Not finished: ${names}`),
        words('删除后会自动重建：drop index …；否则相关列表变慢。', 'Drop them; they are made anew. Until then some lists are slow.'),
      )
    },
  },
  {
    name: 'clock',
    words: words('时钟', 'Clocks'),
    isOfHost: true,
    async look(runtime) {
      const ms = await clockDifference(runtime)
      const away = Math.abs(ms)
      if (away < 2000) return good(words('与数据库一致', 'Agrees with the database'))
      const text = words(
        `比数据库${ms > 0 ? '慢' : '快'} ${seconds(away)} 秒`,
        `${seconds(away)} s ${ms > 0 ? 'behind' : 'ahead of'} the database`,
      )
      const remedy = words('打开两台机器的时间同步（NTP）。', 'Switch on time synchronisation (NTP) on both machines.')
      return away < 30_000 ? mind(text, remedy) : bad(text, remedy)
    },
  },
]
