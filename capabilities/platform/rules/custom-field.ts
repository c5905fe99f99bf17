/** One custom field of one record type: unique among the live ones. */
export const customFieldKey = ({ record, name }: { record: string; name: string }): string => `${record}.${name}`
