import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isProviderFault, providerFaults } from '#engine/sign-in/provider-faults.ts'
import type { NextStep } from '#engine/sign-in/sign-in.ts'
import { api } from '../api.ts'
import { useLanguage } from '../language.tsx'

/** What is still to come of a sign-in, and by what one may go on. */
export interface Step {
  next: NextStep
  ways?: ('code' | 'passkey')[]
}

export interface WayIn {
  recovery: 'mail' | 'administrator'
  /** The address at which passkeys work. */
  passkeysAt: string | null
  providers: { id: string; name: string }[]
  step?: Step
}

/** How one comes in here. */
export const useWayIn = () => useQuery({ queryKey: ['way-in'], queryFn: () => api.get<WayIn>('/sign-in'), staleTime: Infinity })

/** Whether passkeys work on this page, and in this browser. */
export const passkeysWork = (way: WayIn | undefined): boolean =>
  way?.passkeysAt === location.origin && typeof window.PublicKeyCredential === 'function'

/** What a provider, sending the browser back, has left to say: why nobody came in, or that a step is still to come. Told once. */
export function useReturned(): { fault: string | null; hasStep: boolean } {
  const { say } = useLanguage()
  const [said] = useState(() => {
    const code = /^#sign-in=([\w-]+)$/.exec(location.hash)?.[1] ?? ''
    if (code) history.replaceState(history.state, '', location.pathname + location.search)
    return code
  })
  return { fault: isProviderFault(said) ? say(providerFaults[said]) : null, hasStep: said === 'next' }
}

/** Goes to a provider; it sends the browser back to this page. */
export async function goToProvider(path: string): Promise<void> {
  const { address } = await api.post<{ address: string }>(path, { back: location.pathname + location.search })
  location.assign(address)
  // The page is leaving: nothing of it may be done meanwhile.
  return new Promise(() => {})
}
