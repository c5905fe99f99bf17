/** What a collection standard asks, of whom, and from which stage on. Null stands for any. */
export interface Standard {
  id: string
  name: string
  kind: string | null
  tier: string | null
  stage: string
  /** Names of fields. */
  requires: readonly string[]
  /** The file is confirmed at least once in so many days. */
  everyDays: number | null
  /** The user who looks after it; the customer's owner where nobody is named. */
  keeper: string | null
}

/** Where a customer stands. */
export interface Place {
  kind: string
  tier: string | null
  stage: string
}

/** What all standards that hold for a customer ask together. */
export interface Demand {
  /** The names of these standards. */
  names: readonly string[]
  requires: readonly string[]
  everyDays: number | null
  keeper: string | null
}

/** Declared fields that a standard may require, beside those that administrators add. What a customer cannot be without is not among them. */
export const collectable = [
  'shortName',
  'tier',
  'source',
  'industry',
  'region',
  'address',
  'phone',
  'email',
  'website',
  'uscc',
  'founded',
  'employees',
  'revenue',
  'parent',
  'primaryContact',
  'owner',
  'department',
  'tags',
  'note',
] as const

/** Facts that no human being has: a standard for all kinds does not ask them of a family. */
const ofOrganisations: readonly string[] = ['industry', 'website', 'uscc', 'founded', 'employees', 'revenue', 'parent']

/** A person or a family: no organisation. */
export const isPrivate = (kind: string): boolean => kind === 'person' || kind === 'household'

/** Whether a field has anything to do with a kind of customer. */
export const concerns = (field: string, kind: string): boolean => !isPrivate(kind) || !ofOrganisations.includes(field)

/** Of whoever is a customer no more nothing is collected. */
export const hasEnded = (stage: string): boolean => stage === 'ended'

/**
 * What the standards ask of a customer who stands there. All that hold add up; where several say how often a file is confirmed, the shortest
 * time holds, with its keeper.
 * @param stages the stages in their order
 */
export function demandOn(standards: readonly Standard[], { kind, tier, stage }: Place, stages: readonly string[]): Demand {
  const place = stages.indexOf(stage)
  const holding = hasEnded(stage)
    ? []
    : standards.filter(
        (standard) =>
          (standard.kind === null || standard.kind === kind) &&
          (standard.tier === null || standard.tier === tier) &&
          stages.indexOf(standard.stage) <= place,
      )
  const [first] = holding
    .filter(({ everyDays }) => everyDays !== null)
    .sort((a, b) => a.everyDays! - b.everyDays! || (a.id < b.id ? -1 : 1))
  return {
    names: holding.map(({ name }) => name),
    requires: [...new Set(holding.flatMap(({ requires }) => requires))].filter((field) => concerns(field, kind)),
    everyDays: first?.everyDays ?? null,
    keeper: first?.keeper ?? null,
  }
}

/** Whether a customer comes to where other standards may hold: it is new, or its kind, tier or stage has changed. */
export const enters = (before: Place | null, after: Place): boolean =>
  before === null || before.kind !== after.kind || before.tier !== after.tier || before.stage !== after.stage

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

/** Those of these fields that are empty. */
export const missingOf = (fields: readonly string[], values: Readonly<Record<string, unknown>>): string[] =>
  fields.filter((field) => isNothing(values[field]))
