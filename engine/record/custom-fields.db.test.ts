import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

describe('a custom field', () => {
  it('works in form, list, filter, import, export and API as soon as it is saved, and is hidden with nothing lost', async () => {
    const admin = await company.as('admin')
    const li = await company.as('li')
    const made = await admin.post('records/customField', {
      label: { zh: '装修风格', en: 'Style' },
      record: 'customer',
      name: 'style',
      kind: 'choice',
      choices: [
        { code: 'modern', zh: '现代', en: 'Modern' },
        { code: 'classic', zh: '中式', en: 'Classic' },
      ],
    })
    expect(made.status, made.text).toBe(201)
    await admin.post('records/customField', { label: { zh: '面积', en: 'Area' }, record: 'customer', name: 'area', kind: 'decimal' })
    const described = (await li.get('description')).body.records.find((record: { name: string }) => record.name === 'customer')
    expect(described.fields.find((field: { name: string }) => field.name === 'style')).toMatchObject({
      custom: true,
      choices: { modern: { zh: '现代' } },
    })
    expect(described.form.flat()).toContain('style')

    const customer = (await li.post('records/customer', { name: '定制之家', style: 'modern', area: '128.5' })).body
    expect(customer).toMatchObject({ style: 'modern', area: '128.5' })
    expect((await li.post('records/customer', { name: 'x', style: 'baroque' })).body.fields).toHaveProperty('style')
    const ask = async (filter: unknown) =>
      (await li.get(`records/customer?filter=${encodeURIComponent(JSON.stringify(filter))}`)).body.items?.map(
        (item: { id: string }) => item.id,
      )
    expect(await ask({ field: 'style', op: 'eq', value: 'modern' })).toEqual([customer.id])
    expect(await ask({ field: 'style', op: 'in', value: ['classic'] })).toEqual([])
    expect(await ask({ field: 'area', op: 'eq', value: '128.50' })).toEqual([customer.id])
    expect((await li.get(`records/customer?filter=${encodeURIComponent('{"field":"area","op":"gt","value":"1"}')}`)).body.code).toBe(
      'not-filterable',
    )
    expect((await li.get('records/customer?sort=style')).body.code).toBe('not-sortable')
    expect((await li.get('records/customer?limit=1&fields=name,style')).body.items[0]).toHaveProperty('style')

    const changed = await li.patch(`records/customer/${customer.id}`, customer.version, { style: 'classic' })
    expect(changed.body).toMatchObject({ style: 'classic', area: '128.5' })
    const [event] = (await li.get(`records/customer/${customer.id}/history`)).body.items
    expect(event.changes).toEqual([{ field: 'style', before: 'modern', after: 'classic' }])

    const found = await (
      await company.as('lin')
    ).upload('imports', { name: 'a.csv', content: '客户名称,装修风格,面积\n进口之家,中式,88\n' }, { record: 'customer' })
    expect(found.body.settings.mapping.map((column: { field: string }) => column.field)).toEqual(['name', 'style', 'area'])
    await (await company.as('lin')).post(`imports/${found.body.id}/run`)
    await company.work()
    const lin = await company.as('lin')
    expect((await lin.get(`records/customer?q=${encodeURIComponent('进口之家')}`)).body.items[0]).toMatchObject({
      style: 'classic',
      area: '88',
    })
    expect((await lin.get('records/customer/export?format=csv&fields=name,style')).text).toContain('定制之家,Classic')

    expect((await admin.delete(`records/customField/${made.body.id}`)).status).toBe(204)
    expect((await li.get(`records/customer/${customer.id}`)).body).not.toHaveProperty('style')
    expect((await li.patch(`records/customer/${customer.id}`, changed.body.version, { style: 'modern' })).status).toBe(422)
    await li.patch(`records/customer/${customer.id}`, changed.body.version, { area: '130' })
    const { version } = (await admin.get(`records/customField/${made.body.id}`)).body
    await admin.post('actions/customField.restore', { on: made.body.id }, { headers: { 'if-match': `"${version}"` } })
    expect((await li.get(`records/customer/${customer.id}`)).body).toMatchObject({ style: 'classic', area: '130' })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a record that is none', { record: 'nothing', name: 'a1', kind: 'text' }, 'record'],
    ['the name of a field of the product', { record: 'customer', name: 'tier', kind: 'text' }, 'name'],
    ['a name of the engine', { record: 'customer', name: 'rootId', kind: 'text' }, 'name'],
    ['a name that is no name', { record: 'customer', name: `x'; drop`, kind: 'text' }, 'name'],
    ['a choice without choices', { record: 'customer', name: 'a2', kind: 'choice' }, 'choices'],
    ['a kind that is none', { record: 'customer', name: 'a3', kind: 'formula' }, 'kind'],
  ])('is refused for %s', async (_, input, field) => {
    const answer = await (await company.as('admin')).post('records/customField', { label: { zh: 'x', en: 'x' }, ...input })
    expect(answer.status).toBe(422)
    expect(answer.body.fields).toHaveProperty(field)
  })

  it('is made once, however many make it at the same second', async () => {
    const admin = await company.as('admin')
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        admin.post('records/customField', { label: { zh: '同名', en: 'same' }, record: 'customer', name: 'same', kind: 'text' }),
      ),
    )
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([201, 409, 409, 409, 409, 409])
  })
})
