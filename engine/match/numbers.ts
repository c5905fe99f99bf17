import { readPhone } from '#engine/record/fields/phone/number.ts'
import { bare, plain } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { finding, weigh, type Comparison, type Finding } from './evidence.ts'
import { edits } from './likeness.ts'

interface Phone {
  /** All digits as one dials them from anywhere, without an extension. */
  digits: string
  extension: string
  isMobile: boolean
}

const phoneFound = {
  mobile: finding(words('手机相同', 'Same mobile number'), weigh(0.6, 2e-6)),
  fixed: finding(words('电话相同', 'Same telephone number'), weigh(0.5, 6e-6)),
  switchboard: finding(words('总机相同，分机不同', 'Same switchboard, another extension'), weigh(0.2, 1e-4)),
  tail: finding(words('电话相同，只是区号不全', 'Same telephone number but for the area code'), weigh(0.1, 2e-4)),
  slip: finding(words('电话只差一位', 'The telephone numbers differ by one digit'), weigh(0.02, 4e-4)),
  different: finding(words('电话不同', 'Different telephone numbers'), weigh(0.35, 0.99)),
}

function comparePhones(a: Phone, b: Phone): Finding {
  if (a.digits === b.digits) {
    if (a.extension !== b.extension && a.extension !== '' && b.extension !== '') return phoneFound.switchboard
    return a.isMobile ? phoneFound.mobile : phoneFound.fixed
  }
  const [short, long] = a.digits.length <= b.digits.length ? [a.digits, b.digits] : [b.digits, a.digits]
  if (short.length >= 7 && short.length < long.length && long.endsWith(short)) return phoneFound.tail
  return short.length === long.length && edits(a.digits, b.digits, 1) === 1 ? phoneFound.slip : phoneFound.different
}

/** Telephone numbers. Those that cannot be read as a number of some country are compared by their digits. */
export const telephone: Comparison<Phone> = {
  read(typed) {
    const known = readPhone(typed)
    const [main = '', extension = ''] = known ? known.number.split(';ext=') : [typed]
    const digits = plain(main).replace(/\D/g, '')
    return digits.length < 7 ? [] : [{ digits, extension, isMobile: known?.kind === 'mobile' }]
  },
  keys: ({ digits }) => [`t:${digits}`, `t:${digits.slice(-8)}`],
  compare: comparePhones,
}

interface Account {
  local: string
  domain: string
}

/** Where anybody may have a mailbox or a page: the same domain says nothing there. */
const publicDomains =
  /^(?:(?:vip\.)?(?:qq|163|126|139|189|188|sina|sohu|yeah|foxmail|aliyun|tom|21cn|gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|aol|gmx|proton|protonmail|example)\.[a-z.]+|sina\.com\.cn|1688\.com|taobao\.com|tmall\.com|weibo\.com|alibaba\.com|facebook\.com|linkedin\.com)$/

const mailFound = {
  same: finding(words('邮箱相同', 'Same e-mail address'), weigh(0.6, 2e-6)),
  domain: finding(words('邮箱域名相同', 'Same e-mail domain'), weigh(0.4, 8e-3)),
  slip: finding(words('邮箱只差一个字符', 'The e-mail addresses differ by one character'), weigh(0.03, 1e-4)),
  different: finding(words('邮箱不同', 'Different e-mail addresses'), weigh(0.5, 0.98)),
}

/** E-mail addresses. */
export const mail: Comparison<Account> = {
  read(typed) {
    const [, local, domain] = /^([^@\s]+)@([^@\s]+\.[^@\s]+)$/.exec(plain(typed).toLowerCase()) ?? []
    return local && domain ? [{ local, domain }] : []
  },
  keys: ({ local, domain }) => [`e:${local}@${domain}`, ...(publicDomains.test(domain) ? [] : [`d:${domain}`])],
  compare(a, b) {
    if (a.domain === b.domain && a.local === b.local) return mailFound.same
    if (a.domain === b.domain && !publicDomains.test(a.domain)) return mailFound.domain
    return a.domain === b.domain && a.local.length > 5 && edits(a.local, b.local, 1) === 1 ? mailFound.slip : mailFound.different
  },
}

const siteFound = {
  same: finding(words('网址相同', 'Same website'), weigh(0.7, 1e-5)),
  different: finding(words('网址不同', 'Different websites'), weigh(0.25, 0.99)),
}

/** Websites, by their domain. */
export const website: Comparison<string> = {
  read(typed) {
    const host = /^(?:[a-z]+:\/\/)?(?:www\.)?([^/\s:?#]+\.[^/\s:?#]+)/.exec(plain(typed).toLowerCase())?.[1]
    return host === undefined || publicDomains.test(host.replace(/^.*\.(?=[^.]+\.(?:com\.cn|[^.]+)$)/, '')) ? [] : [host]
  },
  keys: (host) => [`d:${host}`],
  compare: (a, b) => (a === b ? siteFound.same : siteFound.different),
}

const folded = (typed: string): string => bare(typed).toUpperCase()

const identityFound = {
  same: finding(words('证件号码相同', 'Same identity number'), weigh(0.9, 1e-7)),
  slip: finding(words('证件号码只差一位', 'The identity numbers differ by one sign'), weigh(0.05, 2e-5)),
  different: finding(words('证件号码不同', 'Different identity numbers'), weigh(0.03, 0.999)),
  conflict: finding(words('证件号码冲突', 'Conflicting identity numbers'), weigh(1e-4, 1), { atMost: 'perhaps' }),
}

/**
 * Numbers that an authority has given to one alone. Where both bear a check character that fits, no slip of a key explains the difference:
 * they are two.
 */
export const identityNumber = (isChecked: (number: string) => boolean): Comparison<string> => ({
  read: (typed) => [folded(typed)].filter((number) => number.length > 3),
  keys: (number) => [`i:${number}`],
  compare(a, b) {
    if (a === b) return identityFound.same
    if (isChecked(a) && isChecked(b)) return identityFound.conflict
    return edits(a, b, 1) === 1 ? identityFound.slip : identityFound.different
  },
})

const codeFound = {
  same: finding(words('编号相同', 'Same number'), weigh(0.6, 2e-5)),
  different: finding(words('编号不同', 'Different numbers'), weigh(0.5, 0.999)),
}

/** Numbers in other systems: equal ones say much; different ones little, as a customer has one in each. */
export const code: Comparison<string> = {
  read: (typed) => [folded(typed)].filter((number) => number.length > 2),
  keys: (number) => [`o:${number}`],
  compare: (a, b) => (a === b ? codeFound.same : codeFound.different),
}
