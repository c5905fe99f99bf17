import { hasRight, hasRole, type Actor } from '#engine/access/actor.ts'
import type { Words } from '#engine/text/words.ts'
import type { House, Shape } from './house.ts'

export interface MenuDescription {
  menu: { path: string; words: Words; icon: string; record?: string; section?: string }[]
  /** The parts of the menu in their order. */
  menuSections: { name: string; words: Words }[]
}

/** The menu as one actor has it: what he may see, or what his role is for. */
export function describeMenu(house: House, actor: Actor, shapes: readonly Shape[]): MenuDescription {
  const visible = new Set(shapes.map((shape) => shape.name))
  const isHis = (entry: { record?: string; about?: string; roles?: readonly string[]; right?: Parameters<typeof hasRight>[1] }) =>
    [entry.record, entry.about].every((name) => name === undefined || visible.has(name)) &&
    (!entry.roles || hasRole(actor, ...entry.roles)) &&
    (!entry.right || shapes.some((shape) => hasRight(actor, entry.right!, shape)))
  return {
    menu: house.capabilities
      .flatMap((capability) => capability.menu ?? [])
      .filter(isHis)
      .sort((a, b) => a.order - b.order)
      .map(({ path, words, icon, record, section }) => ({
        path,
        words,
        icon,
        ...(record ? { record } : {}),
        ...(section ? { section } : {}),
      })),
    menuSections: house.capabilities
      .flatMap((capability) => capability.menuSections ?? [])
      .sort((a, b) => a.order - b.order)
      .map(({ name, words }) => ({ name, words })),
  }
}
