import type { Runtime } from '#engine/runtime.ts'
import { companyZone, dayAt, instantOfLocal } from '#engine/time/zone.ts'
import { createInNames, ownedBy, type Entry, type Story } from './in-names.ts'
import { bureauName, cities, companyName, industries, personName, pick, randomOf, skewed, type Random } from './names.ts'

const day = 86_400_000
const owners = ['li', 'zhang', 'he', 'sun', 'qian']

/** The whole company, a tenth of it for those who start often and look at little, or only those whom the story names. */
export const demoSizes = ['whole', 'small', 'story'] as const
export type DemoSize = (typeof demoSizes)[number]
const sizes = { story: { customers: 0, talks: 0 }, whole: { customers: 1_950, talks: 5_200 }, small: { customers: 230, talks: 700 } }

/** Area codes of the towns; whoever is in the company's own town is called by mobile. */
const areas: Record<string, string | undefined> = { 宁波: '0574', 温州: '0577', 绍兴: '0575', 上海: '021' }

interface Made extends Entry {
  createdAt: string
  name: string
  kind: string
}

/** The customers beside the story: of all kinds, over eighteen months, with the gaps that files have in life. */
function customerOf(random: Random, story: Story, now: number, i: number): Made {
  const owner = owners[skewed(random, owners.length, 1.2)]!
  const kind = pick(random, ['enterprise', 'enterprise', 'person', 'person', 'person', 'household', 'government'])
  const city = ['sun', 'qian'].includes(owner) ? '上海' : pick(random, cities.slice(0, 4))
  const industry = pick(random, industries)
  const called =
    kind === 'enterprise' ? companyName(random, city, industry) : kind === 'government' ? bureauName(random, city) : personName(random)
  const name = kind === 'household' ? `${called}家` : called
  const age = (1 + Math.floor(random() * 540)) * day
  const createdAt = atWork(randomOf(i + 1), now - age, now)
  return {
    owner,
    createdAt,
    name,
    kind,
    input: {
      name,
      kind,
      stage: pick(random, ['potential', 'potential', 'developing', 'growing', 'mature', 'ended']),
      tier: random() < 0.06 ? 'A' : random() < 0.2 ? 'B' : random() < 0.8 ? 'C' : null,
      source: pick(random, ['walkIn', 'callIn', 'web', 'referral', 'campaign', 'partner']),
      region: city,
      industry: kind === 'enterprise' ? industry : null,
      phone: kind === 'enterprise' && areas[city] ? `${areas[city]}-8${String((i * 7_919) % 10_000_000).padStart(7, '0')}` : null,
      // What people type in where they do not know: it is found by the score of the file.
      ...(i % 23 === 5 ? { address: '待补充' } : {}),
      ...(i % 41 === 7 ? { email: `test${i}@example.com` } : {}),
      contactName: kind === 'person' ? null : personName(random),
      contactMobile: random() < 0.9 ? `1${38 + (i % 2)}${String((50_000_000 + i * 37_991) % 99_999_989).padStart(8, '0')}` : null,
      ...ownedBy(story, owner),
      createdAt,
      lastContactAt: random() < 0.7 ? new Date(now - Math.floor(random() * age)).toISOString() : null,
    },
  }
}

/** The same company once more, as somebody else has typed it: that is what makes a base messy. */
function typedAgain(random: Random, story: Story, now: number, { name, input }: Made): Made {
  const region = String(input.region)
  const other = pick(random, [
    name.replace(/(股份|集团)?有限(责任)?公司$/, ''),
    name.replace(region, `${region}市`),
    name.replace(region, '') + `（${region}）`,
    name.replace('有限公司', '有限责任公司'),
    ` ${name.slice(0, 4)} ${name.slice(4)}`,
  ])
  const owner = pick(random, owners)
  const createdAt = new Date(now - Math.floor(random() * 200) * day).toISOString()
  return {
    owner,
    createdAt,
    name: other,
    kind: 'enterprise',
    input: {
      name: other,
      kind: 'enterprise',
      stage: 'potential',
      region,
      industry: random() < 0.5 ? input.industry : null,
      phone: random() < 0.6 ? input.phone : null,
      ...ownedBy(story, owner),
      createdAt,
    },
  }
}

