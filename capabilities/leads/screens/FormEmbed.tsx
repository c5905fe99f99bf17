import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { api } from '#engine/web/api.ts'
import { copyText } from '#engine/web/copy-text.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { PanelProps } from '#engine/web/screens.ts'

/** A web form as strangers see it, what puts it into a page, and what it took lately. */
export function FormEmbed({ item, title }: PanelProps) {
  const { t, locale } = useLanguage()
  const { data } = useQuery({
    queryKey: ['web-form', item.id],
    queryFn: ({ signal }) => api.get<{ taken: number; refused: number }>(`/web-forms/${item.id}/figures`, { signal }),
    refetchOnMount: 'always',
  })
  const address = `${location.origin}/forms/${item.id}`
  return (
    <section className="zk-embed">
      {data ? (
        <p>
          {t(
            `近 30 天收到 ${data.taken} 次，拦下垃圾 ${data.refused} 次。`,
            `In 30 days it took ${data.taken} and turned ${data.refused} away as spam.`,
          )}
        </p>
      ) : null}
      <Code
        label={t('放进网页（脚本）', 'Into a page, by script')}
        code={`<script src="${address}/embed.js" data-title="${title.replaceAll('"', '')}"></script>`}
      />
      <Code
        label={t('放进网页（框架）', 'Into a page, as a frame')}
        code={`<iframe src="${address}" title="${title.replaceAll('"', '')}" style="width:100%;height:720px;border:0"></iframe>`}
      />
      {item.allowsPlain ? (
        <Code
          label={t('网站自己的表单', 'A form of the site’s own')}
          code={`<form method="post" action="${address}">\n  <input name="name" required> <input name="mobile" type="tel">\n  <input name="homepage" tabindex="-1" autocomplete="off" style="position:absolute;left:-9999px">\n  <label><input type="checkbox" name="consent" value="1" required> …</label>\n  <button>…</button>\n</form>`}
        />
      ) : null}
      <h3>{t('预览', 'Preview')}</h3>
      <iframe key={item.version} src={`/forms/${item.id}?lang=${locale}`} title={t('表单预览', 'Preview of the form')} loading="lazy" />
    </section>
  )
}

function Code({ label, code }: { label: string; code: string }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const copy = () =>
    void copyText(code).then((isDone) =>
      isDone ? message.success(t('已复制', 'Copied')) : message.error(t('复制不了，请手动选取', 'Cannot copy; select it by hand')),
    )
  return (
    <>
      <h3>{label}</h3>
      <pre>{code}</pre>
      <Button size="small" onClick={copy} aria-label={t(`复制：${label}`, `Copy: ${label}`)}>
        {t('复制', 'Copy')}
      </Button>
    </>
  )
}
