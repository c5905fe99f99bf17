import { linkTarget, type House, type Shape } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import { readLinking, readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { principalsOf, type Actor } from './actor.ts'
import type { Collaboration, Facts } from './condition-js.ts'
import { linkBy } from './linked.ts'

/**
 * Puts into rows what the checks of their rights read: collaborators of the root, values behind links. One query per kind of fact,
 * whatever the number of rows; none where the rights do not ask for any. The rows themselves become the facts.
 */
export async function loadFacts(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  rows: readonly StoredRow[],
  paths: readonly string[],
): Promise<Facts[]> {
  if (rows.length === 0) return []
  const asked = paths.filter((path) => !(path in rows[0]!))
  if (asked.length === 0) return rows as unknown as Facts[]
  const facts = rows as unknown as Record<string, unknown>[]

  if (asked.includes('collaborators')) {
    const found = await queries.rows<{ record_id: string; principal_id: string; level: Collaboration['level']; until: string | null }>(
      sql`select record_id, principal_id, level, until from collaborator where record_id = any(${rows.map((row) => row.rootId)}::uuid[]) and principal_id = any(${principalsOf(actor)}::uuid[])`,
      'prepare',
    )
    const byRoot = Map.groupBy(found, (entry) => entry.record_id)
    for (const fact of facts)
      fact.collaborators = (byRoot.get(fact.rootId as string) ?? []).map((entry): Collaboration => ({
        principal: entry.principal_id,
        level: entry.level,
        until: entry.until,
      }))
  }

  const linked = Map.groupBy(
    asked.filter((path) => path.startsWith('<')),
    (path) => path.slice(1, path.indexOf('>')),
  )
  for (const [link, group] of linked) {
    const { shape: other, field } = linkBy(house, shape, link)!
    const rest = group.map((path) => path.slice(link.length + 2)).filter((path) => path !== '')
    const found = await readLinking(
      queries,
      other,
      field,
      facts.map((fact) => fact.id as string),
    )
    const inner = Map.groupBy(await loadFacts(queries, house, actor, other, found, rest), (fact) => fact[field.name] as string)
    for (const fact of facts) fact[`<${link}>`] = inner.get(fact.id as string) ?? []
  }

  // "a.b" and "a." lie behind the link "a"; "^b" lies on the root.
  const behind = Map.groupBy(
    asked.filter((path) => path !== 'collaborators' && !path.startsWith('<')),
    (path) => (path.startsWith('^') ? '^' : path.slice(0, path.indexOf('.'))),
  )
  for (const [link, group] of behind) {
    const target = house.shapes.get(link === '^' ? shape.root.name : linkTarget(shape.fields.get(link)!.field))!
    const idOf = (fact: Record<string, unknown>) => (link === '^' ? fact.rootId : fact[link]) as string | null
    const rest = group.map((path) => (link === '^' ? rootKey(target, path.slice(1)) : path.slice(link.length + 1)))
    if (link === '^' && shape.chain.length === 0) {
      for (const fact of facts) group.forEach((path, i) => (fact[path] = fact[rest[i]!] ?? null))
      continue
    }
    const ids = [...new Set(facts.map(idOf).filter((id) => id !== null))]
    const found = await readRows(queries, target, ids)
    const inner = await loadFacts(
      queries,
      house,
      actor,
      target,
      found,
      rest.filter((path) => path.includes('.') || path.startsWith('^') || path.startsWith('<') || path === 'collaborators'),
    )
    const byId = new Map(inner.map((fact) => [fact.id as string, fact]))
    for (const fact of facts) {
      const other = byId.get(idOf(fact) ?? '')
      group.forEach((path, i) => (fact[path] = rest[i] === '' ? (other ?? null) : (other?.[rest[i]!] ?? null)))
    }
  }
  return facts as unknown as Facts[]
}

/** "^owner" and "^department" mean the fields by which the root's scopes go, whatever they are called there. */
const rootKey = (root: Shape, key: string): string => (key === 'owner' || key === 'department' ? (root.record.access?.[key] ?? key) : key)
