import { words } from '#engine/text/words.ts'

/** What a contact is to the customer; "self" is the person that a customer of kind person is. */
export const contactRoles = {
  self: words('本人', 'Self'),
  decides: { ...words('决策', 'Decides'), aliases: ['决策人'] },
  pays: { ...words('付款', 'Pays'), aliases: ['付款人'] },
  uses: { ...words('使用', 'Uses'), aliases: ['使用人'] },
  influences: { ...words('影响', 'Influences'), aliases: ['影响人'] },
} as const
