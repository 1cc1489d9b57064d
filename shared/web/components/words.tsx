import { languageOf } from '../messages/language-of.ts'

/** What a person typed: in its own language, with its line ends. */
export const Words = ({ text }: { text: string }) => (
  <span class="app-typed" lang={languageOf(text)}>
    {text}
  </span>
)
