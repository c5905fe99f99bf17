/** Whether a normalised telephone number is one person's own: mobiles are, landlines and service numbers are shared. */
export const isMobile = (number: string): boolean =>
  /^\+861[3-9]\d{9}$/.test(number) || (!number.startsWith('+86') && number.startsWith('+'))
