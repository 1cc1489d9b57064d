import { languageOf } from '../messages/language-of.ts'
import { useFrame } from './frame.ts'

/** What a person typed: in its own language, with its line ends. Nothing where nothing was. */
export const Words = ({ text }: { text: string }) => {
  const { language } = useFrame()
  return text === '' ? null : (
    <span class="app-typed" lang={languageOf(text, language)}>
      {text}
    </span>
  )
}
