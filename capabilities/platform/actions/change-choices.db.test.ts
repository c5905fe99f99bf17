import { describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()
const source = { record: 'customer', field: 'source' }
const act = async (name: string, input: object, key = 'admin') => (await company.as(key)).post(`actions/platform.${name}`, { input })
const described = async (field: string) => {
  const records = (await (await company.as('li')).get('description')).body.records
  const fields = records.find((record: { name: string }) => record.name === 'customer').fields
  return fields.find((entry: { name: string }) => entry.name === field).choices as Record<string, Record<string, unknown>>
}
const codesOf = async (field: string) =>
  Object.entries(await described(field))
    .sort(([, a], [, b]) => Number(a.place) - Number(b.place))
    .map(([code]) => code)

describe('the choices of a declared field', () => {
  it('take further ones, other words, colours and another order, everywhere at once', async () => {
    const li = await company.as('li')
    const other = await company.another()
    try {
      expect((await act('addChoice', { ...source, zh: '短视频', en: 'Short video', color: 'info' })).status).toBe(200)
      expect((await act('addChoice', { ...source, zh: '老同学' })).status).toBe(200)
      expect((await act('changeChoice', { ...source, code: 'web', zh: '官方网站', en: 'Our site', color: null })).status).toBe(200)
      expect((await act('moveChoice', { ...source, code: 'shortVideo', before: 'walkIn' })).status).toBe(200)
      expect(await codesOf('source')).toEqual(['shortVideo', 'walkIn', 'callIn', 'web', 'referral', 'campaign', 'partner', 'other', 'ltx'])
      expect(await described('source')).toMatchObject({ web: { zh: '官方网站' }, shortVideo: { color: 'info' } })

      const made = await li.post('records/customer', { name: '视频来的', source: 'shortVideo' })
      expect(made.status, made.text).toBe(201)
      const filter = encodeURIComponent('{"field":"source","op":"eq","value":"shortVideo"}')
      expect((await li.get(`records/customer?filter=${filter}`)).body.items).toHaveLength(1)
      const lin = await company.as('lin')
      expect((await lin.get('records/customer/export?format=csv&fields=name,source')).text).toContain('视频来的,Short video')
      // A file may use the new words, and those that were declared.
      const file = { name: 'a.csv', content: '客户名称,来源\n甲,短视频\n乙,网站\n丙,官方网站\n丁,官网\n' }
      const found = await lin.upload('imports', file, { record: 'customer' })
      const preview = await lin.post(`imports/${found.body.id}/preview`)
      expect(preview.body.rows.map((row: { values: { source: string } }) => row.values.source)).toEqual(['shortVideo', 'web', 'web', 'web'])

      const there = await other.as('li')
      await expect.poll(async () => (await there.post('records/customer', { name: '另一节点', source: 'ltx' })).status).toBe(201)
    } finally {
      await other.close()
    }
  })

  it('lose none: what is retired is not offered any more, and still shown, found and kept', async () => {
    const li = await company.as('li')
    const one = (await li.post('records/customer', { name: '渠道客户', source: 'partner', region: '甲' })).body
    expect((await act('retireChoice', { ...source, code: 'partner' })).status).toBe(200)
    expect(await described('source')).toMatchObject({ partner: { isRetired: true } })
    const refused = await li.post('records/customer', { name: 'x', source: 'partner' })
    expect(refused.body.fields.source).toBe('"Partner" is not offered any more')
    expect((await li.patch(`records/customer/${one.id}`, 1, { source: 'partner', region: '乙' })).status).toBe(200)
    const moved = await li.patch(`records/customer/${one.id}`, 2, { source: 'web' })
    expect(moved.status).toBe(200)
    expect((await li.patch(`records/customer/${one.id}`, 3, { source: 'partner' })).body.fields).toHaveProperty('source')
    const [event] = (await li.get(`records/customer/${one.id}/history`)).body.items
    expect(event.changes).toEqual([{ field: 'source', before: 'partner', after: 'web' }])
    const filter = encodeURIComponent('{"field":"source","op":"in","value":["partner"]}')
    expect((await li.get(`records/customer?filter=${filter}`)).status).toBe(200)
    expect((await act('restoreChoice', { ...source, code: 'partner' })).status).toBe(200)
    expect((await li.patch(`records/customer/${one.id}`, 3, { source: 'partner' })).status).toBe(200)
  })

  it('on which rules rest are only reworded and hidden', async () => {
    const stage = { record: 'customer', field: 'stage' }
    expect((await act('addChoice', { ...stage, zh: '复活', en: 'Revived' })).body.fields.choices).toMatch(/cannot be added/)
    expect((await act('changeChoice', { ...stage, code: 'mature', zh: '稳定', en: 'Steady', color: 'info' })).status).toBe(200)
    expect((await act('retireChoice', { ...stage, code: 'potential' })).status).toBe(200)
    // The default is offered no more: one has to be named.
    const li = await company.as('li')
    expect((await li.post('records/customer', { name: '无阶段' })).body.fields).toEqual({ stage: 'This is required' })
    expect((await act('restoreChoice', { ...stage, code: 'potential' })).status).toBe(200)
    expect((await li.post('records/customer', { name: '有阶段' })).body.stage).toBe('potential')
    for (const field of ['name', 'nothing', 'code'])
      expect((await act('addChoice', { record: 'customer', field, zh: 'x' })).status).toBe(422)
    expect((await act('changeChoice', { record: 'user', field: 'locale', code: 'zh', zh: 'x' })).status).toBe(422)
  })

  it('are changed by several administrators in the same second, and nothing is lost', async () => {
    const before = await codesOf('tier')
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        act('changeChoice', { record: 'customer', field: 'tier', code: ['A', 'B', 'C'][i % 3], zh: `级${i % 3}`, en: `T${i % 3}` }),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 200])
    expect(await codesOf('tier')).toEqual(before)
    expect(await described('tier')).toMatchObject({ A: { zh: '级0' }, B: { zh: '级1' }, C: { zh: '级2' } })
    const rows = await company.database.row(sql`select count(*) as n from choice_list where record = 'customer' and field = 'tier'`)
    expect(rows).toEqual({ n: 1 })
    const adding = await Promise.all(
      ['一', '二', '三', '四'].map((zh) => act('addChoice', { ...source, zh, en: `Many ${zh.codePointAt(0)}` })),
    )
    expect(adding.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
    expect(Object.values(await described('source')).map((choice) => choice.zh)).toEqual(expect.arrayContaining(['一', '二', '三', '四']))
  })

  it('go back to what is declared, and an addition is taken back only as far as nothing is lost', async () => {
    const admin = await company.as('admin')
    const roles = { record: 'contact', field: 'roles' }
    const added = await act('addChoice', { ...roles, zh: '司机', en: 'Driver' })
    const undone = await admin.post(`operations/${added.body.operation}/undo`)
    expect(undone.body).toMatchObject({ refused: 0 })
    const again = await act('addChoice', { ...roles, zh: '司机', en: 'Driver' })
    const further = await act('addChoice', { ...roles, zh: '助理', en: 'Assistant' })
    const refused = await admin.post(`operations/${further.body.operation}/undo`)
    expect(refused.body.report[0].words).toMatch(/retired, not removed/)
    const list = (await admin.get(`records/choiceList?filter=${encodeURIComponent('{"field":"record","op":"eq","value":"contact"}')}`)).body
      .items[0]
    expect((await admin.delete(`records/choiceList/${list.id}`)).body.code).toBe('in-use')
    expect(again.status).toBe(200)
    const tier = (await admin.get('records/choiceList?limit=50')).body.items.find((item: { field: string }) => item.field === 'tier')
    expect((await admin.delete(`records/choiceList/${tier.id}`)).status).toBe(204)
    expect(await described('tier')).toMatchObject({ A: { zh: 'A 重点' } })
  })

  it('are an administrator’s business', async () => {
    for (const person of ['lin', 'li', 'zheng']) {
      expect((await act('addChoice', { ...source, zh: '混入' }, person)).status).toBe(403)
      expect((await act('retireChoice', { ...source, code: 'web' }, person)).status).toBe(403)
      expect((await (await company.as(person)).get('setup/customer')).status).toBe(403)
      expect((await (await company.as(person)).get('records/choiceList')).body.items).toEqual([])
    }
  })
})

