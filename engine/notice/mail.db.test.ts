import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSmtp } from '#engine/mail/smtp.ts'
import { sql } from '#engine/store/sql.ts'
import { mentionOf } from '#engine/talk/comment-text.ts'
import { openCompany, type Caller } from '#test'
import { openLetterBox, type LetterBox } from '../../app/test/letter-box.ts'
import { mailNotices } from './mail-notices.ts'

const company = openCompany()
let box: LetterBox
let [li, wang, zhou, admin]: Caller[] = []
const id = (person: string) => company.story.people[person]!
const xizi = () => `records/customer/${company.story.customers.xizi}`
const mention = (person: string, text: string) => wang!.post(`${xizi()}/comments`, { body: `${mentionOf('谁', id(person))} ${text}` })
const choose = (caller: Caller, value: object) => caller.request('PUT', 'me/preferences', { body: { notices: value } })
/** When mail is due to somebody, as a clock in Shanghai shows it. */
const due = async (person: string) => {
  const rows = await company.database.rows<{ at: string; mail: string }>(
    sql`select to_char(mail_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI') as at, mail from notice where user_id = ${id(person)} and mail_at is not null and mailed_at is null order by mail_at, id`,
  )
  return rows.map(({ at, mail }) => `${mail} ${at}`)
}
const forever = '2100-01-01T00:00:00Z'
/** 15 June 2026, a Monday, by the clock in Shanghai. */
const at = (time: string) => {
  const moment = Date.parse(`2026-06-15T${time}:00+08:00`)
  company.runtime.clock = () => moment
}

beforeAll(async () => {
  box = await openLetterBox()
  ;[li, wang, zhou, admin] = await Promise.all(['li', 'wang', 'zhou', 'admin'].map((key) => company.as(key)))
  company.runtime.mail = openSmtp({ url: box.url, from: '知客 <notice@crm.example.cn>', publicUrl: 'https://crm.example.cn/' })
  // People of the demo have no letter box; Wu stays one of them.
  await company.database.run(sql`update "user" set is_demo = false where id <> ${id('wu')}`)
  await company.settle()
})
beforeEach(async () => {
  await company.settle()
  await company.database.run(sql`delete from notice`)
  await company.database.run(sql`delete from preference`)
  box.mails.length = 0
  box.turnAway(0)
  at('10:00')
})
afterAll(async () => {
  company.runtime.mail?.close()
  await box?.close()
})

