import { words } from '#engine/text/words.ts'

/** The four kinds of customer. */
export const customerKinds = {
  enterprise: { ...words('企业', 'Enterprise'), aliases: ['公司', '集团', 'company', 'corporate', 'group'] },
  person: { ...words('个人', 'Person'), aliases: ['自然人', 'individual'] },
  household: { ...words('家庭', 'Household'), aliases: ['住户', '户', 'family'] },
  government: { ...words('政府', 'Government'), aliases: ['机关', '事业单位', '政府机构'] },
} as const

export type CustomerKind = keyof typeof customerKinds

/** Whether such a customer is a human being, whose identities hang on a contact with the role "self". */
export const isHuman = (kind: CustomerKind): boolean => kind === 'person'
