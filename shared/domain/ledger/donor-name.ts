import { isPlain } from '../plain-words.ts'
import { type Said, say } from '../words/say.ts'
import { donorId } from './contribution.ts'

export const LONGEST_DONOR_NAME = 120
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u
/** Scripts whose letters look alike: Cyrillic “а” and Latin “a”. */
const LOOK_ALIKE = { Latin: /\p{Script=Latin}/u, Greek: /\p{Script=Greek}/u, Cyrillic: /\p{Script=Cyrillic}/u }

/** Why a text is no name of a donor: two donors must not be told apart by what nobody can see. Undefined when it is one. */
export const donorMistake = (name: string): Said | undefined => {
  if (name.length > LONGEST_DONOR_NAME) return say`is longer than ${LONGEST_DONOR_NAME} characters`
  if (!isPlain(name)) return say`holds control characters`
  if (INVISIBLE.test(name)) return say`holds invisible characters`
  if (donorId(name) === '') return say`holds no letter or digit`
  const scripts = Object.entries(LOOK_ALIKE).flatMap(([script, letters]) => (letters.test(name) ? [script] : []))
  return scripts.length > 1 ? say`mixes ${scripts.join(say` and `)} letters, which look alike` : undefined
}
