import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'
import { verifyAudit } from '#engine/event/verify.ts'
import { fileOf } from '#engine/intake/importing.ts'
import { sql } from '#engine/store/sql.ts'

const company = openCompany()
const [name, mobile, mail, wechat] = ['慕容雪晴', '13912345678', 'murong.xq@example.com', 'murong_xq_77']

/** Every table in which any row holds a word, in whatever column. */
async function tablesHolding(word: string): Promise<string[]> {
  const tables = await company.database.arrays(
    sql`select schemaname, tablename from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  const holding: string[] = []
  for (const [schema, table] of tables as [string, string][]) {
    const [row] = await company.database.arrays(
      sql`select count(*) from ${sql.id(schema)}.${sql.id(table)} t where position(${word.toLowerCase()} in lower(t::text)) > 0`,
    )
    if (Number(row![0]) > 0) holding.push(table)
  }
  return holding
}

async function act(caller: Caller, action: string, record: string, id: string, input: object) {
  const { version } = (await caller.get(`records/${record}/${id}`)).body
  return caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version}"` } })
}

describe('a person who is erased', () => {
  it('is found by no means, while what others wrote stays and the audit holds', async () => {
    const [lin, li] = [await company.as('lin'), await company.as('li')]
    const customer = (await li.post('records/customer', { name: '苏州拙园置业有限公司', kind: 'enterprise', phone: '0512-65001234' })).body
    const made = await li.post('records/contact', {
      name,
      customer: customer.id,
      mobile,
      email: mail,
      wechat,
      birthday: '1985-05-06',
      telephone: '0512-65001234',
      note: '喜欢朝南',
    })
    expect(made.status, made.text).toBe(201)
    const contact = made.body.id as string
    const renamed = await li.patch(`records/contact/${contact}`, made.body.version, { mobile: '13912345679', title: '行政' })
    expect(renamed.status, renamed.text).toBe(200)
    await li.post('records/identity', { customer: customer.id, contact, kind: 'qq', value: '88441122' })
    await li.post('records/address', { customer: customer.id, contact, line: '平江路 12 号' })
    const activity = (
      await li.post('records/activity', {
        customer: customer.id,
        contact,
        subject: `与${name}通话`,
        body: `她说打 139 1234 5678，或写 ${mail.toUpperCase()}`,
      })
    ).body
    // Other customers: on one her number stands too; on the other her name alone, which there may be anybody's.
    const noted = async (title: string, note: string) => (await li.post('records/customer', { name: title, kind: 'enterprise', note })).body
    const other = await noted('常熟虞山纺织有限公司', `转介绍人${name}电话 139-1234-5679`)
    const namesake = await noted('太仓浏河渔业有限公司', `另一位${name}`)
    await li.post(`records/customer/${customer.id}/comments`, { body: `${name} 很着急` })
    const file = await li.upload('files', { name: 'card.txt', content: `名片 ${name}` }, { record: 'contact', id: contact })
    expect(file.status, file.text).toBe(201)
    const [stored] = await company.database.rows<{ key: string }>(sql`select key from file where id = ${file.body.id}`)
    await company.settle()
    const gone = [name, mobile, '13912345679', '1234 5678', mail, wechat, '88441122', '平江路']
    for (const word of gone) expect(await tablesHolding(word), word).not.toEqual([])

    const asked = await li.post('records/subjectRequest', { customer: customer.id, contact, kind: 'erase' })
    expect(asked.status, asked.text).toBe(201)
    const request = asked.body.id as string
    // It takes the right, the name once more, and this very request.
    expect((await act(li, 'customers.erasePerson', 'subjectRequest', request, { name })).status).toBe(403)
    const misspelt = await act(lin, 'customers.erasePerson', 'subjectRequest', request, { name: '慕容雪' })
    expect(Object.keys(misspelt.body.fields)).toEqual(['name'])
    const begun = await act(lin, 'customers.erasePerson', 'subjectRequest', request, { name })
    expect(begun.status, begun.text).toBe(200)
    await company.settle()
    await company.work()
    await company.settle()

    const done = (await lin.get(`records/subjectRequest/${request}`)).body
    expect(done.state).toBe('done')
    expect(done.report.length).toBeGreaterThan(4)
    for (const line of done.report as { found: number; left: number }[]) expect(line.left).toBe(0)
    for (const word of gone.filter((entry) => entry !== name)) expect(await tablesHolding(word), word).toEqual([])
    // Her name stands nowhere but where it may be somebody else's.
    expect(await tablesHolding(name)).toEqual(expect.arrayContaining(['customer']))
    const names = await company.database.rows<{ id: string }>(sql`select id from customer t where t::text like ${`%${name}%`}`)
    expect(names.map(({ id }) => id)).toEqual([namesake.id])
    expect(existsSync(fileOf(company.runtime, stored!.key))).toBe(false)

    // What was written about the matter stays, without her; the switchboard is the company's.
    const kept = (await li.get(`records/activity/${activity.id}`)).body
    expect([kept.subject, kept.body]).toEqual(['与■通话', '她说打 ■，或写 ■'])
    expect((await li.get(`records/customer/${customer.id}`)).body.phone).toBe('+8651265001234')
    expect((await li.get(`records/customer/${other.id}`)).body.note).toBe('转介绍人■电话 ■')
    for (const q of [mobile, mail, wechat, '88441122']) {
      const { body } = await lin.get(`search?q=${encodeURIComponent(q)}`)
      expect(JSON.stringify(body)).not.toContain(contact)
    }
    // Whoever looks into the recycle bin finds a shell.
    const shell = (await li.get(`records/contact/${contact}`)).body
    expect([shell.name, shell.mobile, shell.title, shell.note, shell.birthday]).toEqual(['（已删除 · erased）', null, null, null, null])
    expect((await verifyAudit(company.database, company.runtime.folder)).fault).toBeNull()
    expect((await verifyAudit(company.database, company.runtime.folder)).erased).toBeGreaterThan(3)
    // The timeline of the customer can still be read.
    expect((await li.get(`records/customer/${customer.id}/timeline?limit=100`)).status).toBe(200)
  })

  it('who is a customer himself leaves a customer without a person behind', async () => {
    const lin = await company.as('lin')
    const person = (await lin.post('records/customer', { name: '独孤九娘', kind: 'person', contactMobile: '13912340001' })).body
    const contact = person.primaryContact.id as string
    const request = (await lin.post('records/subjectRequest', { customer: person.id, contact, kind: 'erase' })).body
    expect((await act(lin, 'customers.erasePerson', 'subjectRequest', request.id, { name: '独孤九娘' })).status).toBe(200)
    await company.settle()
    await company.work()
    await company.settle()
    const left = (await lin.get(`records/customer/${person.id}`)).body
    expect(left.name).toBe('（已删除 · erased）')
    expect(left.code).toBe(person.code)
    for (const word of ['独孤九娘', '13912340001']) expect(await tablesHolding(word), word).toEqual([])
    expect(JSON.stringify((await lin.get(`search?q=${encodeURIComponent('dgjn')}`)).body)).not.toContain(person.id)
  })
})
