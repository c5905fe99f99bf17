/**
 * Unified social credit code of organisations, GB 32100-2015: 18 characters out of 31 (no I, O, S, V, Z), the last one a check character:
 * 31 minus the sum of values times 3^i modulo 31.
 */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export const usccShape: RegExp = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/** Whether the check character fits. Expects upper case without spaces. */
export function isUscc(code: string): boolean {
  if (!usccShape.test(code)) return false
  let sum = 0
  for (let i = 0, weight = 1; i < 17; i++, weight = (weight * 3) % 31) sum += alphabet.indexOf(code[i]!) * weight
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}
