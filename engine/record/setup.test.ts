import { describe, expect, it } from 'vitest'
import { defineAction } from '#engine/action/define-action.ts'
import { words } from '#engine/text/words.ts'
import { choicesWith, inOrder, offered } from './choice-lists.ts'
import type { CustomFieldRow } from './custom-fields.ts'
import { defineRecord } from './define-record.ts'
import { choice, choices, counterOf, frameOn, givenBy, numberIn, sequence, sequenceFaults, text } from './fields/index.ts'
import type { Choices } from './fields/choice/index.ts'
import { buildHouse, type Capability } from './house.ts'
import { layoutFor, type LayoutRow } from './layouts.ts'
import { noSetup } from './setup.ts'

const Visit = defineRecord('visit', {
  words: words('来访', 'Visit'),
  title: 'code',
  fields: {
    code: sequence('V{year}-{000}', { zh: '编号', en: 'Number', card: true }),
    kind: choice({
      zh: '方式',
      en: 'Kind',
      default: 'walkIn',
      open: true,
      choices: { walkIn: words('来访', 'Walk-in'), call: words('来电', 'Call') },
    }),
    state: choice({ zh: '结果', en: 'Result', choices: { good: words('好', 'Good'), bad: words('差', 'Bad') } }),
    note: text({ zh: '备注', en: 'Note' }),
  },
  list: { columns: ['code'] },
  form: [['kind', 'state'], ['note']],
})
const User = defineRecord('user', {
  words: words('用户', 'User'),
  title: 'name',
  fields: { name: text({ zh: '姓名', en: 'Name' }) },
  list: { columns: ['name'] },
  form: [['name']],
})
const receive = defineAction('visits.receive', {
  input: { kind: Visit.fields.kind },
  words: { label: words('接待', 'Receive') },
  run: () => {},
})
const visits: Capability = { name: 'visits', words: words('来访', 'Visits'), rank: 1, records: [Visit, User], actions: [receive] }

const custom = (name: string, more: Partial<CustomFieldRow> = {}): CustomFieldRow => ({
  record: 'visit',
  name,
  kind: 'text',
  label: words(name, name),
  hint: null,
  isRequired: false,
  isSearchable: false,
  choices: [],
  to: null,
  initial: null,
  aliases: [],
  unit: null,
  min: null,
  max: null,
  isGuarded: false,
  isCard: false,
  onlyWhenField: null,
  onlyWhenIs: [],
  isIndexed: false,
  indexState: 'none',
  ...more,
})
const row = (code: string, zh: string, isRetired = false) => ({ code, zh, en: null, color: null, isRetired })
const optionsOf = (house: ReturnType<typeof buildHouse>, name: string) =>
  house.shapes.get('visit')!.fields.get(name)!.field.options as Record<string, any>

