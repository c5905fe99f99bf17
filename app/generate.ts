import fs from 'node:fs'
import path from 'node:path'
import { ruleFor } from '#engine/access/resolve.ts'
import type { Rule } from '#engine/access/rules.ts'
import { verbOf } from '#engine/action/derived.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import type { Capability, House, Shape } from '#engine/record/house.ts'
import { tableOf } from '#engine/store/table.ts'
import { writeClient } from '#engine/http/client/write-client.ts'
import { describeApi } from '#engine/http/description/describe-api.ts'
import { defineRoute } from '#engine/http/route.ts'
import { words } from '#engine/text/words.ts'
import { declaredHouse } from './open.ts'
import { routesOf } from './server.ts'

/**
 * What follows from the declarations, written out so that it shows in a diff: tables, API, rights, actions and events, one file to a
 * capability. Nobody edits these files and nothing reads them but people and the check that they are fresh.
 */

const folder = path.resolve(import.meta.dirname, '../generated')

/** A right as a sentence. */
function sayRule(rule: Rule | undefined): string {
  if (!rule) return 'as granted by the roles'
  if ('everyone' in rule) return 'everyone'
  if ('nobody' in rule) return 'nobody'
  if ('role' in rule) return `role ${rule.role.join(' or ')}`
  if ('granted' in rule) return `granted ${rule.granted}`
  if ('through' in rule) return `${rule.through} of what it hangs on`
  if ('owns' in rule) return `is ${rule.owns}`
  if ('holds' in rule) return `has a role of ${rule.holds}`
  if ('within' in rule) return `${rule.within} of what lies in his circles`
  if ('shared' in rule) return `collaborator at ${rule.shared} or higher`
  if ('both' in rule) return rule.both.map((part) => `(${sayRule(part)})`).join(' and ')
  if ('either' in rule) return rule.either.map((part) => `(${sayRule(part)})`).join(' or ')
  return JSON.stringify(rule.when)
}

const flagsOf = (options: object): string =>
  ['required', 'card', 'sortable', 'filterable', 'searchable', 'guarded', 'quiet', 'fixed', 'byAction', 'inner']
    .filter((flag) => (options as Record<string, unknown>)[flag] === true)
    .concat('identity' in options ? ['identity'] : [], 'from' in options ? ['computed'] : [])
    .join(' ')

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')

function sayRecord(house: House, shape: Shape): string {
  const { record } = shape
  const spec = tableOf(shape)
  const fields = [...shape.fields.values()].map(({ name, field }) => {
    const { options } = field as { options: { zh: string; en: string; to?: string; choices?: object } }
    const about = options.to ? ` → ${options.to}` : options.choices ? `: ${Object.keys(options.choices).join(', ')}` : ''
    return [name, `${field.kind}${about}`, options.zh, options.en, flagsOf(options)]
  })
  const rights = (['card', 'full', 'edit', 'create', 'recycle'] as const).map((level) => [level, sayRule(ruleFor(shape, level))])
  const reads = [...shape.fields.values()].filter(({ field }) => field.options.sortable).map(({ name }) => name)
  return `## ${record.words.zh} · ${record.words.en} (\`${record.name}\`)

${shape.chain.length > 0 ? `Hangs on \`${shape.root.name}\` by ${shape.chain.map((link) => `\`${link}\``).join(' → ')}. ` : ''}API: \`/api/v1/records/${record.name}\`. Order by: ${reads.join(', ') || 'nothing'}.

${table(['field', 'kind', 'zh', 'en', 'says'], fields)}

${table(['right', 'who'], rights)}

Table \`${spec.name}\`: ${spec.columns.map((column) => `${column.name} ${column.type}`).join(', ')}

Indexes: ${spec.indexes.map((index) => `${index.name} (${index.keys})`).join('; ')}
`
}

function sayAction(action: ActionType): string[] {
  const fields = Object.entries(action.input as Record<string, { kind: string }>).map(([name, field]) => `${name} ${field.kind}`)
  return [
    action.name,
    `${action.words.label.zh} · ${action.words.label.en}`,
    action.on?.name ?? (action.creates ? `makes ${action.creates.name}` : ''),
    [action.from ?? []].flat().join(', '),
    action.creates ? 'whoever may create it' : sayRule(action.allow ?? { granted: 'edit' }),
    fields.join(', '),
  ]
}