/** A moment of the working day on which another lies, or of the day before where that is still to come. */
function atWork(random: () => number, moment: number, now: number): string {
  const at = Date.parse(instantOfLocal(dayAt(moment), 9 + Math.floor(random() * 9), Math.floor(random() * 12) * 5, 0, companyZone))
  return new Date(at > now ? at - day : at).toISOString()
}

/** What the demo company has beside its story: some two thousand customers, what was talked about, what they own. Repeatable. */
export async function fillTheRest(runtime: Runtime, story: Story, size: DemoSize): Promise<void> {
  const random = randomOf(7)
  const now = runtime.clock()
  const first = Array.from({ length: sizes[size].customers }, (_, i) => customerOf(random, story, now, i))
  const again = first.filter(({ kind }) => kind === 'enterprise').filter((_, i) => i % 12 === 0)
  const entries = [...first, ...again.map((entry) => typedAgain(random, story, now, entry))]
  const ids = await createInNames(runtime, story, 'customer', entries)
  await talk(runtime, story, random, entries, ids, sizes[size].talks)
  await ownThings(runtime, story, random, entries, ids)
}

async function talk(
  runtime: Runtime,
  story: Story,
  random: Random,
  entries: readonly Made[],
  ids: readonly string[],
  many: number,
): Promise<void> {
  const now = runtime.clock()
  const subjects = ['回访', '介绍项目', '确认报价', '约看房', '发送资料', '了解需求', '节日问候']
  const talks = Array.from({ length: many }, () => {
    const which = skewed(random, ids.length, 2)
    const { owner, createdAt } = entries[which]!
    const made = Date.parse(createdAt)
    const subject = pick(random, subjects)
    const kind = pick(random, ['call', 'call', 'visit', 'message', 'mail'])
    const moment = atWork(random, made + random() * (now - made), now)
    const at = moment < createdAt ? createdAt : moment
    return { owner, at, input: { subject, customer: ids[which], kind, by: story.people[owner], at, createdAt: at, isDone: true } }
  })
  // A timeline tells in the order in which things were entered.
  talks.sort((a, b) => a.at.localeCompare(b.at))
  await createInNames(runtime, story, 'activity', talks)
}

/** Units and what belongs to them, of those who live in what the company has built. */
async function ownThings(runtime: Runtime, story: Story, random: Random, entries: readonly Made[], ids: readonly string[]): Promise<void> {
  const now = runtime.clock()
  const assets: Entry[] = []
  for (const [i, { owner, kind, createdAt }] of entries.entries()) {
    if (!['person', 'household'].includes(kind) || random() > 0.35) continue
    const since = Date.parse(createdAt)
    const bought = since + Math.floor(random() * Math.min(60, (now - since) / day)) * day
    const startedOn = dayAt(bought)
    const year = 365 * day
    const flat = `${1 + Math.floor(random() * 18)} 幢 ${1 + Math.floor(random() * 26)}0${1 + Math.floor(random() * 4)}`
    const common = { customer: ids[i], createdAt: new Date(bought).toISOString() }
    assets.push({
      owner,
      input: {
        ...common,
        kind: 'unit',
        name: `云杉湖 ${flat}`,
        number: `YSH-${i}`,
        area: `${70 + Math.floor(random() * 110)} m²`,
        startedOn,
        warrantyUntil: dayAt(bought + 2 * year),
      },
    })
    if (random() < 0.5)
      assets.push({ owner, input: { ...common, kind: 'parking', name: `地下车位 B${1 + (i % 900)}`, number: `P-${i}`, startedOn } })
    if (random() < 0.3)
      assets.push({
        owner,
        input: {
          ...common,
          kind: 'policy',
          name: '家庭财产险',
          number: `BX-${i}`,
          startedOn,
          renewalOn: dayAt(bought + (1 + Math.floor((now - bought) / year)) * year),
        },
      })
  }
  await createInNames(runtime, story, 'asset', assets)
}
