/** The states in which somebody still has something to do with a lead. */
export const openStates = ['new', 'allocated', 'contacted', 'nurtured'] as const

export const isOpenLead = ({ state }: { state: string }): boolean => (openStates as readonly string[]).includes(state)

/**
 * By what an open lead is known as the same when it comes in again: the mobile number, without one the e-mail address or the WeChat account.
 * Who has finished with us may come again as a new lead.
 */
export const openKey = ({
  state,
  mobile,
  email,
  wechat,
}: {
  state?: string | null
  mobile?: string | null
  email?: string | null
  wechat?: string | null
}): string | null => (isOpenLead({ state: state ?? 'new' }) ? (mobile ?? email?.toLowerCase() ?? wechat ?? null) : null)
