import { words, type Words } from '#engine/text/words.ts'

/** What a web form may ask for beside the name. */
export const formFields = {
  mobile: words('电话', 'Telephone'),
  email: words('邮箱', 'E-mail'),
  wechat: words('微信', 'WeChat'),
  company: words('单位', 'Company'),
  region: words('所在城市', 'City'),
  interest: words('意向产品', 'Interested in'),
  message: words('留言', 'Message'),
}
export type FormField = keyof typeof formFields

export interface FormDefinition {
  title: Words
  intro: Words | null
  fields: readonly string[]
  needed: readonly string[]
  interests: readonly string[]
  consent: Words
  thanks: Words | null
}

/** The field that no human being sees: whoever fills it in is a program. */
export const trap = 'homepage'

/** What a form asks, in its order. */
export const askedOf = ({ fields, interests }: Pick<FormDefinition, 'fields' | 'interests'>): FormField[] =>
  (Object.keys(formFields) as FormField[]).filter((name) => fields.includes(name) && (name !== 'interest' || interests.length > 0))

/** Why a form cannot be so; null where it can. */
export function refuseForm({ fields }: Pick<FormDefinition, 'fields'>): Words | null {
  return fields.includes('mobile') || fields.includes('email')
    ? null
    : words('电话和邮箱至少问一个', 'Ask for telephone or e-mail at least')
}

const longest: Record<FormField, number> = { mobile: 30, email: 200, wechat: 60, company: 120, region: 100, interest: 40, message: 2000 }

/** What somebody sent, cleaned of whatever the form does not ask for; or what is missing. Formats are looked at where it is stored. */
export function readSent(
  form: FormDefinition,
  sent: Readonly<Record<string, unknown>>,
): { values: Partial<Record<FormField | 'name', string>> & { interests: string[] }; missing: (FormField | 'name' | 'consent')[] } {
  const clean = (name: string, most: number) => {
    const value = sent[name]
    return typeof value === 'string' ? value.trim().slice(0, most) : ''
  }
  const values: Partial<Record<FormField | 'name', string>> = {}
  const name = clean('name', 60)
  if (name) values.name = name
  const asked = askedOf(form)
  for (const field of asked) {
    const value = field === 'interest' ? '' : clean(field, longest[field])
    if (value) values[field] = value
  }
  const interests = asked.includes('interest') ? [sent.interest].flat().filter((one) => form.interests.includes(one as string)) : []
  const has = (field: FormField) => (field === 'interest' ? interests.length > 0 : values[field] !== undefined)
  const missing = [
    ...(values.name ? [] : (['name'] as const)),
    ...asked.filter((field) => form.needed.includes(field) && !has(field)),
    ...(has('mobile') || has('email') || has('wechat') ? [] : [asked.includes('mobile') ? ('mobile' as const) : ('email' as const)]),
    ...(sent.consent ? [] : (['consent'] as const)),
  ]
  return { values: { ...values, interests: interests as string[] }, missing: [...new Set(missing)] }
}
