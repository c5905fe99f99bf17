/**
 * First letters of Chinese words, for commands: "新建客户" → "xjkh". The browser orders characters by their sound; each letter begins with a
 * character that comes first of all, so its place in that order tells a character's letter. No table needs to be loaded; where a character
 * has several sounds it is the usual one. (The search for records asks the server, which knows better.)
 */
const order = new Intl.Collator('zh-CN-u-co-pinyin')
const letters = 'abcdefghjklmnopqrstwxyz'
const firstOf = [...'阿八嚓咑妸发旮哈丌咔垃妈拏噢妑七呥仨他穵夕丫帀']

function initialOf(sign: string): string {
  if (!/\p{Script=Han}/u.test(sign)) return /[a-z0-9]/i.test(sign) ? sign.toLowerCase() : ''
  let found = ''
  for (let i = 0; i < firstOf.length && order.compare(sign, firstOf[i]!) >= 0; i++) found = letters[i]!
  return found
}

export const initialsOf = (text: string): string => Array.from(text, initialOf).join('')
