/** What `npm run audit` needs of the spool room. */
export { readAuditArguments, usage } from '../../src/main/spool/audit/command/arguments.ts';
export { answerAudit } from '../../src/main/spool/audit/command/run.ts';
