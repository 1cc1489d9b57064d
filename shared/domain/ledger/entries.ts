/** One entry of a list on a line; of `"phase 2" 60` the words are `phase 2` and what follows them ` 60`. */
export interface Entry {
  readonly words: string
  readonly after: string
  readonly quoted: boolean
}

/** Longest entry, in characters. */
export const LONGEST_ENTRY = 200

/** A quoted entry, its quotes doubled inside, or everything up to the next separator. */
const ENTRY = /\s*(?:"((?:[^"]|"")*)"([^;\n]*)|([^;\n]*))(?:[;\n]|$)/gy

/** The entries of a list: semicolons or lines between them, `"a; b"` for one that holds a semicolon itself. */
export const entriesOf = (text: string): Entry[] =>
  [...text.matchAll(ENTRY)]
    .map(([, quoted, after = '', plain = '']) =>
      quoted === undefined
        ? { words: plain.trim(), after: '', quoted: false }
        : { words: quoted.replaceAll('""', '"').trim(), after: after.trim(), quoted: true },
    )
    .filter(({ words, after }) => words !== '' || after !== '')

/** An entry without its quotes. */
export const plainly = ({ words, after }: Entry): string => (after === '' ? words : `${words} ${after}`)

/** The same entry read again; quoted where a reader would take a part of it for something else. */
export const spellEntry = (entry: string, misread: (plain: string) => boolean = () => false): string =>
  /[;"\n]/.test(entry) || misread(entry) ? `"${entry.replaceAll('"', '""')}"` : entry
