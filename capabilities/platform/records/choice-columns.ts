import { choice, text, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

/** The colours that a choice may have. They say what it means: good, doubtful, bad, new, waiting, over. */
export const choiceColors = {
  plain: words('灰', 'Grey'),
  good: words('绿', 'Green'),
  warning: words('橙', 'Orange'),
  bad: words('红', 'Red'),
  info: words('蓝', 'Blue'),
  waiting: words('紫', 'Purple'),
}

/** A list of choices as an administrator writes it, in its order. */
export const choiceColumns = {
  code: text({
    zh: '代码',
    en: 'Code',
    required: true,
    pattern: {
      is: /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,39}$/,
      words: words('只用字母和数字，最多 40 个', 'letters and digits only, 40 at most'),
      sample: 'codeA',
    },
  }),
  zh: text({ zh: '中文', en: 'Chinese', required: true, max: 60 }),
  en: text({ zh: '英文', en: 'English', max: 60 }),
  color: choice({ zh: '颜色', en: 'Colour', choices: choiceColors }),
  isRetired: yesNo({ zh: '停用', en: 'Retired' }),
}
