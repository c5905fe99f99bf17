import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { writeCopy } from '#engine/intake/copy.ts'
import { openCompany, type Caller } from '#test'
import { refusalsToSend } from './queries.ts'

const company = openCompany()

/** Nobody is signed in. */
const nobody = { headers: { authorization: '' } }

async function setUp() {
  const [lin, li] = [await company.as('lin'), await company.as('li')]
  const admin = await company.as('admin')
  const code = `news${Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '')
    .slice(0, 8)}`
  const purpose = (
    await admin.post('records/purpose', {
      name: { zh: '新房资讯', en: 'News of homes' },
      code,
      wording: { zh: '我们会向您发送新房资讯。', en: 'We send you news of homes.' },
      channels: ['sms', 'mail'],
      months: 12,
    })
  ).body
  const customer = (await li.post('records/customer', { name: `同意测试${code}`, kind: 'enterprise', contactName: '柳青青' })).body
  const contact = customer.primaryContact.id as string
  return { lin, li, admin, code, purpose, customer, contact }
}

const may = async (contact: string, purpose: string, channel: 'sms' | 'mail' | 'phone' = 'sms') => {
  const now = new Date(company.runtime.clock()).toISOString()
  return (
    (await refusalsToSend(company.database, { contacts: [contact], purpose, channel, now, today: now.slice(0, 10) })).get(contact)?.zh ??
    null
  )
}

const act = async (caller: Caller, action: string, record: string, id: string, input: object) => {
  const { version } = (await caller.get(`records/${record}/${id}`)).body
  return caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version}"` } })
}

describe('the ledger of consents', () => {
  it('keeps who decided what, when, on which words; the last decision counts, and a withdrawal at once', async () => {
    const { li, admin, code, purpose, contact } = await setUp()
    expect(await may(contact, code)).toBe('没有本人的同意')
    const given = await act(li, 'customers.recordConsent', 'contact', contact, {
      purpose: purpose.id,
      channels: ['sms', 'mail'],
      decision: 'granted',
      how: 'paper',
      proof: '表 17',
    })
    expect(given.status, given.text).toBe(200)
    expect([await may(contact, code), await may(contact, code, 'mail')]).toEqual([null, null])

    // The wording of that day stays, whatever the purpose says later.
    await admin.patch(`records/purpose/${purpose.id}`, purpose.version, { wording: { zh: '另一种说法', en: 'Other words' } })
    const ledger = (
      await li.get(`records/consent?filter=${encodeURIComponent(JSON.stringify({ field: 'contact', op: 'eq', value: contact }))}`)
    ).body.items
    expect(ledger).toHaveLength(2)
    expect(ledger[0]).toMatchObject({ decision: 'granted', how: 'paper' })
    const entry = (await li.get(`records/consent/${ledger[0].id}`)).body
    expect(entry.wording.zh).toBe('我们会向您发送新房资讯。')
    expect(entry.until).toMatch(/^\d{4}-\d{2}-\d{2}$/)

    const taken = await act(li, 'customers.recordConsent', 'contact', contact, {
      purpose: purpose.id,
      channels: ['sms'],
      decision: 'withdrawn',
      how: 'phone',
    })
    expect(taken.status, taken.text).toBe(200)
    expect([await may(contact, code), await may(contact, code, 'mail')]).toEqual(['本人已撤回同意', null])
    const standing = (await li.get(`contacts/${contact}/consents`)).body.items.find(({ id }: { id: string }) => id === purpose.id)
    expect(standing.channels.map(({ channel, isGranted }: { channel: string; isGranted: boolean }) => [channel, isGranted])).toEqual([
      ['sms', false],
      ['mail', true],
    ])
    // Entries are made, never changed nor thrown away.
    const change = await li.patch(`records/consent/${entry.id}`, entry.version, { proof: 'x' })
    expect([change.status, Object.keys(change.body.fields)]).toEqual([422, ['proof']])
  })

  it('refuses a channel that the purpose does not use, and moments to come', async () => {
    const { li, purpose, contact } = await setUp()
    const wrong = await act(li, 'customers.recordConsent', 'contact', contact, {
      purpose: purpose.id,
      channels: ['post'],
      decision: 'granted',
      how: 'paper',
    })
    expect([wrong.status, Object.keys(wrong.body.fields)]).toEqual([422, ['channel']])
    const late = await act(li, 'customers.recordConsent', 'contact', contact, {
      purpose: purpose.id,
      channels: ['sms'],
      decision: 'granted',
      how: 'paper',
      at: '2099-01-01T00:00:00.000Z',
    })
    expect(Object.keys(late.body.fields)).toEqual(['at'])
  })

  it('lets the person decide at an address of his own, which tells nothing of him', async () => {
    const { li, code, purpose, contact } = await setUp()
    const { path } = (await li.post(`contacts/${contact}/preference-page`)).body as { path: string }
    const address = `preference-page/${path.split('/').at(-1)}`
    const page = await li.get(address, nobody)
    expect(page.status, page.text).toBe(200)
    expect(page.text).not.toContain('柳青青')
    const choose = (isGranted: boolean) => li.post(address, { purpose: purpose.id, channel: 'sms', isGranted }, nobody)
    expect((await choose(true)).status).toBe(204)
    expect(await may(contact, code)).toBeNull()
    expect((await choose(false)).status).toBe(204)
    expect(await may(contact, code)).toBe('本人已撤回同意')
    expect((await li.get('preference-page/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', nobody)).status).toBe(404)
    // A colleague without rights to the customer makes no address.
    const he = await company.as('sun')
    expect((await he.post(`contacts/${contact}/preference-page`)).status).toBe(404)
  })
})

