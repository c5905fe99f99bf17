import { useEffect, useState } from 'react'

/** The present moment as an instant, to the minute: what is late, and the line of today, go on by themselves. */
export function useNow(): string {
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