describe('a mail at once', () => {
  it('says who, where and what, in Chinese, with links, and without numbers of people', async () => {
    await mention('zhou', '回电 13805710001，合同见 https://a.cn')
    await company.settle()
    expect(await due('zhou')).toEqual(['now 06-15 10:00'])
    expect(await mailNotices(company.runtime, id('zhou'), forever)).toBe(1)
    expect(box.mails).toHaveLength(1)
    const [mail] = box.mails
    expect(mail!.to).toEqual(['zhou@yunshan.demo'])
    expect(mail!.headers).toMatchObject({
      subject: '王芳 在 杭州西子联合机械有限公司 提到了您',
      from: '知客 <notice@crm.example.cn>',
      to: '周涛 <zhou@yunshan.demo>',
      'list-unsubscribe': '<https://crm.example.cn/preferences>',
      'auto-submitted': 'auto-generated',
      'message-id': expect.stringMatching(/^<[0-9a-f]{32}@crm\.example\.cn>$/),
    })
    expect(mail!.text).toContain('@周涛 回电 ***，合同见 https://a.cn')
    expect(mail!.text).toContain(`https://crm.example.cn/customer/${company.story.customers.xizi}#comment-`)
    expect(mail!.html).toContain('<b>王芳</b> 在 <b>杭州西子联合机械有限公司</b> 提到了您')
    expect(mail!.text + mail!.html).not.toContain('13805710001')
    expect(await mailNotices(company.runtime, id('zhou'), forever)).toBe(0)
    expect(box.mails).toHaveLength(1)
  })

  it('goes in the language of its reader', async () => {
    await zhou!.request('PUT', 'me/preferences', { body: { language: 'en' } })
    await mention('zhou', '看')
    await company.settle()
    await mailNotices(company.runtime, id('zhou'), forever)
    expect(box.mails[0]!.headers.subject).toBe('王芳 mentioned you in 杭州西子联合机械有限公司')
    expect(box.mails[0]!.text).toContain('Choose which mails you get: https://crm.example.cn/preferences')
  })

  it('that is turned away is tried again by the queue, and goes once', async () => {
    company.runtime.clock = Date.now
    await mention('zhou', '一')
    await company.settle()
    box.turnAway(1)
    await expect(company.work()).rejects.toThrow('the mail was not taken: EMESSAGE 451 DATA')
    expect(box.mails).toHaveLength(0)
    expect(await company.database.rows(sql`select 1 from notice where mailed_at is not null`)).toEqual([])
    const failed = await company.database.row<{ id: string; output: unknown }>(
      sql`select id, output from queue.job where name = 'mail-notices' and state = 'retry'`,
    )
    expect(JSON.stringify(failed!.output)).not.toContain('13800000000')
    await company.database.run(sql`update queue.job set start_after = now() where id = ${failed!.id}::uuid`)
    await company.work()
    expect(box.mails).toHaveLength(1)
    await company.work()
    expect(box.mails).toHaveLength(1)
  })

  it('goes once when two workers send at the same moment', async () => {
    const node = await company.another()
    node.runtime.mail = openSmtp({ url: box.url, from: 'notice@crm.example.cn', publicUrl: undefined })
    await mention('zhou', '一')
    await company.settle()
    const sent = await Promise.all([company, node, company, node].map(({ runtime }) => mailNotices(runtime, id('zhou'), forever)))
    expect(sent.filter((n) => n > 0)).toEqual([1])
    expect(box.mails).toHaveLength(1)
    node.runtime.mail.close()
    await node.close()
  })

  it('takes along what has come meanwhile, and leaves out what was read, removed or closed to the reader', async () => {
    const texts = ['一', '二', '三', '四']
    const said = []
    for (const text of texts) said.push((await mention('zhou', text)).body)
    await company.settle()
    const notices = (await zhou!.get('notices')).body.items as { id: string; detail: string }[]
    await zhou!.post('notices/read', { ids: [notices.find((notice) => notice.detail.endsWith('一'))!.id] })
    await wang!.delete(`comments/${said[1].id}`)
    await mailNotices(company.runtime, id('zhou'), forever)
    expect(box.mails).toHaveLength(1)
    expect(box.mails[0]!.headers.subject).toBe('知客：2 条新通知')
    expect(box.mails[0]!.text).toMatch(/@周涛 三[^]*@周涛 四/)
    expect(box.mails[0]!.text).not.toMatch(/周涛 [一二]/)
    expect(await due('zhou')).toEqual([])

    const { version } = (await admin!.get(`records/user/${id('zhou')}`)).body
    await mention('zhou', '五')
    await company.settle()
    await admin!.patch(`records/user/${id('zhou')}`, version, { isActive: false })
    expect(await mailNotices(company.runtime, id('zhou'), forever)).toBe(0)
    await admin!.patch(`records/user/${id('zhou')}`, version + 1, { isActive: true })
  })

  it('goes to nobody of the demo', async () => {
    await mention('wu', '一')
    await company.settle()
    expect(await mailNotices(company.runtime, id('wu'), forever)).toBe(0)
    expect(await due('wu')).toEqual([])
    expect((await (await company.as('wu')).get('notices')).body.items).toHaveLength(1)
  })

  it('names no number that is itself the title of a record', async () => {
    const identity = (await li!.post('records/identity', { customer: company.story.customers.xizi, kind: 'qq', value: '881234' })).body
    await wang!.post(`records/identity/${identity.id}/comments`, { body: `${mentionOf('李明', id('li'))} 这个号` })
    await company.settle()
    expect((await li!.get('notices?unread=true')).text).toContain('881234')
    await mailNotices(company.runtime, id('li'), forever)
    expect(box.mails[0]!.headers.subject).toBe('王芳 在 标识 提到了您')
    expect(box.mails[0]!.text + box.mails[0]!.html).not.toContain('881234')
  })

  it('waits for the end of the quiet hours', async () => {
    await choose(zhou!, { quiet: { from: '22:00', to: '07:30' } })
    at('22:30')
    await mention('zhou', '夜里')
    await company.settle()
    expect(await due('zhou')).toEqual(['now 06-16 07:30'])
    expect(await mailNotices(company.runtime, id('zhou'), '2026-06-15T23:29:59Z')).toBe(0)
    expect(await mailNotices(company.runtime, id('zhou'), '2026-06-15T23:30:00Z')).toBe(1)
  })
})

