/** How much one token may ask, all nodes together. */
export const tokenLimits = { perMinute: 1200, atOnce: 20 } as const
