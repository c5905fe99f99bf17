import { describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()
const seen = (version: number) => ({ headers: { 'if-match': `"${version}"` } })

const make = async (name: string, more: object = {}) => {
  const answer = await (
    await company.as('admin')
  ).post('records/customField', { label: { zh: name, en: name }, record: 'customer', name, kind: 'text', ...more })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}

describe('a field in use', () => {
  it('is counted, retired with its values and its name, and back at once', async () => {
    const [admin, li] = [await company.as('admin'), await company.as('li')]
    const field = await make('plot')
    const ids: string[] = []
    for (let i = 0; i < 3; i++)
      ids.push((await li.post('records/customer', { name: `地块${i}`, ...(i < 2 ? { plot: `A-${i}` } : {}) })).body.id)
    expect((await admin.post('actions/platform.countField', { on: field.id }, seen(1))).status).toBe(200)
    await company.work()
    const counted = (await admin.get(`records/customField/${field.id}`)).body
    expect(counted).toMatchObject({ usedBy: 2, version: 1 })
    expect(counted.countedAt).toBeTruthy()

    const retired = await admin.post('actions/customField.recycle', { on: field.id }, seen(1))
    expect(retired.status, retired.text).toBe(200)
    expect((await li.get(`records/customer/${ids[0]}`)).body).not.toHaveProperty('plot')
    expect((await li.patch(`records/customer/${ids[0]}`, 1, { plot: 'B' })).body.fields).toHaveProperty('plot')
    const again = await admin.post('records/customField', {
      label: { zh: 'x', en: 'x' },
      record: 'customer',
      name: 'plot',
      kind: 'integer',
    })
    expect(again.status).toBe(422)
    expect(again.body.fields.name).toMatch(/retired field/)
    const filter = encodeURIComponent('{"field":"plot","op":"eq","value":"A-0"}')
    expect((await li.get(`records/customer?filter=${filter}`)).status).toBe(422)

    // Undone like every operation; or restored at any later time.
    expect((await admin.post(`operations/${retired.body.operation}/undo`)).body.refused).toBe(0)
    expect((await li.get(`records/customer/${ids[0]}`)).body.plot).toBe('A-0')
    expect((await admin.delete(`records/customField/${field.id}`)).status).toBe(204)
    const { version } = (await admin.get(`records/customField/${field.id}`)).body
    expect((await admin.post('actions/customField.restore', { on: field.id }, seen(version))).status).toBe(200)
    expect((await li.get(`records/customer?filter=${filter}`)).body.items.map((item: { id: string }) => item.id)).toEqual([ids[0]])
  })

  it('is purged only when retired and called by its name; the history keeps what it says', async () => {
    const [admin, li] = [await company.as('admin'), await company.as('li')]
    const field = await make('secret', { isIndexed: true })
    await company.work()
    const kept = (await li.post('records/customer', { name: '清除一', secret: '甲' })).body
    const gone = (await li.post('records/customer', { name: '清除二', secret: '乙' })).body
    await admin.delete(`records/customer/${gone.id}`)
    const early = await admin.post('actions/platform.purgeField', { on: field.id, input: { name: 'secret' } }, seen(2))
    expect(early.status).toBe(404)
    await admin.delete(`records/customField/${field.id}`)
    const { version } = (await admin.get(`records/customField/${field.id}`)).body
    const wrong = await admin.post('actions/platform.purgeField', { on: field.id, input: { name: 'Secret' } }, seen(version))
    expect(wrong.body.fields).toHaveProperty('name')
    const purge = await admin.post('actions/platform.purgeField', { on: field.id, input: { name: 'secret' } }, seen(version))
    expect(purge.status, purge.text).toBe(200)
    const restore = () => admin.post('actions/customField.restore', { on: field.id }, seen(version + 1))
    expect((await restore()).body.code).toBe('purged')
    const taken = () =>
      admin.post('records/customField', { label: { zh: 'x', en: 'x' }, record: 'customer', name: 'secret', kind: 'integer' })
    expect((await taken()).status).toBe(422)
    await company.work()
    expect((await admin.get(`operations/${purge.body.operation}`)).body).toMatchObject({ state: 'done', done: 2, refused: 0 })
    const left = await company.database.row(sql`select count(*) filter (where custom ? 'secret' or custom ? 'secret~') as n from customer`)
    expect(left).toEqual({ n: 0 })
    expect((await restore()).status).toBe(409)
    expect((await admin.post(`operations/${purge.body.operation}/undo`)).body.code).toBe('final')
    const events = await company.database.rows<{ changes: Record<string, unknown> }>(
      sql`select changes from event where record_id = ${kept.id} and type = 'customer.created'`,
    )
    expect(events[0]!.changes.secret).toEqual([null, '甲'])
    // The name is free, and what was there is not taken for a value of the new field.
    expect((await taken()).status).toBe(201)
    expect((await li.get(`records/customer/${kept.id}`)).body.secret).toBe(null)
  })

  it('keeps its name whoever makes and retires it in the same second', async () => {
    const admin = await company.as('admin')
    const field = await make('race')
    const tries = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        i === 3
          ? admin.delete(`records/customField/${field.id}`)
          : admin.post('records/customField', { label: { zh: 'x', en: 'x' }, record: 'customer', name: 'race', kind: 'integer' }),
      ),
    )
    expect(tries[3]!.status).toBe(204)
    expect(tries.filter((answer) => answer.status === 201)).toEqual([])
    const back = await admin.post('actions/customField.restore', { on: field.id }, seen(2))
    expect(back.status, back.text).toBe(200)
  })

  it('becomes another kind only where nothing is lost', async () => {
    const [admin, li] = [await company.as('admin'), await company.as('li')]
    const choices = [
      { code: 'a', zh: '甲', en: 'A' },
      { code: 'b', zh: '乙', en: 'B' },
    ]
    const fields = {
      rooms: await make('rooms', { kind: 'integer', isIndexed: true }),
      look: await make('look', { kind: 'choice', choices }),
      remark: await make('remark', { isIndexed: true }),
    }
    await company.work()
    const one = (await li.post('records/customer', { name: '转换', rooms: 3, look: 'a', remark: '旧' })).body
    const patch = async (name: keyof typeof fields, input: object) => {
      const { version } = (await admin.get(`records/customField/${fields[name].id}`)).body
      return admin.patch(`records/customField/${fields[name].id}`, version, input)
    }
    expect((await patch('rooms', { kind: 'text' })).body.fields).toHaveProperty('kind')
    expect((await patch('look', { kind: 'integer' })).body.fields).toHaveProperty('kind')
    expect((await patch('remark', { kind: 'note' })).body.fields).toHaveProperty('isIndexed')
    expect((await patch('remark', { kind: 'note', isIndexed: false })).status).toBe(200)
    expect((await patch('rooms', { kind: 'decimal' })).body).toMatchObject({ kind: 'decimal', indexState: 'building' })
    expect((await patch('look', { kind: 'choices' })).status).toBe(200)
    expect((await li.get(`records/customer/${one.id}`)).body).toMatchObject({ rooms: '3', look: ['a'], remark: '旧' })
    const ask = async (filter: object) =>
      (await li.get(`records/customer?filter=${encodeURIComponent(JSON.stringify(filter))}`)).body.items?.map(
        (item: { id: string }) => item.id,
      )
    const other = (await li.post('records/customer', { name: '转换后', rooms: '3.5', look: ['b', 'a'] })).body
    expect(await ask({ field: 'rooms', op: 'eq', value: '3' })).toEqual([one.id])
    expect(await ask({ field: 'look', op: 'has', value: 'a' })).toEqual([other.id, one.id])
    expect(await ask({ field: 'look', op: 'hasAny', value: ['b'] })).toEqual([other.id])
    await company.work()
    expect(await ask({ field: 'rooms', op: 'between', value: ['3', '3.4'] })).toEqual([one.id])
    const walked = (await li.get('records/customer?sort=-rooms&limit=2')).body.items.map((item: { id: string }) => item.id)
    expect(walked).toEqual([other.id, one.id])
    expect((await li.patch(`records/customer/${one.id}`, 1, { look: ['a', 'b'] })).body.look).toEqual(['a', 'b'])
  })

  it('is refused where it could not work', async () => {
    const admin = await company.as('admin')
    const base = { label: { zh: 'x', en: 'x' }, record: 'customer', kind: 'integer' }
    for (const [input, fault] of [
      [{ name: 'badMax', min: '5', max: '3' }, 'max'],
      [{ name: 'badDefault', initial: 'many' }, 'initial'],
      [{ name: 'badMin', initial: '1', min: '3' }, 'initial'],
      [{ name: 'badOn', onlyWhenField: 'name', onlyWhenIs: ['x'] }, 'onlyWhenField'],
      [{ name: 'badIs', onlyWhenField: 'kind', onlyWhenIs: ['castle'] }, 'onlyWhenIs'],
      [{ name: 'badLink', kind: 'link' }, 'to'],
      [{ name: 'badTo', kind: 'link', to: 'nothing' }, 'to'],
      [
        {
          name: 'badTwice',
          kind: 'choice',
          choices: [
            { code: 'a', zh: 'a' },
            { code: 'a', zh: 'b' },
          ],
        },
        'choices',
      ],
      [{ name: 'badNote', kind: 'note', isIndexed: true }, 'isIndexed'],
      [{ name: 'masked', kind: 'text' }, 'name'],
    ] as const) {
      const answer = await admin.post('records/customField', { ...base, ...input })
      expect(answer.status, `${fault}: ${answer.text}`).toBe(422)
      expect(answer.body.fields, answer.text).toHaveProperty(fault)
    }
  })
})
