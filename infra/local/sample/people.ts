import type { Sector } from '#shared/sector/schema.ts'
import type { NewContact } from '#shared/usecases/contacts/register-contact.ts'

/** Since before any rehearsal, so that everybody is in office on its first day. */
const FROM = '2020-01-01'

/** Invented chairs, by TWG. */
const CHAIRS: Readonly<Record<string, readonly [chair: string, alternate: string]>> = {
  'survey-clearance': ['Bounmy Phommachanh', 'Khamla Sisouphanh'],
  'victim-assistance': ['Chanthala Vongsa', 'Noy Keomany'],
  'risk-education': ['Souksavanh Inthavong', 'Thongdy Luangrath'],
  'information-management': ['Viengkham Soulivong', 'Daovone Phetsarath'],
  'coordination-policy-funding': ['Phonesay Rattanavong', 'Latsamy Xayavong'],
}

const member = (twg: string, n: 1 | 2): NewContact => ({
  name: `Member ${n}, ${twg}`,
  email: `member${n}@${twg}.example`,
  organisation: n === 1 ? 'National operator' : 'International operator',
  roles: [{ group: twg, role: 'member', from: FROM }],
})

/** The people of a sample sector. @param secretariat the administrator's addresses */
export const samplePeople = (sector: Sector, secretariat: readonly string[]): NewContact[] => [
  ...secretariat.map((email) => ({
    name: 'Secretariat',
    email,
    organisation: sector.name,
    roles: [{ group: 'swg', role: 'secretariat' as const, from: FROM }],
  })),
  ...sector.twgs.flatMap(({ id, name }): NewContact[] => {
    const [chair, alternate] = CHAIRS[id] ?? [`Chair, ${name}`, `Alternate, ${name}`]
    return [
      {
        name: chair,
        email: `chair@${id}.example`,
        organisation: name,
        roles: [{ group: id, role: 'chair', from: FROM }],
      },
      {
        name: alternate,
        email: `alternate@${id}.example`,
        organisation: name,
        roles: [{ group: id, role: 'alternate', from: FROM }],
      },
      member(id, 1),
      member(id, 2),
    ]
  }),
  ...sector.fixedSeats.map(
    ({ id, name }): NewContact => ({
      name: `Co-chair, ${name}`,
      email: `co-chair@${id}.example`,
      organisation: name,
      roles: [{ group: 'swg', role: 'co-chair', seat: id, from: FROM }],
    }),
  ),
  ...sector.donorSeat.donors.map(
    ({ id, name }): NewContact => ({
      name: `Embassy of ${name}`,
      email: `embassy@${id}.example`,
      organisation: name,
      roles: [
        { group: 'swg', role: 'co-chair', seat: id, from: FROM },
        { group: `donor:${id}`, role: 'donor-focal-point', from: FROM },
      ],
    }),
  ),
]
