/** What a plan says of time and keeping. */
export interface PlanOfBackups {
  isOn: boolean
  /** "02:30", as the company's clock shows it. */
  startsAt: string
  keepDaily: number
  keepWeekly: number
  keepMonthly: number
}

/** What holds as long as nobody has said anything. */
export const usualPlan: PlanOfBackups = { isOn: true, startsAt: '02:30', keepDaily: 7, keepWeekly: 4, keepMonthly: 3 }

/** There is one plan. */
export const planKey = (): string => 'plan'

/**
 * Whether the backup of this day is due at this time of the day. A night that was slept through is made up for until midnight; only what was
 * never backed up waits for its first night, so that a product just begun is left in peace.
 */
export const isDue = ({ isOn, startsAt }: PlanOfBackups, clock: string, isFirst: boolean): boolean =>
  isOn && clock >= startsAt && (!isFirst || Number(clock.slice(0, 2)) - Number(startsAt.slice(0, 2)) <= 1)
