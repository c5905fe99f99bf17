import { words, type Words } from '#engine/text/words.ts'

/** A key and what it does. The cheat sheet, the listeners and the tests all read these declarations. */
interface Key {
  /** As the browser names them; each of them does it. */
  keys: readonly string[]
  words: Words
}

/** Keys of a row that has the keyboard, in every list. */
export const rowKeys = {
  next: { keys: ['j', 'ArrowDown'], words: words('下一行', 'Next row') },
  previous: { keys: ['k', 'ArrowUp'], words: words('上一行', 'Previous row') },
  first: { keys: ['Home'], words: words('第一行', 'First row') },
  last: { keys: ['End'], words: words('最后一行', 'Last row') },
  open: { keys: ['Enter'], words: words('打开', 'Open') },
  peek: { keys: [' '], words: words('快速查看', 'Peek') },
  leave: { keys: ['Escape'], words: words('关闭快速查看', 'Close the peek') },
  select: { keys: ['x'], words: words('选择', 'Select') },
  selectTo: { keys: ['X'], words: words('选到这一行', 'Select up to here') },
  change: { keys: ['e', 'F2'], words: words('修改第一个可改的单元格', 'Change the first cell that can be changed') },
} as const satisfies Record<string, Key>

/** Keys that hold wherever nobody is typing; each does something only where the screen can do it. */
export const screenKeys = {
  help: { keys: ['?'], words: words('显示快捷键', 'Show the keys') },
  find: { keys: ['/'], words: words('在列表中搜索', 'Search in the list') },
  create: { keys: ['n'], words: words('新建', 'New') },
  edit: { keys: ['e'], words: words('编辑打开的记录', 'Edit the open record') },
  fold: { keys: ['['], words: words('收起菜单', 'Narrow the menu') },
  unfold: { keys: [']'], words: words('展开菜单', 'Widen the menu') },
} as const satisfies Record<string, Key>

/** Pressed before the letter of a menu entry. */
export const goKey = 'g'

/** Keys that others hear: the search box, dialogs, forms. Told here, so that the sheet is whole. */
export const otherKeys = {
  search: { keys: ['Mod K'], words: words('搜索全部', 'Search everything') },
  choose: { keys: ['ArrowDown', 'ArrowUp'], words: words('在搜索结果中移动', 'Move among what is found') },
  take: { keys: ['Enter'], words: words('打开搜索结果', 'Open what is found') },
  beside: { keys: ['Mod Enter'], words: words('在新标签页打开搜索结果', 'Open what is found in a new tab') },
  save: { keys: ['Enter'], words: words('保存表单', 'Save a form') },
  close: { keys: ['Escape'], words: words('关闭窗口、菜单或编辑', 'Close a window, a menu, an editor') },
} as const satisfies Record<string, Key>

export type RowMeaning = keyof typeof rowKeys
export type ScreenMeaning = keyof typeof screenKeys

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const meaningIn =
  <M extends string>(keys: Record<M, Key>) =>
  ({ key, ctrlKey, metaKey, altKey }: Pressed): M | undefined =>
    ctrlKey || metaKey || altKey ? undefined : (Object.keys(keys) as M[]).find((meaning) => keys[meaning].keys.includes(key))

/** What a key means to a row; undefined where nothing. */
export const rowMeaning = meaningIn<RowMeaning>(rowKeys)
/** What a key means to the screen; undefined where nothing. */
export const screenMeaning = meaningIn<ScreenMeaning>(screenKeys)

/** A letter for each menu entry: the first of its English name that none before it has. */
export function menuLetters(menu: readonly { path: string; words: Words }[]): Map<string, string> {
  const letters = new Map<string, string>()
  for (const { path, words: name } of menu) {
    const free = [...`${name.en} abcdefghijklmnopqrstuvwxyz`.toLowerCase()].find((letter) => /[a-z]/.test(letter) && !letters.has(letter))
    if (free) letters.set(free, path)
  }
  return letters
}
