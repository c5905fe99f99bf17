import type { Mail } from '#engine/mail/mailer.ts'
import type { Locale } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import type { PresentedNotice } from './present-notices.ts'

/**
 * What people type may hold numbers that the product itself shows masked, and a mail goes where no right reaches: telephone numbers,
 * addresses of mail and long numbers are blotted out.
 */
const confidential = /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+|(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}|\b0\d{2,3}[ -]\d{7,8}|\d{7,}/g

const halfWidth = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

export const blotted = (text: string): string => halfWidth(text).replace(confidential, '***')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

interface Line {
  at: string
  sentence: { text: string; strong?: true }[]
  detail: string
  link: string | null
}

const lineOf = (notice: PresentedNotice, publicUrl: string | undefined): Line => ({
  at: showInstant(notice.at, companyZone),
  sentence: notice.sentence.map((piece) => ({ ...piece, text: blotted(piece.text) })),
  detail: blotted(notice.detail),
  link: publicUrl && notice.path ? publicUrl + notice.path : null,
})

const plain = (line: Line): string => line.sentence.map(({ text }) => text).join('')

/** A mail with one notice or several, in its reader's language: as text, and simply as HTML. */
export function composeMail(
  notices: readonly PresentedNotice[],
  { locale, isDigest, publicUrl }: { locale: Locale; isDigest: boolean; publicUrl: string | undefined },
): Pick<Mail, 'subject' | 'text' | 'html'> {
  const t = (zh: string, en: string) => (locale === 'zh' ? zh : en)
  const lines = notices.map((notice) => lineOf(notice, publicUrl))
  const n = lines.length
  const subject = isDigest
    ? t(`知客：${n} 条未读通知`, `Zhike: ${n} unread ${n === 1 ? 'notice' : 'notices'}`)
    : n === 1
      ? plain(lines[0]!)
      : t(`知客：${n} 条新通知`, `Zhike: ${n} new notices`)
  const foot = publicUrl ? t('选择收哪些邮件', 'Choose which mails you get') : ''
  const text = [
    ...lines.map((line) => [n > 1 ? `${line.at}  ${plain(line)}` : plain(line), line.detail, line.link].filter(Boolean).join('\n')),
    ...(foot ? [`—\n${foot}${t('：', ': ')}${publicUrl}/preferences`] : []),
  ].join('\n\n')
  const html = `<!doctype html><html lang="${t('zh-CN', 'en')}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f3ee;color:#20272a;font:14px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif">
<div style="max-width:560px;margin:0 auto;padding:20px 24px;background:#fffefb;border:1px solid #e2ded4;border-radius:6px">
${lines.map((line, i) => htmlOf(line, n > 1, i > 0)).join('\n')}
</div>
${foot ? `<p style="max-width:560px;margin:12px auto;font-size:12px"><a href="${escaped(publicUrl!)}/preferences" style="color:#667075">${escaped(foot)}</a></p>` : ''}
</body></html>`
  return { subject, text: `${text}\n`, html }
}

function htmlOf(line: Line, hasTime: boolean, hasLine: boolean): string {
  const sentence = line.sentence.map((piece) => (piece.strong ? `<b>${escaped(piece.text)}</b>` : escaped(piece.text))).join('')
  const linked = line.link ? `<a href="${escaped(line.link)}" style="color:#1f6f78;text-decoration:none">${sentence}</a>` : sentence
  return `<div style="padding:8px 0${hasLine ? ';border-top:1px solid #e2ded4' : ''}">${hasTime ? `<div style="font-size:12px;color:#667075">${line.at}</div>` : ''}<div>${linked}</div>${line.detail ? `<div style="color:#5b656a">${escaped(line.detail)}</div>` : ''}</div>`
}