/** What people are told of, and how unless they choose otherwise. */
function sayNotices({ notices = [] }: Capability): string {
  if (notices.length === 0) return ''
  const rows = notices.map(({ kind, words, text, product = true, mail = 'never', sight = 'full' }) => [
    kind,
    `${words.zh} · ${words.en}`,
    text.en,
    sight,
    product ? 'yes' : 'no',
    mail,
  ])
  return `\n## Notices\n\n${table(['notice', 'called', 'says', 'sight', 'in the product', 'by mail'], rows)}\n`
}

/** The page of one capability. */
export function describeCapability(house: House, capability: Capability): string {
  const shapes = (capability.records ?? []).map((record) => house.shapes.get(record.name)!)
  const actions = [
    ...new Map(
      [
        ...(capability.actions ?? []),
        ...[...house.actions.values()].filter((action) => shapes.some((shape) => action.on?.name === shape.name)),
      ].map((action) => [action.name, action]),
    ).values(),
  ]
  const events = [
    ...shapes.flatMap((shape) => ['created', 'edited', 'recycled', 'restored'].map((verb) => `${shape.name}.${verb}`)),
    ...(capability.events ?? []).map((event) => `${event.type} v${event.v ?? 1}`),
  ]
  for (const shape of shapes) verbOf(house, shape, 'create')
  return `<!-- Written by npm run generate; never edited by hand. -->

# ${capability.words.zh} · ${capability.words.en}

Rank ${capability.rank}.

${shapes.map((shape) => sayRecord(house, shape)).join('\n')}
## Actions

${table(['action', 'label', 'on', 'from', 'who', 'input'], actions.map(sayAction))}

## Events

${events.map((event) => `\`${event}\``).join(' · ') || 'none'}

Reactions: ${(capability.reactions ?? []).map((reaction) => `\`${reaction.name}\` on ${reaction.on.join(', ')}`).join('; ') || 'none'}. Readers of events: ${(capability.readers ?? []).map(({ name }) => `\`${name}\``).join(', ') || 'none'}. Jobs: ${(capability.jobs ?? []).map((job) => `\`${job.name}\`${job.schedule ? ` (${job.schedule})` : ''}`).join('; ') || 'none'}.
${sayNotices(capability)}`
}

/** The live stream is no call that a client makes. */
const noStream = defineRoute({
  method: 'GET',
  path: '/api/v1/live',
  words: words('实时消息流', 'Live stream'),
  documented: false,
  handler: () => undefined,
})

/** The client for TypeScript as the declarations have it, without what any installation has added. */
const clientFor = (house: House): string =>
  writeClient(
    describeApi({ house, routes: routesOf(noStream), locale: 'en' }),
    'Written by npm run generate; never edited by hand. With your own fields: GET /api/v1/client.ts',
  )

/** What the generated files ought to hold, by file name. */
export function generatedFiles(): Map<string, string> {
  const house = declaredHouse()
  return new Map([
    ...house.capabilities.map((capability): [string, string] => [`${capability.name}.md`, describeCapability(house, capability)]),
    ['zhike-client.ts', clientFor(house)],
  ])
}

/** Writes what has changed and removes what is no longer made. Returns the names of files touched. */
export function writeGenerated(): string[] {
  fs.mkdirSync(folder, { recursive: true })
  const wanted = generatedFiles()
  const touched: string[] = []
  for (const file of fs.readdirSync(folder))
    if (!wanted.has(file)) {
      fs.rmSync(path.join(folder, file))
      touched.push(file)
    }
  for (const [file, text] of wanted) {
    const at = path.join(folder, file)
    if (fs.existsSync(at) && fs.readFileSync(at, 'utf8') === text) continue
    fs.writeFileSync(at, text)
    touched.push(file)
  }
  return touched
}

/** The generated files that are not what the declarations say now. */
export const staleGenerated = (): string[] => {
  const wanted = generatedFiles()
  const there = fs.existsSync(folder) ? fs.readdirSync(folder) : []
  return [
    ...[...wanted]
      .filter(([file, text]) => !there.includes(file) || fs.readFileSync(path.join(folder, file), 'utf8') !== text)
      .map(([file]) => file),
    ...there.filter((file) => !wanted.has(file)),
  ]
}
