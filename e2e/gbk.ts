/** The two bytes of every character that GBK knows. The platform reads GBK and does not write it, so the table is read off backwards. */
const bytesOf = new Map<string, [number, number]>()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decoder.decode(Uint8Array.of(lead, trail))
    if (character.length === 1 && character !== '\ufffd') bytesOf.set(character, [lead, trail])
  }

/** A text as a Chinese spreadsheet program saves it. */
export const gbk = (text: string): Buffer =>
  Buffer.from(
    [...text].flatMap((character) => {
      const code = character.charCodeAt(0)
      if (code < 0x80) return [code]
      const bytes = bytesOf.get(character)
      if (!bytes) throw new Error(`GBK has no "${character}"`)
      return bytes
    }),
  )
