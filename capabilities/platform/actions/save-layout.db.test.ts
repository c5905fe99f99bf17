import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

const describedFor = async (key: string) =>
  (await (await company.as(key)).get('description')).body.records.find((record: { name: string }) => record.name === 'customer')
const roleId = async (code: string) =>
  (await (await company.as('admin')).get('records/role?limit=50')).body.items.find((role: { code: string }) => role.code === code).id
const line = (...fields: string[]) => ({ zh: null, en: null, fields })

describe('a layout', () => {
  it('orders form, page and list for everybody, for a role, and for one sort of records', async () => {
    const admin = await company.as('admin')
    const declared = await describedFor('li')
    const all = await admin.post('records/layout', {
      record: 'customer',
      lines: [line('kind', 'name'), { zh: '联系方式', en: 'Contact', fields: ['phone'] }, line('email')],
      hidden: ['founded', 'identity.customer'],
      columns: ['name', 'source'],
      facts: ['tier', 'owner'],
      related: ['activity.customer'],
    })
    expect(all.status, all.text).toBe(201)
    const laid = await describedFor('li')
    expect(laid.form.slice(0, 4)).toEqual([['kind', 'name'], ['phone'], ['email'], ['shortName']])
    expect(laid.form.flat()).not.toContain('founded')
    expect(laid.form.flat().toSorted()).toEqual(
      declared.form
        .flat()
        .filter((name: string) => name !== 'founded')
        .toSorted(),
    )
    expect(laid).toMatchObject({
      hidden: ['founded', 'identity.customer'],
      facts: ['tier', 'owner'],
      sections: [{ words: { zh: '联系方式', en: 'Contact' }, fields: ['phone', 'email'] }],
      list: { columns: ['name', 'source'] },
    })
    expect(laid.related).toEqual(['activity.customer', 'contact.customer', 'customer.parent'])
    expect(laid.fields.map((field: { name: string }) => field.name)).toContain('founded')

    const sales = await roleId('sales')
    const person = { record: 'customer', choice: 'person', lines: [line('name', 'kind'), line('note')] }
    expect((await admin.post('records/layout', person)).status).toBe(201)
    const role = { record: 'customer', role: sales, lines: [line('owner')], columns: ['name', 'owner'] }
    expect((await admin.post('records/layout', role)).status).toBe(201)
    const [forLi, forLin] = [await describedFor('li'), await describedFor('lin')]
    expect(forLi.form[0]).toEqual(['owner'])
    expect(forLi.list.columns).toEqual(['name', 'owner'])
    expect(forLi.variants).toBeUndefined()
    expect(forLin.form[0]).toEqual(['kind', 'name'])
    expect(forLin.variants).toMatchObject({ field: 'kind', of: { person: { form: expect.arrayContaining([['name', 'kind'], ['note']]) } } })

    const again = await admin.post('records/layout', role)
    expect(again.status, 'one layout for one role').toBe(409)
    expect((await admin.delete(`records/layout/${all.body.id}`)).status).toBe(204)
    expect((await describedFor('lin')).form).toEqual(declared.form)
  })

  it('never hides what a new record must have, names nothing that is not there, and shows what is newer', async () => {
    const admin = await company.as('admin')
    for (const [input, fault] of [
      [{ hidden: ['name'] }, 'hidden'],
      [{ lines: [line('nothing')] }, 'lines'],
      [{ lines: [line('name'), line('name')] }, 'lines'],
      [{ columns: ['nothing.here'] }, 'columns'],
      [{ related: ['activity.contact'] }, 'related'],
      [{ choice: 'castle' }, 'choice'],
      [{ record: 'castle' }, 'record'],
    ] as const) {
      const answer = await admin.post('records/layout', { record: 'activity', ...input })
      expect(answer.status, answer.text).toBe(422)
      expect(answer.body.fields).toHaveProperty(fault)
    }
    const made = await admin.post('records/layout', { record: 'contact', lines: [line('title')], hidden: ['wechat'] })
    const field = await admin.post('records/customField', {
      label: { zh: '昵称', en: 'Nickname' },
      record: 'contact',
      name: 'nickname',
      kind: 'text',
    })
    const contact = async () =>
      (await (await company.as('li')).get('description')).body.records.find((entry: { name: string }) => entry.name === 'contact')
    expect((await contact()).form.at(-1)).toEqual(['nickname'])
    const placed = await admin.patch(`records/layout/${made.body.id}`, 1, { lines: [line('nickname', 'title')] })
    expect(placed.status, placed.text).toBe(200)
    expect((await contact()).form[0]).toEqual(['nickname', 'title'])
    // A retired field leaves the form, keeps its place in the layout, and comes back to it.
    await admin.delete(`records/customField/${field.body.id}`)
    expect((await contact()).form[0]).toEqual(['title'])
    expect((await admin.patch(`records/layout/${made.body.id}`, 2, { facts: ['title'] })).status).toBe(200)
    await admin.post('actions/customField.restore', { on: field.body.id }, { headers: { 'if-match': '"2"' } })
    expect((await contact()).form[0]).toEqual(['nickname', 'title'])
    // Required afterwards, it is asked for although the layout hid it.
    await admin.patch(`records/layout/${made.body.id}`, 3, { lines: [], hidden: ['nickname'] })
    expect((await contact()).form.flat()).not.toContain('nickname')
    await admin.patch(`records/customField/${field.body.id}`, 3, { isRequired: true })
    expect((await contact()).form.flat()).toContain('nickname')
  })

  it('is changed by one of two administrators in the same second; the other hears of it', async () => {
    const admin = await company.as('admin')
    const made = (await admin.post('records/layout', { record: 'identity', lines: [line('value')] })).body
    const both = await Promise.all([
      admin.patch(`records/layout/${made.id}`, 1, { lines: [line('kind')] }),
      admin.patch(`records/layout/${made.id}`, 1, { lines: [line('note')] }),
      admin.patch(`records/layout/${made.id}`, 1, { facts: ['kind'] }),
    ])
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 412])
    expect(both[2]!.status).toBe(200)
  })

  it('reaches open pages on every node', async () => {
    const other = await company.another()
    const stop = new AbortController()
    try {
      const caller = await other.as('li')
      const response = await fetch(`${await other.address()}/api/v1/live`, {
        headers: { authorization: `Bearer ${caller.token}` },
        signal: stop.signal,
      })
      let heard = ''
      const reading = (async () => {
        for await (const chunk of response.body!) heard += new TextDecoder().decode(chunk as Uint8Array)
      })().catch(() => {})
      await expect.poll(() => heard).toContain('event: ready')
      expect(heard).not.toContain('shaped')
      const admin = await company.as('admin')
      await admin.post('records/layout', { record: 'department', lines: [line('code', 'name')] })
      await expect.poll(() => heard).toContain('event: shaped')
      const there = (await caller.get('description')).body.records.find((record: { name: string }) => record.name === 'department')
      expect(there.form[0]).toEqual(['code', 'name'])
      stop.abort()
      await reading
    } finally {
      stop.abort()
      await other.close()
    }
  })
})
