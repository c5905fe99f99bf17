import { describe, expect, it } from 'vitest'
import { kilometres, routeOfDay } from './route-of-day.ts'

const stop = (id: string, at: string, latitude: number | null, longitude: number | null, district: string | null = null) => ({
  id,
  at,
  latitude,
  longitude,
  district,
})
const ids = (stops: { id: string }[]) => stops.map(({ id }) => id).join('')

describe('the route of a day', () => {
  it('goes from the first on to the nearest', () => {
    expect(ids(routeOfDay([stop('a', '09:00', 30.27, 120.15), stop('b', '10:00', 30.18, 120.2), stop('c', '11:00', 30.28, 120.16)]))).toBe(
      'acb',
    )
    expect(routeOfDay([])).toEqual([])
  })
  it('goes district by district where places are not known', () => {
    const stops = [
      stop('a', '09:00', null, null, '330106'),
      stop('b', '10:00', 30, 120, '330110'),
      stop('c', '11:00', null, null, '330106'),
      stop('d', '08:00', null, null),
    ]
    expect(ids(routeOfDay(stops))).toBe('dacb')
  })
  it('knows how far Shanghai is from Hangzhou', () => {
    expect(Math.round(kilometres({ latitude: 30.2741, longitude: 120.1551 }, { latitude: 31.2304, longitude: 121.4737 }))).toBe(165)
  })
})
