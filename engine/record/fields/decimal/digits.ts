/** A number in text form with a fixed number of places, rounded half away from zero; nothing is lost on the way, however long it is. */
function fixed(value: string, places: number): string {
  const found = /^(-?)(\d+)(?:\.(\d*))?$/.exec(value)
  if (!found) return value
  const [, sign = '', whole = '', fraction = ''] = found
  if (fraction.length <= places) return `${sign}${whole}${places > 0 ? `.${fraction.padEnd(places, '0')}` : ''}`
  const kept = BigInt(whole + fraction.slice(0, places)) + (fraction[places]! >= '5' ? 1n : 0n)
  const digits = String(kept).padStart(places + 1, '0')
  return `${sign}${digits.slice(0, digits.length - places)}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

/** "1234567.5" as "1,234,567.5"; with a number of places as "1,234,567.50". */
export const groupDigits = (value: string, places?: number): string => {
  const [whole = '', fraction] = (places === undefined ? value : fixed(value, places)).split('.')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '')
}
