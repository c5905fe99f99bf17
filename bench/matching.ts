import fs from 'node:fs'
import path from 'node:path'
import { Figures } from './figures.ts'
import { matchBetween, matchWithin, type Outcome } from './match-known.ts'
import { readChineseCompanies, readFebrl, readListedCompanies, readRestaurants, type Known } from './matching-data.ts'
import { customerMatching } from '../capabilities/customers/rules/matching.ts'

/**
 * How well and how fast customers are told apart, on public data whose truth is known. The data stand outside the repository:
 * `node bench/matching.ts --data=<folder>`. Nothing is learnt from their answers.
 */
const given = process.argv.find((arg) => arg.startsWith('--data='))?.slice('--data='.length)
const folder = path.resolve(given ?? path.join(import.meta.dirname, '../../shared/data'))
if (!fs.existsSync(folder)) {
  console.error(`There is no folder ${folder}: say where the public data stand, --data=<folder>`)
  process.exit(2)
}

const figures = new Figures()
const share = (of: number): string => of.toFixed(4)

function tell(what: string, found: Outcome, wanted: string, isReached: boolean): void {
  const { truth, candidates, blockingRecall, reduction, decided, right, precision, recall, f1 } = found
  const blocking = `${candidates} candidates hold ${share(blockingRecall)} of ${truth} true pairs, ${(reduction * 100).toFixed(2)} % of all pairs left out`
  const figure = `${right} of ${decided} right: P ${share(precision)} R ${share(recall)} F1 ${share(f1)}; ${blocking}`
  figures.plain(what, figure, wanted, isReached)
}

for (const part of [1, 2] as const) {
  const found = matchWithin(readFebrl(folder, part))
  const wanted = `P ≥ 0.98 at R ≥ 0.94${part === 2 ? '; published F 0.9710' : ''}`
  tell(`persons, FEBRL ${part}`, found, wanted, found.precision >= 0.98 && found.recall >= 0.94 && (part === 1 || found.f1 >= 0.971))
}
const restaurants = matchBetween(readRestaurants(folder))
tell('restaurants, Fodors and Zagats', restaurants, 'F1 ≥ 0.96', restaurants.f1 >= 0.96)
const companies = matchBetween(readChineseCompanies(folder))
tell('Chinese short and full names, merged unasked', companies, 'P ≥ 0.95', companies.precision >= 0.95)
figures.plain(
  'Chinese short and full names, right partner first',
  `${share(companies.rankOne)} among candidates, ${share(companies.rankOneOfAll)} among all`,
  '≥ 0.75',
  companies.rankOne >= 0.75,
)
const listed = matchBetween(readListedCompanies(folder))
tell('listed companies of two years, merged unasked', listed, 'P ≥ 0.95', listed.precision >= 0.95)
figures.plain('listed companies of two years, right partner first', share(listed.rankOne), '', true)

/** Seconds of processor time that some work takes: other programs on the machine do not count. */
function processorSeconds(work: () => void): number {
  work()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function measureSpeed(what: string, list: readonly Known[]): void {
  const records = list.map(({ customer }) => customerMatching.prepare(customer))
  const reading = processorSeconds(() => list.forEach(({ customer }) => customerMatching.blockingKeys(customerMatching.prepare(customer))))
  const pairs = 200_000
  const weighing = processorSeconds(() => {
    for (let i = 0; i < pairs; i++) customerMatching.weighPair(records[i % list.length]!, records[(i * 7919 + 13) % list.length]!)
  })
  const [recordRate, pairRate] = [list.length / reading, pairs / weighing]
  figures.plain(`speed of one processor, ${what}: keys`, `${Math.round(recordRate)} records/s`, '≥ 20000/s', recordRate >= 20_000)
  figures.plain(`speed of one processor, ${what}: pairs`, `${Math.round(pairRate)} pairs/s`, '≥ 200000/s', pairRate >= 200_000)
}

measureSpeed('persons', readFebrl(folder, 2))
measureSpeed('companies', [...readChineseCompanies(folder).right, ...readListedCompanies(folder).right])
console.log(`\n${figures.markdown('Telling customers apart')}`)
