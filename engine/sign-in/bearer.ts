import type { Simulation } from './simulations.ts'

/** Whoever holds a secret that opens the door. */
export interface Bearer {
  userId: string
  kind: 'user' | 'token'
  /** The state of rights when he was looked up. */
  epoch: number
  /** What a token may be used for; everything where absent. */
  scopes?: readonly string[]
  /** A token that had not been used before. */
  first?: { id: string; name: string }
  session?: { id: string; /** Has shown who he is within the last minutes. */ isConfirmed: boolean }
  /** His session reads as somebody else, and writes nothing. */
  simulation?: Simulation
  /** Of a token. */
  tokenId?: string
}
