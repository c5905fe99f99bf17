/** How many minutes a series is locked after each try too many: longer each time, and never for good, so that nobody is shut out by a stranger. */
export const lockMinutes: readonly number[] = [1, 2, 4, 8, 15, 30, 60]
