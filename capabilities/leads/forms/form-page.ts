import { say, words, type Locale, type Words } from '#engine/text/words.ts'
import { askedOf, formFields, trap, type FormField } from '../rules/form-fields.ts'
import type { StoredForm } from './queries.ts'

const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]!)

const types: Partial<Record<FormField | 'name', string>> = {
  mobile: 'type="tel" autocomplete="tel"',
  email: 'type="email" autocomplete="email"',
  company: 'type="text" autocomplete="organization"',
  name: 'type="text" autocomplete="name"',
}

const style = `:root{color-scheme:light dark}*{box-sizing:border-box}body{margin:0;padding:20px;font:16px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;color:#1d2129;background:#fff}
main{max-width:520px;margin:0 auto}h1{font-size:22px;line-height:1.35;margin:0 0 8px}p{margin:0 0 16px}label{display:block;margin:0 0 14px}label>span,legend{display:block;font-size:14px;margin-bottom:4px;padding:0}
input[type=text],input[type=tel],input[type=email],textarea{width:100%;font:inherit;color:inherit;background:transparent;padding:8px 10px;border:1px solid #86909c;border-radius:6px}textarea{min-height:96px}
fieldset{border:0;margin:0 0 14px;padding:0}.tick{display:flex;gap:8px;align-items:baseline;margin-bottom:6px}.tick span{display:inline;margin:0}.consent{font-size:14px}.trap{position:absolute;left:-9999px}
button{font:inherit;font-weight:600;min-height:44px;padding:8px 24px;border:0;border-radius:6px;background:#155e9c;color:#fff;cursor:pointer}:focus-visible{outline:2px solid #155e9c;outline-offset:2px}.fault{color:#a61d24}
@media(prefers-color-scheme:dark){body{color:#e5e6eb;background:#17181a}.fault{color:#ff9c9c}button{background:#2f7fc1}}`

const frame = (locale: Locale, title: string, body: string): string =>
  `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escape(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`

const required = words('必填', 'required')
const send = words('提交', 'Send')

/** The form as a page that needs no script. What is shown comes from the form's settings alone, never from what somebody sent. */
export function formPage(
  form: StoredForm,
  { locale, token, faults = [] }: { locale: Locale; token: string; faults?: readonly string[] },
): string {
  const t = (text: Words | null) => escape(say(text, locale))
  const input = (name: FormField | 'name', label: Words, isNeeded: boolean) => {
    const head = `<span>${t(label)}${isNeeded ? ` <small>(${t(required)})</small>` : ''}</span>`
    const must = isNeeded ? ' required' : ''
    if (name === 'message') return `<label>${head}<textarea name="message" maxlength="2000"${must}></textarea></label>`
    if (name === 'interest')
      return `<fieldset><legend>${t(label)}</legend>${form.interests.map((one) => `<label class="tick"><input type="checkbox" name="interest" value="${escape(one)}"><span>${escape(one)}</span></label>`).join('')}</fieldset>`
    return `<label>${head}<input name="${name}" ${types[name] ?? 'type="text"'} maxlength="200"${must}></label>`
  }
  const asked = askedOf(form)
  const only = asked.filter((name) => name === 'mobile' || name === 'email').length === 1
  const isNeeded = (name: FormField) =>
    form.needed.includes(name) || (only && (name === 'mobile' || name === 'email') && !asked.includes('wechat'))
  return frame(
    locale,
    say(form.title, locale),
    `<h1>${t(form.title)}</h1>${form.intro ? `<p>${t(form.intro)}</p>` : ''}${faults.length > 0 ? `<p class="fault" role="alert">${faults.map(escape).join('<br>')}</p>` : ''}
<form method="post" action="/forms/${form.id}?lang=${locale}"><input type="hidden" name="token" value="${escape(token)}">
<div class="trap" aria-hidden="true"><label>Homepage<input type="text" name="${trap}" tabindex="-1" autocomplete="off"></label></div>
${input('name', words('姓名', 'Name'), true)}${asked.map((name) => input(name, formFields[name], isNeeded(name))).join('')}
<label class="tick consent"><input type="checkbox" name="consent" value="1" required><span>${t(form.consent)}</span></label>
<button type="submit">${t(send)}</button></form>`,
  )
}

const thanks = words('已收到，我们会尽快联系您。', 'Thank you. We will be in touch soon.')
const shut = words('此表单已停止接收。', 'This form takes nothing any more.')

/** What everybody reads afterwards, whatever became of what he sent. */
export const thanksPage = (form: StoredForm, locale: Locale): string => {
  const text = escape(say(form.thanks ?? thanks, locale) || say(thanks, locale))
  return frame(locale, say(form.title, locale), `<h1>${escape(say(form.title, locale))}</h1><p role="status">${text}</p>`)
}

export const closedPage = (locale: Locale): string => frame(locale, say(shut, locale), `<p role="status">${escape(say(shut, locale))}</p>`)

/** Puts the form where the script stands, as a frame. */
export const embedScript = (id: string): string =>
  `(function(){var s=document.currentScript,f=document.createElement('iframe');f.src=new URL('/forms/${id}',s.src).href+(s.dataset.lang==='en'?'?lang=en':'');f.title=s.dataset.title||'form';f.style.cssText='width:100%;border:0;min-height:'+(/^\\d{2,4}$/.test(s.dataset.height||'')?s.dataset.height:'720')+'px';f.loading='lazy';s.parentNode.insertBefore(f,s)})()\n`
