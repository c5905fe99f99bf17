/**
 * Number of an identity card of the People's Republic, GB 11643-1999: 6 digits of the region, 8 of the birthday, 3 in a row (odd for men),
 * and a check character by ISO 7064 MOD 11-2: weights 2^(18-i) modulo 11, characters "10X98765432".
 */
const shape = /^\d{17}[\dX]$/
const checks = '10X98765432'

/** Whether the birthday exists and the check character fits. Expects upper case without spaces. */
export function isIdNumber(text: string): boolean {
  if (!shape.test(text) || !birthdayOf(text)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(text[i]) * (2 ** (17 - i) % 11)
  return checks[sum % 11] === text[17]
}

/** The birthday that such a number tells, as "1990-03-07"; undefined where there is no such day. */
export function birthdayOf(text: string): string | undefined {
  const [, year, month, date] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(text) ?? []
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)))
  const isReal =
    year !== undefined && Number(year) >= 1850 && moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(date)
  return isReal ? `${year}-${month}-${date}` : undefined
}
