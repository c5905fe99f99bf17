const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether something is the id of a record: a UUID in lower case. */
export const isId = (value: unknown): value is string => typeof value === 'string' && shape.test(value)
