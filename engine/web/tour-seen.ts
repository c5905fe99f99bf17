const keyOf = (userId: string) => `zhike.tour.${userId}`

/** Whether somebody has yet to be shown around. A browser in which the tour is off altogether shows it to nobody by itself. */
export const isTourDue = (userId: string): boolean =>
  localStorage.getItem(keyOf(userId)) === null && localStorage.getItem('zhike.tour') !== 'off'

export const keepTourSeen = (userId: string): void => localStorage.setItem(keyOf(userId), 'seen')
