import { beforeAll, describe, expect, it } from 'vitest'
import { verbOf, writableFields } from '#engine/action/derived.ts'
import { same } from '#engine/action/values.ts'
import type { Field } from '#engine/record/field.ts'
import { linkWithin, type Shape } from '#engine/record/house.ts'
import { sql } from '#engine/store/sql.ts'
import { declaredHouse } from '../open.ts'
import { openCompany, type Caller } from './company.ts'
import { sampleOf } from './sample.ts'

/** What every record type gets for its declaration, tried on every record type there is. */
const company = openCompany()
const house = declaredHouse()
let admin: Caller
const linked: Record<string, string> = {}

beforeAll(async () => {
  admin = await company.as('admin')
  const { story, database } = company
  Object.assign(linked, { customer: story.customers.xizi, user: story.people.li, department: story.departments.lake })
  for (const record of ['contact', 'role', 'activity'])
    linked[record] = (await database.row<{ id: string }>(
      sql`select id from ${sql.id(record)} ${record === 'contact' ? sql`where customer_id = ${story.customers.xizi}` : sql.empty} limit 1`,
    ))!.id
  const asset = await admin.post('records/asset', { name: '样本资产', customer: story.customers.xizi })
  linked.asset = asset.body.id
  const shift = await admin.post('records/shift', { site: story.departments.lake, day: '2002-05-15', members: [story.people.li] })
  linked.shift = shift.body.id
  const purpose = await admin.post('records/purpose', {
    name: '样本用途',
    code: 'sampled',
    wording: '样本',
    channels: ['phone', 'sms', 'mail', 'wechat', 'post', 'visit'],
  })
  linked.purpose = purpose.body.id
  const list = await admin.post('records/segment', { name: '样本名单', kind: 'static' })
  linked.segment = list.body.id
  for (const [record, input] of Object.entries({
    allocationQueue: { name: { zh: '样本队列', en: 'Sample' } },
    lead: { name: '样本线索' },
    playbook: { name: { zh: '样本模板', en: 'Sample' }, kind: 'onboarding', steps: [{ after: 1, title: '样本' }] },
    prospectList: { name: '样本名单' },
    webForm: { name: '样本表单', title: { zh: '样', en: 'S' }, fields: ['mobile'], consent: { zh: '同意', en: 'Agreed' } },
  }))
    linked[record] = (await admin.post(`records/${record}`, input)).body.id
  // One's own: what is shown to everyone an outsider may see.
  meant.segment = { kind: 'dynamic', shown: 'me', owner: list.body.owner.id }
})

/** Values that mean something: what is set up refuses words that name nothing. */
const meant: Record<string, Record<string, unknown>> = {
  customField: {
    record: 'customer',
    kind: 'text',
    to: null,
    choices: [],
    initial: '空',
    min: '1',
    max: '99',
    onlyWhenField: null,
    onlyWhenIs: [],
  },
  workingCalendar: { week: [{ weekdays: ['mon'], from: '09:00', to: '24:00' }] },
  specialDay: { kind: 'working', hours: [{ from: '09:00', to: '12:00' }] },
  choiceList: { record: 'customer', field: 'tier', choices: [{ code: 'B', zh: '二', en: 'Two', color: 'info', isRetired: false }] },
  layout: {
    record: 'customer',
    choice: 'person',
    lines: [{ zh: '称呼', en: 'Naming', fields: ['name', 'kind'] }],
    hidden: ['founded'],
    columns: ['name', 'primaryContact.mobile'],
    facts: ['tier'],
    related: ['contact.customer'],
  },
  // Of customers that no other test makes.
  collectionStandard: { kind: 'household', tier: 'C', stage: 'mature' },
  fieldClass: { record: 'customer', field: 'employees' },
  classRule: {
    record: 'customer',
    filter: { field: 'tier', op: 'eq', value: 'A' },
    fromClass: 'confidential',
    toClass: 'sensitive',
  },
  webhook: { events: ['customer.created'] },
  retentionRule: { what: 'customer', since: 'created', deed: 'recycle' },
  // Halves of a whole.
  siteSetting: {
    declinedReceiver: '80',
    declinedEarlier: '20',
    nthReceiver: '50',
    nthEarlier: '50',
    namedHelper: '20',
    namedOwner: '80',
    absentHelper: '20',
    absentOwner: '80',
    forgotReceiver: '50',
    forgotEarlier: '50',
    sameDayHelper: '50',
    sameDayOwner: '50',
    validMonths: 2,
    longLeaveDays: 30,
    discountDays: 3,
    disputeDays: 3,
    appealDays: 5,
    leaverShare: '100',
    leaverRest: '0',
  },
  shift: { day: '2001-05-15', begins: '09:00', ends: '18:00' },
  violation: { on: '2001-05-15', ofMonthPay: '10' },
  numberRule: { record: 'customer', field: 'code', pattern: 'K{year}-{0000}', reset: 'yearly', start: 3 },
  leave: { from: '2026-07-01', to: '2026-07-03', standIn: null },
}

