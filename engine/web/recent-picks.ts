const most = 6

const keyOf = (user: string, record: string) => `zhike.picked.${user}.${record}`

/** The ids of the records that somebody chose last in pickers of a type, newest first. Names are asked for anew: rights may have changed. */
export function recentPicks(user: string, record: string): string[] {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(user, record)) ?? '[]') as unknown
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : []
  } catch {
    return []
  }
}

export function rememberPick(user: string, record: string, id: string): void {
  try {
    const others = recentPicks(user, record).filter((other) => other !== id)
    localStorage.setItem(keyOf(user, record), JSON.stringify([id, ...others].slice(0, most)))
  } catch {
    // A browser that keeps nothing shows no recent ones.
  }
}
