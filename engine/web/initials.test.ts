import { expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

it.each([
  ['新建客户', 'xjkh'],
  ['导入联系记录', 'drlxjl'],
  ['退出', 'tc'],
  ['日历', 'rl'],
  ['后台任务', 'htrw'],
  ['切换为 English', 'qhwenglish'],
  ['啊帀', 'az'],
])('%s → %s', (text, expected) => expect(initialsOf(text)).toBe(expected))
