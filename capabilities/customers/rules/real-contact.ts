/** What is logged and is no contact with the customer: a note is one's own. */
export const remarkKinds = ['note']

/** Whether something logged is a contact with the customer. Clocks run from the last real contact. */
export const isRealContact = (kind: string): boolean => !remarkKinds.includes(kind)
