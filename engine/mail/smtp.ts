import nodemailer from 'nodemailer'
import type { Mailer } from './mailer.ts'

export interface MailSettings {
  /** "smtps://user:password@host:465" */
  url: string
  /** "知客 <notice@example.com>" */
  from: string
  publicUrl: string | undefined
}

/** Longer than this no transaction may wait for a server that does not answer. */
const patience = 10_000

const isUrl = (text: string, ...protocols: string[]): boolean => protocols.includes(URL.parse(text)?.protocol ?? '')

/** Why these settings cannot be used, in both languages; null where they can. */
function fault({ url, from, publicUrl }: MailSettings): string | null {
  if (!isUrl(url, 'smtp:', 'smtps:'))
    return 'ZHIKE_SMTP_URL 应为 smtp:// 或 smtps:// 地址。 ZHIKE_SMTP_URL must be an smtp:// or smtps:// address.'
  if (!/[^\s<>@]+@[^\s<>@]+/.test(from)) return 'ZHIKE_MAIL_FROM 应为邮箱地址。 ZHIKE_MAIL_FROM must be an e-mail address.'
  if (publicUrl !== undefined && !isUrl(publicUrl, 'http:', 'https:'))
    return 'ZHIKE_PUBLIC_URL 应为 http:// 或 https:// 地址。 ZHIKE_PUBLIC_URL must be an http:// or https:// address.'
  return null
}

/** What went wrong, without the addresses and texts that servers like to repeat: errors are logged. */
const withoutPeople = (error: unknown): Error => {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  return new Error(`the mail was not taken: ${[code, responseCode, command].filter((part) => part !== undefined).join(' ') || 'unknown'}`)
}

/** Opens the way to a mail server. Connects when the first mail is sent. */
export function openSmtp(settings: MailSettings): Mailer {
  const wrong = fault(settings)
  if (wrong) throw new Error(wrong)
  const publicUrl = settings.publicUrl?.replace(/\/+$/, '')
  const host = URL.parse(publicUrl ?? settings.url)!.hostname || 'zhike'
  const transport = nodemailer.createTransport({
    url: settings.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  return {
    publicUrl,
    async send({ to, subject, text, html, key, thread }) {
      try {
        await transport.sendMail({
          from: settings.from,
          to,
          subject,
          text,
          html,
          messageId: `<${key}@${host}>`,
          ...(thread ? { references: `<${thread}@${host}>` } : {}),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(publicUrl ? { 'List-Unsubscribe': `<${publicUrl}/preferences>` } : {}),
          },
        })
      } catch (error) {
        throw withoutPeople(error)
      }
    },
    close: () => transport.close(),
  }
}
