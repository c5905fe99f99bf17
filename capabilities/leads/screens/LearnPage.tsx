import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { api } from '#engine/web/api.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { usePageTitle } from '#engine/web/page-title.ts'
import { useComplain } from '#engine/web/undo.tsx'

/** Has a model learned from the leads that have ended. */
export default function LearnPage() {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const complain = useComplain()
  usePageTitle(t('从过去的线索学习', 'Learn from past leads'))
  const learn = () =>
    void api
      .post('/actions/leads.trainModel', {})
      .then(
        () => message.success(t('正在后台学习，稍后看成交模型。', 'Learning in the background; look at the models in a moment.')),
        complain,
      )
  return (
    <section className="zk-list">
      <header className="zk-list-head">
        <h1>{t('从过去的线索学习', 'Learn from past leads')}</h1>
      </header>
      <p>
        {t(
          '由已成交和未成交的线索学得每条线索的成交可能。至少要 60 条已办结的线索，成交与未成交各 15 条。',
          'What chance a lead has is learned from those that were won and lost: from 60 that have ended, 15 of each, at least.',
        )}
      </p>
      <p className="zk-hint">
        {t('新学的版本要看过校准并启用后才使用。', 'A new version is used once somebody has looked at it and put it to use.')}
      </p>
      <p>
        <Button type="primary" onClick={learn}>
          {t('重新学习', 'Learn anew')}
        </Button>{' '}
        <Link to="/$record" params={{ record: 'leadModel' }}>
          {t('成交模型', 'Lead models')}
        </Link>
      </p>
    </section>
  )
}
