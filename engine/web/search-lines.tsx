import type { ReactNode } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { Description, RecordDescription } from '#engine/record/describe.ts'
import { deedsFor, type Deed } from './commands.ts'
import { BriefFacts } from './BriefFacts.tsx'
import { titleOf } from './LinkText.tsx'
import { Marked } from './Marked.tsx'

/** One thing that can be chosen in the search box. */
export interface Line {
  key: string
  title: ReactNode
  facts?: ReactNode
  path?: string
  run?(): void
}

export interface LineGroup {
  key: string
  label: string
  lines: Line[]
}

type Marks = [number, number][]

/** What the server found. */
export interface Found {
  groups: {
    record: string
    items: Item[]
    hits: { id: string; fit: string; marks: Marks; found?: { field: string; text: string; marks: Marks } }[]
  }[]
  similar?: true
  renewing?: true
}

interface Tongue {
  t(zh: string, en: string): string
  say(text: { zh: string; en: string } | undefined): string
}

const groupLabel = (record: RecordDescription, { t }: Tongue) => t(record.words.zh, record.plural)

function recordLine(record: RecordDescription, item: Item, tongue: Tongue, hit?: Found['groups'][number]['hits'][number]): Line {
  const title = titleOf(item, record, tongue.say) || '—'
  const beside = hit?.found && record.fields.find((field) => field.name === hit.found!.field)
  return {
    key: `${record.name} ${item.id}`,
    title: <Marked text={title} marks={hit?.marks ?? []} />,
    facts: (
      <>
        {beside && hit?.found ? (
          <span className="zk-number">
            {record.brief.includes(beside.name) ? null : <>{tongue.say(beside.words)} </>}
            <Marked text={hit.found.text} marks={hit.found.marks} />
          </span>
        ) : null}
        <BriefFacts record={record} item={item} without={beside?.name} />
      </>
    ),
    path: `/${record.name}/${item.id}`,
  }
}

const deedLine = (deed: Deed, { say }: Tongue): Line => ({
  key: `deed ${deed.key}`,
  title: say(deed.words),
  ...(deed.kind ? { facts: <span>{say(deed.kind)}</span> } : {}),
  ...(deed.path ? { path: deed.path } : {}),
  ...(deed.run ? { run: deed.run } : {}),
})

/** Of each record type so many are shown; the list shows all. */
const perType = 5

/** What is offered before anything is typed: what was opened lately, and what can be done. */
export function linesAtFirst(
  description: Description,
  opened: readonly { record: string; item: Item }[],
  deeds: readonly Deed[],
  tongue: Tongue,
): LineGroup[] {
  const recent = opened.flatMap(({ record: name, item }) => {
    const record = description.records.find((entry) => entry.name === name)
    const line = record && recordLine(record, item, tongue)
    return line
      ? [
          {
            ...line,
            facts: (
              <>
                <span>{tongue.say(record.words)}</span>
                {line.facts}
              </>
            ),
          },
        ]
      : []
  })
  return [
    { key: 'opened', label: tongue.t('最近打开', 'Opened lately'), lines: recent },
    { key: 'deeds', label: tongue.t('操作', 'Actions'), lines: deeds.map((deed) => deedLine(deed, tongue)) },
  ].filter((group) => group.lines.length > 0)
}

/** What answers to what was typed: commands that are called so, then records, the type with the best answer first. */
export function linesFor(
  description: Description,
  typed: string,
  found: Found | undefined,
  deeds: readonly Deed[],
  tongue: Tongue,
): LineGroup[] {
  const { t } = tongue
  const order = ['whole', 'begins', 'word', 'holds', 'spokenWhole', 'spokenBegins', 'spoken', 'similar']
  const best = (group: Found['groups'][number]) => order.indexOf(group.hits[0]?.fit ?? 'similar')
  const records = [...(found?.groups ?? [])]
    .sort((a, b) => best(a) - best(b))
    .flatMap((group): LineGroup[] => {
      const record = description.records.find((entry) => entry.name === group.record)
      if (!record) return []
      const lines = group.items.slice(0, perType).map((item, i) => recordLine(record, item, tongue, group.hits[i]))
      const isInMenu = description.menu.some((entry) => entry.record === record.name)
      const all: Line = {
        key: `all ${record.name}`,
        title: (
          <span className="zk-find-all">
            {t(`在${record.words.zh}列表中查看全部`, `See all in the list of ${record.plural.toLowerCase()}`)}
          </span>
        ),
        path: `/${record.name}?q=${encodeURIComponent(typed)}`,
      }
      return [
        { key: record.name, label: groupLabel(record, tongue), lines: group.items.length > perType && isInMenu ? [...lines, all] : lines },
      ]
    })
  const { words, initials } = deedsFor(deeds, typed)
  const deedGroup = (key: string, list: readonly Deed[]): LineGroup[] =>
    list.length > 0 ? [{ key, label: t('操作', 'Actions'), lines: list.slice(0, 4).map((deed) => deedLine(deed, tongue)) }] : []
  // Initials are first of all those of names; a command by its initials comes behind the best of them.
  return [...deedGroup('deeds', words), ...records.slice(0, 1), ...deedGroup('deeds-by-initials', initials), ...records.slice(1)]
}
