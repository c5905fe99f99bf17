import type { Logger } from 'pino'
import type pg from 'pg'
import type { Database } from '#engine/store/database.ts'

/** What the nodes tell each other through the database, heard over one connection per process that does nothing else. */
export type Channel = 'zhike_events' | 'zhike_access' | 'zhike_notices' | 'zhike_presence'

const channels: readonly Channel[] = ['zhike_events', 'zhike_access', 'zhike_notices', 'zhike_presence']

export interface Signals {
  on(channel: Channel, hear: (payload: string) => void): void
  /** Whether signals can be heard now; what is kept on their word counts only while this is true. */
  isListening(): boolean
  stop(): Promise<void>
}

/**
 * Listens, and listens again when the connection is lost.
 * @param direct address of the database itself, where the pool goes through a pooler over which nobody can be listened to. Without it
 * nothing is heard there: whoever waits looks for himself every second, and nothing is kept on the word of signals.
 */
export function openSignals(database: Database, log: Logger, direct?: string): Signals {
  const hearers = new Map<Channel, ((payload: string) => void)[]>()
  let client: pg.Client | undefined
  let isListening = false
  let stopped = false
  const tell = (channel: Channel, payload: string) => {
    for (const hear of hearers.get(channel) ?? []) hear(payload)
  }

  async function listen(): Promise<void> {
    while (!stopped) {
      try {
        client = await database.connect(direct)
        const closed = new Promise<void>((resolve) => {
          client!.on('error', () => resolve())
          client!.on('end', () => resolve())
        })
        client.on('notification', ({ channel, payload }) => tell(channel as Channel, payload ?? ''))
        await client.query(channels.map((channel) => `listen ${channel}`).join('; '))
        isListening = true
        // Whatever was said while nobody listened is lost: let everybody look for himself.
        for (const channel of channels) tell(channel, '')
        await closed
      } catch (error) {
        if (!stopped) log.warn({ err: error }, 'signals')
      }
      isListening = false
      if (stopped) return
      tell('zhike_access', '')
      await new Promise((resolve) => setTimeout(resolve, 1000).unref())
    }
  }
  const isDeaf = database.isPooled && !direct
  const soon = channels.filter((channel) => channel !== 'zhike_notices')
  const looking = isDeaf ? setInterval(() => soon.forEach((channel) => tell(channel, '')), 1000) : undefined
  // Whoever hears this without a name looks for his own notices, which every open page would do; so it is said less often.
  const glancing = isDeaf ? setInterval(() => tell('zhike_notices', ''), 15_000) : undefined
  looking?.unref()
  glancing?.unref()
  if (!isDeaf) void listen()

  return {
    on(channel, hear) {
      hearers.set(channel, [...(hearers.get(channel) ?? []), hear])
    },
    isListening: () => isListening,
    async stop() {
      stopped = true
      clearInterval(looking)
      clearInterval(glancing)
      isListening = false
      await client?.end().catch(() => {})
    },
  }
}
