/** Whether something logged is a contact with the customer: a note is one's own. Clocks run from the last real contact. */
export const isRealContact = (kind: string): boolean => kind !== 'note'
