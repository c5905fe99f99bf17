import { z } from 'zod'
import type { Shape } from '#engine/record/house.ts'

/**
 * What a token may be used for: "read" and "write" for everything its user may do, "read:customer" and "write:customers" for one record type or
 * for all of a capability. To write is also to read. A token without scopes may do all that its user may; "metrics" is for the figures of a
 * node and for nothing else.
 */
export const scopesSchema = z
  .array(z.string().regex(/^(metrics|(read|write)(:[a-z][a-zA-Z]{1,40})?)$/))
  .min(1)
  .max(60)

export const isLimited = (scopes: readonly string[]): boolean => !scopes.includes('read') && !scopes.includes('write')

export const mayWriteAny = (scopes: readonly string[]): boolean => scopes.some((scope) => scope.startsWith('write'))

/** Whether scopes reach a record type; all of them where there are none. */
export function reaches(scopes: readonly string[] | undefined, shape: Pick<Shape, 'name' | 'capability'>, what: 'read' | 'write'): boolean {
  if (!scopes) return true
  const verbs = what === 'read' ? ['read', 'write'] : ['write']
  return verbs.some(
    (verb) => scopes.includes(verb) || scopes.includes(`${verb}:${shape.name}`) || scopes.includes(`${verb}:${shape.capability}`),
  )
}

/** Whether scopes reach the figures of a node: named, or everything that may be read. */
export const mayReadMetrics = (scopes: readonly string[] | undefined): boolean =>
  !scopes || ['metrics', 'read', 'write'].some((scope) => scopes.includes(scope))

/** Whether scopes reach an action that is done to no record, by its capability. */
export const reachesAction = (scopes: readonly string[] | undefined, action: string): boolean =>
  !scopes || scopes.includes('write') || scopes.includes(`write:${action.slice(0, action.indexOf('.'))}`)
