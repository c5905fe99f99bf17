import { text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { isUscc } from '../rules/uscc.ts'

/** The unified social credit code as a field: checked by its check character, unique among live customers. */
export const UsccField = text({
  zh: '统一社会信用代码',
  en: 'Social credit code',
  max: 18,
  identity: { name: 'uscc' },
  pattern: {
    is: { test: (value: string) => isUscc(value.toUpperCase()) } as RegExp,
    words: words(
      '不是有效的统一社会信用代码（18 位，含校验位）',
      'is not a valid unified social credit code (18 characters with a check character)',
    ),
  },
  aliases: ['信用代码', '税号', '纳税人识别号', '社会信用代码', 'uscc', 'tax number'],
})
