import { createContext, useContext } from 'react'

/** Inside something that is itself opened by a tap, values are shown without links of their own: no thumb could tell them apart. */
export const PlainContext = createContext(false)

export const useIsPlain = (): boolean => useContext(PlainContext)
