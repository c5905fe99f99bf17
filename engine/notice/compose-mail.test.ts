import { describe, expect, it } from 'vitest'
import { blotted, composeMail } from './compose-mail.ts'
import type { PresentedNotice } from './present-notices.ts'

const notice = (more: Partial<PresentedNotice> = {}): PresentedNotice => ({
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'mentioned',
  at: '2026-06-15T02:00:00.000Z',
  isRead: false,
  actor: { id: 'x', title: '王磊' },
  record: { record: 'customer', id: 'c1', title: '云杉集团' },
  sentence: [{ text: '王磊', strong: true }, { text: ' 在 ' }, { text: '云杉集团', strong: true }, { text: ' 提到了您' }],
  detail: '看一下 <合同>',
  path: '/customer/c1#comment-1',
  ...more,
})
const how = { locale: 'zh' as const, isDigest: false, publicUrl: 'https://crm.example.cn' }

describe('what a mail must not carry', () => {
  it.each([
    ['打 13805710001 问问', '打 *** 问问'],
    ['打138-0571-0001', '打***'],
    ['+86 138 0571 0001', '***'],
    ['１３８０５７１０００１', '***'],
    ['0571-88001234 转 12', '*** 转 12'],
    ['身份证 330106199001011234', '身份证 ***'],
    ['写给 shen.guo@xizi.com.cn 了', '写给 *** 了'],
    ['2026-06-15 10:30 见，3 号楼 1205 室，报价 860000', '2026-06-15 10:30 见，3 号楼 1205 室，报价 860000'],
  ])('%s', (text, expected) => expect(blotted(text)).toBe(expected))
})

describe('a mail', () => {
  it('with one notice says it in its subject', () => {
    const mail = composeMail([notice()], how)
    expect(mail.subject).toBe('王磊 在 云杉集团 提到了您')
    expect(mail.text).toBe(
      '王磊 在 云杉集团 提到了您\n看一下 <合同>\nhttps://crm.example.cn/customer/c1#comment-1\n\n—\n选择收哪些邮件：https://crm.example.cn/preferences\n',
    )
    expect(mail.html).toContain('看一下 &lt;合同&gt;')
    expect(mail.html).not.toContain('<合同>')
    expect(mail.html).toContain('<b>王磊</b> 在 <b>云杉集团</b> 提到了您')
  })

  it('with several says how many, and when each came', () => {
    const two = [notice(), notice({ at: '2026-06-15T03:00:00.000Z', detail: '' })]
    expect(composeMail(two, { ...how, locale: 'en' }).subject).toBe('Zhike: 2 new notices')
    const digest = composeMail(two, { ...how, isDigest: true })
    expect(digest.subject).toBe('知客：2 条未读通知')
    expect(digest.text).toContain('2026-06-15 10:00  王磊 在 云杉集团 提到了您')
    expect(digest.text).toContain('2026-06-15 11:00')
    expect(composeMail([notice()], { ...how, isDigest: true, locale: 'en' }).subject).toBe('Zhike: 1 unread notice')
  })

  it('carries no links where nobody has said where the product is', () => {
    const mail = composeMail([notice()], { ...how, publicUrl: undefined })
    expect(mail.text).toBe('王磊 在 云杉集团 提到了您\n看一下 <合同>\n')
    expect(mail.html).not.toContain('href')
  })
})
