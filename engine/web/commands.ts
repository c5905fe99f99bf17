import { useMemo } from 'react'
import type { Description, RecordDescription } from '#engine/record/describe.ts'
import type { Locale, Words } from '#engine/text/words.ts'
import { commandFit, type CommandFit } from './command-match.ts'
import { useLanguage } from './language.tsx'
import { useCommands } from './screens.ts'

/** Something that the search box does instead of finding. */
export interface Deed {
  key: string
  words: Words
  aliases?: readonly (Words | string)[]
  /** Said beside it where it is no action: a place to go to, a setting. */
  kind?: Words
  /** Where it leads, or what it does. */
  path?: string
  run?(): void
}

interface Means {
  description: Description
  menu: readonly { path: string; words: Words; record?: string }[]
  isDark: boolean
  onDark(isDark: boolean): void
  onLanguage(locale: Locale): void
  onSignOut(): void
  onNew(record: RecordDescription): void
}

const kinds = {
  go: { zh: '前往', en: 'Go to' },
  set: { zh: '设置', en: 'Setting' },
}

/** All that can be done from anywhere, by whoever is signed in: making records first, for that is most of the day. */
export function useDeeds({ description, menu, isDark, onDark, onLanguage, onSignOut, onNew }: Means): Deed[] {
  const { locale } = useLanguage()
  const commands = useCommands()
  return useMemo(() => {
    const records = menu.flatMap((entry) => description.records.find((record) => record.name === entry.record) ?? [])
    const made = records.filter((record) => record.create)
    return [
      ...made.map((record): Deed => ({
        key: `new ${record.name}`,
        words: { zh: `新建${record.words.zh}`, en: `New ${record.words.en.toLowerCase()}` },
        aliases: [
          { zh: `添加${record.words.zh}`, en: `Add ${record.words.en}` },
          { zh: `新增${record.words.zh}`, en: `Create ${record.words.en}` },
        ],
        run: () => onNew(record),
      })),
      ...commands.map(({ words, aliases, path }): Deed => ({ key: path, words, ...(aliases ? { aliases } : {}), path })),
      ...menu.map((entry): Deed => ({ key: entry.path, words: entry.words, kind: kinds.go, path: entry.path })),
      ...made.map((record): Deed => ({
        key: `import ${record.name}`,
        words: { zh: `导入${record.words.zh}`, en: `Import ${record.plural.toLowerCase()}` },
        aliases: ['上传', 'upload'],
        path: `/import/${record.name}`,
      })),
      {
        key: 'language',
        words: locale === 'zh' ? { zh: '切换到英文', en: 'Switch to English' } : { zh: '切换到中文', en: 'Switch to Chinese' },
        aliases: ['语言', 'language', '中文', 'english', 'chinese'],
        kind: kinds.set,
        run: () => onLanguage(locale === 'zh' ? 'en' : 'zh'),
      },
      {
        key: 'theme',
        words: isDark ? { zh: '切换到浅色', en: 'Switch to light' } : { zh: '切换到深色', en: 'Switch to dark' },
        aliases: ['主题', 'theme', '夜间', 'night'],
        kind: kinds.set,
        run: () => onDark(!isDark),
      },
      { key: 'out', words: { zh: '退出登录', en: 'Sign out' }, aliases: ['注销', 'log out', 'logout'], kind: kinds.set, run: onSignOut },
    ]
  }, [description, menu, isDark, onDark, onSignOut, onNew, commands, locale, onLanguage])
}

/** The deeds that answer to what was typed: by their words, and by initials. */
export function deedsFor(deeds: readonly Deed[], typed: string): Record<CommandFit, Deed[]> {
  const found: Record<CommandFit, Deed[]> = { words: [], initials: [] }
  for (const deed of deeds) {
    const fit = commandFit([deed.words, ...(deed.aliases ?? [])], typed)
    if (fit) found[fit].push(deed)
  }
  return found
}