describe('what is set up', () => {
  it('changes fields, and the actions that ask for the same fields', () => {
    const house = buildHouse([visits], {
      ...noSetup,
      choiceLists: [
        { record: 'visit', field: 'kind', choices: [row('web', '网上'), row('call', '电话'), row('walkIn', '来访', true)] },
        { record: 'visit', field: 'state', choices: [row('fine', '尚可'), row('bad', '不好')] },
      ],
      numberRules: [{ record: 'visit', field: 'code', pattern: 'L{0000}', reset: 'never', start: 7 }],
    })
    expect(inOrder(optionsOf(house, 'kind').choices).map(([code]) => code)).toEqual(['web', 'call', 'walkIn'])
    expect(offered(optionsOf(house, 'kind').choices)).toEqual(['web', 'call'])
    expect(optionsOf(house, 'kind').default, 'a default that is not offered is none').toBeUndefined()
    expect(Object.keys(optionsOf(house, 'state').choices), 'a closed list takes no more').toEqual(['bad', 'good'])
    expect(optionsOf(house, 'state').choices.bad).toMatchObject({ zh: '不好', aliases: ['差', 'Bad'] })
    expect(house.actions.get('visits.receive')!.input.kind).toBe(house.shapes.get('visit')!.fields.get('kind')!.field)
    expect(receive.input.kind).toBe(Visit.fields.kind)
    expect(optionsOf(house, 'code')).toMatchObject({ pattern: 'L{0000}', start: 7, isRuled: true })
  })

  it('is followed by lists that are the same as another, and by lists of the fields there are', () => {
    const Rule = defineRecord('visitRule', {
      words: words('来访规则', 'Visit rule'),
      title: 'name',
      fields: {
        name: text({ zh: '名称', en: 'Name' }),
        kind: choice({ zh: '方式', en: 'Kind', sameAs: 'visit.kind', open: true, choices: Visit.fields.kind.options.choices }),
        requires: choices({ zh: '必填', en: 'Required', fieldsOf: 'visit', choices: { note: words('备注', 'Note') } }),
      },
      list: { columns: ['name'] },
      form: [['name']],
    })
    const house = buildHouse([{ ...visits, records: [Visit, User, Rule] }], {
      ...noSetup,
      customFields: [custom('floor'), custom('note')],
      choiceLists: [
        { record: 'visit', field: 'kind', choices: [row('web', '网上'), row('call', '电话'), row('walkIn', '来访', true)] },
        { record: 'visitRule', field: 'kind', choices: [row('own', '自己的')] },
        { record: 'visitRule', field: 'requires', choices: [row('nothing', '没有')] },
      ],
    })
    const choicesOf = (field: string) =>
      (house.shapes.get('visitRule')!.fields.get(field)!.field.options as unknown as { choices: Choices }).choices
    expect(choicesOf('kind')).toEqual(optionsOf(house, 'kind').choices)
    expect(inOrder(choicesOf('requires')).map(([code, { zh }]) => [code, zh])).toEqual([
      ['note', '备注'],
      ['floor', 'floor'],
    ])
  })

  it('that does not fit is left aside, and never keeps the product from starting', () => {
    const house = buildHouse([visits], {
      customFields: [
        custom('state'),
        custom('createdAt'),
        custom('house', { kind: 'link', to: 'castle' }),
        custom('formula', { kind: 'formula' }),
        custom('empty', { kind: 'choice' }),
        custom('floor', { kind: 'integer', initial: 'many' }),
        custom('lost', { onlyWhenField: 'gone', onlyWhenIs: ['x'] }),
        custom('kept', { onlyWhenField: 'floor', onlyWhenIs: ['x'] }),
        custom('other', { record: 'castle' }),
      ],
      choiceLists: [
        { record: 'visit', field: 'note', choices: [row('a', 'a')] },
        { record: 'castle', field: 'x', choices: [] },
      ],
      layouts: [],
      numberRules: [{ record: 'visit', field: 'code', pattern: 'without zeros', reset: 'never', start: 1 }],
      fieldClasses: [
        { record: 'visit', field: 'floor', secrecy: 'sensitive' },
        { record: 'castle', field: 'x', secrecy: 'public' },
      ],
      exportRules: [],
      classRules: [{ record: 'castle', filter: { field: 'x', op: 'empty' }, from: 'internal', to: 'sensitive' }],
    })
    const names = [...house.shapes.get('visit')!.fields.values()].filter((field) => field.storage === 'custom').map((field) => field.name)
    expect(names).toEqual(['floor', 'lost', 'kept'])
    expect(optionsOf(house, 'floor').default).toBeUndefined()
    expect(optionsOf(house, 'floor').secrecy).toBe('sensitive')
    expect(optionsOf(house, 'lost').onlyWhen, 'what it depended on is gone: it is asked for always').toBeUndefined()
    expect(optionsOf(house, 'kept').onlyWhen).toEqual({ field: 'floor', is: ['x'] })
    expect(optionsOf(house, 'code').pattern).toBe('V{year}-{000}')
  })

  it('puts codes that are figures in the order they were given', () =>
    expect(inOrder(choicesWith({}, [row('10', '十'), row('2', '二'), row('a', '甲')], true)).map(([code]) => code)).toEqual([
      '10',
      '2',
      'a',
    ]))

  it.each<[string, string[], string | null, string]>([
    ['everybody', [], null, 'all'],
    ['a sort of record', [], 'person', 'person'],
    ['a role before a sort', ['sales'], 'person', 'sales person'],
    ['a role before everybody', ['head', 'sales'], 'company', 'head'],
  ])('finds the layout for %s', (_, roles, sort, wanted) => {
    const layout = (name: string, role: string | null, of: string | null): LayoutRow & { name: string } => ({
      name,
      record: 'visit',
      role,
      choice: of,
      lines: [],
      hidden: [],
      columns: [],
      facts: [],
      related: [],
    })
    const rows = [
      layout('all', null, null),
      layout('person', null, 'person'),
      layout('head', 'head', null),
      layout('sales', 'sales', null),
      layout('sales person', 'sales', 'person'),
    ]
    expect(layoutFor(rows, roles, sort)).toMatchObject({ name: wanted })
  })
})

describe('a pattern of numbers', () => {
  const day = '2026-06-15'
  it.each([
    ['C{year}-{00000}', 'C2026-00012'],
    ['{year}{month}{day}{00}', '2026061512'],
    ['{department}/{0}', 'HZ/12'],
    ['{0}号', '12号'],
    ['A{year}{year}-{0}', 'A20262026-12'],
  ])('%s writes %s', (pattern, wanted) => expect(numberIn(frameOn(pattern, day, 'HZ'), 12)).toBe(wanted))

  it.each([
    ['C{year}-{000}', 'yearly', 0],
    ['C{year}-{000}', 'monthly', 1],
    ['C{month}-{000}', 'monthly', 1],
    ['C-{000}', 'never', 0],
    ['C{000}{0}', 'never', 1],
    ['C{week}{0}', 'never', 1],
    ['C{0', 'never', 2],
  ] as const)('%s, anew %s, has %i faults', (pattern, reset, n) => expect(sequenceFaults(pattern, reset)).toHaveLength(n))

  it('counts together whatever its digits, and apart by period and department', () => {
    const key = (pattern: string, reset: 'never' | 'yearly', on = day, department = '') =>
      counterOf({ zh: '', en: '', pattern, reset }, on, department)
    expect(key('C{year}-{000}', 'yearly')).toBe(key('C{year}-{00000}', 'yearly'))
    expect(key('C{year}-{000}', 'yearly')).not.toBe(key('C{year}-{000}', 'yearly', '2027-01-01'))
    expect(key('C{year}-{000}', 'never')).toBe(key('C{year}-{000}', 'never', '2027-01-01'))
    expect(key('{department}-{000}', 'never', day, 'HZ')).not.toBe(key('{department}-{000}', 'never', day, 'SH'))
  })

  it('knows the numbers that were given by it', () => {
    const { prefix, shape } = givenBy({ zh: '', en: '', pattern: 'K.{year}{month}-{000}x', reset: 'yearly' }, day)
    expect(prefix).toBe('K.2026')
    expect(new RegExp(shape).exec('K.202611-0042x')?.[1]).toBe('0042')
    for (const other of ['Kx202611-0042x', 'K.202711-0042x', 'K.202611-42', 'K.2026-42x']) expect(new RegExp(shape).test(other)).toBe(false)
  })
})
