import { Radios } from '../../components/form/choices.tsx'
import { languages } from '../../messages/index.ts'

/** What a person reads the pages in, once there is a choice. */
export const LanguageInput = ({ value, ...group }: { name: string; label: string; value: string }) => {
  const options = languages()
  return options.length > 1 ? <Radios {...group} options={options} value={value} /> : null
}
