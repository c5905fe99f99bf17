import { Alert } from 'antd'
import { useState, type FormEvent, type ReactNode } from 'react'
import { CalledOff } from './passkey.ts'

export interface Trying {
  fault: ReactNode
  isBusy: boolean
  say(fault: string): void
  attempt(work: () => Promise<void>): (event?: FormEvent) => void
}

/** A form of the way in: does what it says, and tells why it did not. */
export function useTrying(first: string | null = null): Trying {
  const [fault, setFault] = useState<string | null>(first)
  const [isBusy, setBusy] = useState(false)
  const attempt = (work: () => Promise<void>) => (event?: FormEvent) => {
    event?.preventDefault()
    setBusy(true)
    setFault(null)
    work()
      .catch((error: Error) => (error instanceof CalledOff ? undefined : setFault(error.message)))
      .finally(() => setBusy(false))
  }
  return { fault: fault ? <Alert type="error" showIcon title={fault} role="alert" /> : null, isBusy, say: setFault, attempt }
}
