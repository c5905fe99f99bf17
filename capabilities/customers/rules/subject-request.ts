/** Whoever asks about his data has an answer within so many working days, and its keepers are reminded before. */
export const dueWorkdays = 15
export const warnWorkdays = 10
