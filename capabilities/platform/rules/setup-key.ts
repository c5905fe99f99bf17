/** What an administrator sets up for one field of one record type exists once. */
export const setupKey = ({ record, name, field }: { record: string; name?: string; field?: string }): string =>
  `${record}.${name ?? field ?? ''}`

/** A layout exists once for a record type, a role and a sort of records. */
export const layoutKey = ({ record, role, choice }: { record: string; role: string | null; choice: string | null }): string =>
  [record, role ?? '', choice ?? ''].join('|')
