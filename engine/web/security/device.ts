import type { Words } from '#engine/text/words.ts'
import { words } from '#engine/text/words.ts'

const browsers: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/wxwork/, 'WeCom'],
  [/DingTalk/, 'DingTalk'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/HarmonyOS/, 'HarmonyOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
const found = (list: [RegExp, string][], agent: string) => list.find(([pattern]) => pattern.test(agent))?.[1]

/** What a browser says of itself, in a word or two: "Chrome · Windows". */
export function deviceOf(agent: string): Words {
  const name = [found(browsers, agent), found(systems, agent)].filter(Boolean).join(' · ')
  return name ? { zh: name, en: name } : words('其他设备', 'Another device')
}
