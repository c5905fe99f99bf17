/** A place to go to: where it lies, if that is known, and its district. */
export interface Stop {
  id: string
  /** When one has said one would come: "09:30". */
  at: string
  latitude: number | null
  longitude: number | null
  /** The code of its region, the coarse part in front: "330106". */
  district: string | null
}

/** How far apart two places are, in kilometres along the surface. */
export function kilometres(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [lat, lon] = [rad(b.latitude - a.latitude), rad(b.longitude - a.longitude)]
  const h = Math.sin(lat / 2) ** 2 + Math.cos(rad(a.latitude)) * Math.cos(rad(b.latitude)) * Math.sin(lon / 2) ** 2
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(h)))
}

type Placed = Stop & { latitude: number; longitude: number }
const isPlaced = (stop: Stop): stop is Placed => stop.latitude !== null && stop.longitude !== null

/**
 * In which order one goes to the places of a day: from the first by time always on to the nearest. Where it is not known where a place lies, those
 * of one district follow one another, by time.
 */
export function routeOfDay(stops: readonly Stop[]): Stop[] {
  const byTime = (a: Stop, b: Stop) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? -1 : 1)
  const left = stops.toSorted(byTime)
  if (!stops.every(isPlaced)) {
    const districts = [...Map.groupBy(left, ({ district }) => district ?? '').values()]
    return districts.flat()
  }
  const way: Placed[] = left.splice(0, 1) as Placed[]
  while (left.length > 0) {
    const here = way.at(-1)!
    const next = (left as Placed[]).reduce(
      (best, stop, i) => (kilometres(here, stop) < kilometres(here, left[best] as Placed) ? i : best),
      0,
    )
    way.push(...(left.splice(next, 1) as Placed[]))
  }
  return way
}
