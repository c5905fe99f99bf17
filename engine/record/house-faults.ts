import type { ActionType } from '#engine/action/define-action.ts'
import type { CalendarPlace, RecordType } from './define-record.ts'
import { wrongDependences } from './depends.ts'
import type { Field } from './field.ts'
import { kindOf } from './fields/index.ts'
import { engineNames, systemFields } from './system-fields.ts'

/** States from which an action cannot lead where it says. */
export function wrongStates(action: ActionType): string[] {
  const life = Object.values(action.on!.fields as Record<string, Field>).find((field) => field.kind === 'lifecycle')
  const moves = (life?.options as { life?: { moves: Record<string, readonly string[]> } } | undefined)?.life?.moves ?? {}
  return [action.from ?? []].flat().filter((from) => !moves[from]?.includes(action.to!))
}

const camel = /^[a-z][a-zA-Z0-9]*$/

/** What is wrong with a declaration, in words for whoever wrote it. */
export function faultsOf(record: RecordType): string[] {
  const faults: string[] = []
  const has = (name: string) => name in record.fields || name in systemFields
  if (!camel.test(record.name)) faults.push('its name must be camelCase')
  if (!has(record.title)) faults.push(`the title "${record.title}" is no field`)
  if (record.byline && !record.fields[record.byline]?.options.card) faults.push(`the byline "${record.byline}" must be part of the card`)
  for (const [name, field] of Object.entries(record.fields)) {
    if (!camel.test(name)) faults.push(`the field "${name}" must be camelCase`)
    if (name in systemFields || engineNames.includes(name)) faults.push(`the field "${name}" is the engine's own`)
    const fault = kindOf(field).check?.(field.options)
    if (fault) faults.push(`field "${name}": ${fault}`)
  }
  faults.push(...wrongDependences(record.fields))
  for (const name of [...record.list.columns, ...(record.list.filters ?? []), ...record.form.flat(), ...(record.brief ?? [])])
    if (!has(name.split('.')[0]!)) faults.push(`"${name}" in list or form is no field`)
  for (const name of record.list.filters ?? [])
    if (!name.includes('.') && !(record.fields[name] ?? systemFields[name])?.options.filterable && record.fields[name]?.kind !== 'link')
      faults.push(`the filter "${name}" is not filterable`)
  if (record.variant && record.fields[record.variant]?.kind !== 'choice')
    faults.push(`variant names "${record.variant}", which is no choice`)
  const sort = record.list.sort?.replace(/^-/, '')
  if (sort && !(record.fields[sort] ?? systemFields[sort])?.options.sortable) faults.push(`the order "${sort}" is not sortable`)
  // Whoever sees the card alone would get an empty list: rows are left out whose order he may not read.
  if (sort && !(sort in systemFields) && sort !== record.title && !record.fields[sort]?.options.card)
    faults.push(`the order "${sort}" must be part of the card`)
  for (const key of ['owner', 'department'] as const) {
    const name = record.access?.[key]
    if (name && record.fields[name]?.kind !== 'link') faults.push(`access.${key} names "${name}", which is no link`)
  }
  if (record.calendar) faults.push(...faultsOfCalendar(record, record.calendar))
  return faults
}

function faultsOfCalendar(record: RecordType, { at, clock, minutes, who, repeats, open }: CalendarPlace): string[] {
  const kinds: [string | undefined, string[]][] = [
    [at, ['day', 'instant']],
    [who, ['link']],
    [clock, ['clock']],
    [minutes, ['integer']],
    [repeats?.rule, ['repetition']],
    [repeats?.day, ['day']],
  ]
  const faults = kinds.flatMap(([name, wanted]) =>
    name && !wanted.includes(record.fields[name]?.kind ?? '') ? [`calendar: "${name}" is no ${wanted.join(' or ')}`] : [],
  )
  const options = record.fields[at]?.options
  if (!options?.sortable || !options.filterable) faults.push(`calendar: "${at}" must be sortable and filterable`)
  if (repeats && !record.fields[repeats.rule]?.options.filterable) faults.push(`calendar: "${repeats.rule}" must be filterable`)
  if (clock && record.fields[at]?.kind !== 'day') faults.push('calendar: only a day has a time of day beside it')
  const life = Object.values(record.fields).find((field) => field.kind === 'lifecycle')
  if (!life || open.length === 0) faults.push('calendar: it needs a lifecycle, and a state in which it is still to come')
  return faults
}