describe('a choice that is replaced', () => {
  it('goes from all records that have it, with a report, and comes back', async () => {
    const [admin, li] = [await company.as('admin'), await company.as('li')]
    const made = await admin.post('records/customField', {
      label: { zh: '户型', en: 'Layouts' },
      record: 'customer',
      name: 'plans',
      kind: 'choices',
      choices: ['a', 'b', 'c'].map((code) => ({ code, zh: code, en: code })),
    })
    expect(made.status, made.text).toBe(201)
    const ids: string[] = []
    for (const plans of [['a'], ['a', 'b'], ['b', 'a'], ['c']])
      ids.push((await li.post('records/customer', { name: `户型${plans.join('')}`, plans })).body.id)
    const place = { record: 'customer', field: 'plans' }
    expect((await act('retireChoice', { ...place, code: 'a' })).status).toBe(200)
    const on = { filter: { field: 'plans', op: 'has', value: 'a' } }
    const ask = { on, input: { field: 'plans', from: 'a', to: 'b' } }
    expect((await li.post('actions/customer.replaceChoice', ask)).body).toMatchObject({ outcome: 'done', total: 3, report: [{}, {}, {}] })
    const preview = await admin.post('actions/customer.replaceChoice', { ...ask, mode: 'preview' })
    expect(preview.body).toMatchObject({ outcome: 'preview', total: 3, report: [] })
    const done = await admin.post('actions/customer.replaceChoice', ask)
    expect(done.body, done.text).toMatchObject({ outcome: 'done', total: 3, report: [] })
    const now = async () => Promise.all(ids.map(async (id) => (await li.get(`records/customer/${id}`)).body.plans))
    expect(await now()).toEqual([['b'], ['b'], ['b'], ['c']])
    const undone = await admin.post(`operations/${done.body.operation}/undo`)
    expect(undone.body).toMatchObject({ refused: 0, done: 3 })
    expect(await now()).toEqual([['a'], ['a', 'b'], ['b', 'a'], ['c']])
    for (const input of [
      { field: 'plans', from: 'b', to: 'a' },
      { field: 'plans', from: 'b', to: 'b' },
      { field: 'name', from: 'b', to: 'c' },
    ])
      expect((await admin.post('actions/customer.replaceChoice', { on: [ids[0]], input })).body.report, JSON.stringify(input)).toHaveLength(
        1,
      )
  })
})
