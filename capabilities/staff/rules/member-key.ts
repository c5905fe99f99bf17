/** Somebody is a member of a queue once. */
export const memberKey = ({ queue, user }: { queue?: string | null; user?: string | null }): string | null =>
  queue && user ? `${queue}/${user}` : null
