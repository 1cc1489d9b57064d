import { dayAt, type Instant } from '#shared/domain/dates.ts'
import { contactIdByAddress } from '#shared/records/contacts.ts'
import type { Deps } from '../deps.ts'
import { registerContact } from './register-contact.ts'

/** Gives every address of the administrator's settings a contact with the secretariat's role. */
export const ensureSecretariat =
  (deps: Deps) =>
  async (addresses: readonly string[], now: Instant): Promise<void> => {
    for (const email of addresses) {
      if ((await contactIdByAddress(deps.records, email)) !== undefined) continue
      await registerContact(deps)({
        name: 'Secretariat',
        email,
        organisation: deps.sector.name,
        roles: [{ group: 'swg', role: 'secretariat', from: dayAt(now, deps.sector.timeZone) }],
      })
    }
  }
