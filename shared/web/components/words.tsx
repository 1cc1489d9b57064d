import { languageOf } from '../messages/language-of.ts'

/** What a person typed: in its own language, with its line ends. Nothing where nothing was. */
export const Words = ({ text }: { text: string }) =>
  text === '' ? null : (
    <span class="app-typed" lang={languageOf(text)}>
      {text}
    </span>
  )
