import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { migrationsFolder } from '#engine/store/migrate.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'

const company = openCompany()
let lin: Caller
let customer: string

beforeAll(async () => {
  lin = await company.as('lin')
  customer = (await lin.post('records/customer', { name: '省市区测试有限公司' })).body.id
})

const lines = async (...filter: object[]): Promise<string[]> => {
  const query = JSON.stringify({ and: [{ field: 'customer', op: 'eq', value: customer }, ...filter] })
  const { status, body, text } = await lin.get(`records/address?filter=${encodeURIComponent(query)}&limit=50`)
  expect(status, text).toBe(200)
  return body.items.map(({ line }: { line: string }) => line).sort()
}

describe('the region of an address', () => {
  it('is a code that is in use, and finds the address by every level', async () => {
    for (const [line, regionCode] of [
      ['文三路 1 号', '330106'],
      ['中山路 2 号', '330200'],
      ['建国路 3 号', '110105'],
      ['国外 4 号', null],
    ])
      expect((await lin.post('records/address', { customer, line, regionCode })).status).toBe(201)
    const within = (value: string) => lines({ field: 'regionCode', op: 'startsWith', value })
    expect(await within('330000')).toEqual(['中山路 2 号', '文三路 1 号'])
    expect(await within('330100')).toEqual(['文三路 1 号'])
    expect(await within('330106')).toEqual(['文三路 1 号'])
    expect(await within('110000')).toEqual(['建国路 3 号'])
    expect(await lines({ field: 'regionCode', op: 'eq', value: '330000' })).toEqual([])
    expect(await lines({ field: 'regionCode', op: 'empty' })).toEqual(['国外 4 号'])
    const refused = await lin.post('records/address', { customer, line: '五', regionCode: '330199' })
    expect(refused.body.fields).toHaveProperty('regionCode')
    const filter = encodeURIComponent(JSON.stringify({ field: 'regionCode', op: 'startsWith', value: '33' }))
    expect((await lin.get(`records/address?filter=${filter}`)).status).toBe(422)
  })

  it('is grouped by, and found by its name', async () => {
    const filter = encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: customer }))
    const { groups } = (await lin.get(`records/address/groups?by=regionCode&filter=${filter}`)).body
    expect(new Set(groups.map(({ value }: { value: string | null }) => value))).toEqual(new Set(['110105', '330106', '330200', null]))
    const found = (await lin.get(`records/address?q=${encodeURIComponent('西湖区')}`)).body.items
    expect(found.map(({ line }: { line: string }) => line)).toContain('文三路 1 号')
  })

  it('is read from a file where it says which one, asked back where it may be several, and goes out by its names', async () => {
    const file = ['客户,省市区,详细地址', '省市区测试有限公司,江苏苏州,观前街 5 号', '省市区测试有限公司,朝阳区,望京 6 号'].join('\n')
    const { body } = await lin.upload('imports', { name: '地址.csv', content: file }, { record: 'address' })
    expect(body.settings.mapping.map(({ field }: { field: string }) => field)).toEqual(['customer', 'regionCode', 'line'])
    const preview = (await lin.post(`imports/${body.id}/preview`)).text
    expect(preview).toContain('may be: Chaoyang, Beijing; Chaoyang, Changchun, Jilin')
    await lin.post(`imports/${body.id}/run`)
    await company.work()
    expect(await lines({ field: 'regionCode', op: 'startsWith', value: '320500' })).toEqual(['观前街 5 号'])
    expect(await lines({ field: 'regionCode', op: 'empty' })).toEqual(['国外 4 号', '望京 6 号'])
    const text = (await lin.get('records/address/export?format=csv&fields=line,regionCode')).text
    expect(text).toContain('观前街 5 号,"Suzhou, Jiangsu"')
  })

  it('is taken over from what was written before, as far as it is without doubt', async () => {
    const written: [string, string | null, string | null][] = [
      ['浙江省杭州市西湖区', '330106', null],
      ['浙江 杭州 西湖', '330106', null],
      ['杭州市', '330100', null],
      ['北京市朝阳区', '110105', null],
      ['长沙', '430100', null],
      ['朝阳区', null, '朝阳区'],
      ['California', null, 'California'],
    ]
    const ids: string[] = []
    for (const [region] of written) ids.push((await lin.post('records/address', { customer, line: `旧 ${region}`, region })).body.id)
    const name = fs.readdirSync(migrationsFolder).find((file) => file.endsWith('-region-codes.sql'))!
    await company.database.run(sql.raw(fs.readFileSync(path.join(migrationsFolder, name), 'utf8')))
    const rows = await company.database.rows<{ id: string; code: string | null; text: string | null }>(
      sql`select id, region_code as code, region as text from address where id = any(${ids}::uuid[])`,
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    expect(ids.map((id) => [byId.get(id)!.code, byId.get(id)!.text])).toEqual(written.map(([, code, text]) => [code, text]))
  })
})
