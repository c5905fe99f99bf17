import type { ExportRuleRow } from '#engine/intake/export-rule.ts'
import { choicesWith, hasList, withChoices, type ChoiceListRow } from './choice-lists.ts'
import { customFieldsOf, type CustomFieldRow } from './custom-fields.ts'
import type { Field, Fields } from './field.ts'
import type { Choice, Choices, ListOptions } from './fields/choice/index.ts'
import type { LayoutRow } from './layouts.ts'
import { withNumberRule, type NumberRuleRow } from './number-rules.ts'
import { withSecrecy, type ClassRuleRow, type FieldClassRow } from './secrecy.ts'

/** What administrators have set up while the product runs. Read by every node, and applied whenever the declarations are put together. */
export interface Setup {
  customFields: readonly CustomFieldRow[]
  choiceLists: readonly ChoiceListRow[]
  layouts: readonly LayoutRow[]
  numberRules: readonly NumberRuleRow[]
  fieldClasses: readonly FieldClassRow[]
  classRules: readonly ClassRuleRow[]
  exportRules: readonly ExportRuleRow[]
}

export const noSetup: Setup = {
  customFields: [],
  choiceLists: [],
  layouts: [],
  numberRules: [],
  fieldClasses: [],
  classRules: [],
  exportRules: [],
}

/** The fields of record types as they are set up: the declared ones with their changes, and those that were added. */
export interface SetFields {
  declared(record: string, fields: Fields): Fields
  custom(record: string, declared: Fields): Fields
}

export function setFields({ customFields, choiceLists, numberRules, fieldClasses }: Setup): SetFields {
  const added = customFieldsOf(customFields)
  const keyOf = ({ record, field }: { record: string; field: string }) => `${record}.${field}`
  const lists = new Map(choiceLists.map((row) => [keyOf(row), row]))
  const rules = new Map(numberRules.map((row) => [keyOf(row), row]))
  const classes = new Map(fieldClasses.map((row) => [keyOf(row), row.secrecy]))
  const classed = (record: string, name: string, field: Field): Field => {
    const secrecy = classes.get(keyOf({ record, field: name }))
    return secrecy ? withSecrecy(field, secrecy) : field
  }
  const set = (record: string, name: string, field: Field): Field => {
    const { choices, open, sameAs, fieldsOf } = field.options as unknown as ListOptions & { choices: Choices }
    if (fieldsOf) return withChoices(field, { ...namesOf(added.get(fieldsOf) ?? {}), ...choices })
    const list = lists.get(sameAs ?? keyOf({ record, field: name }))
    if (list && (sameAs !== undefined || hasList(field))) return withChoices(field, choicesWith(choices, list.choices, open === true))
    const rule = rules.get(keyOf({ record, field: name }))
    return rule ? withNumberRule(field, rule) : field
  }
  return {
    declared: (record, fields) =>
      Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, classed(record, name, set(record, name, field))])),
    custom: (record, declared) => {
      const own = added.get(record) ?? {}
      return Object.fromEntries(
        Object.entries(own).map(([name, field]) => [name, classed(record, name, withoutLost(field, { ...declared, ...own }))]),
      )
    },
  }
}

/** Fields as choices, behind those that were declared. */
const namesOf = (fields: Fields): Choices =>
  Object.fromEntries(
    Object.entries(fields).map(([name, { options }], i): [string, Choice] => [name, { zh: options.zh, en: options.en, place: 1000 + i }]),
  )

/** A field that depended on one that is not there any more is asked for always. */
function withoutLost(field: Field, fields: Fields): Field {
  const { onlyWhen, ...options } = field.options
  return onlyWhen && !(onlyWhen.field in fields) ? { kind: field.kind, options } : field
}
