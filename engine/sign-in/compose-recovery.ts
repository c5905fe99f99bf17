import type { Mail } from '#engine/mail/mailer.ts'
import type { Locale } from '#engine/text/words.ts'

/** The mail with the link by which a password is set anew. */
export function composeRecovery(locale: Locale, link: string, minutes: number): Pick<Mail, 'subject' | 'text' | 'html'> {
  const t = (zh: string, en: string) => (locale === 'zh' ? zh : en)
  const subject = t('知客：设置新密码', 'Zhike: set a new password')
  const lines = [
    t('有人申请为您的知客账号设置新密码。', 'Somebody has asked for a new password for your Zhike account.'),
    t(`链接只能使用一次，${minutes} 分钟内有效：`, `The link works once, for ${minutes} minutes:`),
  ]
  const end = t('不是您本人的话，不用理会，密码不变。', 'If that was not you, nothing needs doing: your password stays as it is.')
  const text = `${lines.join('\n')}\n\n${link}\n\n${end}\n`
  const html = `<!doctype html><html lang="${t('zh-CN', 'en')}"><head><meta charset="utf-8"><title>${subject}</title></head>
<body style="margin:0;padding:24px;background:#f5f3ee;color:#20272a;font:14px/1.6 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif">
<div style="max-width:560px;margin:0 auto;padding:20px 24px;background:#fffefb;border:1px solid #e2ded4;border-radius:6px">
${lines.map((line) => `<p style="margin:0 0 8px">${line}</p>`).join('\n')}
<p style="margin:16px 0"><a href="${link}" style="color:#1f6f78">${t('设置新密码', 'Set a new password')}</a></p>
<p style="margin:0;color:#5b656a">${end}</p>
</div>
</body></html>`
  return { subject, text, html }
}
