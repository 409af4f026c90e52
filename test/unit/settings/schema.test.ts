import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { stationFileSchema } from '../../../src/shared/settings/schema.ts';

describe('the shipped JSON schema', () => {
  it('is what the code accepts (run vitest with -u after a change)', async () => {
    const schema = z.toJSONSchema(stationFileSchema, { io: 'input' });
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
      '../../../resources/station.schema.json',
    );
  });
});
