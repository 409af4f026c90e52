import { describe, expect, it } from 'vitest';
import { checkCloud, globalCloud } from '../../../src/main/net/clouds.ts';

describe('clouds', () => {
  it.each([
    ['https://graph.microsoft.us/v1.0', 'us-gov-l4'],
    ['https://dod-graph.microsoft.us/v1.0', 'us-gov-l5'],
    ['https://login.microsoftonline.us/common', 'us-gov'],
    ['https://microsoftgraph.chinacloudapi.cn/v1.0', 'china'],
    ['https://login.partner.microsoftonline.cn/x', 'china'],
    ['https://LOGIN.chinacloudapi.cn/x', 'china'],
  ])('refuses %s because it lies in %s', (url, cloud) => {
    expect(checkCloud(url)).toMatchObject({
      ok: false,
      failure: { code: 'cloud-unsupported', facts: { cloud } },
    });
  });

  it.each([globalCloud.graphBase, globalCloud.loginBase, 'https://localhost:8443/v1.0'])(
    'lets %s pass',
    (url) => {
      expect(checkCloud(url)).toEqual({ ok: true, value: undefined });
    },
  );

  it.each(['', 'graph.microsoft.com', '::'])('names %j a bad setting', (url) => {
    expect(checkCloud(url)).toMatchObject({ ok: false, failure: { code: 'settings-invalid' } });
  });
});
