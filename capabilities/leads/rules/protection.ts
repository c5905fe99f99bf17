/** Telephone numbers as partners name them: eleven digits, the four in the middle open or hidden. */
const masked = /^(1[3-9]\d)([\d*]{4})(\d{4})$/

/** Whether a number may be registered: whole, or with stars in its middle. */
export const isMasked = (phone: string): boolean => masked.test(phone) && (!phone.includes('*') || phone.slice(3, 7) === '****')

/** What is compared of a number: its beginning and its end. */
export function endsOf(phone: string): { head: string; tail: string; isWhole: boolean } {
  const [, head = '', middle = '', tail = ''] = masked.exec(phone) ?? []
  return { head, tail, isWhole: !middle.includes('*') }
}
