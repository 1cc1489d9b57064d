import { type About, type Counted, count, group } from './field.ts'

export const PEOPLE: Counted = ['person', 'people']

const SADD = {
  women: 'Women',
  men: 'Men',
  girls: 'Girls (0–17)',
  boys: 'Boys (0–17)',
  unknown: 'Sex or age unknown',
} as const

const SADD_BY_AGE_BAND = {
  women: 'Women (18+)',
  men: 'Men (18+)',
  girls13: 'Girls (13–17)',
  boys13: 'Boys (13–17)',
  girls5: 'Girls (5–12)',
  boys5: 'Boys (5–12)',
  unknown: 'Sex or age unknown',
} as const

type WithDisabilities<Cell extends string> = Cell | `${Cell}WithDisabilities`

const DISABILITY = 'Persons with disabilities as the questions of the Washington Group count them'

const people = <Cell extends string>(about: About, cells: Readonly<Record<Cell, string>>) => {
  const own = typeof about === 'string' ? { label: about } : about
  return group(
    { ...own, help: own.help === undefined ? DISABILITY : `${own.help}. ${DISABILITY}` },
    Object.fromEntries(
      Object.entries<string>(cells).flatMap(([key, label]) => [
        [key, count(label)],
        [`${key}WithDisabilities`, count({ label: `${label}: of which persons with disabilities`, within: key })],
      ]),
    ) as Record<WithDisabilities<Cell>, ReturnType<typeof count>>,
    PEOPLE,
  )
}

/** People by sex and age (SADD), each with "of which persons with disabilities" (Washington Group). */
export const sadd = (about: About) => people(about, SADD)

/** SADD with the age bands of risk education: 5–12, 13–17, 18 and over. */
export const saddByAgeBand = (about: About) => people(about, SADD_BY_AGE_BAND)

/** Where the cells stand that add up to all people of a group; those with disabilities are among them already. */
export const saddCells = (group: string): string[] => Object.keys(SADD).map((cell) => `${group}.${cell}`)
export const ageBandCells = (group: string): string[] => Object.keys(SADD_BY_AGE_BAND).map((cell) => `${group}.${cell}`)

/** Women, men, girls and boys, as victims are counted (SDG 18.1.1). */
export const victims = (about: About) =>
  group(
    about,
    { women: count(SADD.women), men: count(SADD.men), girls: count(SADD.girls), boys: count(SADD.boys) },
    PEOPLE,
  )
export const victimCells = (group: string): string[] =>
  ['women', 'men', 'girls', 'boys'].map((cell) => `${group}.${cell}`)
