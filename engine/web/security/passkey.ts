import { api } from '../api.ts'
import { currentLocale } from '../language.tsx'

const library = () => import('@simplewebauthn/browser')

/** Said where somebody closes what his browser or device asks of him: nothing more is to be told of it. */
export class CalledOff extends Error {}

/** What a browser or device says, in words for people: its own are for those who write pages. */
function told(error: unknown): Error {
  const { name, code } = error as { name?: string; code?: string }
  if (name === 'NotAllowedError' || name === 'AbortError' || code === 'ERROR_CEREMONY_ABORTED') return new CalledOff()
  const isZh = currentLocale() === 'zh'
  if (name === 'InvalidStateError') return new Error(isZh ? '这台设备上已有您的通行密钥。' : 'This device has a passkey of yours already.')
  return new Error(isZh ? '浏览器或设备没有完成，请换一种方式。' : 'The browser or device could not do it; try another way.')
}

/** Has the device make a passkey, and the server keep it. @param path under which both are asked */
export async function makePasskey(path: string, name: string): Promise<string[]> {
  const optionsJSON = await api.post<never>(`${path}/begin`)
  const { startRegistration } = await library()
  const response = await startRegistration({ optionsJSON }).catch((error: unknown) => Promise.reject(told(error)))
  return (await api.post<{ codes: string[] }>(path, { name, response })).codes
}

/** Has the device sign with a passkey. @param fills offered among what the browser fills in, instead of asked for at once */
export async function signWithPasskey(path: string, fills = false): Promise<void> {
  const optionsJSON = await api.post<never>(`${path}/begin`)
  const { startAuthentication } = await library()
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: fills }).catch((error: unknown) =>
    Promise.reject(told(error)),
  )
  await api.post(path, { response })
}

/** What was asked lasts five minutes: it is asked anew before. */
const renewAfter = 240_000

/**
 * Offers passkeys among what the browser fills into the field of the e-mail, as long as the page stands there.
 * @returns what ends it
 */
export function offerPasskeys(onDone: () => void, onFault: (error: Error) => void): () => void {
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = async () => {
    clearTimeout(timer)
    const { WebAuthnAbortService } = await library()
    WebAuthnAbortService.cancelCeremony()
  }
  const offer = async () => {
    const { browserSupportsWebAuthnAutofill } = await library()
    if (isOver || !(await browserSupportsWebAuthnAutofill()) || isOver) return
    timer = setTimeout(() => void end().then(offer), renewAfter)
    await signWithPasskey('/sign-in/passkey', true).then(onDone, (error: Error) =>
      error instanceof CalledOff || isOver ? undefined : onFault(error),
    )
  }
  void offer()
  return () => {
    isOver = true
    void end()
  }
}
