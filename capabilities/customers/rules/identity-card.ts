/**
 * Number of a Chinese identity card, GB 11643-1999: six digits of the place, eight of the birthday, three in sequence, and a check
 * character: the sum of digits times 2^(17 - i) modulo 11, read from "10X98765432".
 */
export function isIdentityCard(number: string): boolean {
  if (!/^[1-9]\d{5}(?:19|20)\d{9}[\dX]$/.test(number)) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(number[i]) * (2 ** (17 - i) % 11)
  return '10X98765432'[sum % 11] === number[17]
}
