import { sql } from '#engine/store/sql.ts'
import { syllables } from '#engine/text/pinyin.ts'
import { drive } from './load.ts'
import type { Figures } from './figures.ts'
import type { Stage } from './stage.ts'

/** What people type, made from what is there: every request asks something else. */
interface Typed {
  what: string
  /** p95 that is to be reached with one connection. */
  wanted: number
  list: string[]
}

const questions = 300

const spread = <T>(list: readonly T[], pick: (item: T, i: number) => string | undefined): string[] =>
  list.flatMap((item, i) => pick(item, i) ?? []).slice(0, questions)

async function typedBy(stage: Stage, owner: string | undefined): Promise<Typed[]> {
  const { database } = stage
  const mine = owner ? sql`owner_id = ${owner}::uuid` : sql`id in (select id from customer tablesample system (1))`
  const names = (
    await database.rows<{ name: string }>(
      sql`select name from (select name from customer where deleted_at is null and char_length(name) > 1 and name ~ '^[一-龥]+$' and ${mine} limit 20000) n order by md5(name) limit 2000`,
    )
  ).map((row) => row.name)
  const phones = (
    await database.rows<{ mobile: string }>(
      owner
        ? sql`select mobile from contact where root_owner_id = ${owner}::uuid and mobile is not null limit 300`
        : sql`select mobile from contact tablesample system (1) where mobile is not null and deleted_at is null order by md5(mobile) limit 300`,
    )
  ).map((row) => row.mobile.slice(3))
  const long = names.filter((name) => name.length >= 8)
  const people = names.filter((name) => name.length <= 3)
  const at = (i: number, n: number) => (i * 7919) % n
  const spoken = (name: string) => syllables(name).join('')
  const initials = (name: string) =>
    syllables(name)
      .map((syllable) => syllable[0])
      .join('')
  const typo = (name: string, i: number) => {
    const signs = [...name].slice(0, 6)
    signs[1 + at(i, 4)] = '龘'
    return signs.join('')
  }
  return [
    { what: 'two characters of a name', wanted: 40, list: spread(names, (name, i) => name.slice(at(i, name.length - 1)).slice(0, 2)) },
    { what: 'four characters of a name', wanted: 40, list: spread(long, (name, i) => name.slice(at(i, name.length - 3)).slice(0, 4)) },
    { what: 'two words of a name', wanted: 40, list: spread(long, (name) => `${name.slice(4, 6)} ${name.slice(0, 2)}`) },
    { what: 'two initials', wanted: 40, list: spread(people, (name) => initials(name.slice(0, 2))) },
    {
      what: 'three or four initials',
      wanted: 40,
      list: spread(names, (name) => (name.length < 3 ? undefined : initials(name.slice(0, 4)))),
    },
    {
      what: 'pinyin of two characters',
      wanted: 40,
      list: spread(names, (name, i) => spoken(name.slice(at(i, name.length - 1)).slice(0, 2))),
    },
    { what: 'pinyin being typed', wanted: 40, list: spread(long, (name) => spoken(name.slice(0, 3)).slice(0, -2)) },
    { what: 'four to seven digits of a number', wanted: 40, list: spread(phones, (phone, i) => phone.slice(4 - at(i, 3), 8 + at(i, 3))) },
    { what: 'the last four digits', wanted: 40, list: spread(phones, (phone) => phone.slice(-4)) },
    {
      what: 'nothing of the kind',
      wanted: 40,
      list: Array.from({ length: questions }, (_, i) => ['龘靐', '龗麤', 'qxzv', '龘龘龘', '9919283'][i % 5]! + String(i)),
    },
    { what: 'a name with a wrong character', wanted: 150, list: spread(long, typo) },
    {
      what: 'what a third of all names hold',
      wanted: 80,
      list: Array.from({ length: questions }, (_, i) => ['有限', '公司', '限公司', 'yxgs'][i % 4]!),
    },
  ]
}

/** Waits until the search words of all rows are those of this version; tells how long it took where there was anything to do. */
async function renewed(stage: Stage, figures: Figures): Promise<void> {
  const begin = performance.now()
  const left = async () =>
    (await stage.database.row<{ n: number }>(sql`select count(*) as n from search_words where renewing is not null`))!.n
  if ((await left()) === 0) return
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 1000))
  const { n } = (await stage.database.row<{ n: number }>(sql`select sum(done) as n from search_words`))!
  const seconds = (performance.now() - begin) / 1000
  figures.plain('search words renewed in the background', `${n} rows in ${seconds.toFixed(0)} s`, '', true)
  for (const table of ['customer', 'contact', 'activity', 'claim']) await analyse(stage, table)
}

async function analyse(stage: Stage, table: string): Promise<void> {
  const client = await stage.database.connect()
  await client.query('set statement_timeout = 0')
  await client.query(`vacuum analyze "${table}"`)
  await client.end()
}

/** The search box for who sees all and for who sees a few hundred, one letter after the other and many people at once; and a list's search. */
export async function measureSearch(stage: Stage, figures: Figures, seconds: number): Promise<void> {
  await renewed(stage, figures)
  for (const [key, who] of [
    ['director', 'director (all)'],
    ['sales', 'salesperson, 300 own + 300 shared'],
  ] as const) {
    const { actor, token } = stage.actors[key]
    const headers = { authorization: `Bearer ${token}` }
    const all = await typedBy(stage, key === 'sales' ? actor.id : undefined)
    for (const { what, wanted, list } of all)
      for (const connections of [1, 10]) {
        const load = await drive(
          stage.port,
          (n) => ({ path: `/api/v1/search?brief=1&q=${encodeURIComponent(list[n % list.length]!)}`, headers }),
          { connections, seconds, warm: 0.5 },
        )
        figures.rate(`search box: ${what} · ${who} · ${connections} at once`, load, connections === 1 ? { p95: wanted } : {})
      }
    for (const { what, list } of all.slice(0, 5)) {
      const load = await drive(
        stage.port,
        (n) => ({
          path: `/api/v1/records/customer?limit=50&fields=name,kind,owner,createdAt&q=${encodeURIComponent(list[n % list.length]!)}`,
          headers,
        }),
        { connections: 1, seconds, warm: 0.5 },
      )
      figures.rate(`list search: ${what} · ${who} · 1 at once`, load, { p95: 60 })
    }
  }
}
