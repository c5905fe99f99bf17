import { AsyncLocalStorage } from 'node:async_hooks'

const purposes = new AsyncLocalStorage<string>()

/** Work on behalf of a route or a job, by its name: what it asks of the database is put down to it. */
export const onBehalfOf = <T>(purpose: string, work: () => T): T => purposes.run(purpose, work)

/** On whose behalf something is asked just now: "GET /api/v1/records/{record}", "job run-import"; empty where nobody has said. */
export const purposeNow = (): string => purposes.getStore() ?? ''
