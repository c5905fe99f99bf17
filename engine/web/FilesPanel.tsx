import { DeleteOutlined, DownloadOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal, Skeleton } from 'antd'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { api, download, fetchBlob, Problem } from './api.ts'
import { useLanguage } from './language.tsx'

interface StoredFile {
  id: string
  name: string
  type: string
  size: number
  createdBy: { id: string; title: string }
  createdAt: string
}

const sizeText = (bytes: number): string =>
  bytes < 1024 ? `${bytes} B` : bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`

/** What can be looked at in the page itself; everything else is taken home. */
const isShowable = (type: string) =>
  /^image\/(png|jpeg|gif|webp)$/.test(type) || type === 'application/pdf' || type.startsWith('text/plain')

/** Files of a record: dropped or chosen, looked at, taken home, removed and brought back. */
export function FilesPanel({ record, item }: { record: RecordDescription; item: Item }) {
  const { t } = useLanguage()
  const { message, notification } = App.useApp()
  const queries = useQueryClient()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(0)
  const [isOver, setOver] = useState(false)
  const [shown, setShown] = useState<StoredFile | null>(null)
  const key = ['files', record.name, item.id]
  const { data } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: StoredFile[] }>(`/records/${record.name}/${item.id}/files`, { signal }),
    retry: false,
  })
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: key })
    void queries.invalidateQueries({ queryKey: ['timeline'] })
  }
  const complain = (error: unknown) => {
    if (error instanceof Problem) message.error(error.message)
  }
  async function add(files: readonly File[]) {
    setBusy((n) => n + files.length)
    for (const file of files) {
      const form = new FormData()
      form.set('record', record.name)
      form.set('id', item.id)
      form.set('file', file)
      await api.post('/files', form).catch(complain)
      setBusy((n) => n - 1)
    }
    refresh()
  }
  const remove = (file: StoredFile) =>
    void api.delete(`/files/${file.id}`).then(() => {
      refresh()
      notification.success({
        key: file.id,
        title: t(`已删除“${file.name}”`, `"${file.name}" was removed`),
        actions: (
          <Button
            size="small"
            onClick={() =>
              void api.post(`/files/${file.id}/restore`).then(() => {
                notification.destroy(file.id)
                refresh()
              }, complain)
            }
          >
            {t('撤销', 'Undo')}
          </Button>
        ),
      })
    }, complain)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void add([...event.dataTransfer.files])
  }
  const files = data?.items ?? []
  const canAdd = item.can.edit
  return (
    <section
      className={isOver ? 'zk-related zk-files zk-files-over' : 'zk-related zk-files'}
      onDragOver={(event) => {
        if (!canAdd) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={canAdd ? drop : undefined}
    >
      <header>
        <h2>{t('附件', 'Files')}</h2>
        {canAdd ? (
          <>
            <input
              ref={input}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                void add([...(event.target.files ?? [])])
                event.target.value = ''
              }}
            />
            <Button
              type="text"
              size="small"
              loading={busy > 0}
              icon={<UploadOutlined aria-hidden />}
              onClick={() => input.current?.click()}
              aria-label={t('上传附件', 'Upload files')}
            />
          </>
        ) : null}
      </header>
      {!data ? (
        <Skeleton active title={false} paragraph={{ rows: 1 }} />
      ) : (
        <ul>
          {files.map((file) => (
            <li key={file.id} className="zk-file">
              <button
                type="button"
                onClick={() => (isShowable(file.type) ? setShown(file) : void download(`/files/${file.id}`).catch(complain))}
              >
                <PaperClipOutlined aria-hidden /> {file.name}
              </button>
              <span className="zk-hint">
                {sizeText(file.size)} · {file.createdBy.title} · {showInstant(file.createdAt, companyZone)}
              </span>
              {canAdd ? (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t(`删除“${file.name}”`, `Remove "${file.name}"`)}
                  onClick={() => remove(file)}
                />
              ) : null}
            </li>
          ))}
          {files.length === 0 ? (
            <li className="zk-faint">{canAdd ? t('把文件拖到这里', 'Drop files here') : t('暂无', 'None yet')}</li>
          ) : null}
        </ul>
      )}
      {shown ? <Preview file={shown} onClose={() => setShown(null)} /> : null}
    </section>
  )
}

/** A picture, a PDF or a text, shown without leaving the page. The content is fetched with the rights of whoever looks. */
function Preview({ file, onClose }: { file: StoredFile; onClose(): void }) {
  const { t } = useLanguage()
  const [content, setContent] = useState<{ url: string; text?: string } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    void (async () => {
      try {
        const blob = await fetchBlob(`/files/${file.id}`)
        const text = file.type.startsWith('text/plain') ? (await blob.text()).slice(0, 200_000) : undefined
        if (isGone) return
        url = URL.createObjectURL(new Blob([blob], { type: file.type }))
        setContent({ url, ...(text === undefined ? {} : { text }) })
      } catch (error) {
        setProblem((error as Error).message)
      }
    })()
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [file])
  return (
    <Modal
      open
      title={file.name}
      onCancel={onClose}
      width="min(960px, 96vw)"
      footer={
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void download(`/files/${file.id}`)}>
          {t('下载', 'Download')}
        </Button>
      }
    >
      <div className="zk-preview">
        {problem ? (
          <p className="zk-fault">{problem}</p>
        ) : !content ? (
          <Skeleton active />
        ) : content.text !== undefined ? (
          <pre tabIndex={0}>{content.text}</pre>
        ) : file.type === 'application/pdf' ? (
          <iframe src={content.url} title={file.name} />
        ) : (
          <img src={content.url} alt={file.name} />
        )}
      </div>
    </Modal>
  )
}
