import { z } from 'zod'
import { compareText, type Field, type FieldKind, type FieldOptions } from '#engine/record/field.ts'
import { notChoice } from '#engine/record/fault.ts'
import { readChoice, type Choice } from '#engine/record/fields/choice/index.ts'
import { say, words } from '#engine/text/words.ts'

export interface Lifecycle<State extends string = string> {
  states: Record<State, Choice>
  /** Where every record begins. */
  initial: State
  /** Which state may follow which. A state without followers is an end. */
  moves: { [From in State]?: readonly State[] }
}

/** Declares a lifecycle: states, the first one, and the moves between them. Checked at boot for states nobody can reach. */
export const defineLifecycle = <State extends string>(life: Lifecycle<State>): Lifecycle<State> => life

export type LifecycleOptions = FieldOptions & { zh: string; en: string }

/** The state of a record. Only actions move it, along the declared moves. */
export const lifecycle = <State extends string, const O extends LifecycleOptions>(
  life: Lifecycle<State>,
  options: O,
): Field<State, true, O & { life: Lifecycle<State> }> => ({
  kind: 'lifecycle',
  options: { ...options, life },
})

export const lifecycleKind: FieldKind<LifecycleOptions & { life: Lifecycle }> = {
  name: 'lifecycle',
  words: words('状态', 'State'),
  schema: (options) => z.enum(Object.keys(options.life.states) as [string, ...string[]]),
  fault: () => notChoice,
  operators: ['eq', 'ne', 'in', 'notIn'],
  read: (raw, options) => ({ value: readChoice(raw, options.life.states) }),
  show: (value: string, options, locale) => say(options.life.states[value], locale) || value,
  compare: compareText as FieldKind['compare'],
  check: ({ life }) => {
    const reached = new Set([life.initial])
    for (const state of reached) for (const next of life.moves[state] ?? []) reached.add(next)
    const lost = Object.keys(life.states).filter((state) => !reached.has(state))
    if (lost.length > 0) return `nobody can reach the state ${lost.join(', ')}`
    const unknown = [...reached].filter((state) => !(state in life.states))
    return unknown.length > 0 ? `the state ${unknown.join(', ')} is not declared` : undefined
  },
}
