/** A piece of SQL with its parameters. Values never become text: only `sql.id` and `sql.raw` write into the statement. */
export class Sql {
  readonly parts: readonly string[]
  readonly values: readonly unknown[]

  constructor(parts: readonly string[], values: readonly unknown[]) {
    this.parts = parts
    this.values = values
  }

  /** The statement for the driver: `{ text: '… $1 …', values: […] }`. */
  render(): { text: string; values: unknown[] } {
    let text = this.parts[0]!
    for (let i = 1; i < this.parts.length; i++) text += `$${i}${this.parts[i]}`
    return { text, values: [...this.values] }
  }
}

/** Tagged template: `` sql`select * from ${sql.id('customer')} where id = ${id}` ``. Pieces of SQL nest. */
export function sql(strings: TemplateStringsArray, ...inserts: unknown[]): Sql {
  const parts: string[] = [strings[0]!]
  const values: unknown[] = []
  inserts.forEach((insert, i) => {
    const after = strings[i + 1]!
    if (insert instanceof Sql) {
      parts[parts.length - 1] += insert.parts[0]!
      for (let k = 0; k < insert.values.length; k++) {
        values.push(insert.values[k])
        parts.push(insert.parts[k + 1]!)
      }
      parts[parts.length - 1] += after
    } else {
      values.push(insert)
      parts.push(after)
    }
  })
  return new Sql(parts, values)
}

/** A quoted identifier, qualified where several names are given: `sql.id('c', 'owner_id')` is "c"."owner_id". */
sql.id = (...names: string[]): Sql => new Sql([names.map((name) => `"${name.replaceAll('"', '""')}"`).join('.')], [])

/** Text that goes into the statement as it is. Only for constants of our own code, never for input. */
sql.raw = (text: string): Sql => new Sql([text], [])

sql.empty = new Sql([''], [])

sql.join = (pieces: readonly Sql[], separator = ', '): Sql => {
  if (pieces.length === 0) return sql.empty
  const parts: string[] = [pieces[0]!.parts[0]!]
  const values: unknown[] = []
  pieces.forEach((piece, i) => {
    if (i > 0) parts[parts.length - 1] += separator + piece.parts[0]!
    for (let k = 0; k < piece.values.length; k++) {
      values.push(piece.values[k])
      parts.push(piece.parts[k + 1]!)
    }
  })
  return new Sql(parts, values)
}

sql.and = (pieces: readonly Sql[]): Sql =>
  pieces.length === 0 ? sql.raw('true') : pieces.length === 1 ? pieces[0]! : sql`(${sql.join(pieces, ' and ')})`

sql.or = (pieces: readonly Sql[]): Sql =>
  pieces.length === 0 ? sql.raw('false') : pieces.length === 1 ? pieces[0]! : sql`(${sql.join(pieces, ' or ')})`
