import { useEffect, useState } from 'react'
import { knowDivisions, regions, type Regions } from './regions.ts'

/** The table of regions; undefined until it has come, which it does when it is first needed. */
export function useRegions(): Regions | undefined {
  const [known, setKnown] = useState(regions)
  useEffect(() => {
    if (known) return
    let isHere = true
    void import('./divisions.ts').then(({ divisions }) => {
      knowDivisions(divisions)
      if (isHere) setKnown(regions())
    })
    return () => {
      isHere = false
    }
  }, [known])
  return known
}
