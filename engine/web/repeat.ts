import { useRef } from 'react'
import { newKey } from './api.ts'

/** Keys for requests: the same for the same content, so that sending once more after a lost answer does one thing, not two. */
export function useRepeatKey(): (content: unknown) => string {
  const sent = useRef({ content: '', key: '' })
  return (content) => {
    const text = JSON.stringify(content)
    if (sent.current.content !== text) sent.current = { content: text, key: newKey() }
    return sent.current.key
  }
}
