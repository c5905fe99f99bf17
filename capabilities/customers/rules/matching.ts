import { address } from '#engine/match/address.ts'
import { company } from '#engine/match/company.ts'
import { defineMatching } from '#engine/match/define-matching.ts'
import { birthday, label, place, size } from '#engine/match/facts.ts'
import { code, identityNumber, mail, telephone, website } from '#engine/match/numbers.ts'
import { person } from '#engine/match/person.ts'
import { words } from '#engine/text/words.ts'
import type { CustomerKind } from './customer-kinds.ts'
import { isIdentityCard } from './identity-card.ts'
import { isUscc } from './uscc.ts'

/** What of a customer, of its contact who is the customer himself, and of its further identities is compared. */
export interface CustomerToMatch {
  kind: CustomerKind
  name: string
  shortName?: string | null
  region?: string | null
  address?: string | null
  /** All telephone numbers and e-mail addresses of the customer itself: not those of a company's contacts, who may work for several. */
  phones?: readonly string[]
  emails?: readonly string[]
  website?: string | null
  /** The social credit code; of a person the number of his identity card. */
  identityNumbers?: readonly (string | null)[]
  externalCode?: string | null
  birthday?: string | null
  industry?: string | null
  employees?: number | null
}

const isOrganisation = ({ kind }: CustomerToMatch): boolean => kind === 'enterprise' || kind === 'group' || kind === 'government'

/**
 * How customers are compared. The weights are those of the kinds of comparison; the thresholds leave to a person whatever is not sure:
 * a score of 0.95 and nothing that forbids it is the same, one of 0.1 is worth a look.
 */
export const customerMatching = defineMatching({
  fields: {
    company: {
      words: words('名称', 'Name'),
      from: (customer: CustomerToMatch) => (isOrganisation(customer) ? [customer.name, customer.shortName] : []),
      by: company,
    },
    person: {
      words: words('姓名', 'Name'),
      from: (customer: CustomerToMatch) => (isOrganisation(customer) ? [] : [customer.name]),
      by: person,
    },
    kind: {
      words: words('类型', 'Kind'),
      from: (customer: CustomerToMatch) => [isOrganisation(customer) ? 'organisation' : 'human'],
      by: label(words('客户类型', 'kind of customer'), 0.99, 0.9, 'perhaps'),
    },
    identity: {
      words: words('证件号码', 'Identity number'),
      from: (customer) => customer.identityNumbers ?? [],
      by: identityNumber((number) => isUscc(number) || isIdentityCard(number)),
    },
    phone: { words: words('电话', 'Telephone'), from: (customer) => customer.phones ?? [], by: telephone },
    email: { words: words('邮箱', 'E-mail'), from: (customer) => customer.emails ?? [], by: mail },
    website: { words: words('网址', 'Website'), from: (customer) => [customer.website], by: website },
    code: { words: words('外部编号', 'External number'), from: (customer) => [customer.externalCode], by: code },
    birthday: { words: words('生日', 'Birthday'), from: (customer) => [customer.birthday], by: birthday },
    address: { words: words('地址', 'Address'), from: (customer) => [customer.address], by: address },
    place: { words: words('地区', 'Region'), from: (customer) => [customer.region], by: place },
    size: { words: words('员工数', 'Employees'), from: (customer) => [customer.employees?.toString()], by: size },
    industry: {
      words: words('行业', 'Industry'),
      from: (customer) => [customer.industry],
      by: label(words('行业', 'industry'), 0.6, 0.05),
    },
  },
  together: [
    ['company', 'place'],
    ['person', 'birthday'],
    ['person', 'place'],
    ['person', 'address'],
    ['company', 'address'],
  ],
  prior: -13,
  same: 0.95,
  perhaps: 0.1,
})

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)

/** What is compared, out of the form of a new customer; its first contact is the customer himself where that is a human being. */
export function customerInForm(values: Readonly<Record<string, unknown>>): CustomerToMatch {
  const kind = (textOf(values.kind) ?? 'enterprise') as CustomerKind
  const isSelf = !isOrganisation({ kind, name: '' })
  const all = (...names: string[]) => names.map((name) => textOf(values[name])).filter((value) => value !== null)
  return {
    kind,
    name: textOf(values.name) ?? '',
    shortName: textOf(values.shortName),
    region: textOf(values.region),
    address: textOf(values.address),
    phones: all('phone', ...(isSelf ? ['contactMobile'] : [])),
    emails: all('email', ...(isSelf ? ['contactEmail'] : [])),
    website: textOf(values.website),
    identityNumbers: [textOf(values.uscc)],
    externalCode: textOf(values.externalCode),
    industry: textOf(values.industry),
    employees: typeof values.employees === 'number' ? values.employees : null,
  }
}
