import { words } from '#engine/text/words.ts'

/** The kinds of customer. */
export const customerKinds = {
  enterprise: { ...words('企业', 'Enterprise'), aliases: ['公司', 'company', 'corporate'] },
  group: { ...words('集团', 'Group'), aliases: ['集团公司', 'holding'] },
  person: { ...words('个人', 'Person'), aliases: ['自然人', 'individual'] },
  household: { ...words('家庭', 'Household'), aliases: ['住户', '户', 'family'] },
  government: { ...words('政府', 'Government'), aliases: ['机关', '事业单位', '政府机构'] },
} as const

export type CustomerKind = keyof typeof customerKinds

/** Whether such a customer is a human being, whose identities hang on a contact with the role "self". */
export const isHuman = (kind: CustomerKind): boolean => kind === 'person'
