import { describe, expect, it } from 'vitest'
import { say } from '#shared/domain/words/say.ts'
import { typedText } from '#shared/usecases/typed-text.ts'

describe('a text that somebody typed', () => {
  const note = { field: 'note', longest: 20, ask: say`Say why` }

  it('is kept with line ends alike and nothing around it, or on one line', () => {
    expect(typedText(' one\r\ntwo ', note)).toBe('one\ntwo')
    expect(typedText(' one\r\ntwo ', { ...note, oneLine: true })).toBe('one two')
    expect(typedText('ແຂວງ​ຊຽງຂວາງ', note)).toBe('ແຂວງ​ຊຽງຂວາງ')
  })

  it.each([
    ['  ', 'Say why'],
    ['x'.repeat(21), 'Shorten the text to 20 characters; it has 21'],
    ['a\u202eb', 'There is an invisible character (U+202E) after “a”: delete that place and type it again'],
  ])('%j is refused at its field', (typed, message) => {
    expect(() => typedText(typed, note)).toThrow(expect.objectContaining({ code: 'invalid', field: 'note', message }))
  })

  it('may be empty where nothing is asked', () => expect(typedText(' ', { field: 'note', longest: 20 })).toBe(''))
})
