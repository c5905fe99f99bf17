import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { yearsToKnow } from '#engine/time/public-holidays.ts'
import { api } from '#engine/web/api.ts'
import { useRecordDescription } from '#engine/web/description.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { TodayProps } from '#engine/web/screens.ts'
import { TodayCard } from '#engine/web/TodayCard.tsx'

/** Tells whoever can bring them in that the public holidays of a year are not there. */
export function UnknownHolidays({ today }: TodayProps) {
  const { t } = useLanguage()
  const mayImport = Boolean(useRecordDescription('specialDay')?.create)
  const { data = [] } = useQuery({
    queryKey: ['calendar', 'unknown', today],
    queryFn: async ({ signal }) => {
      const answers = await Promise.all(
        yearsToKnow(today).map((year) =>
          api.get<{ unknownYears: number[] }>('/calendar', { query: { from: `${year}-01-01`, to: `${year}-01-01`, records: '' }, signal }),
        ),
      )
      return answers.flatMap(({ unknownYears }) => unknownYears)
    },
    enabled: mayImport,
  })
  if (data.length === 0) return null
  return (
    <TodayCard title={t('放假安排', 'Public holidays')}>
      {data.map((year) => (
        <p key={year}>{t(`${year} 年的放假安排还没有导入。`, `The public holidays of ${year} have not been imported.`)}</p>
      ))}
      <p className="zk-hint">
        {t(
          '国务院通常在 11 月公布次年的安排。文件有三列：日期、类型（休或班）、名称。',
          'They are usually announced in November. The file has three columns: day, kind (off or working), name.',
        )}
      </p>
      <Link to="/import/$record" params={{ record: 'specialDay' }}>
        {t('导入放假安排', 'Import public holidays')}
      </Link>
    </TodayCard>
  )
}
