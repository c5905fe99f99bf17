import fs from 'node:fs'
import path from 'node:path'
import { root, type Report } from './figures.ts'
import { testsWith } from './tests-with.ts'

interface Counted {
  kills: number
  writes: number
  batchRows: number
  importedRows: number
  backups: number
  firstStarts: number
}

/** What earlier portions have counted, where this one is to be added to them (`--add=yes`). */
const sumFile = path.join(root, '.cache', 'torture', 'kills.sum.json')

/** Server, database, a connection or all of them killed during edits, batches, imports, backups and first starts. */
export async function kills(report: Report, option: (name: string, fallback: string) => string): Promise<void> {
  const total = Number(option('kills', '200'))
  const atATime = 40
  const isAdded = option('add', 'no') === 'yes' && fs.existsSync(sumFile)
  const nothing = { seeds: [] as number[], isGood: true, kills: 0, writes: 0, batchRows: 0, importedRows: 0, backups: 0, firstStarts: 0 }
  const { seeds, ...sum } = isAdded ? (JSON.parse(fs.readFileSync(sumFile, 'utf8')) as typeof nothing) : nothing
  let { isGood } = sum
  const first = Number(option('seed', '1000'))
  for (let done = 0; done < total; done += atATime) {
    const seed = first + done / atATime
    seeds.push(seed)
    const { code, counted, out } = await testsWith<Counted>('stories', 'e2e/killed.story.test.ts', 'ZHIKE_KILL_REPORT', {
      ZHIKE_KILLS: String(Math.min(atATime, total - done)),
      ZHIKE_KILL_SEED: String(seed),
    })
    if (code !== 0) console.log(out.slice(-6000))
    isGood &&= code === 0
    for (const name of ['kills', 'writes', 'batchRows', 'importedRows', 'backups', 'firstStarts'] as const)
      sum[name] += counted?.[name] ?? 0
    console.log(`  ${sum.kills} kills`)
    fs.mkdirSync(path.dirname(sumFile), { recursive: true })
    fs.writeFileSync(sumFile, JSON.stringify({ ...sum, seeds, isGood }))
  }
  const n = (value: number) => value.toLocaleString('en')
  report.add('Kills of server, database, one connection, both', `${n(sum.kills)}, seeds ${seeds.join(', ')}`, isGood && sum.kills >= total)
  report.add('Acknowledged single writes, looked for afterwards', `${n(sum.writes)}; none lost, none half done`, isGood)
  report.add('Rows of batches: all of a batch or none', `${n(sum.batchRows)}; sent again with the same key, none twice`, isGood)
  report.add('Rows of imports that went on by themselves', `${n(sum.importedRows)}; none lost, none twice`, isGood)
  report.add(
    'Backups and first starts that were killed',
    `${sum.backups} backups made all the same and whole; ${sum.firstStarts} first starts begun anew`,
    isGood,
  )
  report.add('The sealed chain after each run', isGood ? 'unbroken' : 'see above', isGood)
}