describe('requests of people about their data', () => {
  it('are due after fifteen working days, and restrict what may be sent', async () => {
    const { li, code, purpose, contact, customer } = await setUp()
    await act(li, 'customers.recordConsent', 'contact', contact, {
      purpose: purpose.id,
      channels: ['sms'],
      decision: 'granted',
      how: 'paper',
    })
    const made = await li.post('records/subjectRequest', { customer: customer.id, contact, kind: 'restrict', receivedOn: '2026-04-28' })
    expect(made.status, made.text).toBe(201)
    // The holiday of May (1 to 5) is left out, and the Saturday of 9 May is worked.
    expect(made.body.dueOn).toBe('2026-05-21')
    const done = await act(li, 'customers.fulfilRequest', 'subjectRequest', made.body.id, { answer: '已限制' })
    expect(done.status, done.text).toBe(200)
    expect(await may(contact, code)).toBe('本人要求限制处理其信息')
    expect((await act(li, 'customers.liftRestriction', 'contact', contact, { reason: '本人来电' })).status).toBe(200)
    expect(await may(contact, code)).toBeNull()
  })

  it('for a copy are answered with a workbook of all that is kept about the person, by whoever sees it whole', async () => {
    const { li, purpose, contact, customer } = await setUp()
    await act(li, 'customers.recordConsent', 'contact', contact, {
      purpose: purpose.id,
      channels: ['sms'],
      decision: 'granted',
      how: 'paper',
    })
    const spoke = await li.post('records/activity', {
      subject: '谈车位',
      kind: 'call',
      customer: customer.id,
      contact,
      at: '2026-06-01T02:00:00Z',
    })
    expect(spoke.status, spoke.text).toBe(201)
    const made = await li.post('records/subjectRequest', { customer: customer.id, contact, kind: 'copy' })
    // Salespeople may not export: a copy is one.
    expect((await li.get(`subject-requests/${made.body.id}/copy`)).status).toBe(403)
    const lin = await company.as('lin')
    const answer = await lin.get(`subject-requests/${made.body.id}/copy`)
    expect(answer.status).toBe(200)
    const [logged] = (await lin.get('operations?limit=1')).body.items
    expect(logged).toMatchObject({ action: 'contact.export', state: 'done', canUndo: false })

    const { runtime, story } = company
    const actor = (await runtime.actorOf(story.people.lin!, 'user'))!
    const { sheets } = await readXlsx(await writeCopy(runtime, actor, company.shape('contact'), contact))
    const [own, ...others] = sheets.map(({ name, rows }) => ({ name, text: JSON.stringify(rows) }))
    expect(own!.name).toBe('联系人')
    expect(own!.text).toContain('["姓名","柳青青"]')
    expect(own!.text).toContain(logged.done)
    const textOf = (name: string) => others.find((sheet) => sheet.name === name)?.text
    expect(textOf('联系记录')).toContain('谈车位')
    expect(textOf('同意记录')).toContain('书面签字')
    expect(textOf('个人信息请求')).toContain(made.body.number)
    // A request of another kind gives no copy.
    const other = await li.post('records/subjectRequest', { customer: customer.id, contact, kind: 'correct' })
    expect((await lin.get(`subject-requests/${other.body.id}/copy`)).status).toBe(404)
  })
})
