import { pino, type DestinationStream, type Logger } from 'pino'
import { framesOf, scrub } from './scrub.ts'

interface Told extends Error {
  code?: string
  /** Set by the database: which table and constraint it was. */
  table?: string
  constraint?: string
}

const errorOf = (error: unknown) => {
  if (!(error instanceof Error)) return { message: scrub(String(error)) }
  const { name, code, message, stack, table, constraint, cause } = error as Told
  return {
    name,
    code,
    message: scrub(message),
    table,
    constraint,
    at: framesOf(stack),
    ...(cause ? { cause: scrub(cause instanceof Error ? cause.message : String(cause)) } : {}),
  }
}

/** Nothing of a request or an answer is ever written as it is: what goes through them is people's. */
const withheld = () => undefined

/** Logs go to standard error as lines of JSON: what happened, where, how long it took. People's data stays out of them. */
export const openLog = (
  level: string = process.env.LOG_LEVEL || 'warn',
  to: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: errorOf, error: errorOf, req: withheld, request: withheld, res: withheld, body: withheld, headers: withheld },
    },
    to,
  )
