import { Modal } from 'antd'
import { Fragment } from 'react'
import type { Words } from '#engine/text/words.ts'
import { goKey, otherKeys, rowKeys, screenKeys } from './keys.ts'
import { useLanguage } from './language.tsx'
import type { Menu } from './Rail.tsx'

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)

interface Line {
  /** Keys that do the same; each is pressed together ("Mod K") or one after the other ("g c"). */
  keys: readonly string[]
  words: Words
}

/** All keys there are, from the declarations by which they are heard. */
export function KeySheet({ menu, letters, onClose }: { menu: Menu; letters: Map<string, string>; onClose(): void }) {
  const { t, say } = useLanguage()
  const going: Line[] = [...letters].flatMap(([letter, path]) => {
    const entry = menu.find((other) => other.path === path)
    return entry ? [{ keys: [`${goKey} ${letter}`], words: entry.words }] : []
  })
  const groups: [string, readonly Line[]][] = [
    [t('到处', 'Everywhere'), [otherKeys.search, screenKeys.help, screenKeys.fold, screenKeys.unfold]],
    [t('前往', 'Go to'), going],
    [t('列表', 'Lists'), [screenKeys.find, screenKeys.create]],
    [t('列表中的行', 'Rows of a list'), Object.values(rowKeys)],
    [t('记录', 'Records'), [screenKeys.edit]],
    [t('搜索', 'Search'), [otherKeys.choose, otherKeys.take, otherKeys.beside]],
    [t('表单与窗口', 'Forms and windows'), [otherKeys.save, otherKeys.close]],
  ]
  return (
    <Modal open title={t('快捷键', 'Keys')} footer={null} onCancel={onClose} width={720} className="zk-keys">
      {groups.map(([title, lines]) => (
        <section key={title}>
          <h2>{title}</h2>
          <dl>
            {lines.map((line) => (
              <div key={line.keys.join() + line.words.en}>
                <dt>{say(line.words)}</dt>
                <dd>
                  {line.keys.map((keys, i) => (
                    <Fragment key={keys}>
                      {i > 0 ? <span className="zk-faint"> / </span> : null}
                      <Keys keys={keys} />
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}

function Keys({ keys }: { keys: string }) {
  const { t } = useLanguage()
  const names: Record<string, string> = {
    Mod: isMac ? '⌘' : 'Ctrl',
    ArrowDown: '↓',
    ArrowUp: '↑',
    ' ': t('空格', 'Space'),
    Enter: t('回车', 'Enter'),
    Escape: 'Esc',
  }
  return (keys === ' ' ? [keys] : keys.split(' ')).map((key) => <kbd key={key}>{names[key] ?? key}</kbd>)
}
