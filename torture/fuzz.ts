import type { Report } from './figures.ts'
import { testsWith } from './tests-with.ts'

interface Counted {
  asked: number
  routes: number
  statuses: Record<string, number>
  faults: { person: string; what: string; asked: { method: string; url: string } }[]
}

/** Every endpoint from its schema, by several roles. */
export async function fuzz(report: Report, option: (name: string, fallback: string) => string): Promise<void> {
  const total = Number(option('requests', '100000'))
  const atATime = 25_000
  const first = Number(option('seed', '100'))
  let asked = 0
  let routes = 0
  const statuses: Record<string, number> = {}
  const faults: Counted['faults'] = []
  let isGood = true
  for (let done = 0, seed = first; done < total; done += atATime, seed++) {
    const { code, counted, out } = await testsWith<Counted>('database', 'app/test/fuzz.db.test.ts', 'ZHIKE_FUZZ_REPORT', {
      ZHIKE_FUZZ: String(Math.min(atATime, total - done)),
      ZHIKE_FUZZ_SEED: String(seed),
      ZHIKE_TOKEN_RATE: '0',
    })
    if (code !== 0) console.log(out.slice(-6000))
    isGood &&= code === 0
    asked += counted?.asked ?? 0
    routes = Math.max(routes, counted?.routes ?? 0)
    for (const [status, n] of Object.entries(counted?.statuses ?? {})) statuses[status] = (statuses[status] ?? 0) + n
    faults.push(...(counted?.faults ?? []))
    console.log(`  ${asked} asked`)
  }
  const n = (value: number) => value.toLocaleString('en')
  const seen = Object.entries(statuses)
    .map(([status, times]) => `${status}: ${n(times)}`)
    .join(', ')
  report.add(`Requests to ${routes} methods and paths, by 8 roles`, `${n(asked)} (${seen})`, isGood && asked >= total * 0.95)
  report.add(
    'Answers of 500 and more, or without a code',
    String(faults.filter(({ what }) => !/^tells|^no answer/.test(what)).length),
    faults.length === 0,
  )
  report.add(
    'Answers that tell of what their reader may not see',
    String(faults.filter(({ what }) => what.startsWith('tells')).length),
    faults.length === 0,
  )
  report.add(
    'Requests without an answer within 20 s',
    String(faults.filter(({ what }) => what.startsWith('no answer')).length),
    faults.length === 0,
  )
}