describe('a digest', () => {
  it('gathers what is unread at its hour, once', async () => {
    at('09:00')
    await wang!.post(`${xizi()}/comments`, { body: '早' })
    await company.settle()
    at('16:00')
    await wang!.post(`${xizi()}/comments`, { body: '晚' })
    await company.settle()
    expect(await due('li')).toEqual(['digest 06-16 08:30', 'digest 06-16 08:30'])
    expect(await mailNotices(company.runtime, id('li'), '2026-06-16T00:29:59Z')).toBe(0)
    at('09:00')
    expect(await mailNotices(company.runtime, id('li'), '2026-06-16T00:30:00Z')).toBe(2)
    const [mail] = box.mails
    expect(mail!.headers.subject).toBe('知客：2 条未读通知')
    const link = `https://crm.example.cn/customer/${company.story.customers.xizi}#comment`
    expect(mail!.text.replaceAll(/#comment-[0-9a-f-]{36}/g, '#comment')).toBe(
      [
        `2026-06-15 09:00  王芳 评论了 杭州西子联合机械有限公司\n早\n${link}`,
        `2026-06-15 16:00  王芳 评论了 杭州西子联合机械有限公司\n晚\n${link}`,
        '—\n选择收哪些邮件：https://crm.example.cn/preferences\n\n',
      ].join('\n\n'),
    )
    expect(await mailNotices(company.runtime, id('li'), forever)).toBe(0)
  })

  it('is planned anew when its reader chooses another time', async () => {
    await wang!.post(`${xizi()}/comments`, { body: '一' })
    await company.settle()
    await choose(li!, { digest: { days: 'weekly', weekday: 5, at: '17:00' } })
    expect(await due('li')).toEqual(['digest 06-19 17:00'])
    await choose(li!, { kinds: { commented: { product: true, mail: 'now' } } })
    expect(await due('li')).toEqual(['now 06-15 10:00'])
    await choose(li!, { kinds: { commented: { product: true, mail: 'never' } } })
    expect(await due('li')).toEqual([])
  })
})

describe('where mail is', () => {
  it('not wanted in the product, a notice goes by mail alone', async () => {
    await choose(zhou!, { kinds: { mentioned: { product: false, mail: 'now' } } })
    await mention('zhou', '只发邮件')
    await company.settle()
    expect((await zhou!.get('notices')).body).toMatchObject({ items: [], unread: { value: 0 } })
    expect(await mailNotices(company.runtime, id('zhou'), forever)).toBe(1)
  })

  it('told of in bundles, it waits for the bundle', async () => {
    await choose(li!, { kinds: { changed: { product: true, mail: 'now' } } })
    const { version } = (await wang!.get(xizi())).body
    await wang!.patch(xizi(), version, { region: '浙江湖州' })
    await company.settle()
    expect(await due('li')).toEqual(['now 06-15 10:05'])
    at('10:04')
    await wang!.patch(xizi(), version + 1, { industry: '机械' })
    await company.settle()
    expect(await due('li')).toEqual(['now 06-15 10:05'])
    await mailNotices(company.runtime, id('li'), forever)
    expect(box.mails[0]!.text).toContain('修改了 2 个字段：地区、行业')
    // What goes on after the mail is told anew.
    await wang!.patch(xizi(), version + 2, { region: '浙江杭州' })
    await company.settle()
    expect(await due('li')).toEqual(['now 06-15 10:09'])
  })

  it('not set up, nothing waits for it', async () => {
    const { mail } = company.runtime
    company.runtime.mail = undefined
    await mention('zhou', '一')
    await company.settle()
    expect(await due('zhou')).toEqual([])
    expect((await zhou!.get('me/preferences')).body.mail).toBe(false)
    company.runtime.mail = mail
    expect((await zhou!.get('me/preferences')).body.mail).toBe(true)
  })

  it('set up wrongly, the product says so before it starts', () => {
    const settings = { url: box.url, from: 'a@b.cn', publicUrl: undefined }
    expect(() => openSmtp({ ...settings, url: 'http://mail' })).toThrow('ZHIKE_SMTP_URL')
    expect(() => openSmtp({ ...settings, from: 'nobody' })).toThrow('ZHIKE_MAIL_FROM')
    expect(() => openSmtp({ ...settings, publicUrl: 'crm.example.cn' })).toThrow('ZHIKE_PUBLIC_URL')
  })
})
