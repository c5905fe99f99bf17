/** What is logged and is no follow-up of a file: a bare note. */
export const remarkKinds = ['note']
