/** What other systems may read about the events they may send. */
export { jsonSchema as publishedSchema } from '#shared/events/intake/json-schema.ts'