const inputFor = (shape: Shape): Record<string, unknown> => {
  const fields = writableFields(shape, 'create')
  const input: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(fields)) {
    // A record does not hang on itself, and what a tree allows is the capability's own test.
    if (field.kind === 'link' && (field.options as { to?: string }).to === shape.name) continue
    const value = sampleOf(field, linked)
    if (value !== undefined) input[name] = value
  }
  Object.assign(input, meant[shape.name])
  // What somebody keeps for himself nobody else makes for him.
  if (shape.name === 'view') input.shown = 'everyone'
  if (shape.name === 'identity') Object.assign(input, { kind: 'qq' })
  return input
}

const asked = (field: Field, value: unknown): unknown =>
  value === null || value === undefined
    ? value
    : field.kind === 'link'
      ? (value as { id: string }).id
      : field.kind === 'links'
        ? (value as { id: string }[]).map((entry) => entry.id)
        : field.kind === 'linkAny'
          ? { record: (value as { record: string }).record, id: (value as { id: string }).id }
          : value

for (const shape of house.shapes.values())
  describe(`the record ${shape.name}`, () => {
    let made: any
    let input: Record<string, unknown>
    const url = `records/${shape.name}`
    beforeAll(async () => {
      input = inputFor(shape)
      const answer = await admin.post(url, input)
      expect(answer.status, answer.text).toBe(201)
      made = answer.body
    })

    it('gives back what was put in', async () => {
      const read = (await admin.get(`${url}/${made.id}`)).body
      for (const [name, value] of Object.entries(input)) {
        const field = shape.fields.get(name)!.field
        if (field.options.identity && shape.name === 'identity') continue
        expect(asked(field, read[name]), name).toEqual(value)
      }
      expect(read.can).toMatchObject({ level: 'edit', edit: true })
    })

    it('tells its creation in the history', async () => {
      const history = (await admin.get(`${url}/${made.id}/history`)).body
      const created = history.items.at(-1)
      expect(created.type).toBe(`${shape.name}.created`)
      expect(created.changes.map((change: { field: string }) => change.field)).toEqual(
        expect.arrayContaining(
          Object.keys(input).filter(
            (name) =>
              input[name] !== false && input[name] !== null && !(Array.isArray(input[name]) && (input[name] as unknown[]).length === 0),
          ),
        ),
      )
    })

    it('can be talked about, and its history tells of it', async () => {
      const said = await admin.post(`${url}/${made.id}/comments`, { body: '说一句' })
      expect(said.status, said.text).toBe(201)
      expect((await admin.get(`${url}/${made.id}/comments`)).body.items).toMatchObject([{ id: said.body.id, body: '说一句' }])
      const [event] = (await admin.get(`${url}/${made.id}/history`)).body.items
      expect(event).toMatchObject({ type: `${shape.name}.commented`, comment: { id: said.body.id }, changes: [] })
      expect((await admin.request('PUT', `${url}/${made.id}/follow`)).body.following).toBe(true)
      // Whoever sees nothing of it hears nothing of it.
      const outsider = await company.as('zheng')
      const level = (await outsider.get(`${url}/${made.id}`)).body?.can?.level
      expect((await outsider.get(`${url}/${made.id}/comments`)).status).toBe(['full', 'edit'].includes(level) ? 200 : 404)
    })

    it('is found by every field that may be filtered by, and by no other', async () => {
      for (const { name, field, kind, storage } of shape.fields.values()) {
        const value = asked(field, made[name])
        if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue
        const op = kind.operators.includes('eq') ? 'eq' : kind.operators.includes('hasAny') ? 'hasAny' : undefined
        if (!op) continue
        const filter = encodeURIComponent(
          JSON.stringify({
            and: [
              { field: 'id', op: 'eq', value: made.id },
              { field: name, op, value },
            ],
          }),
        )
        const answer = await admin.get(`${url}?filter=${filter}`)
        const isOpen = field.options.filterable || (field.kind === 'link' && storage === 'column')
        expect(answer.status, `${name}: ${answer.text}`).toBe(isOpen ? 200 : 422)
        if (isOpen)
          expect(
            answer.body.items.map((item: { id: string }) => item.id),
            name,
          ).toEqual([made.id])
        else expect(answer.body.code, name).toBe('not-filterable')
      }
    })

    it('comes in every order that is declared, page by page, and is refused in any other', async () => {
      const whole = new Set((await admin.get(`${url}?limit=500`)).body.items.map((item: { id: string }) => item.id))
      for (const { name, field, storage } of shape.fields.values()) {
        const isOpen = field.options.sortable === true && storage !== 'custom'
        for (const sort of [name, `-${name}`]) {
          if (!isOpen) {
            expect((await admin.get(`${url}?sort=${sort}`)).body.code, name).toBe('not-sortable')
            continue
          }
          const walked: string[] = []
          for (let cursor = '', pages = 0; pages < 200; pages++) {
            const page = await admin.get(`${url}?limit=7&sort=${sort}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`)
            expect(page.status, page.text).toBe(200)
            walked.push(...page.body.items.map((item: { id: string }) => item.id))
            if (!page.body.next) break
            cursor = page.body.next
          }
          expect(walked.length, sort).toBe(new Set(walked).size)
          expect(new Set(walked), sort).toEqual(whole)
        }
      }
    })

    it('changes field by field, each with its event', async () => {
      let version = made.version
      for (const [name, field] of Object.entries(writableFields(shape, 'edit'))) {
        if (field.kind === 'link' && (field.options as { to?: string }).to === shape.name) continue
        if (['roles', 'isActive', 'kind'].includes(name) && shape.record.shapesAccess) continue
        if (shape.name === 'identity' && ['kind', 'value', 'contact'].includes(name)) continue
        // What lies within the record itself has to be made within it first.
        if (linkWithin(field).some(([, own]) => own === 'id')) continue
        const own = meant[shape.name]
        // What somebody keeps for himself is out of an administrator's sight too.
        const value = own && name in own ? own[name] : shape.name === 'view' && name === 'shown' ? 'roles' : sampleOf(field, linked)
        if (value === undefined) continue
        const before = (await admin.get(`${url}/${made.id}`)).body
        const answer = await admin.patch(`${url}/${made.id}`, version, { [name]: value })
        expect(answer.status, `${name}: ${answer.text}`).toBe(200)
        expect(asked(field, answer.body[name]), name).toEqual(value)
        if (!same(asked(field, before[name]), value)) {
          version += 1
          const [event] = (await admin.get(`${url}/${made.id}/history?limit=1`)).body.items
          expect(
            event.changes.map((change: { field: string }) => change.field),
            name,
          ).toContain(name)
        }
        expect(answer.body.version).toBe(version)
      }
    })

    it('shows an outsider nothing beyond its card', async () => {
      const zheng = await company.as('zheng')
      const isOpen = JSON.stringify(shape.record.access?.card ?? {}).includes('"everyone":true')
      const one = await zheng.get(`${url}/${made.id}`)
      expect(one.status).toBe(isOpen ? 200 : 404)
      const list = await zheng.get(`${url}?limit=500&count=exact`)
      if (!isOpen) expect(list.body).toMatchObject({ items: [], count: { value: 0, exact: true } })
      expect((await zheng.get(`${url}/export`)).status).toBe(403)
      expect((await zheng.patch(`${url}/${made.id}`, made.version, {})).status).toBe(isOpen ? 403 : 404)
      expect((await zheng.delete(`${url}/${made.id}`)).status).toBe(isOpen ? 403 : 404)
    })

    it('is exported as it is shown', async () => {
      const answer = await admin.get(`${url}/export?format=csv`)
      expect(answer.status).toBe(200)
      expect(answer.text.split('\r\n').length).toBeGreaterThan(1)
    })

    it('goes to the recycle bin and comes back', async () => {
      const { version } = (await admin.get(`${url}/${made.id}`)).body
      expect((await admin.delete(`${url}/${made.id}`)).status).toBe(204)
      expect((await admin.get(`${url}?limit=500`)).body.items.map((item: { id: string }) => item.id)).not.toContain(made.id)
      expect((await admin.get(`${url}?limit=500&recycled=1`)).body.items.map((item: { id: string }) => item.id)).toContain(made.id)
      expect((await admin.patch(`${url}/${made.id}`, version + 1, {})).status).toBe(404)
      const restore = verbOf(company.runtime.house, company.shape(shape.name), 'restore').name
      const back = await admin.post(`actions/${restore}`, { on: made.id }, { headers: { 'if-match': `"${version + 1}"` } })
      expect(back.status, back.text).toBe(200)
      expect((await admin.get(`${url}/${made.id}`)).body.deletedAt).toBeUndefined()
    })

    it('is described: in the interface and for the screens', async () => {
      const api = (await admin.get('openapi.json')).body
      const name = shape.name[0]!.toUpperCase() + shape.name.slice(1)
      expect(api.paths[`/api/v1/records/${shape.name}`]).toHaveProperty('get')
      expect(Object.keys(api.components.schemas[`${name}Edit`].properties)).toEqual(
        Object.keys(verbOf(company.runtime.house, company.shape(shape.name), 'edit').input),
      )
      const screens = (await admin.get('description')).body.records.find((record: { name: string }) => record.name === shape.name)
      expect(screens.fields.map((field: { name: string }) => field.name)).toEqual(
        expect.arrayContaining(Object.keys(shape.record.fields).filter((name) => !shape.record.fields[name]!.options.inner)),
      )
    })
  })
