/** Every syllable of Mandarin as keyboards write it: "v" for ü. */
const written =
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo'

const whole = new Set(written.split(' '))
const begun = new Set([...whole].flatMap((syllable) => Array.from(syllable, (_, i) => syllable.slice(0, i + 1))))

/** Many type ü as u. */
const alsoTyped: Record<string, string> = { lu: 'lv', nu: 'nv', lue: 'lve', nue: 'nve' }

/** A syllable as it was typed: what it may sound like, and whether all of it is there. */
export interface Typed {
  text: string
  sounds: string[]
  isWhole: boolean
}

const soundsOf = (syllable: string): string[] =>
  [syllable, alsoTyped[syllable] ?? ''].filter((sound) => (syllable === sound ? whole.has(sound) : sound !== ''))

const typedWhole = (text: string): Typed | undefined => {
  const sounds = soundsOf(text)
  return sounds.length > 0 ? { text, sounds, isWhole: true } : undefined
}

const longest = 6

/**
 * How letters may be read as syllables: "xian" is xian or xi'an. Where they do not come out even the last one is still being typed: "yunsh".
 * At most a few readings, those of long syllables first; none where the letters cannot be read so.
 */
export function readingsOf(letters: string, most = 4): Typed[][] {
  const found: Typed[][] = []
  const read = (at: number, before: readonly Typed[]): void => {
    if (found.length >= most || before.length > 12) return
    if (at === letters.length) return void found.push([...before])
    for (let end = Math.min(letters.length, at + longest); end > at; end--) {
      const piece = letters.slice(at, end)
      const syllable = typedWhole(piece)
      if (syllable) read(end, [...before, syllable])
      else if (end === letters.length && begun.has(piece) && at > 0)
        found.push([...before, { text: piece, sounds: [piece], isWhole: false }])
    }
  }
  read(0, [])
  const complete = found.filter((reading) => reading.every((syllable) => syllable.isWhole))
  return complete.length > 0 ? complete : found
}

/** Letters read as whole syllables where there are some and as single initials between them: "yunsjt" is yun s j t. Undefined where all are of one kind. */
export function mixedReadingOf(letters: string): Typed[] | undefined {
  const found: Typed[] = []
  for (let at = 0; at < letters.length;) {
    let end = Math.min(letters.length, at + longest)
    while (end > at + 1 && !whole.has(letters.slice(at, end))) end--
    const piece = letters.slice(at, end)
    const syllable = piece.length > 1 ? typedWhole(piece) : undefined
    found.push(syllable ?? { text: piece, sounds: [piece], isWhole: false })
    at = end
  }
  const wholes = found.filter((part) => part.isWhole).length
  return wholes > 0 && wholes < found.length && found.length <= 12 ? found : undefined
}
