import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'
import { WideTable } from '#engine/web/WideTable.tsx'

/** Whether chances come true: tenth by tenth what was said and what came of it, on leads that the model had not seen; and what weighs most. */
export function ModelQuality({ item }: PanelProps) {
  const { t } = useLanguage()
  const calibration = (item.calibration as { said: number; came: number; leads: number }[] | undefined) ?? []
  const heaviest = (item.heaviest as { fact: string; effect: number }[] | undefined) ?? []
  if (calibration.length === 0) return <p className="zk-hint">{t('这个版本没有学到东西。', 'This version has learned nothing.')}</p>
  return (
    <>
      <WideTable label={t('校准', 'Calibration')}>
        <thead>
          <tr>
            <th>{t('预测', 'Said')}</th>
            <th>{t('实际', 'Came true')}</th>
            <th>
              <span className="zk-visually-hidden">{t('图', 'Chart')}</span>
            </th>
            <th>{t('线索', 'Leads')}</th>
          </tr>
        </thead>
        <tbody>
          {calibration.map(({ said, came, leads }, i) => (
            // Tenths may say the same.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i}>
              <td>{said}%</td>
              <td>{came}%</td>
              <td>
                <span className="zk-share" aria-hidden>
                  <i style={{ width: `${came}%` }} />
                  <b style={{ left: `${Math.min(98, said)}%` }} />
                </span>
              </td>
              <td>{leads}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      <p className="zk-hint">
        {t(
          '条是实际成交率，竖线是预测；都在没学过的线索上量得。',
          'The bar is what came true, the line what was said; on leads it had not learned from.',
        )}
      </p>
      <section className="zk-lead-score">
        <h3>{t('最有影响的因素', 'What matters most')}</h3>
        <ul>
          {heaviest.map(({ fact, effect }) => (
            <li key={fact}>
              <span>{fact}</span>
              <b>{effect > 0 ? `+${effect}` : `−${Math.abs(effect)}`}</b>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
