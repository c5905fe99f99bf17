/** A name for a new field, from its English label run together; told apart by a number where it is taken. */
export function fieldName(label: { zh?: string | null; en?: string | null } | null | undefined, taken: readonly string[]): string {
  const parts = (label?.en ?? '').match(/[A-Za-z0-9]+/g) ?? []
  const camel = parts.map((part, i) => (i === 0 ? part.toLowerCase() : part[0]!.toUpperCase() + part.slice(1))).join('')
  const base = /^[a-z][a-zA-Z0-9]+$/.test(camel) ? camel.slice(0, 36) : 'field'
  for (let n = 1; ; n++) {
    const name = n === 1 && base !== 'field' ? base : `${base}${n}`
    if (!taken.includes(name)) return name
  }
}
